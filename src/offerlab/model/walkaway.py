"""What you have, and leave behind, if you leave at the end of a month.

Everything is a query over the ledger, but for the clawback, which the letter decides.
What is dated up to the end of the month is paid and vested.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import add_months
from offerlab.model.clawback import clawbacks
from offerlab.model.ledger import VESTING, Certainty, Component, Ledger, Line, sum_known
from offerlab.model.offer_ledger import build_ledger

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


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
    vested, forfeited : Holding
        Of the grants made by then.
    exercise_cost : float or None
        Cash that exercising the vested options needs; None if a strike is unknown, or
        a grant is not counted.
    illiquid_cost : float or None
        The part of it that buys private stock.
    exercise_by : date or None
        Last day of the window after leaving, if the letter names one.
    benefits : float
        So far, the vested match included; beside the other figures.
    """

    month: int
    when: date | None
    paid: float
    clawback: float
    vested: Holding
    forfeited: Holding
    exercise_cost: float | None
    illiquid_cost: float | None
    exercise_by: date | None
    benefits: float

    @property
    def net(self) -> float:
        """Money kept: paid less clawback."""
        return self.paid - self.clawback

    @property
    def net_after_exercise(self) -> float | None:
        """Money kept after buying all vested private options, which stay illiquid."""
        return None if self.illiquid_cost is None else self.net - self.illiquid_cost


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
    rows = tuple(
        leaving(offer, ledger, month) for month in range(12 * ledger.horizon_years + 1)
    )
    rate = own.number("leaving_rate")
    stay = 1 - fsum(leaving_chances(rate, len(rows) - 1))
    return Walkaway(rows, rate, stay, _expected(rows, rate))


def _expected(rows: Sequence[Leaving], rate: float) -> float:
    chances = leaving_chances(rate, len(rows) - 1)
    stay = 1 - fsum(chances)
    parts = [chance * rows[m].net for m, chance in enumerate(chances, start=1)]
    return fsum([*parts, stay * rows[-1].paid])


def leaving_chances(yearly_rate: float, months: int) -> list[float]:
    """Chance to leave at the end of each month 1 to `months`: a constant hazard.

    Examples
    --------
    >>> round(sum(leaving_chances(0.19, 12)), 12)
    0.19
    """
    kept = (1 - yearly_rate) ** (1 / 12)
    return [kept ** (month - 1) * (1 - kept) for month in range(1, months + 1)]


def leaving(offer: Offer, ledger: Ledger, month: int) -> Leaving:
    """What leaving at the end of one month leaves you with."""
    so_far = [line for line in ledger.counted if line.month <= month]
    vests = [line for line in ledger.counted if line.component in VESTING]
    vested = [line for line in vests if line.month <= month]
    lost = [line for line in vests if is_lost(line, month)]
    when = ledger.start_date and add_months(ledger.start_date, month)
    window = offer.exercise_window_months
    private = [line for line in vested if line.certainty is Certainty.ILLIQUID]
    return Leaving(
        month=month,
        when=when,
        paid=fsum(line.amount for line in so_far),
        clawback=fsum(owed.amount for owed in clawbacks(offer, month)),
        vested=_holding(vested, ledger),
        forfeited=_holding(lost, ledger),
        exercise_cost=_cost(vested, ledger),
        illiquid_cost=_cost(private, ledger),
        exercise_by=None
        if when is None or window is None
        else add_months(when, window),
        benefits=fsum(line.amount for line in ledger.beside if line.month <= month),
    )


def _cost(lines: Sequence[Line], ledger: Ledger) -> float | None:
    if not ledger.complete:
        return None
    return sum_known(line.exercise_cost for line in lines)


def is_lost(line: Line, month: int) -> bool:
    """Whether a vest is lost by leaving at the end of a month.

    Who leaves on the day of a later grant does not get it.
    """
    made = line.granted_month == 0 or line.granted_month < month
    return made and month < line.month


def _holding(lines: Sequence[Line], ledger: Ledger) -> Holding:
    stock = [line for line in lines if line.component is not Component.CASH_AWARD]
    known = [line.shares for line in stock if line.shares is not None]
    shares: Shares = sum(known)
    private = [line for line in stock if line.certainty is Certainty.ILLIQUID]
    told = ledger.equity_told
    return Holding(
        shares=shares if len(known) == len(stock) and ledger.complete else None,
        amount=fsum(line.amount for line in lines) if ledger.complete else None,
        notional=sum_known(line.notional for line in private) if told else None,
        intrinsic=sum_known(line.intrinsic for line in private) if told else None,
    )
