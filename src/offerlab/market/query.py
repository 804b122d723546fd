"""A question to a file of comps: filters, percentiles, the rank of a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.grid import Grid
from offerlab.errors import MarketDataError
from offerlab.market.grid import grid_percentile, grid_rank
from offerlab.market.sample import (
    SUFFICIENT,
    percentile_interval,
    sample_percentile,
    sample_rank,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offerlab.ingest.comps import Comp, Comps
    from offerlab.market.rank import Rank

PERCENTS = (10, 25, 50, 75, 90)


@dataclass(frozen=True, slots=True)
class Answer:
    """Percentiles of pay in US dollars, with what they stand on.

    Attributes
    ----------
    percentiles : mapping of int to float or None
    interval : mapping of int to (low, high), or None
        95% intervals; None for a published grid, which has no sample.
    count : int or None
        Rows behind the percentiles; None for a published grid.
    sufficient : bool
        Whether the rows are enough to lean on.
    rank : Rank or None
        Of the value that was asked about.
    grid : Grid or None
        The published grid, if that is what answered.
    """

    percentiles: Mapping[int, float | None]
    interval: Mapping[int, tuple[float | None, float | None]] | None
    count: int | None
    sufficient: bool
    rank: Rank | None
    grid: Grid | None = None


def filtered(comps: Comps, filters: Mapping[str, tuple[str, str]]) -> list[Comp]:
    """Rows that match every filter as words, whatever their case.

    Parameters
    ----------
    comps : Comps
    filters : mapping of str to (str, str)
        Name of the filter to its column and what is wanted there.

    Raises
    ------
    MarketDataError
        If a filter has no column, or no row is left; it names the filter that
        emptied the file.
    """
    rows = list(comps.rows)
    for name, (column, wanted) in filters.items():
        if column not in comps.columns:
            raise MarketDataError(
                f"{comps.file}: has no column for --{name}; name one with"
                f" --map {column}=HEADER"
            )
        left = [row for row in rows if _matches(wanted, row.texts.get(column, ""))]
        if not left:
            seen = sorted({row.texts.get(column, "") for row in rows} - {""})[:5]
            raise MarketDataError(
                f"{comps.file}: no row is left after --{name} '{wanted}' ({len(rows)}"
                f" before it; it has, for example: {'; '.join(seen) or 'nothing'})"
            )
        rows = left
    return rows


def _matches(wanted: str, text: str) -> bool:
    return f" {_words(wanted)} " in f" {_words(text)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def answer_rows(
    rows: Sequence[Comp], percents: Sequence[int] = PERCENTS, value: float | None = None
) -> Answer:
    """Percentiles of rows of one pay each (at least one)."""
    pays = sorted(row.pay for row in rows if row.pay is not None)
    return Answer(
        percentiles={p: sample_percentile(pays, p) for p in percents},
        interval={p: percentile_interval(pays, p) for p in percents},
        count=len(pays),
        sufficient=len(pays) >= SUFFICIENT,
        rank=None if value is None else sample_rank(pays, value),
    )


def answer_grid(
    grid: Grid, percents: Sequence[int] = PERCENTS, value: float | None = None
) -> Answer:
    """Percentiles of a published grid, interpolated between its own."""
    return Answer(
        percentiles={p: grid_percentile(grid, p) for p in percents},
        interval=None,
        count=None,
        sufficient=bool(grid.percentiles),
        rank=None if value is None else grid_rank(grid, value),
        grid=grid,
    )


def own_grid(comps: Comps, row: Comp) -> Grid:
    """Grid of one row of the user's percentiles."""
    texts = row.texts
    count = texts.get("count", "")
    return Grid(
        percentiles=row.percentiles,
        source=texts.get("source") or comps.file,
        as_of=texts.get("year") or "undated",
        group=texts.get("role") or "all roles",
        area=texts.get("location") or texts.get("state") or "all places",
        rung="yours",
        level=texts.get("level") or "all levels",
        count=int(count) if count.isdigit() else None,
        confidence="yours",
    )
