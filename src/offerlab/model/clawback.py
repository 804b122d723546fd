"""Clawback: what somebody who leaves early owes of payments already made.

Gross, as most letters ask for it. Where a letter names months and not that they are
prorated, all of the payment is owed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.offer import Offer, Payment


class Owed(NamedTuple):
    """What is owed of one payment; `field` is its key in the offer file."""

    field: str
    payment: Payment
    amount: float


def clawback(payment: Payment, month: int) -> float:
    """What is owed of a payment when leaving at the end of a month of employment.

    Prorated: amount × max(0, T − (m − p + 1)) / T, with T months of clawback and p the
    month of the payment. All-or-nothing: all of it while m − p + 1 < T.

    Examples
    --------
    >>> from offerlab.core.offer import Payment
    >>> clawback(Payment(12_000, "letter", 1, 12, "prorated"), 3)
    9000.0
    """
    term = payment.clawback_months
    if not term or month < payment.paid_month:
        return 0.0
    left = max(0, term - (month - payment.paid_month + 1))
    if payment.clawback == "prorated":
        return payment.amount * left / term
    return payment.amount if left else 0.0


def clawbacks(offer: Offer, month: int) -> Iterator[Owed]:
    """What is owed of each sign-on and relocation payment that asks for it."""
    for key, number, payment in offer.payments:
        if payment.clawback_months:
            yield Owed(f"{key}.{number}", payment, clawback(payment, month))
