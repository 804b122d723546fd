"""What a share is worth on a day: at a growth rate, by dated rows, or on many paths.

A price is a number, or an array of one a path: numpy is needed only by those who pass
arrays. All prices are in the currency of the offer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from offerlab.core.month import employment_day
from offerlab.errors import AssumptionError

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.core.price import PricePath

Worth = Any
"""A float, or an array of floats, one a path."""

_DAYS_A_MONTH = 365.25 / 12


class Prices(Protocol):
    """Prices of a share over the months of employment."""

    key: ClassVar[str]
    """Assumption that they rest on; empty where it is none."""

    def at(self, month: int, day: date | None = None) -> Worth | None:
        """Price at the end of a month, or on its day; None if it is unknown."""

    def growth(
        self, begins: tuple[int, date | None], ends: tuple[int, date | None]
    ) -> Worth:
        """Price at one month and day over that at an earlier one."""

    def average(self, month: int, day: date | None, days: int) -> Worth | None:
        """Mean over the days up to a day; None if the price is unknown."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A price that grows at a yearly rate from day 0; `first` is None if unknown.

    Examples
    --------
    >>> Growth(100.0, 0.5).at(24)
    225.0
    """

    first: float | None
    yearly: float = 0.0
    key: ClassVar[str] = "share_growth_rate"

    def at(self, month: float, day: date | None = None) -> float | None:
        """Price at the end of a month."""
        if self.first is None:
            return None
        return self.first * float((1 + self.yearly) ** (month / 12))

    def growth(
        self, begins: tuple[int, date | None], ends: tuple[int, date | None]
    ) -> float:
        """Known also where the price is not."""
        return float((1 + self.yearly) ** ((ends[0] - begins[0]) / 12))

    def average(self, month: int, day: date | None, days: int) -> float | None:
        """Mean of the days up to the end of a month; flat before day 0."""
        if self.first is None:
            return None
        ages = (max(0.0, month - each / _DAYS_A_MONTH) for each in range(days))
        grown = sum(float((1 + self.yearly) ** (age / 12)) for age in ages)
        return self.first * grown / days


@dataclass(frozen=True, slots=True)
class Dated:
    """Dated rows, each held for some days; the last one stays after the horizon.

    Attributes
    ----------
    path : PricePath
    rate : float
        Units of the offer's currency for one of the rows'.
    last_month : int
        The horizon's.
    owner : str
        Id of the offer, for messages.
    """

    path: PricePath
    rate: float
    last_month: int
    owner: str
    key: ClassVar[str] = "share_prices"

    def at(self, month: int, day: date | None = None) -> float:
        """Price of a day.

        Raises
        ------
        AssumptionError
            If the rows have a gap there, or the offer has no dates.
        """
        if day is None:
            raise AssumptionError(
                f"share_prices: {self.owner} has no start date, so its vests have no"
                " dates to look up; add 'start_date' to the offer"
            )
        last = month > self.last_month and day > self.path.days[-1]
        return (self.path.prices[-1] if last else self.path.on(day)) * self.rate

    def growth(
        self, begins: tuple[int, date | None], ends: tuple[int, date | None]
    ) -> float:
        """Price of one day over that of an earlier one."""
        return self.at(*ends) / self.at(*begins)

    def average(self, month: int, day: date | None, days: int) -> float:
        """Mean of the rows of the days up to a day; without dates as `at`."""
        if day is None:
            return self.at(month, day)
        return self.path.average(day, days) * self.rate


@dataclass(frozen=True, slots=True)
class Paths:
    """Many paths at once.

    Attributes
    ----------
    by_month : array of float, shape (n_months, n_paths)
        Prices at the end of each month of employment, from 0; the last ones stay.
    """

    by_month: Any
    key: ClassVar[str] = ""

    def at(self, month: int, day: date | None = None) -> Worth:
        """Prices at the end of a month, one a path."""
        return self.by_month[min(month, len(self.by_month) - 1)]

    def growth(
        self, begins: tuple[int, date | None], ends: tuple[int, date | None]
    ) -> Worth:
        """Path by path."""
        return self.at(*ends) / self.at(*begins)

    def average(self, month: int, day: date | None, days: int) -> Worth:
        """Mean of the months that the days reach back to."""
        first = max(0, month - round((days - 1) / _DAYS_A_MONTH))
        months = range(first, month + 1)
        return sum(self.at(each) for each in months) / len(months)


def market_prices(
    offer: Offer, assumptions: Assumptions, quoted: float | None = None
) -> Prices:
    """Prices of a public share: the assumed rows, else its own price with growth.

    `quoted` is a price of the letter, in the offer's currency, that takes the place of
    an unknown one.
    """
    company = offer.company
    path = assumptions.price_path()
    if path is None:
        price = assumptions.convert(
            company.share_price, company.currency, offer.currency
        )
        first = quoted if price is None else price
        return Growth(first, assumptions.number("share_growth_rate"))
    return Dated(
        path,
        assumptions.rate(company.currency, offer.currency),
        12 * assumptions.whole("horizon_years"),
        offer.id,
    )


def preferred_prices(offer: Offer, assumptions: Assumptions) -> Prices:
    """Price of a private share in the last round: it stays as it is."""
    company = offer.company
    price = company.preferred_price
    return Growth(assumptions.convert(price, company.currency, offer.currency))


def month_day(offer: Offer, month: int) -> tuple[int, date | None]:
    """A month of employment and its last day."""
    return month, employment_day(offer.start_date, month)
