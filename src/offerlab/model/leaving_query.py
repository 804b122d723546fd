"""The figures of leaving at the end of a month, each a query over the ledger.

What is dated up to the end of the month is paid and vested. Who leaves on the day of a
later grant does not get it.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from offerlab.core.money import format_money
from offerlab.model.clawback import clawback_words, clawbacks
from offerlab.model.input import Input
from offerlab.model.ledger import VESTING, Component, sum_known
from offerlab.model.query import Query, amounts, private_stock, shares, valued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
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
        "paid": amounts(ledger, so_far, f"the sum of all lines {when}"),
        **_owed_queries(offer, ledger, so_far, month),
        "exercise_cost": valued(
            ledger,
            vested,
            "exercise_cost",
            f"strike × shares of the options vested {when}; tax is not counted",
            known=ledger.complete,
        ),
        **_holding(ledger, "vested", vested, f"the vests {when}"),
        **_holding(
            ledger,
            "forfeited",
            lost,
            "the later vests of grants made before, at the ledger's values",
        ),
        "benefits": amounts(ledger, benefits, f"the sum of the benefits {when}"),
    }


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
        "net": amounts(
            ledger, so_far, f"{kept}; {_CLAWBACK_WORDS}", more=-owed, inputs=terms
        ),
        "net_after_exercise": amounts(
            ledger,
            so_far,
            f"{kept}, less strike × shares of the vested private options;"
            f" {_CLAWBACK_WORDS}",
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


def leaving_chances(yearly_rate: float, months: int) -> list[float]:
    """Chance to leave at the end of each month 1 to `months`: a constant hazard.

    Examples
    --------
    >>> round(sum(leaving_chances(0.19, 12)), 12)
    0.19
    """
    kept = (1 - yearly_rate) ** (1 / 12)
    return [kept ** (month - 1) * (1 - kept) for month in range(1, months + 1)]


def expected_net(offer: Offer, assumptions: Assumptions, ledger: Ledger) -> Query:
    """Money kept on average: each line × the chance to be there for it.

    Less the clawback of each month × the chance to leave at its end; who stays to the
    end owes nothing.
    """
    rate = assumptions.number("leaving_rate")
    kept = (1 - rate) ** (1 / 12)
    chances = leaving_chances(rate, 12 * ledger.horizon_years)
    owed = fsum(
        chance * each.amount
        for month, chance in enumerate(chances, start=1)
        for each in clawbacks(offer, month)
    )
    return Query(
        ledger.within(),
        "expected amount",
        "the sum of amount × (1 - leaving rate)^((month - 1) / 12), less the clawback"
        " of each month × the chance to leave at its end: a constant hazard",
        # Who leaves at the end of the month of a payment still gets it.
        lambda line: line.amount * kept ** max(0, line.month - 1),
        more=-owed,
        inputs=tuple(clawback_inputs(offer)),
        valuation=ledger.valuations.get("market"),
    )


def stay_chance(assumptions: Assumptions, ledger: Ledger) -> Query:
    """The chance to stay to the end of the horizon."""
    years = ledger.horizon_years
    chance = (1 - assumptions.number("leaving_rate")) ** years
    words = f"(1 - leaving rate)^{years}: the chance to stay {years} years"
    return Query((), "chance", words, lambda line: 0.0, more=chance)
