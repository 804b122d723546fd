"""Vesting: the dated whole shares that a schedule gives a grant.

The amounts of all installments are worked out first, then those up to the cliff are
added up on its date.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from offerlab.core.allocation import Shares, allocate
from offerlab.core.month import add_months

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.schedule import Installment, VestingSchedule


@dataclass(frozen=True, slots=True)
class Tranche:
    """What vests on one date.

    Attributes
    ----------
    month : int
        Months from the vesting start.
    date : date or None
        None when the vesting start is unknown.
    share : Fraction
        Exact part of the grant.
    shares : int, Fraction or None
        Shares; None when the size of the grant in shares is unknown.
    cumulative : int, Fraction or None
        Shares vested up to and including this date.
    """

    month: int
    date: date | None
    share: Fraction
    shares: Shares | None
    cumulative: Shares | None


def tranches(
    schedule: VestingSchedule,
    quantity: int | None,
    start: date | None,
) -> tuple[Tranche, ...]:
    """Dated whole shares of a grant; dates on which no share vests are left out.

    Parameters
    ----------
    schedule : VestingSchedule
    quantity : int or None
        Shares granted; None gives tranches with `shares` None.
    start : date or None
        The vesting start; None gives tranches without dates.

    Returns
    -------
    tuple of Tranche
        In date order. Shares add up to exactly `quantity`.

    Examples
    --------
    >>> from offerlab.core.schedule import even_schedule
    >>> [t.shares for t in tranches(even_schedule(48, 12), 10, None)]
    [2, 3, 2, 3]
    """
    result: list[Tranche] = []
    cumulative: Shares = 0
    for month, share, amount in _amounts(schedule, quantity):
        when = start and add_months(start, month, schedule.day_of_month)
        if amount is None:
            result.append(Tranche(month, when, share, None, None))
        elif amount:
            cumulative += amount
            result.append(Tranche(month, when, share, amount, cumulative))
    return tuple(result)


@lru_cache(maxsize=4096)
def _amounts(
    schedule: VestingSchedule, quantity: int | None
) -> tuple[tuple[int, Fraction, Shares | None], ...]:
    """Month, exact part and shares of each vest, with the cliff applied."""
    parts = schedule.installments
    if quantity is None:
        shares: list[Shares | None] = [None] * len(parts)
    else:
        exact = [quantity * part.share for part in parts]
        shares = list(allocate(exact, schedule.allocation))
    due = zip(parts, shares, strict=True)
    dated = groupby(due, key=lambda pair: max(pair[0].month, schedule.cliff_months))
    return tuple(_merge(month, list(group)) for month, group in dated)


def _merge(
    month: int, group: list[tuple[Installment, Shares | None]]
) -> tuple[int, Fraction, Shares | None]:
    share = sum((part.share for part, _ in group), Fraction(0))
    amounts = [amount for _, amount in group if amount is not None]
    return month, share, sum(amounts) if amounts else None
