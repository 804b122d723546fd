"""What each kind of employer moves, and the constants of a plan.

``levers.csv`` and ``negotiation.csv``, the user's own before the shipped ones.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from offerlab.errors import InputError
from offerlab.ingest.records import read_records
from offerlab.resources import SHIPPED, Library

EMPLOYERS = (
    "public-banded", "public-back-loaded", "late-private", "early-private", "cash-only",
)  # fmt: skip
"""Kinds of employer, by what they move and in which unit."""

_CONSTANTS = "market_data/negotiation.csv"
_COLUMNS = ("employer", "rank", "lever", "moves", "why", "as_of", "source",
            "confidence")  # fmt: skip


class Lever(NamedTuple):
    """One thing that an employer moves, or in `moves` does not."""

    lever: str
    moves: bool
    why: str
    as_of: str
    source: str
    confidence: str


@lru_cache(maxsize=8)
def read_levers(library: Library = SHIPPED) -> dict[str, tuple[Lever, ...]]:
    """Levers of each kind of employer, those to try first at the front.

    Raises
    ------
    InputError
        If the user's own table cannot be used.
    """
    path = library.find("market_data/levers.csv")
    ranked: dict[str, list[tuple[float, Lever]]] = {kind: [] for kind in EMPLOYERS}
    for row in read_records(path, _COLUMNS):
        if row["employer"] not in ranked:
            known = ", ".join(EMPLOYERS)
            raise InputError(
                path, f"'{row['employer']}' is not a kind of employer ({known})"
            )
        texts = (row[name] for name in _COLUMNS[4:])
        lever = Lever(row["lever"], row["moves"] == "yes", *texts)
        ranked[row["employer"]].append((row.number("rank"), lever))
    return {
        kind: tuple(lever for _, lever in sorted(rows)) for kind, rows in ranked.items()
    }


@lru_cache(maxsize=8)
def read_constants(library: Library = SHIPPED) -> dict[str, float]:
    """Constants of a plan by name.

    Raises
    ------
    InputError
        If the user's own table cannot be used.
    """
    found = _constants(library)
    if missing := [name for name in _constants(SHIPPED) if name not in found]:
        path = library.find(_CONSTANTS)
        raise InputError(path, f"add a row for {', '.join(missing)}: there is none")
    return found


def _constants(library: Library) -> dict[str, float]:
    rows = read_records(library.find(_CONSTANTS), ("name", "value", "why", "source"))
    return {row["name"]: row.number("value") for row in rows}
