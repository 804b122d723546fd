"""Published wages of an occupation: one small file, nation, states, metros.

Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics,
May 2025 (published 2026-05-15), public domain. All levels of experience; base pay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from offerlab.core.grid import Grid
from offerlab.errors import InputError, MissingResourceError
from offerlab.ingest.records import Record, read_records
from offerlab.resources import SHIPPED, Library

SOURCE = "BLS OEWS May 2025"
AS_OF = "2025-05"
LEVEL = "all levels of experience"
URL = "https://www.bls.gov/oes/"
PERCENTILES = (10, 25, 50, 75, 90)
_COLUMNS = ("kind", "state", "area", "title", "employment",
            *(f"p{percent}" for percent in PERCENTILES))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """One row of an occupation's file."""

    kind: str
    state: str
    code: str
    title: str
    employment: int | None
    percentiles: dict[int, float]


@lru_cache(maxsize=64)
def read_areas(soc: str, library: Library = SHIPPED) -> tuple[Area, ...]:
    """All areas for which wages of an occupation are published; read once a library.

    Raises
    ------
    InputError
        If there is no file for that SOC code, or it cannot be used.
    """
    if not re.fullmatch(r"\d\d-\d{4}", soc, re.ASCII):
        raise InputError("--soc", f"'{soc}' is not an occupation; write it as 15-2051")
    try:
        path = library.find(f"market_data/oews/{soc}.csv")
    except MissingResourceError as error:
        raise InputError("market data", f"holds no occupation {soc}") from error
    areas = tuple(_area(record) for record in read_records(path, _COLUMNS))
    if not any(area.kind == "nation" for area in areas):
        raise InputError(path, "has no row of the kind 'nation'")
    return areas


def _area(record: Record) -> Area:
    pays = {percent: record.number_or_none(f"p{percent}") for percent in PERCENTILES}
    known = {percent: pay for percent, pay in pays.items() if pay is not None}
    if (
        list(known.values()) != sorted(known.values())
        or min(known.values(), default=1) <= 0
    ):
        raise InputError(
            record.place, "its percentiles are not in order, or not above 0"
        )
    return Area(
        kind=record["kind"],
        state=record["state"],
        code=record["area"],
        title=record["title"],
        employment=record.whole_or_none("employment"),
        percentiles=known,
    )


def area_grid(area: Area, occupation: str) -> Grid:
    """Grid of one area's wages."""
    return Grid(
        percentiles=area.percentiles,
        source=SOURCE,
        as_of=AS_OF,
        group=occupation,
        area="United States" if area.kind == "nation" else area.title,
        rung=area.kind,
        level=LEVEL,
        employment=area.employment,
        url=URL,
        note="base pay of all jobs, not of new offers",
    )
