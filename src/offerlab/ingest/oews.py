"""Published wages of an occupation: one small file, nation, states, metros.

Those that ship are of the U.S. Bureau of Labor Statistics, Occupational Employment and
Wage Statistics, public domain. Whose they are and of when is in ``SOURCE.csv`` beside
them, so that the files of another year are never cited as these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from offerlab.core.grid import Grid
from offerlab.errors import InputError, MissingResourceError
from offerlab.ingest.records import Record, read_records
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from pathlib import Path

PERCENTILES = (10, 25, 50, 75, 90)
_COLUMNS = ("kind", "state", "area", "title", "employment",
            *(f"p{percent}" for percent in PERCENTILES))  # fmt: skip


_ABOUT = ("source", "as_of", "level", "url")


@dataclass(frozen=True, slots=True)
class Published:
    """Who published the wages of a folder, and what they cover.

    Attributes
    ----------
    source, level, url : str
    as_of : str
        Month of the estimates.
    """

    source: str
    as_of: str
    level: str
    url: str


@dataclass(frozen=True, slots=True)
class Area:
    """One row of an occupation's file."""

    kind: str
    state: str
    code: str
    title: str
    employment: int | None
    percentiles: dict[int, float]
    published: Published


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
    about = _published(path)
    areas = tuple(_area(record, about) for record in read_records(path, _COLUMNS))
    if not any(area.kind == "nation" for area in areas):
        raise InputError(path, "has no row of the kind 'nation'")
    return areas


def _published(wages: Path) -> Published:
    """What ``SOURCE.csv`` beside a file of wages says; never that of other wages."""
    path = wages.with_name("SOURCE.csv")
    if not path.exists():
        unknown = "level not stated"
        return Published(
            f"your {wages.name}, source not stated", "undated", unknown, ""
        )
    record = read_records(path, _ABOUT)[0]
    for column in ("source", "as_of", "level"):
        if not record[column]:
            raise InputError(record.place, f"{column} is empty; say what the wages are")
    return Published(*(record[column] for column in _ABOUT))


def _area(record: Record, published: Published) -> Area:
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
        published=published,
    )


def area_grid(area: Area, occupation: str) -> Grid:
    """Grid of one area's wages."""
    return Grid(
        percentiles=area.percentiles,
        source=area.published.source,
        as_of=area.published.as_of,
        group=occupation,
        area="United States" if area.kind == "nation" else area.title,
        rung=area.kind,
        level=area.published.level,
        employment=area.employment,
        url=area.published.url,
        note="base pay of all jobs, not of new offers",
    )
