"""Clawback: what somebody who leaves early owes of payments already made.

Gross, as most letters ask for it. Where a letter names months and not that they are
prorated, all of the payment is owed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.model.term import is_worked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.offer import Offer
    from offerlab.core.payment import ClawbackStep, Payment


class Owed(NamedTuple):
    """What is owed of one payment; `field` is its key in the offer file."""

    field: str
    payment: Payment
    amount: float


def clawback(payment: Payment, month: int) -> float:
    """What is owed of a payment when leaving at the end of a month of employment.

    With T months to serve and s of them served: prorated, amount × max(0, T - s) / T;
    else all of it while s < T. Of steps the first whose months are above s holds, and a
    prorated one runs down over its own months. Nobody owes more than was paid.

    Examples
    --------
    >>> from offerlab.core.payment import Payment
    >>> clawback(Payment(12_000, "letter", 1, 12, "prorated"), 3)
    9000.0
    """
    if month < payment.paid_month:
        return 0.0
    served = max(0, month - payment.served_from)
    if payment.clawback_steps:
        return payment.amount * _part_owed(payment.clawback_steps, served)
    term = payment.clawback_months
    if not term:
        return 0.0
    left = max(0, term - served)
    if payment.clawback == "prorated":
        return payment.amount * left / term
    return payment.amount if left else 0.0


def _part_owed(steps: tuple[ClawbackStep, ...], served: int) -> float:
    """Part of a payment that the step of somebody with `served` months owes."""
    before = 0
    for step in steps:
        if served < step.until_month:
            if step.prorated:
                return (step.until_month - served) / (step.until_month - before)
            return step.share
        before = step.until_month
    return 0.0


def clawback_words(payment: Payment) -> str:
    """Terms of a payment's clawback, in words."""
    if payment.clawback_steps:
        steps = [
            f"{_step_words(step)} until {step.until_month} months"
            for step in payment.clawback_steps
        ]
        terms = ", ".join(steps)
    else:
        how = payment.clawback or "all-or-nothing: the letter does not say prorated"
        terms = f"{payment.clawback_months} months, {how}"
    return f"{terms}; served from {_from_words(payment)}"


def _step_words(step: ClawbackStep) -> str:
    if step.prorated:
        return "prorated"
    return "all of it" if step.share == 1 else f"{100 * step.share:g}%"


def _from_words(payment: Payment) -> str:
    month = payment.served_from
    if month == 0:
        return "the first day"
    if month == payment.paid_month:
        return "the payment"
    return f"month {month}"


def clawbacks(offer: Offer, month: int) -> Iterator[Owed]:
    """What is owed of each sign-on and relocation payment that asks for it."""
    for key, number, payment in offer.payments:
        if payment.can_be_owed and is_worked(offer, payment.paid_month):
            yield Owed(f"{key}.{number}", payment, clawback(payment, month))
