"""Spans of time as letters write them: ``90 days``, ``3 months``, ``10 years``."""

from __future__ import annotations

import re
from typing import NamedTuple

from offerlab.ingest.in_digits import in_digits

_SPAN = re.compile(r"(\d{1,4})[ -]?([a-z]+)", re.IGNORECASE)
_UNITS = ("day", "week", "month", "year")
_HALF_YEARS = re.compile(r"(\d{1,2})\.5 years?", re.IGNORECASE)
MAX_MONTHS = 240


class Duration(NamedTuple):
    """Whole months, or days; one of them is set."""

    months: int | None = None
    days: int | None = None


def parse_duration(text: str) -> Duration:
    """Span of days, months or years.

    Examples
    --------
    >>> parse_duration("10 years")
    Duration(months=120, days=None)
    """
    match = _SPAN.fullmatch(text.strip())
    unit = match[2].lower().removesuffix("s") if match else ""
    if match is None or unit not in _UNITS:
        raise ValueError(_why_no_duration(text))
    number = int(match[1])
    if unit == "week":
        raise ValueError(f"'{text}' is in weeks; write {7 * number} days")
    if unit == "day":
        if number > 30 * MAX_MONTHS:
            raise ValueError(f"{text} is over {MAX_MONTHS // 12} years")
        return Duration(days=number)
    months = number * (12 if unit == "year" else 1)
    if months > MAX_MONTHS:
        raise ValueError(f"{text} is over {MAX_MONTHS // 12} years")
    return Duration(months=months)


def _why_no_duration(text: str) -> str:
    if text.strip().isdecimal():
        return f"{text} of what? write '{text} months' or '{text} days'"
    if half := _HALF_YEARS.fullmatch(text.strip()):
        return f"'{text}': write '{12 * int(half[1]) + 6} months'"
    digits = in_digits(text.strip().lower().replace("-", " "))
    span = _SPAN.fullmatch(digits)
    if span and span[2].removesuffix("s") in _UNITS:
        return f"'{text}': write '{digits}', in digits"
    return f"'{text}' is not a span of time; write 90 days, 3 months or 10 years"
