"""A vesting schedule: exact parts of a grant, and the months in which they are due.

The installments of a schedule add up to exactly 1. A cliff delays what comes before
it to its own date; nothing else moves shares between dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from offerlab.core.allocation import Allocation
from offerlab.core.month import START_DAY
from offerlab.core.translation import terms_of
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offerlab.core.terms import VestingTerms


MAX_YEARS = 20
"""A longer schedule is refused as a slip."""


class ScheduleError(VestingError, ValueError):
    """A schedule that cannot be: the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Installment:
    """A part of the grant that is due a number of months after the vesting start."""

    month: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class VestingSchedule:
    """When which part of a grant vests.

    Attributes
    ----------
    installments : tuple of Installment
        In date order, before the cliff is applied; the shares add up to 1.
    cliff_months : int
        Nothing vests before this month; 0 means no cliff.
    allocation : Allocation
        How whole shares are made.
    day_of_month : str
        Day rule of Open Cap Format (`offerlab.core.month.DAY_RULES`).
    wording : str
        The schedule in the words of an offer letter.
    terms : VestingTerms
        The same as vesting terms, which the engine vests.
    """

    installments: tuple[Installment, ...]
    cliff_months: int = 0
    allocation: Allocation = Allocation.CUMULATIVE_ROUND_DOWN
    day_of_month: str = START_DAY
    wording: str = field(default="", compare=False)

    terms: VestingTerms = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        total = sum((part.share for part in self.installments), Fraction(0))
        if total != 1:
            raise ScheduleError(
                f"the parts add up to {float(total):.6g} of the grant, not to 1"
            )
        if not self.installments:
            raise ScheduleError("a schedule without a part")
        months = [part.month for part in self.installments]
        if months != sorted(months) or any(month < 0 for month in months):
            raise ScheduleError("the installments are not in date order")
        if self.cliff_months > self.months:
            raise ScheduleError(
                f"a cliff of {self.cliff_months} months is longer than the schedule"
            )
        object.__setattr__(self, "terms", terms_of(self))

    @property
    def months(self) -> int:
        """Months from the vesting start to the last vest."""
        return self.installments[-1].month


def even_schedule(
    months: int, every_months: int, cliff_months: int = 0
) -> VestingSchedule:
    """Equal parts every `every_months` for `months`, with an optional cliff.

    Raises
    ------
    ScheduleError
        If the months or the cliff are not multiples of the cadence.
    """
    if months < 1 or every_months < 1 or cliff_months < 0:
        raise ScheduleError("months and cadence are 1 or more, a cliff 0 or more")
    if months % every_months:
        raise ScheduleError(
            f"{months} months is not a multiple of the cadence of {every_months}"
        )
    if cliff_months % every_months or cliff_months > months:
        raise ScheduleError(
            f"a cliff of {cliff_months} months does not fit a vest every"
            f" {every_months} months over {months}"
        )
    count = months // every_months
    parts = tuple(
        Installment(every_months * k, Fraction(1, count)) for k in range(1, count + 1)
    )
    return VestingSchedule(
        parts,
        cliff_months,
        wording=f"over {_span(months)}{_cliff_wording(cliff_months)},"
        f" vesting {_cadence_name(every_months)}",
    )


