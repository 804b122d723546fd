"""Words into numbers: amounts, percentages, dates, as people write them.

Each parser takes the text of one value and raises `ValueError` with a sentence that
says what is wrong and how to write it.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

_AMOUNT = re.compile(
    r"(?P<sign>-)?\$?(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*)?(?P<decimals>\.\d+)?"
    r"(?P<exponent>[eE][+-]?\d{1,2})?\s?(?P<unit>[kKmMbB])?"
)
_LONGEST = 40
"""Letters of the longest number that anybody means."""

_UNITS = {"": 0, "k": 3, "m": 6, "b": 9}


def parse_decimal(text: str) -> Decimal:
    """Exact number: ``150_000``, ``150,000``, ``$150,000``, ``150k``, ``0.2M``."""
    match = _AMOUNT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not match or not (match["digits"] or match["decimals"]):
        raise ValueError(_why_no_amount(text))
    digits = re.sub("[,_]", "", match["digits"] or "0")
    number = Decimal(
        digits + (match["decimals"] or "") + (match["exponent"] or "")
    ).scaleb(_UNITS[(match["unit"] or "").lower()])
    return -number if match["sign"] else number


def _why_no_amount(text: str) -> str:
    if len(text) > _LONGEST:
        return f"'{text[:_LONGEST]}…' is too long for a number"
    if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        return f"{text} is not a number"
    if text.strip().endswith("%"):
        return f"{text} is a percentage, and an amount belongs here"
    if re.fullmatch(r"[-$\d,._]*\d,\d[-$\d,._]*", text):
        return f"{text}: a comma separates thousands, a point the cents (150,000.50)"
    return f"'{text}' is not an amount; write 150000, 150,000 or 150k"


def parse_amount(text: str) -> float:
    """Money as a float."""
    return float(parse_decimal(text))


def parse_whole(text: str) -> int:
    """A whole number, such as shares or months."""
    number = parse_decimal(text)
    if number != int(number):
        raise ValueError(f"{text} is not a whole number")
    return int(number)


def parse_percentage(text: str) -> Decimal:
    """Percent with its sign: ``10%`` is 10; a bare number is refused."""
    if not text.strip().endswith("%"):
        raise ValueError(f"{text}: write a percentage with its sign, such as 10%")
    return parse_percent(text)


def parse_percent(text: str) -> Decimal:
    """Percent where the key says so: ``0.04`` and ``0.04%`` are both 0.04."""
    number = text.strip().removesuffix("%").rstrip()
    if number.endswith("%"):
        raise ValueError(f"{text} has two percent signs; write {number.rstrip(' %')}%")
    return parse_decimal(number)


def parse_rate(text: str) -> float:
    """Decimal rate: ``0.03`` and ``3%`` are both 0.03."""
    if text.strip().endswith("%"):
        return float(parse_percentage(text) / 100)
    return parse_amount(text)


def parse_fraction(text: str) -> Fraction:
    """Exact number that may be a fraction: ``100/3``."""
    top, slash, bottom = text.strip().removesuffix("%").partition("/")
    number = Fraction(parse_decimal(top))
    if not slash:
        return number
    divisor = Fraction(parse_decimal(bottom))
    if not divisor:
        raise ValueError(f"{text} divides by zero")
    return number / divisor


def parse_flag(text: str) -> bool:
    """``true`` or ``false``, ``yes`` or ``no``."""
    known = {"true": True, "yes": True, "false": False, "no": False}
    if text.lower() not in known:
        raise ValueError(f"'{text}' is neither true nor false")
    return known[text.lower()]


def parse_date(text: str) -> date:
    """A date written as 2027-01-11."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(f"'{text}' is not a date; write it as 2027-01-11")
    try:
        when = date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"there is no date {text}") from error
    if not 1970 <= when.year <= 2200:
        raise ValueError(f"the year of {text} is out of range")
    return when


def parse_deadline(text: str) -> tuple[date, time | None, str | None]:
    """Date, clock time and zone of ``2026-12-04T17:00 America/Los_Angeles``.

    A date alone is fine; a clock time without a zone is refused.
    """
    stamp, _, zone = text.partition(" ")
    day, _, clock = stamp.partition("T")
    when = parse_date(day)
    if not clock:
        if zone:
            raise ValueError(f"'{text}': write 2026-12-04T17:00 America/Los_Angeles")
        return when, None, None
    if not re.fullmatch(r"\d{2}:\d{2}", clock):
        raise ValueError(f"'{clock}' is not a clock time; write 17:00")
    try:
        at = time.fromisoformat(clock)
    except ValueError as error:
        raise ValueError(f"there is no clock time {clock}") from error
    if not zone:
        raise ValueError(
            f"'{text}' has a clock time and no zone; add one, such as"
            " America/Los_Angeles"
        )
    _check_zone(zone)
    return when, at, zone


def _check_zone(name: str) -> None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only deadlines need it

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(
            f"there is no time zone '{name}'; write one such as America/New_York"
        ) from error
