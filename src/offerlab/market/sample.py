"""Percentiles and ranks of rows, one data point each, with exact 95% intervals.

Percentiles interpolate linearly, h = (n - 1) q. A rank is the part of rows below a
value plus half of those equal to it. The intervals assume nothing about the shape of
pay: they come from the binomial distribution of how many rows lie below a quantile.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from offerlab.market.binomial import beta_quantile, binomial_cdf
from offerlab.market.rank import Rank

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SUFFICIENT = 10
"""Rows below which a percentile is called insufficient: a convention."""

TAIL = 0.025


def sample_percentile(pays: Sequence[float], percent: float) -> float:
    """Pay at a percentile of sorted rows (at least one).

    Examples
    --------
    >>> sample_percentile([100.0, 200.0, 400.0], 75)
    300.0
    """
    place = (len(pays) - 1) * percent / 100
    low = min(int(place), len(pays) - 1)
    high = min(low + 1, len(pays) - 1)
    return pays[low] + (place - low) * (pays[high] - pays[low])


def sample_rank(pays: Sequence[float], pay: float) -> Rank:
    """Mid-rank of a pay among sorted rows (at least one), with its 95% interval.

    Examples
    --------
    >>> sample_rank([100.0, 200.0, 200.0, 300.0], 200.0).percent
    50.0
    """
    left, right = bisect_left(pays, pay), bisect_right(pays, pay)
    return rank_of((left + right) / 2, len(pays), len(pays))


def rank_of(below: float, total: float, count: int) -> Rank:
    """Rank of what has `below` of `total` under it, stated for `count` rows.

    The interval is the exact (Clopper-Pearson) one of the mid-rank: of the part of
    jobs that pay less plus half of those that pay the same.
    """
    percent = 100 * below / total
    interval = rank_interval(below, total)
    words = f"P{percent:.0f} of {count:,}"
    if below in (0, total):
        words = f"{'below' if below == 0 else 'above'} all {count:,}"
    words += f", interval P{interval[0]:.0f}-P{interval[1]:.0f}"
    return Rank(percent, (None, None), interval, words)


def rank_interval(below: float, total: float) -> tuple[float, float]:
    """Exact 95% interval of a mid-rank, in percent."""
    above = total - below
    low = beta_quantile(TAIL, below, above + 1) if below > 0 else 0.0
    high = beta_quantile(1 - TAIL, below + 1, above) if above > 0 else 1.0
    return 100 * low, 100 * high


def percentile_interval(
    pays: Sequence[float], percent: float
) -> tuple[float | None, float | None]:
    """Distribution-free 95% interval of a percentile, from sorted rows.

    The bounds are rows: the binomial distribution says between which two the true
    percentile is. None on a side where the rows do not reach far enough.
    """
    low, high = interval_places(len(pays), percent)
    return (
        None if low is None else pays[low],
        None if high is None else pays[high],
    )


def interval_places(count: int, percent: float) -> tuple[int | None, int | None]:
    """Places among sorted rows, from 0, that bound a percentile."""
    part = percent / 100
    # The last k with at most 2.5% chance that at most k rows lie below, and the
    # first with at least 97.5%.
    low = _last(count, lambda k: binomial_cdf(k, count, part) <= TAIL)
    high = _last(count, lambda k: binomial_cdf(k, count, part) < 1 - TAIL)
    first = 0 if high is None else high + 1
    return low, first if first < count else None


def _last(count: int, holds: Callable[[int], bool]) -> int | None:
    """The last of 0, 1, ... below count for which a falling condition holds."""
    low, high = -1, count
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return None if low < 0 else low
