"""Days and employment months."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

FAR = date(9999, 1, 1)


def add_months(day: date, months: int, kept: int = 0) -> date:
    """The same day of another month, or that month's last day.

    `kept` is the day of the month that is counted from, where a short month has
    pulled `day` down.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(kept or day.day, last))


def month_of(day: date, start: date) -> int:
    """Employment month of a day: between two month ends the later one."""
    months = (day.year - start.year) * 12 + day.month - start.month
    months -= 2
    while add_months(start, months) < day:
        months += 1
    return months


def last_of_month(year: int, month: int) -> date:
    """Last day of a calendar month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def worked_whole(start: date, months: int, end: date) -> bool:
    """Is the last day of an employment month worked?"""
    return months == 0 or add_months(start, months) - timedelta(days=1) <= end
