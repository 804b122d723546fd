"""Titles of jobs to occupations: ``market_data/roles.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from offerlab.errors import InputError
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml
from offerlab.resources import SHIPPED, Library

_RANKS = frozenset(
    {
        "senior", "sr", "junior", "jr", "staff", "principal", "lead", "founding",
        "first", "new", "grad", "graduate", "entry", "mid", "level", "associate",
        "distinguished", "early", "career", "university", "campus", "the", "a", "an",
        "of", "and", "remote", "full", "time", "hire", "tech", "technical",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of job.

    Attributes
    ----------
    name : str
    soc, beside : str or None
        Nearest SOC occupation, and one to show with it.
    entry : str or None
        Its name in the table of entry-level pay.
    titles : tuple of str
    bare : tuple of str
        Titles that count only beside words of rank.
    unless : tuple of str
        Words that make it a job of another field.
    """

    name: str
    soc: str
    beside: str | None
    entry: str | None
    titles: tuple[str, ...]
    bare: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def takes(self, title: str, known: str) -> bool:
        """Whether a title in which a known one occurs is of this role."""
        words = title.split()
        if any(word in self.unless for word in words):
            return False
        rest = [word for word in words if word not in known.split()]
        return known not in self.bare or all(
            word in _RANKS or re.fullmatch(r"[ivx]+|[a-z]{0,3}\d+", word)
            for word in rest
        )


@dataclass(frozen=True, slots=True)
class Roles:
    """All roles, and the names of occupations by SOC code."""

    roles: tuple[Role, ...]
    occupations: dict[str, str]

    def find(self, title: str) -> Role | None:
        """Role of a title: the longest known title that occurs in it as words.

        Examples
        --------
        >>> read_roles().find("Senior ML Engineer, Search").name
        'machine-learning-engineer'
        >>> read_roles().find("Mechanical Engineer") is None
        True
        """
        wanted = _words(title)
        found = [
            (len(known), role)
            for role in self.roles
            for known in (role.name.replace("-", " "), *role.titles)
            if f" {_words(known)} " in f" {wanted} " and role.takes(wanted, known)
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def titles(self) -> list[str]:
        """All known titles."""
        return [title for role in self.roles for title in role.titles]


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9+#]+", text.lower()))


@lru_cache(maxsize=8)
def read_roles(library: Library = SHIPPED) -> Roles:
    """Read the map of roles; once a library.

    Raises
    ------
    InputError
        If the file is broken.
    """
    path = library.find("market_data/roles.yaml")
    root = parse_yaml(read_text(path), str(path))
    tables = [
        root.get(key) if isinstance(root, Mapping) else None
        for key in ("roles", "occupations")
    ]
    if not all(isinstance(table, Mapping) for table in tables):
        raise InputError(path, "has no blocks 'roles:' and 'occupations:'")
    roles, occupations = (_pairs(table) for table in tables)
    return Roles(
        tuple(_role(key, node) for key, node in roles.items()),
        {key: _text(node) for key, node in occupations.items()},
    )


def _pairs(node: object) -> dict[str, object]:
    pairs = node if isinstance(node, Mapping) else ()
    return {key.text: value for key, value in pairs}


def _text(node: object) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _role(name: str, node: object) -> Role:
    keys = _pairs(node)
    return Role(
        name=name,
        soc=_text(keys.get("soc")),
        beside=_text(keys.get("beside")) or None,
        entry=_text(keys.get("entry")) or None,
        titles=_texts(keys.get("titles")),
        bare=_texts(keys.get("bare")),
        unless=_texts(keys.get("unless")),
    )


def _texts(node: object) -> tuple[str, ...]:
    return tuple(map(_text, node.nodes)) if isinstance(node, Items) else ()
