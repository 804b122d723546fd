"""Percentiles and ranks of rows of which the newer count more."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from offerlab.market.binomial import beta_quantile
from offerlab.market.sample import TAIL, rank_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.market.rank import Rank

DAYS_A_YEAR = 365.25


def recency_weights(days: Sequence[date], half_life_years: float) -> list[float]:
    """Weight of each row: 1 for the newest, a half for each half-life before it."""
    newest = max(days)
    return [
        0.5 ** ((newest - day).days / DAYS_A_YEAR / half_life_years) for day in days
    ]


def effective_count(weights: Sequence[float]) -> float:
    """Rows of equal weight that would know as much (Kish).

    Examples
    --------
    >>> effective_count([1.0, 1.0, 0.0])
    2.0
    """
    return sum(weights) ** 2 / sum(weight**2 for weight in weights)


class WeightedSample:
    """Sorted rows with weights.

    Row k (from 0) stands at the percentile of s_k = k w_k + (n - 1) Σ of the weights
    before it, in parts of the last; with equal weights that is k / (n - 1).

    Parameters
    ----------
    rows : sequence of (pay, weight)
    """

    def __init__(self, rows: Sequence[tuple[float, float]]) -> None:
        rows = sorted(rows)
        self.pays = [pay for pay, _ in rows]
        weights = [weight for _, weight in rows]
        self._before = [0.0, *accumulate(weights)]
        self.total = self._before[-1]
        self.effective = effective_count(weights)
        count = len(rows)
        self._stands = [
            place * weight + (count - 1) * self._before[place]
            for place, weight in enumerate(weights)
        ]

    def percentile(self, percent: float) -> float:
        """Pay at a percentile."""
        wanted = self._stands[-1] * percent / 100
        place = min(bisect_right(self._stands, wanted), len(self.pays) - 1)
        if place == 0:
            return self.pays[0]
        low, high = self._stands[place - 1], self._stands[place]
        part = (wanted - low) / (high - low) if high > low else 0.0
        return self.pays[place - 1] + part * (self.pays[place] - self.pays[place - 1])

    def interval(self, percent: float) -> tuple[float | None, float | None]:
        """Interval of a percentile, as of `effective` rows of equal weight."""
        below = self.effective * percent / 100
        above = self.effective - below
        if self.effective * min(percent, 100 - percent) < 100 * -_LOG_TAIL:
            return None, None
        low = beta_quantile(TAIL, below, above + 1)
        high = beta_quantile(1 - TAIL, below + 1, above)
        return self.percentile(100 * low), self.percentile(100 * high)

    def rank(self, pay: float) -> Rank:
        """Weighted mid-rank of a pay."""
        left, right = bisect_left(self.pays, pay), bisect_right(self.pays, pay)
        part = (self._before[left] + self._before[right]) / 2 / self.total
        return rank_of(part * self.effective, self.effective, len(self.pays))


_LOG_TAIL = -3.69
"""ln 0.025: fewer expected rows on a side cannot bound the percentile there."""
