"""Vesting: what a schedule or terms give one grant, tranche by tranche."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.timetable import timetable_of

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.schedule import VestingSchedule
    from offerlab.core.terms import VestingTerms
    from offerlab.core.timetable import Tranche


def tranches(
    vesting: VestingSchedule | VestingTerms,
    quantity: int | None,
    start: date | None,
    *,
    grant_date: date | None = None,
    start_day: int | None = None,
) -> tuple[Tranche, ...]:
    """Dated whole shares of a grant; dates on which no share vests are left out.

    Parameters
    ----------
    vesting : VestingSchedule or VestingTerms
    quantity : int or None
        Shares granted; None gives tranches with `shares` None.
    start : date or None
        The vesting start; None gives months without dates.
    grant_date : date, optional
        What is dated earlier vests on that day.
    start_day : int, optional
        Day of the month that the start's rule keeps, if not the start's own.

    Returns
    -------
    tuple of Tranche
        In date order. Of a schedule, shares add up to exactly `quantity`.

    Raises
    ------
    VestingError
        If terms vest more than the grant, or name dates and `start` is None.

    Examples
    --------
    >>> from offerlab.core.schedule import even_schedule
    >>> [t.shares for t in tranches(even_schedule(48, 12), 10, None)]
    [2, 3, 2, 3]
    """
    plan = timetable_of(vesting, start, grant_date, start_day)
    return tuple(plan.tranches(quantity))


def partly_dated(
    vesting: VestingSchedule | VestingTerms, quantity: int | None, start: date | None
) -> Shares | None:
    """Shares that have a date, where those are a share or more short of the grant.

    None where all have: less than a share is the rounding of decimals in the terms.

    Raises
    ------
    VestingError
        As `tranches` does.
    """
    found = tranches(vesting, quantity, start)
    if quantity is None:
        return None
    dated = found[-1].cumulative or 0 if found else 0
    return dated if quantity - dated >= 1 else None
