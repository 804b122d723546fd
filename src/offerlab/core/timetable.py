"""Timetables: the dated whole shares that vesting terms give a grant. The one engine.

The exact amounts of all steps are laid out in date order over the whole grant, made
whole by the allocation, and only then added up by date: so a cliff, or a grant made
late, moves shares to a date and never makes or loses one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import Allocation, Shares, allocate_whole
from offerlab.core.month import START_DAY, employment_month
from offerlab.core.terms import After, Condition, OnDate, PeriodUnit, VestingTerms
from offerlab.core.walk import Due, known_events, walk
from offerlab.errors import OverGrantError, VestingError

if TYPE_CHECKING:
    from offerlab.core.schedule import VestingSchedule


class Tranche(NamedTuple):
    """What vests on one date.

    Attributes
    ----------
    month : int or None
        Months from the vesting start, a started one whole; None without a start.
    date : date or None
        None when the vesting start is unknown.
    share : Fraction or None
        Exact part of the grant; None where the terms give a number of shares
        and the size of the grant is unknown.
    shares : int, Fraction or None
        Shares; None when the size of the grant in shares is unknown.
    cumulative : int, Fraction or None
        Shares vested up to and including this date.
    """

    month: int | None
    date: date | None
    share: Fraction | None
    shares: Shares | None
    cumulative: Shares | None


class Timetable(NamedTuple):
    """Terms worked out for one start: integers, ready for any number of grants.

    Attributes
    ----------
    allocation : Allocation
    divisor : int
    numerators, fixed : tuple of int
        Each step vests (grant × numerator + fixed) / divisor shares, in date order.
    dates : tuple of date or None
        Days on which anything vests.
    months : tuple of int or None
        Their months from the vesting start.
    ends : tuple of int
        Number of steps that are due by each of those days.
    parts : tuple of Fraction
        Part of the grant on each of those days, fixed shares left out.
    """

    allocation: Allocation
    divisor: int
    numerators: tuple[int, ...]
    fixed: tuple[int, ...]
    dates: tuple[date | None, ...]
    months: tuple[int | None, ...]
    ends: tuple[int, ...]
    parts: tuple[Fraction, ...]

    @property
    def in_portions(self) -> bool:
        """Whether every amount is a part of the grant, and none a number of shares."""
        return not any(self.fixed)

    def tranches(self, quantity: Shares | None) -> list[Tranche]:
        """Tranches of a grant; days on which no share vests are left out.

        Parameters
        ----------
        quantity : int, Fraction or None
            Shares granted; a fraction only with FRACTIONAL. None gives tranches with
            `shares` None.

        Raises
        ------
        VestingError
            If the terms vest more than the grant.
        """
        days = zip(self.months, self.dates, self._shares(quantity), strict=True)
        if quantity is None:
            return [Tranche(*day, None, None) for day in days]
        result: list[Tranche] = []
        before: Shares = 0
        waiting: Fraction | None = None  # the part of days on which no share vested
        totals = self._totals(quantity)
        for (month, when, part), end in zip(days, self.ends, strict=True):
            after = totals[end - 1]
            share = part if waiting is None or part is None else part + waiting
            if after == before:
                waiting = share
                continue
            result.append(Tranche(month, when, share, after - before, after))
            waiting, before = None, after
        return result

    def share_by(self, month: int) -> Fraction:
        """Part of the grant that has vested by a month, fixed shares left out."""
        return sum(
            (
                part
                for when, part in zip(self.months, self.parts, strict=True)
                if when is not None and when <= month
            ),
            Fraction(0),
        )

    def _shares(self, quantity: Shares | None) -> tuple[Fraction | None, ...]:
        """Part of the grant on each day; None where it hangs on an unknown size."""
        if self.in_portions:
            return self.parts
        begins = (0, *self.ends)
        each = [sum(self.fixed[a:b]) for a, b in pairwise(begins)]
        whole = quantity and self.divisor * quantity
        return tuple(
            part if not fixed else (part + Fraction(fixed, whole) if whole else None)
            for part, fixed in zip(self.parts, each, strict=True)
        )

    def _totals(self, quantity: Shares) -> list[Shares]:
        """Shares vested after each step."""
        exact = [quantity * numerator for numerator in self.numerators]
        if not self.in_portions:
            exact = [a + fixed for a, fixed in zip(exact, self.fixed, strict=True)]
        totals: list[Shares]
        if self.allocation is Allocation.FRACTIONAL:
            totals = [Fraction(total, self.divisor) for total in accumulate(exact)]
        else:
            whole = [int(amount) for amount in exact]
            shares = allocate_whole(whole, self.divisor, self.allocation)
            totals = [*accumulate(shares)]
        if sum(exact) > quantity * self.divisor or min(exact, default=0) < 0:
            self._check(exact, quantity)
            # Less than a share too much is the rounding of decimals in the terms.
            totals = [min(total, quantity) for total in totals]
        return totals

    def _check(self, exact: list[Shares], quantity: Shares) -> None:
        most = Fraction(max(accumulate(exact)), self.divisor)
        if most - quantity >= 1 or min(exact) < 0:
            raise OverGrantError(float(most), float(quantity))


@lru_cache(maxsize=1024)
def timetable(
    terms: VestingTerms,
    start: date | None = None,
    grant_date: date | None = None,
    events: tuple[tuple[str, date], ...] = (),
    start_day: int | None = None,
) -> Timetable:
    """Work terms out for one vesting start.

    Parameters
    ----------
    terms : VestingTerms
    start : date, optional
        The vesting start.
    grant_date : date, optional
        What is dated earlier vests on that day.
    events : tuple of (str, date)
        Conditions that have been met by an event, with its day.
    start_day : int, optional
        Day of the month that the start's rule keeps, if not the start's own.

    Raises
    ------
    VestingError
        If an event names no condition, or the terms go on for too long.
    """
    due = walk(terms, start, known_events(terms, events), start_day)
    if grant_date is not None:
        due = [each._replace(date=max(each.date, grant_date)) for each in due]
    return _timetable(terms.allocation, due, start)


def _timetable(allocation: Allocation, due: list[Due], start: date | None) -> Timetable:
    divisor = lcm(*(x.denominator for each in due for x in (each.share, each.fixed)))
    groups = [
        (when, [each.share for each in group])
        for when, group in groupby(due, key=lambda each: each.date)
    ]
    return Timetable(
        allocation=allocation,
        divisor=divisor,
        numerators=tuple(int(each.share * divisor) for each in due),
        fixed=tuple(int(each.fixed * divisor) for each in due),
        dates=tuple(when for when, _ in groups),
        months=tuple(months_from(start, when) for when, _ in groups),
        ends=tuple(accumulate(len(group) for _, group in groups)),
        parts=tuple(sum(group, Fraction(0)) for _, group in groups),
    )


def months_from(start: date | None, when: date) -> int | None:
    """Months from a vesting start, a started one whole; None without a start."""
    return None if start is None else employment_month(start, when)


STAND_IN = date(2001, 1, 1)
"""Start of a grant without dates: on a first, so that months come out as counted."""


@lru_cache(maxsize=1024)
def undated_timetable(terms: VestingTerms) -> Timetable:
    """Months of terms whose vesting start is unknown; the day of a month is left out.

    Raises
    ------
    VestingError
        If the terms name dates or days: they need a vesting start.
    """
    if any(map(_needs_dates, terms.conditions)):
        raise VestingError("the vesting terms name dates or days and need a start date")
    plain = replace(terms, conditions=tuple(map(_on_start_day, terms.conditions)))
    dated = timetable(plain, STAND_IN)
    return dated._replace(dates=tuple(None for _ in dated.dates))


def _needs_dates(condition: Condition) -> bool:
    trigger = condition.trigger
    if isinstance(trigger, OnDate):
        return True
    return isinstance(trigger, After) and trigger.period.unit is PeriodUnit.DAYS


def _on_start_day(condition: Condition) -> Condition:
    trigger = condition.trigger
    if not isinstance(trigger, After):
        return condition
    period = trigger.period._replace(day_of_month=START_DAY)
    return condition._replace(trigger=trigger._replace(period=period))


def timetable_of(
    vesting: VestingSchedule | VestingTerms,
    start: date | None,
    grant_date: date | None = None,
    start_day: int | None = None,
) -> Timetable:
    """Timetable of a schedule or of terms, in months alone where `start` is None.

    Raises
    ------
    VestingError
        As `timetable` and `undated_timetable` do.
    """
    terms = vesting if isinstance(vesting, VestingTerms) else vesting.terms
    if start is None:
        return undated_timetable(terms)
    return timetable(terms, start, grant_date, start_day=start_day)
