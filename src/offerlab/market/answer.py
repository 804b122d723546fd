"""An answer about pay: percentiles, the rank of a value, and what is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.market.grid import grid_percentile, grid_rank
from offerlab.market.sample import (
    SUFFICIENT,
    percentile_interval,
    sample_percentile,
    sample_rank,
)
from offerlab.market.weighted import WeightedSample, recency_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from offerlab.core.grid import AtLeast, Grid
    from offerlab.market.rank import Rank

PERCENTS = (10, 25, 50, 75, 90)


@dataclass(frozen=True, slots=True)
class Answer:
    """Percentiles of yearly pay.

    Attributes
    ----------
    percentiles : mapping of int to float, AtLeast or None
    interval : mapping of int to (low, high), or None
        95% intervals; None for a published grid, which has no sample.
    count : int or None
        Rows behind the percentiles; None for a published grid.
    effective_count : float or None
        Rows of equal weight that would know as much; `count` without weights.
    sufficient : bool
        Whether the rows are enough to lean on.
    rank : Rank or None
        Of the value that was asked about.
    currency : str
    grid : Grid or None
        The published grid, if that is what answered.
    """

    percentiles: Mapping[int, float | AtLeast | None]
    interval: Mapping[int, tuple[float | None, float | None]] | None
    count: int | None
    effective_count: float | None
    sufficient: bool
    rank: Rank | None
    currency: str = "USD"
    grid: Grid | None = None


def answer_rows(
    pays: Sequence[float],
    percents: Sequence[int] = PERCENTS,
    value: float | None = None,
    *,
    currency: str = "USD",
) -> Answer:
    """Percentiles of rows of one pay each (at least one)."""
    rows = sorted(pays)
    return Answer(
        percentiles={p: sample_percentile(rows, p) for p in percents},
        interval={p: percentile_interval(rows, p) for p in percents},
        count=len(rows),
        effective_count=float(len(rows)),
        sufficient=len(rows) >= SUFFICIENT,
        rank=None if value is None else sample_rank(rows, value),
        currency=currency,
    )


def answer_recent(
    rows: Sequence[tuple[float, date]],
    half_life_years: float,
    percents: Sequence[int] = PERCENTS,
    value: float | None = None,
    *,
    currency: str = "USD",
) -> Answer:
    """Percentiles of dated rows (at least one), the newer with more weight."""
    weights = recency_weights([day for _, day in rows], half_life_years)
    sample = WeightedSample(
        [(pay, weight) for (pay, _), weight in zip(rows, weights, strict=True)]
    )
    return Answer(
        percentiles={p: sample.percentile(p) for p in percents},
        interval={p: sample.interval(p) for p in percents},
        count=len(rows),
        effective_count=sample.effective,
        sufficient=sample.effective >= SUFFICIENT,
        rank=None if value is None else sample.rank(value),
        currency=currency,
    )


def answer_grid(
    grid: Grid, percents: Sequence[int] = PERCENTS, value: float | None = None
) -> Answer:
    """Percentiles of a published grid, interpolated between its own."""
    return Answer(
        percentiles={p: grid_percentile(grid, p) for p in percents},
        interval=None,
        count=None,
        effective_count=None,
        sufficient=bool(grid.percentiles),
        rank=None if value is None else grid_rank(grid, value),
        currency=grid.currency,
        grid=grid,
    )
