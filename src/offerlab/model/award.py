"""Awards: what a grant gives on which day, ready to be vested.

Most grants are one award, on the first day. A grant of an annual value is one a year,
each converted at the price of that year's first day; a refresher one at each
anniversary. A size becomes whole shares once, rounded down.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import groupby
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.grant import Grant, GrantKind, granted_shares
from offerlab.core.money import exact
from offerlab.core.month import add_months, employment_month
from offerlab.core.vesting import Tranche, tranches
from offerlab.errors import VestingError
from offerlab.model.equity_value import (
    Piece,
    conversion_price_on,
    grant_money,
)
from offerlab.model.ledger import Component

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
        Its worth when granted, in the offer's currency, where `shares` is None.
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
        return offer.start_date and add_months(offer.start_date, self.granted_month)

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

    def piece(self, offer: Offer, vest: Vest) -> Piece:
        """What vests, ready to be valued."""
        return Piece(
            shares=vest.tranche.shares,
            share=vest.tranche.share or exact(0),
            money=self.money,
            month=vest.month,
            day=vest.tranche.date,
            granted_month=self.granted_month,
            granted_on=self.granted_on(offer),
        )


def awards(offer: Offer, grant: Grant, assumptions: Assumptions) -> Iterator[Award]:
    """Awards of one grant, in date order."""
    if grant.kind is GrantKind.CASH_AWARD:
        yield from _cash_awards(offer, grant, assumptions)
    elif grant.annual_value is not None:
        for month in range(0, 12 * grant.years, 12):
            yield converted(offer, grant, assumptions, month, Component.EQUITY)
    else:
        award = _once(offer, grant, assumptions)
        if award.shares is None:
            award = award._replace(money=grant_money(offer, grant, assumptions))
        yield award


def _once(offer: Offer, grant: Grant, assumptions: Assumptions) -> Award:
    """Award of a grant that is made once, not yet valued."""
    shares = _shares(offer, grant, assumptions)
    return Award(grant, Component.EQUITY, shares, None, basis=grant.basis)


def dated_awards(
    offer: Offer, grant: Grant, assumptions: Assumptions
) -> Iterator[Award]:
    """Awards of one grant for their dates and shares.

    Those of a grant made once need no exchange rate.
    """
    if grant.annual_value is None and grant.kind is not GrantKind.CASH_AWARD:
        yield _once(offer, grant, assumptions)
    else:
        yield from awards(offer, grant, assumptions)


def vests(offer: Offer, grant: Grant, assumptions: Assumptions) -> list[Vest]:
    """Tranches of a grant by month of employment, of all its awards."""
    each = list(dated_awards(offer, grant, assumptions))
    found = [vest for award in each for vest in award.vests(offer)]
    return found if len(each) == 1 else merged(found)


def merged(found: list[Vest]) -> list[Vest]:
    """Vests of several awards as those of one: one a day, with one running total."""
    ordered = sorted(
        found, key=lambda vest: (vest.month, vest.tranche.date or date.min)
    )
    awarded = sum((v.tranche.share for v in found if v.tranche.share), Fraction(0))
    running: Shares = 0
    result = []
    for (month, day), group in groupby(
        ordered, key=lambda v: (v.month, v.tranche.date)
    ):
        each = [vest.tranche for vest in group]
        known = [tranche.shares for tranche in each if tranche.shares is not None]
        shares: Shares | None = sum(known) if len(known) == len(each) else None
        running += shares or 0
        share = sum((tranche.share or 0 for tranche in each), Fraction(0))
        total = running if shares is not None else None
        one = Tranche(
            each[0].month, day, share / max(Fraction(1), awarded), shares, total
        )
        result.append(Vest(month, one))
    return result


def schedule_vests(offer: Offer, grant: Grant) -> list[tuple[int, float]]:
    """Month of employment and part of the grant of each vest, whatever its size.

    None where the terms need dates that the offer does not give.
    """
    parts = []
    for year in range(grant.years):
        award = Award(grant, Component.EQUITY, None, None, 12 * year)
        try:
            found = award.vests(offer)
        except VestingError:
            return []
        parts += [(v.month, float(v.tranche.share or 0) / grant.years) for v in found]
    return sorted(parts)


def _cash_awards(
    offer: Offer, grant: Grant, assumptions: Assumptions
) -> Iterator[Award]:
    rate = assumptions.rate(grant.currency, offer.currency)
    each = grant.value if grant.annual_value is None else grant.annual_value
    years = grant.years if grant.annual_value is not None else 1
    for month in range(0, 12 * years, 12):
        money = (each or 0.0) * rate
        yield Award(grant, Component.CASH_AWARD, None, money, month, grant.basis)


def _shares(offer: Offer, grant: Grant, assumptions: Assumptions) -> int | None:
    """Whole shares of a grant that is made once, on the first day."""
    by_path = (
        grant.value is not None
        and grant.conversion_price is None
        and offer.company.is_public
        and assumptions.price_path() is not None
    )
    if not by_path:
        return granted_shares(grant, offer.company)
    start = grant.vesting_start or offer.start_date
    price = conversion_price_on(offer, grant, assumptions, 0, start)
    rate = assumptions.rate(grant.currency, offer.currency)
    return _whole(grant.value, rate, price)


def converted(
    offer: Offer,
    grant: Grant,
    assumptions: Assumptions,
    month: int,
    component: Component,
    *,
    expected: bool = False,
) -> Award:
    """Award of an annual value in a month: converted at the price of that day.

    The conversion price that the letter names is that of the first year.
    """
    rate = assumptions.rate(grant.currency, offer.currency)
    day = offer.start_date and add_months(
        grant.vesting_start or offer.start_date, month
    )
    price = None
    if month == 0 and grant.conversion_price is not None:
        price = grant.conversion_price * rate
    elif grant.annual_value is not None:
        price = conversion_price_on(offer, grant, assumptions, month, day)
    return Award(
        grant=grant,
        component=component,
        shares=_whole(grant.annual_value, rate, price),
        money=(grant.annual_value or 0.0) * rate,
        granted_month=month,
        basis=grant.basis,
        expected=expected,
    )


def _whole(value: float | None, rate: float, price: float | None) -> int | None:
    if value is None or not price:
        return None
    return floor(exact(value) * exact(rate) / exact(price))