def yearly_schedule(
    weights: Sequence[Fraction],
    every_months: int | Mapping[int, int] = 12,
    cliff_months: int = 0,
) -> VestingSchedule:
    """Schedule with a part for each year, spread evenly over that year's dates.

    Parameters
    ----------
    weights : sequence of Fraction
        Percent of the grant in each year, adding up to exactly 100.
    every_months : int or mapping of int to int
        Months between vests, for all years or by year; a year that the mapping
        does not name vests once, at its end.
    cliff_months : int

    Raises
    ------
    ScheduleError
        If the weights do not add up to 100 (with a hint where they look
        cumulative), or a cadence does not divide a year.
    """
    _check_weights(weights)
    _check_years(weights, every_months)
    parts: list[Installment] = []
    dates: list[int] = []
    for year, weight in enumerate(weights, start=1):
        months = _months_of_year(year, every_months)
        share = weight / 100 / len(months)
        dates += months
        parts += [Installment(month, share) for month in months if share]
    if cliff_months and cliff_months not in dates:
        raise ScheduleError(
            f"a cliff at month {cliff_months} is not one of the vesting dates"
        )
    split = ""
    if len(set(weights)) > 1:
        split = f", {'/'.join(_number(weight) for weight in weights)} percent a year"
    cadence = _cadence_wording(every_months, len(weights))
    return VestingSchedule(
        tuple(parts),
        cliff_months,
        wording=f"over {_span(12 * len(weights))}{split}"
        f"{_cliff_wording(cliff_months)}, {cadence}",
    )


def _months_of_year(year: int, every_months: int | Mapping[int, int]) -> list[int]:
    """Months in which a year's part vests; once, at its end, where nothing says more.

    Raises
    ------
    ScheduleError
        If the cadence does not divide a year.
    """
    every = every_months
    if not isinstance(every, int):
        every = every.get(year, 12)
    if every < 1 or 12 % every:
        raise ScheduleError(f"a vest every {every} months does not divide a year")
    return [12 * (year - 1) + every * k for k in range(1, 12 // every + 1)]


def _check_weights(weights: Sequence[Fraction]) -> None:
    if not weights:
        raise ScheduleError("a schedule without a year")
    if any(weight < 0 for weight in weights):
        raise ScheduleError("a yearly weight is negative")
    total = sum(weights, Fraction(0))
    if total == 100:
        return
    listed = "/".join(_number(weight) for weight in weights)
    if weights[-1] == 100 and list(weights) == sorted(weights):
        each = [b - a for a, b in zip([Fraction(0), *weights], weights, strict=False)]
        raise ScheduleError(
            f"{listed} looks cumulative; write what vests in each year:"
            f" {'/'.join(_number(weight) for weight in each)}"
        )
    raise ScheduleError(f"the weights {listed} add up to {_number(total)}, not to 100")


def _check_years(
    weights: Sequence[Fraction], every_months: int | Mapping[int, int]
) -> None:
    if len(weights) > MAX_YEARS:
        raise ScheduleError(f"{len(weights)} years are more than {MAX_YEARS}")
    if isinstance(every_months, int):
        return
    for year in every_months:
        if not 1 <= year <= len(weights):
            raise ScheduleError(
                f"a cadence is given for year {year}, which has no part"
            )


def _number(value: Fraction) -> str:
    """Print 100/3 as 33.33 and 5 as 5."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight")


def _span(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest or not 0 < years < len(_WORDS):
        return f"{months} months"
    return f"{_WORDS[years]} year{'s' if years > 1 else ''}"


def _cliff_wording(cliff_months: int) -> str:
    if not cliff_months:
        return ""
    if cliff_months % 12 or cliff_months // 12 >= len(_WORDS):
        return f" with a cliff of {cliff_months} months"
    return f" with a {_WORDS[cliff_months // 12]}-year cliff"


def _cadence_name(every_months: int) -> str:
    names = {1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "yearly"}
    return names.get(every_months, f"every {every_months} months")


def _cadence_wording(every_months: int | Mapping[int, int], years: int) -> str:
    if isinstance(every_months, int):
        return f"vesting {_cadence_name(every_months)}"
    by_year = [_cadence_name(every_months.get(k, 12)) for k in range(1, years + 1)]
    if len(set(by_year)) == 1:
        return f"vesting {by_year[0]}"
    words, year = [], 1
    for cadence, group in groupby(by_year):
        last = year + len(list(group)) - 1
        span = f"year {year}" if last == year else f"years {year}-{last}"
        words.append(f"{cadence} in {span}")
        year = last + 1
    return "vesting " + ", ".join(words)
