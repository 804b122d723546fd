"""Percentiles and ranks on a published grid, by linear interpolation."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from offerlab.core.grid import AtLeast
from offerlab.core.money import format_whole
from offerlab.market.rank import Rank

if TYPE_CHECKING:
    from offerlab.core.grid import Grid


def grid_percentile(grid: Grid, percent: float) -> float | AtLeast | None:
    """Pay at a percentile, between the published ones; None beyond their ends.

    Where a source cut its figures off, a percentile is at least what is known.
    """
    known = sorted(grid.percentiles.items())
    for (low, pay_low), (high, pay_high) in itertools.pairwise(known):
        if percent in (low, high):
            return pay_low if percent == low else pay_high
        if low < percent < high:
            if isinstance(pay_low, AtLeast):
                return pay_low
            if isinstance(pay_high, AtLeast):
                return AtLeast(pay_low)
            return pay_low + (percent - low) / (high - low) * (pay_high - pay_low)
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
    pays = sorted(grid.percentiles.items())
    known = [(percent, x) for percent, x in pays if not isinstance(x, AtLeast)]
    cut = next(((p, x) for p, x in pays if isinstance(x, AtLeast)), None)
    if not known and cut is None:
        return Rank(None, (None, None), None, "no percentile is published")
    if not known or pay > known[-1][1]:
        return _above(known[-1][0] if known else None, cut, pay, grid.currency)
    lowest = known[0][0]
    if pay < known[0][1]:
        return Rank(None, (None, lowest), None, f"below P{lowest}")
    exact = [percent for percent, known_pay in known if known_pay == pay]
    if exact:
        # Where several percentiles are equal, the middle of them.
        percent = (exact[0] + exact[-1]) / 2
        return Rank(percent, (exact[0], exact[-1]), None, f"at P{percent:g}")
    return _between(known, pay)


def _above(
    highest: int | None, cut: tuple[int, AtLeast] | None, pay: float, currency: str
) -> Rank:
    """Rank of a pay above every figure that is known to the dollar."""
    if cut is None:
        return Rank(None, (highest, None), None, f"above P{highest}")
    percent, known = cut
    if pay < known.at_least:
        words = f"below P{percent}"
        if highest is not None:
            words = f"between P{highest} and P{percent}"
        return Rank(None, (highest, percent), None, words)
    told = format_whole(known.at_least, currency)
    words = f"P{percent} and above are published only as at least {told}"
    if highest is not None:
        words = f"above P{highest}; {words}"
    return Rank(None, (highest, None), None, words)


def _between(known: list[tuple[int, float]], pay: float) -> Rank:
    for (low, pay_low), (high, pay_high) in itertools.pairwise(known):
        if pay_low < pay < pay_high:
            percent = low + (pay - pay_low) / (pay_high - pay_low) * (high - low)
            words = f"between P{low} and P{high}, about P{percent:.0f}"
            return Rank(percent, (low, high), None, words)
    raise ValueError("the percentiles of a grid must not fall")
