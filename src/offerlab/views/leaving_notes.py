"""What the figures of leaving rest on: unknown facts, clawbacks, how stock counts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.grant import GrantKind
from offerlab.core.money import format_whole
from offerlab.model.clawback import clawback_words
from offerlab.model.grant_note import lapses_on
from offerlab.model.unknown import unknown_price, unknown_stock
from offerlab.views.cell import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.core.payment import Payment
    from offerlab.model.not_counted import NotCounted
    from offerlab.model.walkaway import Leaving, Walkaway

NO_CLAWBACK = "the paper names no clawback, so none is counted; ask"
ALL_OF_IT = "all-or-nothing, since the letter does not say prorated"
NO_MONTHS = "the paper names no months, so none is counted; ask"


class Left(NamedTuple):
    """Leaving one offer: all months, and those that are printed."""

    offer: Offer
    found: Walkaway
    rows: Sequence[Leaving]
    left_out: Sequence[NotCounted]


def all_notes(left: Left, assumptions: Assumptions) -> Iterator[str]:
    """Every note in full, in the order of reading."""
    yield from fact_notes(left, assumptions)
    yield from stock_notes(left.offer)
    if left.found.leaving_rate:
        yield expected_note(left)


def fact_notes(left: Left, assumptions: Assumptions) -> Iterator[str]:
    """What the paper leaves open, and what is owed back."""
    for field, reason in unknown_notes(left, assumptions):
        yield f"Unknown: {field}: {reason}; ask."
    for name, owed in clawback_notes(left.offer):
        yield f"Owed back, {name}: {owed}."


def greatest_cost(left: Left) -> Leaving | None:
    """The month in which leaving costs most; None where it never costs money."""

    def cost(row: Leaving) -> float:
        return row.clawback + (row.forfeited.amount or 0)

    worst = max(left.found.rows[1:], key=cost)
    return worst if cost(worst) > 0 else None


def is_loss_unknown(left: Left) -> bool:
    """Whether the money lost with unvested stock is unknown in any month."""
    return any(row.forfeited.amount is None for row in left.found.rows[1:])


def costliest(left: Left) -> Iterator[str]:
    """When leaving costs most, and which month of staying adds most."""
    offer, rows = left.offer, left.found.rows[1:]
    worst, unknown = greatest_cost(left), is_loss_unknown(left)
    if worst is not None:
        owed = format_whole(worst.clawback, offer.currency)
        lost = format_whole(worst.forfeited.amount or 0, offer.currency)
        parts = [f"{owed} owed back"] if worst.clawback else []
        parts += [f"{lost} that has not vested"] if worst.forfeited.amount else []
        yield (
            f"Leaving costs most at the end of month {worst.month}:"
            f" {' and '.join(parts)}."
        )
        if unknown:
            yield "What you would lose of unvested stock is unknown, and not in it."
    elif unknown:
        yield "Nothing is owed back; what you would lose of unvested stock is unknown."
    else:
        yield "Leaving costs no counted money: nothing is owed back or unvested."
        if any(row.forfeited.notional != 0 for row in rows):
            yield "Private stock that has not vested is lost, and not counted as money."
    gains = {b.month: b.net - a.net for a, b in pairwise(rows)}
    best = max(gains, key=lambda month: gains[month])
    yield (
        f"The month worth most to stay for is month {best}: it adds"
        f" {format_whole(gains[best], offer.currency)} to what you keep."
    )


def unknown_notes(left: Left, assumptions: Assumptions) -> Iterator[tuple[str, str]]:
    """Fields without which figures of the tables are unknown, each with the reason."""
    offer, rows = left.offer, left.rows
    held = [each for row in rows for each in (row.vested, row.forfeited)]
    counts = [figure for each in held for figure in (each.shares, each.amount)]
    notional = [each.notional for each in held]
    if None in [*counts, *notional, *(row.exercise_cost for row in rows)]:
        yield from unknown_stock(offer, assumptions)
    price = unknown_price(offer)
    if None in notional and offer.equity and price:
        yield "company.preferred_price", price


def expected_note(left: Left) -> str:
    """What leaving costs on average, under the assumed chance to leave."""
    offer, found = left.offer, left.found
    lost, owed, stay = found.expected
    gone = UNKNOWN if lost is None else format_whole(lost, offer.currency)
    return (
        f"With a chance of {100 * found.leaving_rate:.4g}% a year to leave (assumed:"
        f" leaving_rate), leaving costs on average {gone} that has not vested and"
        f" {format_whole(owed, offer.currency)} owed back within"
        f" {len(found.rows) // 12} years; the chance to stay that long is {stay:.0%}."
    )


def clawback_notes(offer: Offer) -> Iterator[tuple[str, str]]:
    """Payments of the offer, each with what of it is owed back."""
    for key, number, payment in offer.payments:
        words = _owed_words(offer, payment)
        if words:
            yield f"{key}.{number}", words


def _owed_words(offer: Offer, payment: Payment) -> str:
    months = payment.clawback_months
    amount = format_whole(payment.amount, offer.currency)
    if payment.clawback_steps:
        return f"{amount}, {clawback_words(payment)}; gross"
    if months is None:
        named = payment.clawback is not None
        return NO_MONTHS if named else NO_CLAWBACK
    how = payment.clawback or ALL_OF_IT
    return f"{amount}, {months} months, {how}; gross" if months else ""


def stock_notes(offer: Offer, *, brief: bool = False) -> Iterator[str]:
    """How stock counts; `brief` leaves out what is not a warning."""
    grants, public = offer.equity or (), offer.company.is_public
    if public and grants and not brief:
        yield (
            "Paid and net count public stock at its assumed price on the day it vests,"
            " and vested options at their spread in the month of leaving. What is lost"
            " counts at the price assumed for the day on which it would have"
            " vested."
        )
    match = offer.benefits.retirement_match if offer.benefits else None
    if match is not None and match.vesting is not None and not brief:
        yield (
            "Benefits stand beside these figures (benefits in --json); of the"
            " employer's match what has not vested is lost too."
        )
    if any(grant.kind.is_option for grant in grants):
        if not offer.exercise_windows:
            yield "The letter does not say how long options can be exercised; ask."
        yield "Exercising may also cost tax, which is not counted."
    for grant in grants:
        if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU and not public:
            when = lapses_on(offer, grant)
            ends = f"lapse on {when}" if when else "may lapse"
            yield (
                f"Grant {grant.number}: vested means the time condition only; without a"
                f" sale or listing the units {ends}. Ask what happens to them when you"
                " leave."
            )
