"""Counts as people write them, in the digits that a key takes: `twelve months`, 12."""

from __future__ import annotations

import re
from calendar import month_abbr

from offerlab.core.number_words import spoken_numbers

_COUNT = re.compile(r"(\d{1,4})(?:[ -]+([a-z ]+))?\.?", re.IGNORECASE)
_SPANS = ("day", "week", "month", "year")
_CALENDAR = {name.lower(): number for number, name in enumerate(month_abbr) if name}


def in_digits(text: str) -> str:
    """Text with the whole numbers that it spells out in digits.

    Examples
    --------
    >>> in_digits("ninety days")
    '90 days'
    """
    for said in reversed(spoken_numbers(text)):
        if said.value == int(said.value) and not said.percent:
            text = f"{text[: said.start]}{int(said.value)}{text[said.end :]}"
    return text


def unit_of(key: str) -> str:
    """What a key counts: ``month``, ``day``, the ``calendar`` month, or things."""
    if key == "paid_in_month":
        return "calendar"
    return next((unit for unit in ("month", "day") if unit in key), "")


def why_not_whole(text: str, unit: str = "") -> str:
    """Say that a text is no whole number, and which one it may mean.

    `unit` is what is counted, as `unit_of` has it.

    Examples
    --------
    >>> why_not_whole("12 months", "month")
    "'12 months' is not a whole number; write 12"
    >>> why_not_whole("90 days", "month")
    "'90 days' is not a whole number; write the months in digits, such as 12"
    """
    said = f"'{text}' is not a whole number"
    if unit == "calendar":
        number = _CALENDAR.get(text.strip().lower()[:3])
        form = f"{number}, " if number else ""
        return f"{said}; write {form}the number of the month"
    found = _COUNT.fullmatch(in_digits(text.strip()))
    word = (found[2] or "").lower().removesuffix("s").split(" ")[-1] if found else ""
    if found and word == "year" and unit == "month":
        return f"{said}; write {12 * int(found[1])}, in months"
    if found and (word in ("", unit) or (not unit and word not in _SPANS)):
        return f"{said}; write {int(found[1])}"
    what = f"the {unit}s" if unit else "it"
    return f"{said}; write {what} in digits, such as {30 if unit == 'day' else 12}"
