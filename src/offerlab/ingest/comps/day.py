"""Dates as comp files write them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
        ],
        start=1,
    )
}


@lru_cache(maxsize=100_000)
def day_of(text: str) -> date | None:
    """Day of a text; a year alone is its middle, a month its first day.

    Month and day are in the order of the United States, unless the first is over 12.

    Examples
    --------
    >>> day_of("4/1/2019 09:10:00"), day_of("2021"), day_of("soon")
    (datetime.date(2019, 4, 1), datetime.date(2021, 7, 1), None)
    """
    text = text.strip().lower()
    if match := re.match(r"(\d{4})$|(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text):
        if match[1]:
            return _day(int(match[1]), 7, 1)
        return _day(int(match[2]), int(match[3]), int(match[4] or 1))
    if match := re.match(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)", text):
        month, day, year = int(match[1]), int(match[2]), int(match[3])
        if month > 12:
            month, day = day, month
        return _day(year if year > 99 else 2000 + year, month, day)
    words = re.findall(r"[a-z]+|\d+", text)
    months = [_MONTHS[word[:3]] for word in words if word[:3] in _MONTHS]
    years = [int(word) for word in words if len(word) == 4 and word.isdigit()]
    if len(months) == 1 and len(years) == 1:
        days = [int(word) for word in words if word.isdigit() and len(word) < 3]
        return _day(years[0], months[0], days[0] if days else 1)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if not 1990 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def span_of(texts: Iterable[str]) -> str:
    """First and last date of some labels, as years where they are years."""
    known = sorted(
        (day, text) for text in set(texts) if (day := day_of(text)) is not None
    )
    if not known:
        return "undated"
    first, last = (
        str(day.year) if text.strip().isdigit() else day.isoformat()
        for day, text in (known[0], known[-1])
    )
    return first if first == last else f"{first} to {last}"
