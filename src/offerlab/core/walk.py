"""The way through vesting terms: which conditions are met when, and what is then due.

Where Open Cap Format is silent, these rules hold (the profile):

- A condition is not met before the one that led to it. What a condition dates earlier
  is due on that day.
- Of the conditions that may follow, the earliest is met, counted so; on one day the
  first listed. One that repeats is met at its first step, also where a cliff delays
  it. Only one way is taken.
- A condition that repeats is met, for those that count from it, at its last step.
- The rule VESTING_START_DAY... keeps the day of the vesting start, also in a block that
  counts from a shorter month's last day; without a vesting start in the terms, the day
  of the date it counts from.
- `remainder` is a part of what the way so far has not scheduled, unrounded.
- A cliff installment beyond the last step pays at the last step.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import START_DAY, day_of, on_day
from offerlab.core.terms import After, Moment, OnDate, Period, PeriodUnit
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from offerlab.core.terms import Condition, VestingTerms

MOST_STEPS = 10_000
"""Terms with more steps are refused as a slip: daily for 27 years."""


class Due(NamedTuple):
    """Exact amount due on a date: `share` of the grant and `fixed` shares."""

    date: date
    share: Fraction
    fixed: Fraction


def walk(
    terms: VestingTerms,
    start: date | None = None,
    events: Mapping[str, date] | None = None,
    start_day: int | None = None,
) -> list[Due]:
    """Walk the terms as far as dates are known.

    Parameters
    ----------
    terms : VestingTerms
    start : date, optional
        The vesting start.
    events : mapping of str to date, optional
        Day on which the event of a condition happened, by its id.
    start_day : int, optional
        Day of the month that VESTING_START_DAY... keeps, if not the start's own: of a
        later start that itself fell on a shorter month's last day.

    Returns
    -------
    list of Due
        In date order; empty if nothing is due. Each step of a condition that repeats
        is one; conditions that vest nothing are none.
    """
    return list(_Walk(terms, start, events or {}, start_day).steps())


class _Walk:
    def __init__(
        self,
        terms: VestingTerms,
        start: date | None,
        events: Mapping[str, date],
        start_day: int | None,
    ) -> None:
        self.terms, self.events, self.start_day = terms, events, start_day
        self.start = start
        self.started = start if terms.has_start else None
        self.met: dict[str, date] = {}

    def steps(self) -> Iterator[Due]:
        by_id = self.terms.by_id
        share = fixed = Fraction(0)
        candidates: Iterable[Condition] = self.terms.roots
        now, count = date.min, 0
        while (condition := self._next(candidates, now)) is not None:
            dates = [max(now, when) for when in self._dates(condition)]
            dates = _cliffed(condition, dates)
            each_share, each_fixed = _amounts(condition, share, fixed)
            if each_share or each_fixed:  # a mere milestone is not a tranche
                yield from (Due(when, each_share, each_fixed) for when in dates)
            count += len(dates)
            if count > MOST_STEPS:
                raise _too_long(condition)
            share += each_share * len(dates)
            fixed += each_fixed * len(dates)
            now = self.met[condition.id] = dates[-1]
            if condition.trigger is Moment.START:
                self.started = self._first(condition)
            candidates = [by_id[name] for name in condition.next_ids]

    def _next(self, candidates: Iterable[Condition], now: date) -> Condition | None:
        """Condition that is met first; on one day the first listed."""
        firsts = [(self._first(each), each) for each in candidates]
        known = [(max(now, first), each) for first, each in firsts if first is not None]
        return min(known, key=lambda pair: pair[0])[1] if known else None

    def _first(self, condition: Condition) -> date | None:
        """Date on which a condition is met; None while its trigger has no date."""
        trigger = condition.trigger
        if isinstance(trigger, OnDate):
            return trigger.date
        if isinstance(trigger, After):
            anchor = self.met.get(trigger.condition_id)
            return None if anchor is None else self._step(trigger.period, anchor, 1)
        when = self.events.get(condition.id)
        return self.start if trigger is Moment.START and when is None else when

    def _dates(self, condition: Condition) -> list[date]:
        """Dates of all steps of a condition that is met."""
        trigger = condition.trigger
        if not isinstance(trigger, After):
            first = self._first(condition)
            return [] if first is None else [first]
        period, anchor = trigger.period, self.met[trigger.condition_id]
        if period.occurrences > MOST_STEPS:
            raise _too_long(condition)
        steps = range(1, period.occurrences + 1)
        dates = [self._step(period, anchor, step) for step in steps]
        if dates[-1] == date.max:
            raise _too_long(condition)
        return dates

    def _step(self, period: Period, anchor: date, step: int) -> date:
        """Date of a step, always counted from the anchor; the last of all if beyond."""
        try:
            if period.unit is PeriodUnit.DAYS:
                return anchor + timedelta(days=period.length * step)
            return on_day(anchor, period.length * step, self._day(period, anchor))
        except (ValueError, OverflowError):
            return date.max

    def _day(self, period: Period, anchor: date) -> int:
        if period.day_of_month not in (None, START_DAY):
            return day_of(period.day_of_month or "")
        if self.started is not None:
            return self.start_day or self.started.day
        return anchor.day


def _cliffed(condition: Condition, dates: list[date]) -> list[date]:
    """Dates with those before a cliff moved to it."""
    trigger = condition.trigger
    cliff = trigger.period.cliff_installment if isinstance(trigger, After) else 0
    if not cliff:
        return dates
    cliff = min(cliff, len(dates))
    return [dates[cliff - 1]] * cliff + dates[cliff:]


def _amounts(
    condition: Condition, share: Fraction, fixed: Fraction
) -> tuple[Fraction, Fraction]:
    """Amount of each step, as a share of the grant and a number of shares.

    `share` and `fixed` are what has been scheduled before the condition.
    """
    if condition.portion is None:
        return Fraction(0), condition.quantity or Fraction(0)
    part = condition.portion.value
    if condition.portion.remainder:
        return part * (1 - share), -part * fixed
    return part, Fraction(0)


def _too_long(condition: Condition) -> VestingError:
    return VestingError(
        f"vesting condition '{condition.id}' goes on for longer than any grant does;"
        " check its period and occurrences"
    )


def known_events(
    terms: VestingTerms, events: Iterable[tuple[str, date]]
) -> dict[str, date]:
    """Events by condition, the earliest where one is recorded twice.

    Raises
    ------
    VestingError
        If an event names no condition, or one that no event can meet.
    """
    by_id, found = terms.by_id, dict[str, date]()
    for name, when in events:
        if name not in by_id:
            known = ", ".join(f"'{one}'" for one in by_id)
            raise VestingError(
                f"an event of {when} names the condition '{name}', and the terms have"
                f" only {known}"
            )
        if not isinstance(by_id[name].trigger, Moment):
            raise VestingError(
                f"an event of {when} names the condition '{name}', which is met by the"
                " calendar and not by an event"
            )
        found[name] = min(when, found.get(name, when))
    return found
