"""What a share is worth on a day: at a growth rate, by dated rows, or on many paths.

A price is a number, or an array of one a path: numpy is needed only by those who pass
arrays. All prices are in the currency of the offer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from offerlab.core.month import Moment, employment_day
from offerlab.core.price import PricePath
from offerlab.errors import AssumptionError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Conversion
    from offerlab.core.offer import Offer

Worth = Any
"""A float, or an array of floats, one a path."""

PRIOR_MONTH = "prior-month"
_DAYS_A_MONTH = 365.25 / 12


def above(gain: Worth) -> Worth:
    """The gain, at least 0: exactly, and for arrays too."""
    return (gain + abs(gain)) / 2


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

    def average(
        self, month: int, day: date | None, conversion: Conversion
    ) -> Worth | None:
        """Mean over the days that a letter names; None if the price is unknown."""


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

    def average(
        self, month: int, day: date | None, conversion: Conversion
    ) -> float | None:
        """Mean of the days up to the end of a month; flat before day 0."""
        if self.first is None:
            return None
        ages = [
            max(0.0, month - each / _DAYS_A_MONTH) for each in _ages(conversion, day)
        ]
        grown = sum(float((1 + self.yearly) ** (age / 12)) for age in ages)
        return self.first * grown / len(ages)


def _ages(conversion: Conversion, day: date | None) -> list[float]:
    """Days before the day of a conversion that its average counts."""
    if conversion.over == PRIOR_MONTH:
        # Without a day: that of somebody who starts on the first.
        first = 1 if day is None else day.day
        length = 30 if day is None else (day - timedelta(days=day.day)).day
        return [float(first + each) for each in range(length)]
    spread = 7 / 5 if conversion.calendar == "trading" else 1.0
    return [spread * each for each in range(conversion.days or 1)]


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

    def average(self, month: int, day: date | None, conversion: Conversion) -> float:
        """Mean of the rows that a letter names; without a day as `at`."""
        if day is None:
            return self.at(month, day)
        path, days = self.path, conversion.days or 1
        if conversion.over == PRIOR_MONTH:
            before = day.replace(day=1) - timedelta(days=1)
            mean = path.month_average(before.year, before.month)
        elif conversion.calendar == "trading":
            mean = path.trading_average(day, days)
        else:
            mean = path.average(day, days)
        return mean * self.rate


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

    def average(self, month: int, day: date | None, conversion: Conversion) -> Worth:
        """Mean of the months that the days reach back to."""
        first = max(0, month - round(max(_ages(conversion, day)) / _DAYS_A_MONTH))
        months = range(first, month + 1)
        return sum(self.at(each) for each in months) / len(months)


FAR = 2.0
"""A first price that many times the paper's, or less than its inverse, is doubted."""


def check_price_paths(
    offers: Sequence[Offer], assumptions: Assumptions
) -> list[tuple[Offer, str]]:
    """Offers whose assumed prices begin far from the paper's own, with what to say.

    Raises
    ------
    AssumptionError
        If one file of prices is given for several offers.
    """
    shared = assumptions.by_key["share_prices"]
    if len(offers) > 1 and shared.value is not None:
        names = " or ".join(f"'{offer.id}:share_prices=FILE'" for offer in offers[:2])
        raise AssumptionError(
            f"share_prices: one file holds the prices of one company, and there are"
            f" {len(offers)} offers; give it by offer: --set {names}"
        )
    found = []
    for offer in offers:
        path = assumptions.for_offer(offer.id).by_key["share_prices"].value
        price = offer.company.share_price or offer.company.preferred_price
        if not isinstance(path, PricePath) or not price:
            continue
        first = path.prices[0]
        if not 1 / FAR <= first / price <= FAR:
            found.append(
                (
                    offer,
                    f"share_prices: {path.source} begins at {first:g}, the paper has"
                    f" {price:g} a share; check that it is this company's",
                )
            )
    return found


def market_prices(
    offer: Offer,
    assumptions: Assumptions,
    quoted: float | None = None,
    into: str | None = None,
) -> Prices:
    """Prices of a public share: the assumed rows, else its own price with growth.

    Parameters
    ----------
    quoted : float, optional
        A price of the letter that takes the place of an unknown one.
    into : str, optional
        Currency of `quoted` and of the prices; the offer's.
    """
    company, into = offer.company, into or offer.currency
    path = assumptions.price_path()
    if path is not None:
        return _dated(offer, assumptions, path, into)
    price = assumptions.convert(company.share_price, company.currency, into)
    first = quoted if price is None else price
    return Growth(first, assumptions.number("share_growth_rate"))


def preferred_prices(
    offer: Offer, assumptions: Assumptions, into: str | None = None
) -> Prices:
    """Prices of a private share: the assumed rows, else that of the last round."""
    company, into = offer.company, into or offer.currency
    path = assumptions.price_path()
    if path is not None:
        return _dated(offer, assumptions, path, into)
    price = company.preferred_price
    return Growth(assumptions.convert(price, company.currency, into))


def _dated(offer: Offer, assumptions: Assumptions, path: PricePath, into: str) -> Dated:
    rate = assumptions.rate(offer.company.currency, into)
    return Dated(path, rate, 12 * assumptions.whole("horizon_years"), offer.id)


def month_day(offer: Offer, month: int) -> Moment:
    """A month of employment and its last day."""
    return Moment(month, employment_day(offer.start_date, month))
