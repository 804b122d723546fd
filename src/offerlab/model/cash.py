"""Cash lines: base with raises, sign-on, relocation. Bonuses are in `bonus`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.month import employment_day
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.term import is_worked, worked_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.core.payment import Payment


def cash_lines(offer: Offer, assumptions: Assumptions, years: int) -> Iterator[Line]:
    """Base of years one to `years`, and one-off payments, in no particular order."""
    yield from _base_lines(offer, assumptions, years)
    for key, _, payment in offer.payments:
        # A cost that is paid back is not pay: it is beside the total.
        if not payment.reimbursed and is_worked(offer, payment.paid_month):
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
            part = worked_part(offer, month)
            if not part:
                return
            yield _base_line(offer, month, offer.base_salary * part, None)
            if raised:
                yield _base_line(offer, month, raised * part, "assumption")


def _base_line(offer: Offer, month: int, yearly: float, basis: str | None) -> Line:
    day = employment_day(offer.start_date, month)
    broken = day is not None and not is_worked(offer, month)
    return Line(
        date=offer.end_date if broken else day,
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
