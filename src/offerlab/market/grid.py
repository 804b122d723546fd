"""Percentiles and ranks on a published grid, by linear interpolation."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from offerlab.market.rank import Rank

if TYPE_CHECKING:
    from offerlab.core.grid import Grid


def grid_percentile(grid: Grid, percent: float) -> float | None:
    """Pay at a percentile, between the published ones; None beyond their ends."""
    known = sorted(grid.percentiles.items())
    for (low, pay_low), (high, pay_high) in itertools.pairwise(known):
        if low <= percent <= high:
            part = (percent - low) / (high - low)
            return pay_low + part * (pay_high - pay_low)
    return grid.percentiles.get(round(percent)) if percent == round(percent) else None


def grid_rank(grid: Grid, pay: float) -> Rank:
    """Interpolated rank of a pay; beyond the grid's ends only the side is known.

    Examples
    --------
    >>> from offerlab.core.grid import Grid
    >>> grid = Grid({25: 100.0, 50: 200.0}, "s", "2025", "g", "a", "nation", "all")
    >>> grid_rank(grid, 150.0).words
    'between P25 and P50, about P38'
    """
    known = sorted(grid.percentiles.items())
    if not known:
        return Rank(None, (None, None), None, "no percentile is published")
    lowest, highest = known[0][0], known[-1][0]
    if pay < known[0][1]:
        return Rank(None, (None, lowest), None, f"below P{lowest}")
    if pay > known[-1][1]:
        return Rank(None, (highest, None), None, f"above P{highest}")
    exact = [percent for percent, known_pay in known if known_pay == pay]
    if exact:
        # Where several percentiles are equal, the middle of them.
        percent = (exact[0] + exact[-1]) / 2
        return Rank(percent, (exact[0], exact[-1]), None, f"at P{percent:g}")
    return _between(known, pay)


def _between(known: list[tuple[int, float]], pay: float) -> Rank:
    for (low, pay_low), (high, pay_high) in itertools.pairwise(known):
        if pay_low < pay < pay_high:
            percent = low + (pay - pay_low) / (pay_high - pay_low) * (high - low)
            words = f"between P{low} and P{high}, about P{percent:.0f}"
            return Rank(percent, (low, high), None, words)
    raise ValueError("the percentiles of a grid must not fall")
