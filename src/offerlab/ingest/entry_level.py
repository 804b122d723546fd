"""Entry-level pay and start-up grants: ``market_data/entry_level.csv``, all cited."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from offerlab.core.grid import Grid
from offerlab.resources import SHIPPED, Library

PAY_UNIT = "USD base a year"


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


def read_facts(library: Library = SHIPPED) -> list[Fact]:
    """All figures of the table."""
    path = library.find("market_data/entry_level.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Fact(
                role=row["role"],
                level=row["level"],
                location=row["location"],
                figure=row["figure"],
                unit=row["unit"],
                value=float(row["value"]),
                n=int(row["n"]) if row["n"] else None,
                as_of=row["as_of"],
                source=row["source"],
                url=row["url"],
                confidence=row["confidence"],
                note=row["note"],
            )
            for row in csv.DictReader(file)
        ]


def entry_grid(role: str, library: Library = SHIPPED) -> Grid | None:
    """Percentiles of entry-level pay of a role, or None if the table has none."""
    facts = [
        fact
        for fact in read_facts(library)
        if fact.role == role and fact.unit == PAY_UNIT and fact.figure[1:].isdigit()
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
