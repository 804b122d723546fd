"""Percentiles and ranks of rows, one data point each, with exact 95% intervals.

Linear interpolation, h = (n - 1) q, unweighted. Rank and percentile are inverse of
each other. The intervals assume nothing about the shape of pay: they come from the
binomial distribution of how many rows lie below a quantile.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from offerlab.market.rank import Rank

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFICIENT = 10
"""Rows below which a percentile is called insufficient: a convention."""

_TAIL = 0.025


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
    """Rank of a pay among sorted rows (at least one), with its 95% interval.

    A pay equal to several rows has the middle of their ranks.
    """
    count = len(pays)
    left, right = bisect_left(pays, pay), bisect_right(pays, pay)
    if left < right:
        place = (left + right - 1) / 2
    elif left in (0, count):
        place = 0.0 if left == 0 else count - 1.0
    else:
        below, above = pays[left - 1], pays[left]
        place = left - 1 + (pay - below) / (above - below)
    percent = 100 * place / (count - 1) if count > 1 else 50.0
    interval = _rank_interval((left + right) / 2, count)
    words = f"P{percent:.0f} of {count:,}"
    if left == right and left in (0, count):
        words = f"{'below' if left == 0 else 'above'} all {count:,}"
    words += f", interval P{interval[0]:.0f}-P{interval[1]:.0f}"
    return Rank(percent, (None, None), interval, words)


def _rank_interval(below: float, count: int) -> tuple[float, float]:
    """Exact (Clopper-Pearson) interval of the share of jobs that pay less."""
    from scipy.special import betaincinv  # only rows need it: importing it is slow

    above = count - below
    low = float(betaincinv(below, above + 1, _TAIL)) if below > 0 else 0.0
    high = float(betaincinv(below + 1, above, 1 - _TAIL)) if above > 0 else 1.0
    return 100 * low, 100 * high


def percentile_interval(
    pays: Sequence[float], percent: float
) -> tuple[float | None, float | None]:
    """Distribution-free 95% interval of a percentile, from sorted rows.

    The bounds are rows: the binomial distribution says between which two the true
    percentile lies. None on a side where the rows do not reach far enough.
    """
    from scipy.special import bdtr  # only rows need it: importing it is slow

    count, part = len(pays), percent / 100
    # Chance that at most k rows lie below the true percentile, for k = 0, 1, ...
    below = [float(bdtr(k, count, part)) for k in range(count)]
    lows = [k for k, chance in enumerate(below) if chance <= _TAIL]
    highs = [k for k, chance in enumerate(below) if chance >= 1 - _TAIL]
    return (
        pays[lows[-1]] if lows else None,
        pays[highs[0]] if highs else None,
    )
