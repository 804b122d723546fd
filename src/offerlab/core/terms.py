"""Vesting terms: the graph of conditions by which a grant vests.

The model is Open Cap Format's. A condition says how much vests (a portion or a number
of shares) and what triggers it; `next_ids` says which conditions may follow. The graph
is checked when terms are made: whoever holds terms holds terms that can be walked.
Source: Open Cap Table Coalition, schema of VestingTerms, main of 2026-06-28.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import Allocation
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from fractions import Fraction


class PeriodUnit(StrEnum):
    """What a period counts."""

    DAYS = "DAYS"
    MONTHS = "MONTHS"


class Period(NamedTuple):
    """Steps of time, each of which vests once.

    Attributes
    ----------
    unit : PeriodUnit
    length : int
        Units a step, 0 or more.
    occurrences : int
        Steps, 1 or more.
    day_of_month : str or None
        One of `offerlab.core.month.DAY_RULES`, for months only.
    cliff_installment : int or None
        Step on whose date all steps up to it vest together; 0 and 1 are no cliff.
    """

    unit: PeriodUnit
    length: int
    occurrences: int
    day_of_month: str | None = None
    cliff_installment: int | None = None


class Moment(Enum):
    """Met when somebody records it: the vesting start, or an event."""

    START = "VESTING_START_DATE"
    EVENT = "VESTING_EVENT"


class OnDate(NamedTuple):
    """Met on a date."""

    date: date


class After(NamedTuple):
    """Met a period after another condition was."""

    period: Period
    condition_id: str


MOST_CONDITIONS = 2_000
"""Terms with more conditions are refused as a slip."""

Trigger = Moment | OnDate | After


class Portion(NamedTuple):
    """A part of the grant, or of what has not vested yet (`remainder`).

    Numerator and denominator are kept as they were given: 12/48 stays 12/48.
    """

    numerator: Fraction
    denominator: Fraction
    remainder: bool | None = None

    @property
    def value(self) -> Fraction:
        """Numerator / denominator."""
        return self.numerator / self.denominator


class Condition(NamedTuple):
    """A node of the graph; exactly one of `portion` and `quantity` is set."""

    id: str
    trigger: Trigger
    next_ids: tuple[str, ...] = ()
    portion: Portion | None = None
    quantity: Fraction | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class VestingTerms:
    """A reusable template of vesting.

    Attributes
    ----------
    conditions : tuple of Condition
    allocation : Allocation
        How whole shares are made of exact amounts.
    id, name, description, comments : str, ..., tuple of str
        Of the terms, for their readers.
    wording : str
        The terms in the words of an offer letter.

    Raises
    ------
    VestingError
        If the graph cannot be walked: an id twice, an id that names nothing, a
        cycle, no condition to begin with; or a condition has no amount or two, a
        portion that is not a part, or a period that never occurs.
    """

    conditions: tuple[Condition, ...]
    allocation: Allocation = Allocation.CUMULATIVE_ROUND_DOWN
    id: str = "vesting-terms"
    name: str = "vesting terms"
    description: str = "vesting terms"
    comments: tuple[str, ...] | None = None
    wording: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        _check_ids(self)
        _check_acyclic(self)
        _check_amounts(self)

    @property
    def roots(self) -> tuple[Condition, ...]:
        """Conditions that no other leads to, in the order of the terms."""
        reached = {one for each in self.conditions for one in each.next_ids}
        return tuple(each for each in self.conditions if each.id not in reached)

    @property
    def by_id(self) -> dict[str, Condition]:
        """Conditions by their id."""
        return {each.id: each for each in self.conditions}

    @property
    def last_date(self) -> date | None:
        """Last calendar date that the terms name; None if they also count time."""
        dates: list[date] = []
        for condition in self.conditions:
            trigger = condition.trigger
            if isinstance(trigger, After) or trigger is Moment.EVENT:
                return None
            if isinstance(trigger, OnDate):
                dates.append(trigger.date)
        return max(dates, default=None)

    def check_start(self, start: date | None) -> None:
        """Refuse a vesting start that is after every date of the terms.

        Raises
        ------
        VestingError
            If it is: all would vest at once, which nobody means.
        """
        last = self.last_date
        if start is not None and last is not None and start > last:
            raise VestingError(
                f"the vesting start of {start} is after every date of the terms, of"
                f" which {last} is the last; check both"
            )

    @property
    def has_start(self) -> bool:
        """Whether any condition waits for the vesting start."""
        return any(each.trigger is Moment.START for each in self.conditions)


def _check_ids(terms: VestingTerms) -> None:
    if not terms.conditions:
        raise VestingError(f"vesting terms '{terms.id}' have no condition")
    if len(terms.conditions) > MOST_CONDITIONS:
        raise VestingError(
            f"vesting terms '{terms.id}' have {len(terms.conditions):,} conditions, and"
            f" at most {MOST_CONDITIONS:,} are read"
        )
    seen: set[str] = set()
    for each in terms.conditions:
        if each.id in seen:
            raise VestingError(f"two vesting conditions have the id '{each.id}'")
        seen.add(each.id)
    for each in terms.conditions:
        for key, named in _references(each):
            if named not in seen:
                raise VestingError(
                    f"vesting condition '{each.id}': {key} names '{named}', and there"
                    " is no such condition"
                )
        if len(set(each.next_ids)) < len(each.next_ids):
            raise VestingError(
                f"vesting condition '{each.id}': next_condition_ids names one twice"
            )


def _references(condition: Condition) -> Iterator[tuple[str, str]]:
    for named in condition.next_ids:
        yield "next_condition_ids", named
    if isinstance(condition.trigger, After):
        yield "relative_to_condition_id", condition.trigger.condition_id


def _check_amounts(terms: VestingTerms) -> None:
    for each in terms.conditions:
        where, portion = f"vesting condition '{each.id}'", each.portion
        if (portion is None) == (each.quantity is None):
            raise VestingError(f"{where}: needs 'portion' or 'quantity', and not both")
        if portion is not None and not portion.denominator:
            raise VestingError(f"{where}: portion has the denominator 0")
        if portion is not None and portion.value > 1:
            part = f"{float(portion.numerator):.10g}/{float(portion.denominator):.10g}"
            raise VestingError(f"{where}: portion {part} is more than the whole")
        if isinstance(each.trigger, After) and each.trigger.period.occurrences < 1:
            raise VestingError(f"{where}: a period occurs once or more")


def _check_acyclic(terms: VestingTerms) -> None:
    """Nothing leads to itself, and nothing counts its time from itself."""
    leads: dict[str, list[str]] = {each.id: [] for each in terms.conditions}
    counts: dict[str, list[str]] = {each.id: [] for each in terms.conditions}
    for each in terms.conditions:
        for named in each.next_ids:
            leads[named].append(each.id)
        if isinstance(each.trigger, After):
            counts[each.id].append(each.trigger.condition_id)
    for graph in (leads, counts):
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            names = ", ".join(f"'{name}'" for name in dict.fromkeys(error.args[1]))
            raise VestingError(
                f"the vesting conditions {names} lead to each other in a cycle"
            ) from error
