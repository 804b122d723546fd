"""Bonus lines: a target each year, or the terms that a letter gives year by year.

A bonus is earned in a year of employment and dated at its end; where the letter names
a month of payment, it is earned in a calendar year and paid in that month of the next.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import add_months, employment_day, employment_month
from offerlab.model.cash import base_of_year
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.term import is_worked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.bonus import TargetBonus, YearBonus
    from offerlab.core.offer import Offer


class Earned(NamedTuple):
    """A bonus with its terms, before the payout: `target` is what is then paid of it.

    `when` is the day of payment, in `month` of employment; `accrued` is the target for
    the part of its year up to the horizon, where it is paid after it, else 0.
    """

    terms: YearBonus
    when: date | None
    month: int
    target: float
    accrued: float = 0.0


def bonus_lines(offer: Offer, assumptions: Assumptions, years: int) -> Iterator[Line]:
    """Bonuses that are paid in years one to `years`, and within a fixed term."""
    bonus = offer.target_bonus
    if bonus is None:
        return
    payout = assumptions.number("bonus_payout")
    for earned in _earned(offer, bonus, assumptions, years):
        if earned.month > 12 * years:
            continue
        guaranteed = earned.terms.guaranteed
        yield Line(
            date=earned.when,
            month=earned.month,
            component=Component.TARGET_BONUS,
            amount=earned.target if guaranteed else earned.target * payout,
            certainty=Certainty.GUARANTEED if guaranteed else Certainty.TARGET,
            # A guarantee is for its own year: it does not come back.
            recurring=not guaranteed,
            tax_kind=TaxKind.SUPPLEMENTAL,
            basis=bonus.basis if guaranteed or payout == 1 else "assumption",
        )


def unpaid_bonus(offer: Offer, assumptions: Assumptions) -> float:
    """Bonus that is earned within the horizon and paid after it: in no total.

    For the days up to the horizon, at the payout that is assumed; a guarantee is whole.
    """
    bonus = offer.target_bonus
    if bonus is None:
        return 0.0
    years = assumptions.whole("horizon_years")
    payout = assumptions.number("bonus_payout")
    late = [
        earned
        for earned in _earned(offer, bonus, assumptions, years)
        if earned.month > 12 * years
    ]
    return sum(
        earned.accrued * (1 if earned.terms.guaranteed else payout) for earned in late
    )


def paid_after_the_end(offer: Offer) -> list[tuple[int, date]]:
    """Calendar years of a fixed term whose bonus is paid after it, and the day."""
    bonus, start, end = offer.target_bonus, offer.start_date, offer.end_date
    if bonus is None or bonus.is_none or start is None or end is None:
        return []
    if not bonus.paid_in_month:
        return []
    years = range(start.year, end.year + 1)
    paid = ((year, _paid_on(year, bonus.paid_in_month)) for year in years)
    return [
        (year, day)
        for year, day in paid
        if day > end and bonus.of_year(year - start.year + 1) is not None
    ]


def _paid_on(year: int, month: int) -> date:
    """Last day of a month in the year after a calendar year."""
    return date(year + 1, month, monthrange(year + 1, month)[1])


def _earned(
    offer: Offer, bonus: TargetBonus, assumptions: Assumptions, years: int
) -> Iterator[Earned]:
    """Bonuses of the years that begin by the end of year `years`."""
    if bonus.paid_in_month and offer.start_date:
        yield from _by_calendar(offer, bonus, assumptions, years)
        return
    for year in range(1, years + 1):
        terms, month = bonus.of_year(year), 12 * year
        if terms is not None and is_worked(offer, month):
            target = _target(offer, terms, assumptions, year)
            yield Earned(terms, employment_day(offer.start_date, month), month, target)


def _target(
    offer: Offer, terms: YearBonus, assumptions: Assumptions, year: int
) -> float:
    """Whole target at the base of an employment year; a rate follows its raises."""
    if terms.rate is None:
        return terms.amount or 0.0
    return terms.rate * base_of_year(offer, assumptions, year)


def _by_calendar(
    offer: Offer, bonus: TargetBonus, assumptions: Assumptions, years: int
) -> Iterator[Earned]:
    """Bonuses of calendar years, the first that of the start, each paid in the next."""
    start, paid_in = offer.start_date, bonus.paid_in_month
    assert start is not None
    assert paid_in is not None
    horizon, last = add_months(start, 12 * years), offer.end_date or date.max
    for number in range(1, years + 2):
        terms, year = bonus.of_year(number), start.year + number - 1
        paid = _paid_on(year, paid_in)
        if terms is None or paid > last or date(year, 1, 1) >= horizon:
            continue
        target = _calendar_target(
            offer, terms, assumptions, number, date(year + 1, 1, 1)
        )
        accrued = _calendar_target(offer, terms, assumptions, number, horizon)
        yield Earned(terms, paid, employment_month(start, paid), target, accrued)


def _calendar_target(
    offer: Offer,
    terms: YearBonus,
    assumptions: Assumptions,
    number: int,
    until: date,
) -> float:
    """Target for the days employed in a calendar year before a day.

    Each day counts at the base of its employment year; a guarantee is whole. A fixed
    term cuts nothing off: it lasts to the day of payment, which is after the year.
    """
    if terms.guaranteed:
        return _target(offer, terms, assumptions, number)
    start = offer.start_date
    assert start is not None
    year_begins = date(start.year + number - 1, 1, 1)
    next_begins = date(start.year + number, 1, 1)
    over = min(next_begins, until)
    total = 0.0
    for worked in range(1, number + 1):
        begins = max(year_begins, add_months(start, 12 * (worked - 1)))
        ends = min(over, add_months(start, 12 * worked))
        days = max(0, (ends - begins).days)
        target = _target(offer, terms, assumptions, worked)
        total += target * days / (next_begins - year_begins).days
    return total
