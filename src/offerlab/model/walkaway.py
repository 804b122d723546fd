"""What you have, and leave behind, if you leave at the end of a month.

Every figure is one of the queries of `leaving_query`, which ``explain`` shows too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.month import employment_day
from offerlab.model.expectation import expected_queries
from offerlab.model.grant_note import lapses_on
from offerlab.model.leaving_query import leaving_queries
from offerlab.model.offer_ledger import build_ledger

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

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
        Public stock and cash awards at the ledger's values; of what has vested, options
        at their spread in the month of leaving.
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
        Last day to exercise vested options, if the letter names a window.
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


class Expected(NamedTuple):
    """What leaving costs on average, within the horizon; undiscounted.

    Attributes
    ----------
    forfeited : float or None
        Public stock and cash awards that have not vested; None if a part is unknown.
    owed_back : float
        Of payments with a clawback, gross.
    stay_chance : float
        Chance to stay to the end.
    """

    forfeited: float | None
    owed_back: float
    stay_chance: float


class Walkaway(NamedTuple):
    """Leaving in each month, from 0 to the end of the horizon.

    Attributes
    ----------
    rows : tuple of Leaving
        Row m is month m.
    leaving_rate : float
        Assumed chance to leave within a year.
    expected : Expected
        Under that rate; zeros with nothing at risk.
    """

    rows: tuple[Leaving, ...]
    leaving_rate: float
    expected: Expected

    def to_frame(self) -> pd.DataFrame:
        """Months as a DataFrame, one row each; dates as datetime64.

        The parts of `vested` and `forfeited` are columns such as ``vested_shares``; NaN
        where a figure is unknown.
        """
        from offerlab.model.frame import walkaway_frame  # pandas, only if asked for

        return walkaway_frame(self)


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
    expected = expected_queries(offer, ledger, own)
    return Walkaway(
        rows=tuple(leaving(offer, ledger, month) for month in months),
        leaving_rate=own.number("leaving_rate"),
        expected=Expected(**{name: each.value for name, each in expected.items()}),
    )


def exercise_by(offer: Offer, ledger: Ledger, month: int) -> date | None:
    """Last day to exercise options vested by the end of a month.

    The window after leaving, and never after the end of an option's own term: the
    earliest of those that are held. None without a date, or where the letter names no
    window.
    """
    left, window = (
        employment_day(ledger.start_date, month),
        offer.exercise_window(month),
    )
    if left is None or window is None:
        return None
    held = {
        line.grant
        for line in ledger.up_to(month)
        if line.claim is not None and line.claim.is_option
    }
    ends = [
        lapses_on(offer, grant)
        for grant in offer.equity or ()
        if grant.kind.is_option and (grant.number in held or not held)
    ]
    return min([window.closes(left), *(end for end in ends if end is not None)])


def leaving(offer: Offer, ledger: Ledger, month: int) -> Leaving:
    """What leaving at the end of one month leaves you with."""
    found = {
        path: query.value
        for path, query in leaving_queries(offer, ledger, month).items()
    }
    when = employment_day(ledger.start_date, month)
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
        exercise_by=exercise_by(offer, ledger, month),
        benefits=found["benefits"],
    )


def _holding(found: dict[str, Any], name: str) -> Holding:
    return Holding(*(found[f"{name}.{measure}"] for measure in Holding._fields))
