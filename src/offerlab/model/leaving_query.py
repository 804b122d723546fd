"""Figures of ``walkaway`` as queries over the ledger."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from offerlab.core.money import format_money
from offerlab.model.clawback import clawbacks
from offerlab.model.ledger import VESTING, Certainty, Component, sum_known
from offerlab.model.query import Input, Query
from offerlab.model.walkaway import is_lost, leaving_chances

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger, Line

_CLAWBACK_WORDS = (
    "clawback: amount × max(0, T - (m - p + 1)) / T of a payment made in month p when"
    " prorated over T months, else all of it while m - p + 1 < T; gross"
)


def leaving_query(
    offer: Offer, assumptions: Assumptions, ledger: Ledger, path: list[str]
) -> Query | None:
    """Query of ``walkaway[12].net`` and the like; None if there is no such figure."""
    match path:
        case ["expected_net"]:
            return _expected(offer, assumptions, ledger)
        case ["stay_chance"]:
            return _stay(assumptions, ledger)
        case ["walkaway", number, *rest] if number.isdecimal():
            month = int(number)
            if month <= 12 * ledger.horizon_years:
                return _of_month(offer, ledger, month, rest)
    return None


def _of_month(
    offer: Offer, ledger: Ledger, month: int, rest: list[str]
) -> Query | None:
    so_far = [line for line in ledger.counted if line.month <= month]
    vested = [line for line in so_far if line.component in VESTING]
    when = f"up to the end of month {month}"
    match rest:
        case ["paid"]:
            return Query(so_far, "amount", f"the sum of all lines {when}")
        case ["clawback"]:
            return Query(
                (), "amount", _CLAWBACK_WORDS, _owed(offer, month), _terms(offer)
            )
        case ["net"]:
            words = f"the sum of all lines {when}, less the clawback; {_CLAWBACK_WORDS}"
            owed = -_owed(offer, month)
            return Query(so_far, "amount", words, owed, _terms(offer))
        case ["exercise_cost"]:
            words = f"strike × shares of the options vested {when}; tax is not counted"
            return Query(vested, "exercise_cost", words, known=ledger.complete)
        case ["net_after_exercise"]:
            return _after_exercise(offer, ledger, month, so_far)
        case ["vested", measure]:
            return _holding(ledger, vested, measure, f"the vests {when}")
        case ["forfeited", measure]:
            lost = [
                line
                for line in ledger.counted
                if line.component in VESTING and is_lost(line, month)
            ]
            words = f"the later vests of grants made {when}, at the ledger's values"
            return _holding(ledger, lost, measure, words)
        case ["benefits"]:
            lines = [line for line in ledger.beside if line.month <= month]
            return Query(lines, "amount", f"the sum of the benefits {when}")
    return None


def _after_exercise(
    offer: Offer, ledger: Ledger, month: int, so_far: list[Line]
) -> Query:
    """Money kept after buying the vested private options."""
    private = [line for line in so_far if line.certainty is Certainty.ILLIQUID]
    cost = sum_known(line.exercise_cost for line in private)
    words = (
        f"the sum of all lines up to the end of month {month}, less the clawback, less"
        f" strike × shares of the vested private options; {_CLAWBACK_WORDS}"
    )
    more = -_owed(offer, month) - (cost or 0.0)
    known = cost is not None and ledger.complete
    return Query(so_far, "amount", words, more, _terms(offer), known=known)


def _holding(
    ledger: Ledger, lines: list[Line], measure: str, words: str
) -> Query | None:
    if measure == "amount":
        summed = f"the sum over {words}"
        return Query(lines, measure, summed, known=ledger.complete)
    if measure == "shares":
        stock = [x for x in lines if x.component is not Component.CASH_AWARD]
        return Query(stock, measure, f"the shares of {words}", known=ledger.complete)
    if measure in ("notional", "intrinsic"):
        private = [x for x in lines if x.certainty is Certainty.ILLIQUID]
        return Query(private, measure, f"the sum over {words}; it is not cash")
    return None


def _stay(assumptions: Assumptions, ledger: Ledger) -> Query:
    """The chance to stay to the end of the horizon."""
    item, years = assumptions.by_key["leaving_rate"], ledger.horizon_years
    chance = (1 - assumptions.number("leaving_rate")) ** years
    given = Input("leaving_rate", f"{item.words} a year", "assumption", item.source)
    words = f"(1 - leaving rate)^{years}: the chance to stay {years} years"
    return Query((), "chance", words, chance, (given,))


def _owed(offer: Offer, month: int) -> float:
    return fsum(owed.amount for owed in clawbacks(offer, month))


def _terms(offer: Offer) -> tuple[Input, ...]:
    """Each payment that can be asked back, with its terms."""
    return tuple(_inputs(offer))


def _inputs(offer: Offer) -> Iterator[Input]:
    for owed in clawbacks(offer, 0):
        payment = owed.payment
        how = payment.clawback or "all-or-nothing: the letter does not say prorated"
        amount = format_money(payment.amount, offer.currency)
        words = f"{amount}, {payment.clawback_months} months, {how}"
        yield Input(f"{owed.field}.clawback", words, payment.basis)


def _expected(offer: Offer, assumptions: Assumptions, ledger: Ledger) -> Query:
    """Each line × the chance to be there for it, less the clawback on average."""
    item = assumptions.by_key["leaving_rate"]
    rate = assumptions.number("leaving_rate")
    chances = leaving_chances(rate, 12 * ledger.horizon_years)
    owed = fsum(x * _owed(offer, month) for month, x in enumerate(chances, start=1))
    return Query(
        ledger.within(),
        "expected amount",
        "the sum of amount × (1 - leaving rate)^((month - 1) / 12), less the clawback"
        " of each month × the chance to leave at its end: a constant hazard",
        -owed,
        (
            Input("leaving_rate", f"{item.words} a year", "assumption", item.source),
            *_terms(offer),
        ),
        kept=(1 - rate) ** (1 / 12),
    )
