"""Published wages of an occupation: one small file, nation, states, metros.

Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics,
May 2025 (published 2026-05-15), public domain. All levels of experience; base pay.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass

from offerlab.core.grid import Grid
from offerlab.errors import InputError, MissingResourceError
from offerlab.resources import SHIPPED, Library

SOURCE = "BLS OEWS May 2025"
AS_OF = "2025-05"
LEVEL = "all levels of experience"
URL = "https://www.bls.gov/oes/"
PERCENTILES = (10, 25, 50, 75, 90)


@dataclass(frozen=True, slots=True)
class Area:
    """One row of an occupation's file."""

    kind: str
    state: str
    code: str
    title: str
    employment: int | None
    percentiles: dict[int, float]


def read_areas(soc: str, library: Library = SHIPPED) -> list[Area]:
    """All areas for which wages of an occupation are published.

    Raises
    ------
    InputError
        If there is no file for that SOC code.
    """
    try:
        path = library.find(f"market_data/oews/{soc}.csv")
    except MissingResourceError as error:
        raise InputError("market data", f"holds no occupation {soc}") from error
    with path.open(encoding="utf-8", newline="") as file:
        return [_area(row) for row in csv.DictReader(file)]


def _area(row: dict[str, str]) -> Area:
    percentiles = {
        percent: float(row[f"p{percent}"])
        for percent in PERCENTILES
        if row[f"p{percent}"].replace(".", "").isdigit()  # `*`: not released
    }
    jobs = row["employment"]
    return Area(
        kind=row["kind"],
        state=row["state"],
        code=row["area"],
        title=row["title"],
        employment=int(jobs) if jobs.isdigit() else None,
        percentiles=percentiles,
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
