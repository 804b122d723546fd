"""Granting: which awards a grant makes, on which day, of how many shares."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from offerlab.core.allocation import sum_shares
from offerlab.core.grant import Grant, GrantKind, granted_shares
from offerlab.core.money import exact
from offerlab.core.month import Moment, add_months, employment_month
from offerlab.errors import VestingError
from offerlab.model.award import Award, Vest, merged
from offerlab.model.component import Component
from offerlab.model.conversion import (
    grant_money,
    quoted_price,
    shares_of,
    size_in_shares,
    strike_on,
)
from offerlab.model.prices import month_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


def awards(offer: Offer, grant: Grant, assumptions: Assumptions) -> Iterator[Award]:
    """Awards of one grant, in date order; none after the end of a fixed term.

    Raises
    ------
    CurrencyError
        If money in another currency has to be converted; shares need no rate.
    AssumptionError
        If the assumed prices have a gap on a day of conversion.
    """
    for number, made in enumerate(grant_moments(offer, grant)):
        yield award_on(offer, grant, assumptions, number, made)


def grant_moments(offer: Offer, grant: Grant) -> list[Moment]:
    """Month and day of each of its awards, within the term of the job."""
    start, end = offer.start_date, offer.end_date
    if grant.grant_dates and start is not None:
        found = [Moment(employment_month(start, day), day) for day in grant.grant_dates]
    elif grant.grant_date is not None and start is not None:
        days = [add_months(grant.grant_date, 12 * k) for k in range(grant.years)]
        found = [Moment(employment_month(start, day), day) for day in days]
    else:
        first = grant.granted_month or 0
        count = len(grant.grant_dates) or grant.years
        found = [month_day(offer, first + 12 * k) for k in range(count)]
    return [
        made for made in found if end is None or made.day is None or made.day <= end
    ]


def award_on(
    offer: Offer,
    grant: Grant,
    assumptions: Assumptions,
    number: int,
    made: Moment,
    component: Component = Component.EQUITY,
) -> Award:
    """One award of a grant, made on a day.

    Parameters
    ----------
    number : int
        Which of its yearly grants it is, from 0: the price and the strike of the
        letter are those of the first.
    """
    if grant.kind is GrantKind.CASH_AWARD:
        cash, money = Component.CASH_AWARD, grant_money(offer, grant, assumptions)
        return Award(grant, cash, None, money, made, number, basis=grant.basis)
    hurdle, own_day = strike_on(offer, grant, assumptions, number, made)
    shares = size_in_shares(offer, grant, assumptions, number, made)
    award = Award(
        grant=grant,
        component=component,
        shares=shares,
        money=None if shares is not None else grant_money(offer, grant, assumptions),
        made=made,
        number=number,
        hurdle=hurdle,
        own_day=own_day,
        face=_face(offer, grant, assumptions, number, made),
        quoted=quoted_price(offer, grant, assumptions),
        basis=grant.basis,
    )
    return _paid_out(award, assumptions) if grant.kind is GrantKind.PSU else award


def _face(
    offer: Offer, grant: Grant, assumptions: Assumptions, number: int, made: Moment
) -> float | None:
    """Money that becomes shares at a market price of a day that is still to come."""
    value = grant.value if grant.annual_value is None else grant.annual_value
    by_letter = grant.conversion_price is not None and number == 0
    if value is None or grant.kind.is_option or by_letter:
        return None
    company = offer.company
    if made.month:
        return assumptions.convert(value, grant.currency, offer.currency)
    if assumptions.price_path() is None or company.share_price is None:
        return None  # its shares are already those of today's price
    # Rows replace the price of day 0 in totals; today's worth takes today's price.
    today, own = company.share_price, company.currency
    whole = shares_of(grant, value, assumptions, today, own) or 0
    return assumptions.convert(whole * today, own, offer.currency)


def _paid_out(award: Award, assumptions: Assumptions) -> Award:
    """Performance units at the payout that is assumed, in whole units."""
    payout = assumptions.number("psu_payout")
    if payout == 1:
        return award

    def scaled(money: float | None) -> float | None:
        return None if money is None else money * payout

    shares = award.shares
    return award._replace(
        shares=None if shares is None else floor(shares * exact(payout)),
        money=scaled(award.money),
        face=scaled(award.face),
        basis="assumption",
    )


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


def schedule_vests(offer: Offer, grant: Grant) -> list[tuple[int, float]]:
    """Month of employment and part of the grant of each vest, without any price.

    Empty where the terms need dates that the offer does not give.
    """
    shares = None if grant.annual_value else granted_shares(grant, offer.company)
    made = [
        Award(grant, Component.EQUITY, shares, None, moment, number)
        for number, moment in enumerate(grant_moments(offer, grant))
    ]
    try:
        found = merged(offer, made)
    except VestingError:
        return []
    return [(vest.month, float(vest.tranche.share or 0)) for vest in found]
