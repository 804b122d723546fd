"""Awards: what a grant gives on which day, ready to be vested.

Most grants are one award, on the first day. A grant of an annual value is one a year,
each converted at the price of that year's first day; a refresher one at each
anniversary. A size becomes whole shares once, rounded down.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import sum_shares
from offerlab.core.claim import Claim
from offerlab.core.grant import Grant, GrantKind, granted_shares
from offerlab.core.month import add_months, employment_day, employment_month
from offerlab.core.timetable import Tranche
from offerlab.core.vesting import tranches
from offerlab.errors import VestingError
from offerlab.model.component import Component
from offerlab.model.conversion import (
    conversion_price_on,
    grant_money,
    grant_shares,
    hurdle_of,
    quoted_price,
    whole_shares,
)
from offerlab.model.prices import month_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


class Vest(NamedTuple):
    """A tranche with its month of employment."""

    month: int
    tranche: Tranche


class Award(NamedTuple):
    """Shares or money granted on one day.

    Attributes
    ----------
    grant : Grant
    component : Component
    shares : int or None
        None where it is money, or a percent that cannot become shares yet.
    money : float or None
        What it promises in the offer's currency, where it promises money.
    granted_month : int
        Month of employment.
    basis : str
    expected : bool
        True where nothing on paper promises it.
    """

    grant: Grant
    component: Component
    shares: int | None
    money: float | None
    granted_month: int = 0
    basis: str = "letter"
    expected: bool = False

    def granted_on(self, offer: Offer) -> date | None:
        """Day on which it is granted; None without a start date."""
        return employment_day(offer.start_date, self.granted_month)

    def vests(self, offer: Offer) -> list[Vest]:
        """Tranches by month of employment; none if the letter gives no schedule.

        What the schedule dates before the day of the grant vests on it.
        """
        terms = self.grant.vesting
        if terms is None:
            return []
        day = self.granted_on(offer)
        if offer.start_date is None or day is None:
            found = tranches(terms, self.shares, None)
            return [Vest(self.granted_month + (t.month or 0), t) for t in found]
        first = self.grant.vesting_start or offer.start_date
        start = add_months(first, self.granted_month)
        found = tranches(terms, self.shares, start, grant_date=day, start_day=first.day)
        return [
            Vest(employment_month(offer.start_date, tranche.date), tranche)
            for tranche in found
            if tranche.date is not None
        ]

    def claim(self, offer: Offer, vest: Vest, assumptions: Assumptions) -> Claim:
        """What vests, in the offer's currency, ready to be valued."""
        grant, tranche = self.grant, vest.tranche
        money = self.money
        if money is None and self.shares is None:
            money = grant_money(offer, grant, assumptions)
        return Claim(
            shares=tranche.shares,
            part=tranche.share or Fraction(0),
            money=money,
            percent=grant.percent,
            hurdle=hurdle_of(offer, grant, assumptions),
            is_option=grant.kind.is_option,
            quoted=quoted_price(offer, grant, assumptions),
            month=vest.month,
            day=tranche.date,
            granted_month=self.granted_month,
            granted_on=self.granted_on(offer),
        )


def awards(offer: Offer, grant: Grant, assumptions: Assumptions) -> Iterator[Award]:
    """Awards of one grant, in date order.

    Raises
    ------
    CurrencyError
        If money in another currency has to be converted; shares need no rate.
    AssumptionError
        If the assumed prices have a gap on a day of conversion.
    """
    months = range(0, 12 * grant.years, 12)
    if grant.kind is GrantKind.CASH_AWARD:
        money = assumptions.convert(
            grant.value or grant.annual_value, grant.currency, offer.currency
        )
        for month in months:
            yield Award(grant, Component.CASH_AWARD, None, money, month, grant.basis)
    elif grant.annual_value is not None:
        for month in months:
            yield converted(offer, grant, assumptions, month, Component.EQUITY)
    else:
        shares = grant_shares(offer, grant, assumptions)
        yield Award(grant, Component.EQUITY, shares, None, basis=grant.basis)


def award_shares(offer: Offer, grant: Grant, assumptions: Assumptions) -> int | None:
    """Shares of all awards of a grant; None if unknown.

    Raises
    ------
    CurrencyError, AssumptionError
        As `awards` does.
    """
    return sum_shares(award.shares for award in awards(offer, grant, assumptions))


def vests(offer: Offer, grant: Grant, assumptions: Assumptions) -> list[Vest]:
    """Tranches of a grant by month of employment, of all its awards.

    Raises
    ------
    CurrencyError, AssumptionError
        As `awards` does.
    VestingError
        If the terms vest more than the grant, or need a start date.
    """
    return merged(offer, list(awards(offer, grant, assumptions)))


def merged(offer: Offer, made: list[Award]) -> list[Vest]:
    """Vests of some awards as those of one: one a day, with one running total.

    `share` becomes the part of all of them, taken as equal.
    """
    found = [vest for award in made for vest in award.vests(offer)]
    if len(made) == 1:
        return found

    def key(vest: Vest) -> tuple[int, date]:
        return vest.month, vest.tranche.date or date.min

    running: Shares = 0
    result = []
    for (month, _), group in groupby(sorted(found, key=key), key=key):
        each = [vest.tranche for vest in group]
        shares = sum_shares(tranche.shares for tranche in each)
        running += shares or 0
        result.append(
            Vest(
                month,
                Tranche(
                    month=each[0].month,
                    date=each[0].date,
                    share=sum((t.share for t in each if t.share), Fraction(0))
                    / len(made),
                    shares=shares,
                    cumulative=running if shares is not None else None,
                ),
            )
        )
    return result


def schedule_vests(offer: Offer, grant: Grant) -> list[tuple[int, float]]:
    """Month of employment and part of the grant of each vest, without any price.

    Empty where the terms need dates that the offer does not give.
    """
    shares = None if grant.annual_value else granted_shares(grant, offer.company)
    made = [
        Award(grant, Component.EQUITY, shares, None, 12 * year)
        for year in range(grant.years)
    ]
    try:
        found = merged(offer, made)
    except VestingError:
        return []
    return [(vest.month, float(vest.tranche.share or 0)) for vest in found]


def converted(
    offer: Offer,
    grant: Grant,
    assumptions: Assumptions,
    month: int,
    component: Component,
) -> Award:
    """Award of an annual value in a month: converted at the price of that day.

    The conversion price that the letter names is that of the first year.
    """
    price = None
    if month == 0 and grant.conversion_price is not None:
        price = quoted_price(offer, grant, assumptions)
    elif grant.annual_value is not None:
        price = conversion_price_on(offer, grant, assumptions, *month_day(offer, month))
    value = grant.annual_value
    money = assumptions.convert(value, grant.currency, offer.currency)
    return Award(
        grant=grant,
        component=component,
        shares=whole_shares(offer, grant, value, assumptions, price),
        money=money or 0.0,
        granted_month=month,
        basis=grant.basis,
    )
