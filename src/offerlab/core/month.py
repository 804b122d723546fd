"""Month arithmetic: dates a number of months from a start, and months of employment.

Months are always counted from the start, never from the date before, so that a
short month does not pull later dates down: 31 January, 28 February, 31 March.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

START_DAY = "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH"
"""The day-of-month rule that keeps the start's day, or the month's last."""

DAY_RULES: tuple[str, ...] = (
    *(f"{day:02d}" for day in range(1, 29)),
    *(f"{day}_OR_LAST_DAY_OF_MONTH" for day in (29, 30, 31)),
    START_DAY,
)
"""The day-of-month rules of the Open Cap Table format."""


class Moment(NamedTuple):
    """A month of employment and a day in it; None without a start date."""

    month: int
    day: date | None


def add_months(start: date, months: int, day_rule: str = START_DAY) -> date:
    """Date `months` after `start`, on the day that the rule asks for.

    Examples
    --------
    >>> add_months(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    >>> add_months(date(2027, 1, 20), 1, "15")
    datetime.date(2027, 2, 15)
    """
    return on_day(
        start, months, start.day if day_rule == START_DAY else day_of(day_rule)
    )


def on_day(start: date, months: int, day: int) -> date:
    """Day `day` of the month `months` after that of `start`, or its last."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def day_of(day_rule: str) -> int:
    """Day that a rule other than `START_DAY` names: 29 of 29_OR_LAST_DAY_OF_MONTH."""
    return int(day_rule[:2])


def employment_month(start: date, when: date) -> int:
    """Month of employment in which `when` falls: 0 on day 0, 1 up to start + 1 month.

    Examples
    --------
    >>> employment_month(date(2027, 1, 11), date(2028, 1, 11))
    12
    >>> employment_month(date(2027, 1, 11), date(2028, 1, 12))
    13
    """
    if when <= start:
        return 0
    months = (when.year - start.year) * 12 + when.month - start.month
    return months if when <= add_months(start, months) else months + 1


def employment_day(start: date | None, month: int) -> date | None:
    """Last day of a month of employment, the start itself for 0; None without one."""
    return None if start is None else add_months(start, month)


def employment_year(month: int) -> int:
    """Year of employment of a month: 1 for months 0 to 12, 2 for 13 to 24."""
    return max(1, -(-month // 12))
