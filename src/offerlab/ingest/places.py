"""Where a job is, on the ladder metro, state, nation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.fields import nearest
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.oews import read_areas
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.ingest.oews import Area


@dataclass(frozen=True, slots=True)
class Rung:
    """The area that answers, and why not a nearer one.

    `climbed` is empty when the nearest rung answered.
    """

    area: Area
    climbed: str


def find_area(location: str, areas: Sequence[Area], library: Library = SHIPPED) -> Rung:
    """Nearest area with wages for a location such as ``San Francisco, CA``.

    Parameters
    ----------
    location : str
        City and state, a state, a CBSA code, ``Remote``, or empty for the nation.
    areas : sequence of Area
        Of one occupation.

    Raises
    ------
    InputError
        If neither city nor state is known; the nearest are offered.
    """
    nation = next(area for area in areas if area.kind == "nation")
    words = _words(location)
    if not words or "remote" in words.split() or words in _NATION:
        return Rung(nation, "" if not words else "remote or no place: the nation")
    metro, state = _metro(words, areas, library), _state(words, areas)
    if metro is None and state is None:
        known = [_title_words(area) for area in areas if area.kind != "nation"]
        same = [
            city for _, cities in _listed_cities(library) for city in cities
            if city.rpartition(" ")[0] == words
        ]  # fmt: skip
        close = same[0] if same else nearest(words, known)
        hint = f"; did you mean '{close}'?" if close else ""
        raise InputError(
            "place", f"'{location}' is not a place known here{hint} (write City, ST)"
        )
    if metro is not None and 50 in metro.percentiles:
        return Rung(metro, "")
    why = "no metro wage is published" if metro else "no metro of that city is known"
    if state is not None and 50 in state.percentiles:
        is_state = words in (_words(state.title), state.state.lower())
        return Rung(state, "" if is_state else f"{why}: the state")
    return Rung(nation, f"{why}, nor one of the state: the nation")


_NATION = ("us", "usa", "united states", "national", "nation")


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))


def _title_words(area: Area) -> str:
    cities, _, _ = area.title.partition(",")
    return f"{cities.partition('-')[0].strip()}, {area.state}".lower()


def _state(words: str, areas: Sequence[Area]) -> Area | None:
    for area in areas:
        if area.kind == "state":
            code = area.state.lower()
            if words == _words(area.title) or words.split()[-1] == code:
                return area
            if words.endswith(f" {_words(area.title)}"):
                return area
    return None


def _metro(words: str, areas: Sequence[Area], library: Library) -> Area | None:
    """Metro by code, by a city of its title, or by a city listed for it."""
    metros = [area for area in areas if area.kind == "metro"]
    found = [area for area in metros if words in (area.code, _words(area.title))]
    found = found or [area for area in metros if words in _cities(area)]
    if not found:
        code = _listed(words, library)
        found = [area for area in metros if area.code == code]
    return found[0] if len(found) == 1 else None


def _cities(area: Area) -> set[str]:
    """``City ST`` and ``City`` for each city and state of a metro's title."""
    names, _, states = area.title.partition(",")
    cities = [_words(city) for city in re.split(r"-+|/", names)]
    cities += [city.removesuffix(" city") for city in cities]
    codes = [_words(state) for state in states.split("-")]
    return {*cities, *(f"{city} {code}" for city in cities for code in codes)}


def _listed(words: str, library: Library) -> str | None:
    for code, cities in _listed_cities(library):
        if words in cities:
            return code
    return None


@lru_cache(maxsize=4)
def _listed_cities(library: Library) -> list[tuple[str, list[str]]]:
    """Code of a metro and the words of the cities that are listed for it."""
    path = library.find("market_data/places.yaml")
    root = parse_yaml(read_text(path), str(path))
    table = root.get("places") if isinstance(root, Mapping) else None
    if not isinstance(table, Mapping):
        raise InputError(path, "has no block 'places:'")
    return [
        (
            code.text,
            [
                _words(city.text)
                for city in (cities.nodes if isinstance(cities, Items) else ())
                if isinstance(city, Scalar)
            ],
        )
        for code, cities in table
    ]


_BROADEST = "15-1252"
"""Occupation with wages in nearly every metro: its areas name them all."""


@lru_cache(maxsize=4)
def metro_codes(library: Library = SHIPPED) -> dict[str, str]:
    """Words of a city, with and without its state, to the code of its metro.

    A city that several metros name without a state is left out.
    """
    codes: dict[str, set[str]] = {}
    for area in read_areas(_BROADEST, library):
        if area.kind == "metro":
            for words in (*_cities(area), _words(area.title), area.code):
                codes.setdefault(words, set()).add(area.code)
    for code, cities in _listed_cities(library):
        for city in cities:
            codes[city] = {code}
    return {words: found.pop() for words, found in codes.items() if len(found) == 1}


def metro_of(location: str, library: Library = SHIPPED) -> str:
    """Code of the metro of ``City, ST``, or nothing if none is known."""
    return metro_codes(library).get(_words(location), "")
