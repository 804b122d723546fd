"""Countries by their names and cities: ``market_data/countries.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED

if TYPE_CHECKING:
    from offerlab.resources import Library


@dataclass(frozen=True, slots=True)
class Countries:
    """Words for countries, states and cities, each to the code of its country.

    Attributes
    ----------
    currency, names, states, cities : mapping of str to str
        Code to currency; words in lower case to code.
    """

    currency: dict[str, str]
    names: dict[str, str]
    states: dict[str, str]
    cities: dict[str, str]

    def country_of(
        self, *, country: str = "", state: str = "", city: str = "", location: str = ""
    ) -> str:
        """Code of the country of a place, or nothing if the words do not tell.

        Examples
        --------
        >>> known = read_countries()
        >>> known.country_of(location="Cardiff, UK"), known.country_of(city="Salem")
        ('GB', '')
        """
        if named := self._named(country):
            return named
        if found := self.states.get(_words(state)):
            return found
        for text in (location, city):
            if found := self._of_text(text):
                return found
        return ""

    def _named(self, text: str) -> str:
        code = text.strip().upper()
        return code if code in self.currency else self.names.get(_words(text), "")

    def _of_text(self, text: str) -> str:
        """Country of ``City, ST``, ``City (Country)`` or a city alone."""
        words = _words(text)
        if not words:
            return ""
        parts = [_words(part) for part in re.split(r"[,;/()|&]| - ", text)]
        for part in (*reversed(parts), words):
            if part in self.names:
                return self.names[part]
        if len(parts) > 1:
            for part in reversed(parts):
                if part in self.states:
                    return self.states[part]
        last = words.split()[-1]
        if len(words.split()) > 1 and len(last) == 2 and last in self.states:
            return self.states[last]
        for part in (words, *parts):
            if part in self.cities:
                return self.cities[part]
        return self.states.get(words, "")


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower().replace(".", "")))


@lru_cache(maxsize=4)
def read_countries(library: Library = SHIPPED) -> Countries:
    """Read the table of countries.

    Raises
    ------
    InputError
        If the file is broken.
    """
    path = library.find("market_data/countries.yaml")
    root = parse_yaml(read_text(path), str(path))
    table = root.get("countries") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(table, Mapping):
        raise InputError(path, "has no block 'countries:'")
    found = Countries({}, {}, {}, {})
    for key, entry in table:
        if not isinstance(entry, Mapping):
            continue
        currency = entry.get("currency")
        found.currency[key.text] = currency.text if isinstance(currency, Scalar) else ""
        for name, words in (
            ("names", found.names), ("states", found.states), ("cities", found.cities),
        ):  # fmt: skip
            words.update((_words(text), key.text) for text in _texts(entry.get(name)))
    # Last, so that a state of the United States wins over a code elsewhere.
    found.states.update((_words(text), "US") for text in _texts(root.get("us_states")))
    return found


def _texts(node: object) -> list[str]:
    nodes = node.nodes if isinstance(node, Items) else ()
    return [item.text for item in nodes if isinstance(item, Scalar)]
