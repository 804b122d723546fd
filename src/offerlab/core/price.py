"""Dated prices of a share: a path that somebody assumes, instead of a growth rate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from offerlab.errors import AssumptionError

MAX_DAYS = 31
"""A price holds for that many days; what comes later is a gap."""


class PricePath(NamedTuple):
    """Prices by day, in the company's currency.

    Attributes
    ----------
    source : str
        File they come from.
    days : tuple of date
        In order, no day twice.
    prices : tuple of float
    """

    source: str
    days: tuple[date, ...]
    prices: tuple[float, ...]

    def on(self, when: date) -> float:
        """Price of a day: that of the last row up to it.

        Raises
        ------
        AssumptionError
            If that row is more than `MAX_DAYS` older: a gap is not filled.
        """
        place = bisect_right(self.days, when) - 1
        if place < 0 or when - self.days[place] > timedelta(days=MAX_DAYS):
            raise AssumptionError(
                f"share_prices: {self.source} has no price for {when}"
                f" ({self._around(place)}); add a row for that day, or for one up to"
                f" {MAX_DAYS} days before it"
            )
        return self.prices[place]

    def average(self, when: date, days: int) -> float:
        """Mean of the rows of the `days` days up to and including `when`.

        Raises
        ------
        AssumptionError
            If there is no row among them.
        """
        first = when - timedelta(days=days)
        begin, end = bisect_right(self.days, first), bisect_right(self.days, when)
        if begin == end:
            raise AssumptionError(
                f"share_prices: {self.source} has no price in the {days} days up to"
                f" {when}, over which the letter averages"
            )
        return fsum(self.prices[begin:end]) / (end - begin)

    def trading_average(self, when: date, days: int) -> float:
        """Mean of the last `days` rows up to and including `when`.

        Raises
        ------
        AssumptionError
            If there are fewer rows, or they are further apart.
        """
        end = bisect_right(self.days, when)
        if end < days:
            raise AssumptionError(
                f"share_prices: {self.source} has {end} rows up to {when}, and the"
                f" letter averages {days} trading days; add the rows before"
                f" {self.days[0]}"
            )
        if self.days[end - 1] - self.days[end - days] > timedelta(days=2 * days + 7):
            raise AssumptionError(
                f"share_prices: {self.source} does not have a row for each trading day"
                f" up to {when}, and the letter averages {days} of them; add the rows"
            )
        return fsum(self.prices[end - days : end]) / days

    def month_average(self, year: int, month: int) -> float:
        """Mean of the rows of a calendar month.

        Raises
        ------
        AssumptionError
            If it has none.
        """
        first = date(year, month, 1)
        next_first = date(year + month // 12, month % 12 + 1, 1)
        begin, end = bisect_left(self.days, first), bisect_left(self.days, next_first)
        if begin == end:
            raise AssumptionError(
                f"share_prices: {self.source} has no price in {first:%Y-%m}, the month"
                " over which the letter averages; add its rows"
            )
        return fsum(self.prices[begin:end]) / (end - begin)

    def _around(self, place: int) -> str:
        """Rows on both sides of a gap, in words."""
        before = f"the row before is of {self.days[place]}" if place >= 0 else ""
        later = place + 1 < len(self.days)
        after = f"the row after of {self.days[place + 1]}" if later else ""
        if place < 0:
            return f"it begins on {self.days[0]}"
        return f"{before}, {after}" if after else f"it ends on {self.days[-1]}"

    def __str__(self) -> str:
        return (
            f"{self.source} ({len(self.days)} rows, {self.days[0]} to {self.days[-1]})"
        )
