"""What you have, and leave behind, if you leave at the end of a month.

Every figure is one of the queries of `leaving_query`, which ``explain`` shows too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.month import employment_day
from offerlab.model.leaving_query import expected_net, leaving_queries, stay_chance
from offerlab.model.offer_ledger import build_ledger

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger


class Holding(NamedTuple):
    """Vests, added up; None where a part is unknown.

    Attributes
    ----------
    shares : int, Fraction or None
        Cash awards left out.
    amount : float or None
        Public stock and cash awards, at the ledger's values.
    notional, intrinsic : float or None
        Private stock: not cash.
    """

    shares: Shares | None
    amount: float | None
    notional: float | None
    intrinsic: float | None


class Leaving(NamedTuple):
    """One month of leaving, in the offer's currency, before tax.

    Attributes
    ----------
    month, when : int, date or None
        Leaving is at its end.
    paid : float
        Cash and public stock so far, vested cash awards included.
    clawback : float
        Owed back, gross.
    net : float
        Money kept: paid less clawback.
    net_after_exercise : float or None
        Money kept after buying all vested private options, which stay illiquid.
    vested, forfeited : Holding
        Of the grants made by then.
    exercise_cost : float or None
        Cash that exercising the vested options needs; None if a strike is unknown, or
        a grant is not counted.
    exercise_by : date or None
        Last day of the window after leaving, if the letter names one.
    benefits : float
        So far, the vested match included; beside the other figures.
    """

    month: int
    when: date | None
    paid: float
    clawback: float
    net: float
    net_after_exercise: float | None
    vested: Holding
    forfeited: Holding
    exercise_cost: float | None
    exercise_by: date | None
    benefits: float


class Walkaway(NamedTuple):
    """Leaving in each month, from 0 to the end of the horizon.

    Attributes
    ----------
    rows : tuple of Leaving
        Row m is month m.
    leaving_rate : float
        Assumed chance to leave within a year.
    stay_chance : float
        Chance to stay to the end.
    expected_net : float
        Money kept, each month weighted with the chance to leave at its end.
    """

    rows: tuple[Leaving, ...]
    leaving_rate: float
    stay_chance: float
    expected_net: float


def walkaway(offer: Offer, assumptions: Assumptions) -> Walkaway:
    """Leaving in every month of the horizon, and the expectation.

    Raises
    ------
    OfferlabError
        As `build_ledger` does.
    """
    own = assumptions.for_offer(offer.id)
    ledger = build_ledger(offer, assumptions)
    months = range(12 * ledger.horizon_years + 1)
    return Walkaway(
        rows=tuple(leaving(offer, ledger, month) for month in months),
        leaving_rate=own.number("leaving_rate"),
        stay_chance=stay_chance(own, ledger).value,
        expected_net=expected_net(offer, own, ledger).value,
    )


def leaving(offer: Offer, ledger: Ledger, month: int) -> Leaving:
    """What leaving at the end of one month leaves you with."""
    found = {
        path: query.value
        for path, query in leaving_queries(offer, ledger, month).items()
    }
    when = employment_day(ledger.start_date, month)
    window = offer.exercise_window(month)
    open_until = None
    if when is not None and window is not None:
        open_until = window.closes(when)
    return Leaving(
        month=month,
        when=when,
        paid=found["paid"],
        clawback=found["clawback"],
        net=found["net"],
        net_after_exercise=found["net_after_exercise"],
        vested=_holding(found, "vested"),
        forfeited=_holding(found, "forfeited"),
        exercise_cost=found["exercise_cost"],
        exercise_by=open_until,
        benefits=found["benefits"],
    )


def _holding(found: dict[str, Any], name: str) -> Holding:
    return Holding(*(found[f"{name}.{measure}"] for measure in Holding._fields))
