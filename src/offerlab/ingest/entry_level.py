"""Entry-level pay and start-up grants: ``market_data/entry_level.csv``, all cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from offerlab.core.grid import Grid
from offerlab.ingest.records import Record, read_records
from offerlab.resources import SHIPPED, Library

PAY_UNIT = "USD base a year"
_PERCENTILE = re.compile(r"p[1-9]\d?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fact:
    """One cited figure, as it stands in the file."""

    role: str
    level: str
    location: str
    figure: str
    unit: str
    value: float
    n: int | None
    as_of: str
    source: str
    url: str
    confidence: str
    note: str


_COLUMNS = ("role", "level", "location", "figure", "unit", "value", "n", "as_of",
            "source", "url", "confidence", "note")  # fmt: skip


@lru_cache(maxsize=8)
def read_facts(library: Library = SHIPPED) -> tuple[Fact, ...]:
    """All figures of the table; read once a library.

    Raises
    ------
    InputError
        If the user's own table cannot be used.
    """
    path = library.find("market_data/entry_level.csv")
    return tuple(_fact(record) for record in read_records(path, _COLUMNS))


def _fact(record: Record) -> Fact:
    words = ("role", "level", "location", "figure", "unit", "as_of", "source", "url")
    return Fact(
        value=record.number("value"),
        n=record.whole_or_none("n"),
        confidence=record["confidence"],
        note=record["note"],
        **{word: record[word] for word in words},
    )


def entry_grid(role: str, library: Library = SHIPPED) -> Grid | None:
    """Percentiles of entry-level pay of a role, or None if the table has none."""
    facts = [
        fact
        for fact in read_facts(library)
        if fact.role == role
        and fact.unit == PAY_UNIT
        and _PERCENTILE.fullmatch(fact.figure)
    ]
    if not facts:
        return None
    first = facts[0]
    return Grid(
        percentiles={int(fact.figure[1:]): fact.value for fact in facts},
        source=first.source,
        as_of=first.as_of,
        group=first.role,
        area=first.location,
        rung="nation",
        level=first.level,
        count=first.n,
        url=first.url,
        note=first.note,
        confidence=first.confidence,
    )
