"""Benefit lines: match, health account, premium, stipends. They are beside the total.

The employer's match becomes yours as it vests: a month's line is what the vested part
of all contributions so far has grown by. Money that you pay is a negative line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.core.month import employment_day, employment_year
from offerlab.core.timetable import undated_timetable
from offerlab.errors import VestingError
from offerlab.model.cash import base_of_year
from offerlab.model.espp import espp_lines
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.term import is_worked, worked_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benefit import RetirementMatch
    from offerlab.core.offer import Offer


def benefit_lines(offer: Offer, assumptions: Assumptions, years: int) -> Iterator[Line]:
    """Benefits of years one to `years`, in no particular order."""
    yield from _reimbursements(offer)
    benefits = offer.benefits
    if benefits is None:
        return
    match = benefits.retirement_match
    if match is not None and match_reason(match) is None:
        yield from _match_lines(offer, match, assumptions, years)
    premium = benefits.health_premium
    for item, yearly in (
        ("hsa", benefits.hsa),
        ("stipends", benefits.stipends),
        ("health_premium", premium and -premium),
    ):
        if yearly:
            for month in range(1, 12 * years + 1):
                amount = yearly / 12 * worked_part(offer, month)
                if amount:
                    yield _line(offer, month, Component.BENEFIT, item, amount)
    if benefits.espp is not None:
        yield from espp_lines(offer, benefits.espp, assumptions, years)


def _reimbursements(offer: Offer) -> Iterator[Line]:
    """Costs of a move that are paid back: no pay, so beside the total."""
    for key, _, payment in offer.payments:
        if payment.reimbursed and is_worked(offer, payment.paid_month):
            line = _line(
                offer, payment.paid_month, Component.BENEFIT, key, payment.amount
            )
            yield replace(line, recurring=False, basis=payment.basis)


def _line(
    offer: Offer, month: int, component: Component, item: str, amount: float
) -> Line:
    return Line(
        date=employment_day(offer.start_date, month),
        month=month,
        component=component,
        amount=amount,
        certainty=Certainty.GUARANTEED,
        recurring=True,
        tax_kind=TaxKind.UNTAXED,
        basis=offer.basis,
        item=item,
    )


def _match_lines(
    offer: Offer, match: RetirementMatch, assumptions: Assumptions, years: int
) -> Iterator[Line]:
    contributed = kept = 0.0
    for month in range(1, 12 * years + 1):
        year = employment_year(month)
        part = worked_part(offer, month)
        contributed += yearly_match(offer, match, assumptions, year) / 12 * part
        now = contributed * vested_part(match, month)
        if now > kept:
            yield _line(
                offer, month, Component.EMPLOYER_MATCH, "employer_match", now - kept
            )
        kept = now


def yearly_match(
    offer: Offer, match: RetirementMatch, assumptions: Assumptions, year: int
) -> float:
    """What the employer puts in for a year, for what the employee puts in.

    Pay above the limit of the law does not count, and you cannot defer more than the
    law allows; both limits hold for offers in US dollars.
    """
    pay = base_of_year(offer, assumptions, year)
    given = assumptions.number_or_none("retirement_contribution")
    deferred = (match.up_to if given is None else given) * pay
    if offer.currency == "USD":
        pay = min(pay, assumptions.limit("pay_limit", pay))
        deferred = min(deferred, assumptions.limit("deferral_limit", deferred))
    matched = match.of_base(deferred / pay) * pay if pay else 0.0
    limit = match.yearly_limit
    return matched if limit is None else min(matched, limit)


def match_reason(match: RetirementMatch) -> str | None:
    """Why a match is not counted, or None."""
    if not match.vesting_told:
        return "its vesting schedule was not read"
    try:
        vested_part(match, 0)
    except VestingError as error:
        return str(error)
    return None


def vested_part(match: RetirementMatch, month: int) -> float:
    """Part of the match that is yours after a month of employment."""
    if match.vesting is None:
        return 1.0
    return float(undated_timetable(match.vesting).share_by(month))
