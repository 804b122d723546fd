"""Days that a letter names, with or without their weekday."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(StrEnum):
    """Kinds of claims."""

    MONEY = "money"
    PERCENT = "percent"
    DAY = "day"
    WEEKDAY = "weekday"


MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]
_MONTH = "|".join([*MONTHS, *(f"{m[:3]}\\.?" for m in MONTHS), r"sept\.?"])
_WEEKDAY = "|".join([*WEEKDAYS, *(f"{d[:3]}\\." for d in WEEKDAYS)])
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?"
    rf"(?:\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH}),?"
    rf"(?:\s+(?P<y1>\d{{4}}))?\b"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>\d{{4}}))?"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})s?\b", re.IGNORECASE)


def find_days(
    text: str, today: date
) -> Iterator[tuple[Kind, date | int, str, int, int | None]]:
    """Days and weekdays of a text: what a `Claim` is made of.

    A day without a year is the one nearest to `today`.
    """
    taken = []
    for found in _DATE.finditer(text):
        day = _day_of(found, today)
        if day is None:
            continue
        taken.append((found.start(), found.end()))
        before = found["weekday"]
        number = None
        if before:
            number = next(
                k for k, w in enumerate(WEEKDAYS) if w[:3] == before[:3].lower()
            )
        yield Kind.DAY, day, found.group().strip(), found.start(), number
    for found in _ALONE.finditer(text):
        if all(found.start() >= end or found.start() < start for start, end in taken):
            word = found.group().lower().rstrip("s")
            number = next(k for k, w in enumerate(WEEKDAYS) if w[:3] == word[:3])
            yield Kind.WEEKDAY, number, found.group(), found.start(), None


def _day_of(found: re.Match[str], today: date) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        name = (found["m1"] or found["m2"]).lower()
        month = next(k for k, m in enumerate(MONTHS, start=1) if m[:3] == name[:3])
        day, year = int(found["d1"] or found["d2"]), found["y1"] or found["y2"]
        if year:
            return date(int(year), month, day)
        near = [date(today.year + more, month, day) for more in (-1, 0, 1)]
        return min(near, key=lambda each: abs((each - today).days))
    except ValueError:
        return None
