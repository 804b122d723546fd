"""What somebody who may leave loses and owes on average, under a leaving rate.

A leaver is not unpaid for ever: only what has not vested, and what must be paid back,
is at risk.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from offerlab.model.clawback import clawbacks
from offerlab.model.leaving_query import clawback_inputs
from offerlab.model.ledger import VESTING
from offerlab.model.query import Query

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger, Line

_EACH_MONTH = (
    "of each month m × the chance to leave at its end,"
    " (1 - leaving rate)^((m - 1) / 12) - (1 - leaving rate)^(m / 12)"
)


def expected_queries(
    offer: Offer, ledger: Ledger, assumptions: Assumptions
) -> dict[str, Query]:
    """Expectations by their path below ``expected``, within the horizon.

    `assumptions` are the offer's own.
    """
    rate = assumptions.number("leaving_rate")
    return {
        "forfeited": _forfeited(ledger, rate),
        "owed_back": _owed_back(offer, ledger, rate),
        "stay_chance": _stay_chance(ledger, rate),
    }


def leaving_chances(yearly_rate: float, months: int) -> list[float]:
    """Chance to leave at the end of each month 1 to `months`: a constant hazard.

    Examples
    --------
    >>> round(sum(leaving_chances(0.19, 12)), 12)
    0.19
    """
    kept = (1 - yearly_rate) ** (1 / 12)
    return [kept ** (month - 1) * (1 - kept) for month in range(1, months + 1)]


def _forfeited(ledger: Ledger, rate: float) -> Query:
    """Each later vest × the chance to leave while it is held and has not vested."""
    months = 12 * ledger.horizon_years
    kept = (1 - rate) ** (1 / 12)
    at_risk = [line for line in ledger.counted if line.component in VESTING]

    def part(line: Line) -> float:
        first = max(line.held_from, 1)
        last = min(line.month - 1, months)
        if first > last:
            return 0.0
        return float(line.amount * (kept ** (first - 1) - kept**last))

    return Query(
        at_risk,
        "expected amount",
        f"what is forfeited by leaving, {_EACH_MONTH}",
        part,
        known=ledger.complete,
        valuation=ledger.valuations.get("market"),
    )


def _owed_back(offer: Offer, ledger: Ledger, rate: float) -> Query:
    owed = fsum(
        chance * each.amount
        for month, chance in enumerate(
            leaving_chances(rate, 12 * ledger.horizon_years), start=1
        )
        for each in clawbacks(offer, month)
    )
    return Query(
        (),
        "expected amount",
        f"what is owed back on leaving, {_EACH_MONTH}; gross",
        lambda line: 0.0,
        more=owed,
        inputs=tuple(clawback_inputs(offer)),
    )


def _stay_chance(ledger: Ledger, rate: float) -> Query:
    years = ledger.horizon_years
    words = f"(1 - leaving rate)^{years}: the chance to stay {years} years"
    return Query((), "chance", words, lambda line: 0.0, more=(1 - rate) ** years)
