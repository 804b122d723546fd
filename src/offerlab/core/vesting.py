"""Vesting: the dated whole shares that a schedule gives a grant.

The amounts of all installments are worked out first, then those up to the cliff are
added up on its date.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import Allocation, Shares, allocate_whole
from offerlab.core.month import add_months

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.schedule import VestingSchedule


class Tranche(NamedTuple):
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
    plan = schedule.plan
    dates: Sequence[date | None] = [None] * len(plan.months)
    if start is not None:
        dates = _dates(start, plan.months, schedule.day_of_month)
    if quantity is None:
        undated = zip(plan.months, dates, plan.shares, strict=True)
        return tuple(Tranche(*each, None, None) for each in undated)
    result: list[Tranche] = []
    before: Shares = 0
    totals = _totals(schedule, quantity)
    for month, when, share, end in zip(
        plan.months, dates, plan.shares, plan.ends, strict=True
    ):
        after = totals[end - 1]
        if after != before:
            result.append(Tranche(month, when, share, after - before, after))
        before = after
    return tuple(result)


def _totals(schedule: VestingSchedule, quantity: int) -> list[Shares]:
    """Shares vested after each installment, the cliff not yet applied."""
    plan = schedule.plan
    exact = [quantity * numerator for numerator in plan.numerators]
    if schedule.allocation is Allocation.FRACTIONAL:
        return [Fraction(total, plan.divisor) for total in accumulate(exact)]
    return [*accumulate(allocate_whole(exact, plan.divisor, schedule.allocation))]


@lru_cache(maxsize=1024)
def _dates(start: date, months: tuple[int, ...], day_of_month: str) -> tuple[date, ...]:
    """Dates of a schedule; many grants of one company share them."""
    return tuple(add_months(start, month, day_of_month) for month in months)
