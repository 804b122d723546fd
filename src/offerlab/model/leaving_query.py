"""The figures of leaving at the end of a month, each a query over the ledger.

What is dated up to the end of the month is paid and vested. Somebody who leaves on
the day of a later grant does not receive it.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_money
from offerlab.core.month import employment_day
from offerlab.model.clawback import clawback_words, clawbacks
from offerlab.model.input import Input
from offerlab.model.ledger import VESTING, Component, sum_known
from offerlab.model.query import Query, amounts, private_stock, shares, valued
from offerlab.model.valuation import AtMarket

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger, Line

_CLAWBACK_WORDS = (
    "clawback: with s = m - from months served of T, amount × max(0, T - s) / T of a"
    " payment when prorated, else all of it while s < T; steps in order; gross"
)


def leaving_queries(offer: Offer, ledger: Ledger, month: int) -> dict[str, Query]:
    """Every figure of one month of leaving, by its path below ``walkaway[month]``."""
    when = f"up to the end of month {month}"
    so_far = ledger.up_to(month)
    vested = [line for line in so_far if line.component in VESTING]
    lost = [
        line
        for line in ledger.counted
        if line.component in VESTING and line.held_from <= month and month < line.month
    ]
    benefits = [line for line in ledger.beside if line.month <= month]
    return {
        "paid": _as_left(ledger, so_far, f"the sum of all lines {when}", month),
        **_owed_queries(offer, ledger, so_far, month),
        "exercise_cost": valued(
            ledger,
            vested,
            "exercise_cost",
            f"strike × shares of the options vested {when}; tax is not counted",
            known=ledger.complete,
        ),
        **_holding(ledger, "vested", vested, f"the vests {when}"),
        "vested.amount": _as_left(
            ledger,
            vested,
            f"the sum over the vests {when}",
            month,
            known=ledger.complete,
        ),
        **_holding(
            ledger,
            "forfeited",
            lost,
            "the later vests of grants made before, at the ledger's values",
        ),
        "benefits": amounts(ledger, benefits, f"the sum of the benefits {when}"),
    }


def _as_left(
    ledger: Ledger, lines: Sequence[Line], words: str, month: int, **more: Any
) -> Query:
    """Money of some lines, where options wait for the price of the leaving month."""
    day = employment_day(ledger.start_date, month)
    market = ledger.valuations.get("market")

    def part(line: Line) -> Any:
        claim = line.claim
        if claim is None or not claim.is_option or not isinstance(market, AtMarket):
            return line.amount
        return market.left_in(claim, month, day)

    options = any(line.claim and line.claim.is_option for line in lines)
    if options and market is not None:
        words += ", options at their spread at the price of that month"
    return amounts(ledger, lines, words, **more)._replace(part=part)


def _owed_queries(
    offer: Offer, ledger: Ledger, so_far: tuple[Line, ...], month: int
) -> dict[str, Query]:
    """What is owed back, and what is kept after it and after buying the options."""
    owed = fsum(each.amount for each in clawbacks(offer, month))
    terms = tuple(clawback_inputs(offer))
    cost = sum_known(
        ledger.worth(line, "exercise_cost") for line in so_far if line.is_illiquid
    )
    kept = f"the sum of all lines up to the end of month {month}, less the clawback"
    return {
        "clawback": amounts(ledger, (), _CLAWBACK_WORDS, more=owed, inputs=terms),
        "net": _as_left(
            ledger,
            so_far,
            f"{kept}; {_CLAWBACK_WORDS}",
            month,
            more=-owed,
            inputs=terms,
        ),
        "net_after_exercise": _as_left(
            ledger,
            so_far,
            f"{kept}, less strike × shares of the vested private options;"
            f" {_CLAWBACK_WORDS}",
            month,
            more=-owed - (cost or 0.0),
            inputs=terms,
            known=cost is not None and ledger.complete,
        ),
    }


def _holding(
    ledger: Ledger, name: str, lines: list[Line], words: str
) -> dict[str, Query]:
    """Shares, money and private stock of some vests."""
    stock = [line for line in lines if line.component is not Component.CASH_AWARD]
    whole = {"known": ledger.complete}
    not_cash = f"the sum over {words}; it is not cash"
    return {
        f"{name}.shares": shares(stock, f"the shares of {words}", **whole),
        f"{name}.amount": amounts(ledger, lines, f"the sum over {words}", **whole),
        f"{name}.notional": private_stock(ledger, stock, "notional", not_cash),
        f"{name}.intrinsic": private_stock(ledger, stock, "intrinsic", not_cash),
    }


def clawback_inputs(offer: Offer) -> Iterator[Input]:
    """Each payment that can be asked back, with its terms."""
    for owed in clawbacks(offer, 0):
        payment = owed.payment
        amount = format_money(payment.amount, offer.currency)
        words = f"{amount}, {clawback_words(payment)}"
        yield Input(f"{owed.field}.clawback", words, payment.basis)
