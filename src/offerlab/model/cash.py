"""Cash lines: base with raises, target bonus, sign-on, relocation."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from offerlab.core.month import add_months, employment_day, employment_month
from offerlab.model.ledger import Certainty, Component, Line, TaxKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.bonus import TargetBonus
    from offerlab.core.offer import Offer
    from offerlab.core.payment import Payment


def cash_lines(offer: Offer, assumptions: Assumptions, years: int) -> Iterator[Line]:
    """Cash of years one to `years`, in no particular order."""
    yield from _base_lines(offer, assumptions, years)
    if offer.target_bonus is not None:
        yield from _bonus_lines(offer, offer.target_bonus, assumptions, years)
    for key, _, payment in offer.payments:
        yield _payment_line(offer, Component(key), payment)


def base_of_year(offer: Offer, assumptions: Assumptions, year: int) -> float:
    """Base salary a year in employment year `year`, after raises."""
    growth = 1 + assumptions.number("raise_rate")
    return float(offer.base_salary * growth ** (year - 1))


def _base_lines(offer: Offer, assumptions: Assumptions, years: int) -> Iterator[Line]:
    """Base of the paper, and beside it the part that an assumed raise adds."""
    for year in range(1, years + 1):
        raised = base_of_year(offer, assumptions, year) - offer.base_salary
        for month in range(12 * year - 11, 12 * year + 1):
            yield _base_line(offer, month, offer.base_salary, None)
            if raised:
                yield _base_line(offer, month, raised, "assumption")


def _base_line(offer: Offer, month: int, yearly: float, basis: str | None) -> Line:
    return Line(
        date=employment_day(offer.start_date, month),
        month=month,
        component=Component.BASE_SALARY,
        amount=yearly / 12,
        certainty=Certainty.DISCRETIONARY if basis else Certainty.GUARANTEED,
        recurring=True,
        tax_kind=TaxKind.WAGES,
        basis=basis or offer.base_basis,
    )


def _payment_line(offer: Offer, component: Component, payment: Payment) -> Line:
    return Line(
        date=employment_day(offer.start_date, payment.paid_month),
        month=payment.paid_month,
        component=component,
        amount=payment.amount,
        certainty=Certainty.GUARANTEED,
        recurring=False,
        tax_kind=TaxKind.SUPPLEMENTAL,
        basis=payment.basis,
    )


def _bonus_lines(
    offer: Offer, bonus: TargetBonus, assumptions: Assumptions, years: int
) -> Iterator[Line]:
    payout = assumptions.number("bonus_payout")
    if bonus.paid_in_month and offer.start_date:
        earned = _calendar_bonuses(offer, bonus, assumptions, years)
    else:
        earned = [
            (
                employment_day(offer.start_date, 12 * year),
                12 * year,
                _target(offer, bonus, assumptions, year),
            )
            for year in range(1, years + 1)
        ]
    for place, (when, month, target) in enumerate(earned):
        # A guarantee for the first year does not come back: it is not recurring.
        guaranteed = bonus.guaranteed_first_year and place == 0
        yield Line(
            date=when,
            month=month,
            component=Component.TARGET_BONUS,
            amount=target if guaranteed else target * payout,
            certainty=Certainty.GUARANTEED if guaranteed else Certainty.TARGET,
            recurring=not guaranteed,
            tax_kind=TaxKind.SUPPLEMENTAL,
            basis=bonus.basis if guaranteed or payout == 1 else "assumption",
        )


def _target(
    offer: Offer, bonus: TargetBonus, assumptions: Assumptions, year: int
) -> float:
    """Whole target of an employment year; a rate follows base after raises."""
    if bonus.rate is None:
        return bonus.amount or 0.0
    return bonus.rate * base_of_year(offer, assumptions, year)


def _calendar_bonuses(
    offer: Offer, bonus: TargetBonus, assumptions: Assumptions, years: int
) -> list[tuple[date | None, int, float]]:
    """Bonuses for calendar years, paid in a month of the next, prorated by days."""
    start, paid_in = offer.start_date, bonus.paid_in_month
    assert start is not None
    assert paid_in is not None
    result: list[tuple[date | None, int, float]] = []
    for year in range(start.year, start.year + years + 1):
        paid = date(year + 1, paid_in, monthrange(year + 1, paid_in)[1])
        month = employment_month(start, paid)
        if month <= 12 * years:
            target = _calendar_target(offer, bonus, assumptions, year)
            result.append((paid, month, target))
    return result


def _calendar_target(
    offer: Offer, bonus: TargetBonus, assumptions: Assumptions, year: int
) -> float:
    """Target for the days employed in a calendar year, each at that day's base."""
    start = offer.start_date
    assert start is not None
    year_begins, next_begins = date(year, 1, 1), date(year + 1, 1, 1)
    days_in_year = (next_begins - year_begins).days
    total = 0.0
    for worked in range(1, year - start.year + 2):
        begins = max(year_begins, add_months(start, 12 * (worked - 1)))
        ends = min(next_begins, add_months(start, 12 * worked))
        days = max(0, (ends - begins).days)
        total += _target(offer, bonus, assumptions, worked) * days / days_in_year
    return total
