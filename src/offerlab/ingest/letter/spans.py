"""Amounts, percents, numbers, dates and durations of a text, each with its place."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.number_words import spoken_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator


class Money(NamedTuple):
    """An amount, its currency if it has a mark, and its place."""

    value: float
    currency: str | None
    start: int
    end: int


class Number(NamedTuple):
    """A number and its place."""

    value: float
    start: int
    end: int


class Day(NamedTuple):
    """A day and its place; `told` says whether the letter gives its year."""

    value: date
    start: int
    end: int
    told: bool


_MARKS = {
    "$": None, "US$": "USD", "USD": "USD", "CA$": "CAD", "C$": "CAD", "CAD": "CAD",
    "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "£": "GBP", "GBP": "GBP",
    "€": "EUR", "EUR": "EUR", "₹": "INR", "INR": "INR", "RS": "INR", "RS.": "INR",
    "CHF": "CHF", "SGD": "SGD", "S$": "SGD", "SEK": "SEK", "NZ$": "NZD",
}  # fmt: skip
_MARK = (
    r"(?:US\$|CA\$|CDN\$|C\$|AU\$|A\$|NZ\$|S\$|USD|CAD|AUD|GBP|EUR|INR|CHF|SGD|SEK|"
    r"Rs\.?|[$£€₹])"
)
_NUMBER = (
    r"\d{1,3}(?:,\d{2,3})+(?:\.\d{1,2})?(?!\d)|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d,])"
    r"|\d{1,3}(?:[' ]\d{3})+(?:[.,]\d{1,2})?(?![\w])|\d+(?:[.,]\d{1,4})?"
)
_SCALE = r"(?:\s?(?:k|K|M|mm|MM|million|billion|B|lakhs?|lacs?|LPA|crores?)\b)?"
_MONEY = re.compile(
    rf"(?<![\w$£€])(?P<mark>{_MARK})\s?(?:\$\s?)?(?P<number>{_NUMBER})(?P<scale>{_SCALE})"
    rf"|(?<![\w.,$£€/-])(?P<number2>{_NUMBER})(?P<scale2>{_SCALE})\s?(?P<mark2>USD|CAD|AUD|"
    r"GBP|EUR|INR|CHF|SGD|euros?|dollars|pounds)\b"
    r"|(?<![\w.,$£€/-])(?P<thousands>\d{2,3}(?:\.\d)?)\s?[kK]\b(?!\s?\))"
)
_TOLD = re.compile(r"\s?\(?(USD|CAD|AUD|SGD|NZD)\b\)?")
"""A currency behind an amount that has its sign: $112,000 CAD."""
_SCALES = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9,
    "lakh": 1e5, "lac": 1e5, "lpa": 1e5, "crore": 1e7,
}  # fmt: skip
_NAMED = {"euro": "EUR", "euros": "EUR", "dollars": None, "pounds": "GBP"}

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
_MONTH = "|".join(
    [*MONTHS, *(f"{m[:3]}\\.?" for m in MONTHS if m != "may"), r"sept\.?"]
)
_DAY = re.compile(
    rf"\b(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+day)?[\s-]+(?:of\s+)?(?P<m2>{_MONTH}),?"
    r"(?:[\s-]+(?P<y2>\d{4}))?\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
    r"|\b(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y3>\d{4}|(?<=/)\d{2})\b"
    r"|\b(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?,? "
    r"(?P<m4>\d{1,2})/(?P<d4>\d{1,2})(?![/\d])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?<![\w.])(\d+(?:[.,]\d+)?)\s?(?:%|percent\b|per cent\b)", re.IGNORECASE
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
    "twenty-four": 24, "thirty-six": 36, "forty-eight": 48, "sixty": 60, "thirty": 30,
    "sixteen": 16, "twenty": 20, "thirty-two": 32, "thirteen": 13, "seventeen": 17,
    "nineteen": 19, "forty": 40, "fifty": 50, "twenty-five": 25, "twenty-two": 22,
    "twenty-one": 21, "ninety": 90, "fifteen": 15, "fourteen": 14, "a": 1, "an": 1,
}  # fmt: skip
COUNT = (
    r"(?:(?:[A-Za-z]+(?:-[a-z]+)?\s*)?\((?P<{0}p>\d+)\)|(?P<{0}d>\d+)(?: \([a-z-]+\))?|"
    r"(?P<{0}w>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|"
    r"twenty-four|thirty-six|thirty-two|twenty-five|twenty-two|twenty-one|twenty|forty-eight|forty|"
    r"fifty|sixteen|thirteen|seventeen|nineteen|sixty|thirty|ninety|fifteen|fourteen|an?))"
)


ORDER = {
    name: place
    for place, names in enumerate(
        (
            ("1", "one", "first", "1st"), ("2", "two", "second", "2nd"),
            ("3", "three", "third", "3rd"), ("4", "four", "fourth", "4th"),
            ("5", "five", "fifth", "5th"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
"""Words of a year of employment to its number."""


def count_in(found: re.Match[str], name: str) -> int | None:
    """Number that a `COUNT` with a name has found."""
    for kind in ("p", "d"):
        if found[f"{name}{kind}"]:
            return int(found[f"{name}{kind}"])
    word = found[f"{name}w"]
    return _WORDS.get(word.lower()) if word else None


def money_in(text: str) -> list[Money]:
    """Amounts of a text, in order; words and figures of one amount are one."""
    found = [*_figures(text)]
    for spoken in spoken_numbers(text):
        after = text[spoken.end : spoken.end + 9].lower().strip()
        if spoken.value >= 1_000 and after.startswith(("dollars", "pounds", "euros")):
            rest = text[spoken.end : spoken.end + 24]
            if not re.match(r"\s?(?:dollars|pounds|euros)?\s?\(", rest, re.IGNORECASE):
                found.append(Money(float(spoken.value), None, spoken.start, spoken.end))
    return sorted(found, key=lambda each: each.start)


def _figures(text: str) -> Iterator[Money]:
    for found in _MONEY.finditer(text):
        if found["thousands"]:
            yield Money(
                float(found["thousands"]) * 1e3, None, found.start(), found.end()
            )
            continue
        number = found["number"] or found["number2"]
        scale = (found["scale"] or found["scale2"] or "").strip().lower().rstrip("s")
        mark = (found["mark"] or found["mark2"]).upper().strip()
        value = plain_number(number) * _SCALES.get(scale, 1)
        currency = _MARKS.get(mark, _NAMED.get(mark.lower()))
        start, end = found.start(), found.end()
        told = _TOLD.match(text, end) if currency is None else None
        if told:
            currency, end = told[1], told.end()
        yield Money(value, currency, start, end)


def as_written(value: float) -> float | int:
    """A number as an offer file has it: a whole one without a point.

    Examples
    --------
    >>> as_written(15000.0), as_written(17.5)
    (15000, 17.5)
    """
    return int(value) if value == int(value) else value


def plain_number(text: str) -> float:
    """A number in any usual grouping.

    Examples
    --------
    >>> [plain_number(each) for each in ("150,000.00", "18,40,000", "68.400,00", "1.85")]
    [150000.0, 1840000.0, 68400.0, 1.85]
    """
    digits = text.replace(" ", "").replace("'", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", digits):
        return float(digits.replace(",", ""))
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return 0.0  # grouped as nobody groups: no amount


def percents_in(text: str) -> list[Number]:
    """Percents of a text, in figures or in words."""
    found = [
        Number(float(m[1].replace(",", ".")), m.start(), m.end())
        for m in _PERCENT.finditer(text)
    ]
    for spoken in spoken_numbers(text):
        after = text[spoken.end : spoken.end + 12]
        is_percent = spoken.percent or re.match(r"\s(?:percent|per cent)\b", after)
        figures = re.match(r"(?:\s(?:percent|per cent))?\s?\(\d", after)
        if is_percent and not figures:
            found.append(Number(float(spoken.value), spoken.start, spoken.end))
    return sorted(found, key=lambda each: each.start)


def days_in(text: str, near: date | None, *, day_first: bool = False) -> list[Day]:
    """Days of a text; one without a year is the next after `near`, if that is known."""
    return [
        day for found in _DAY.finditer(text) if (day := _day(found, near, day_first))
    ]


def _day(found: re.Match[str], near: date | None, day_first: bool) -> Day | None:
    start, end = found.start(), found.end()
    try:
        if found["iso"]:
            return Day(date.fromisoformat(found["iso"]), start, end, told=True)
        if found["y3"]:
            first, second, year = int(found["a"]), int(found["b"]), int(found["y3"])
            year += 2000 if year < 100 else 0
            if first > 12 or (day_first and second <= 12) or found["sep"] == ".":
                first, second = second, first
            return Day(date(year, first, second), start, end, told=True)
        month, number = _month_and_day(found)
        year_text = found["y1"] or found["y2"]
        if year_text:
            return Day(date(int(year_text), month, number), start, end, told=True)
        if near is None:
            return None
        day = date(near.year, month, number)
        if day < near:
            day = date(near.year + 1, month, number)
        return Day(day, start, end, told=False)
    except ValueError:
        return None


def _month_and_day(found: re.Match[str]) -> tuple[int, int]:
    """Month and day of a date whose year may be missing: Dec 3, 3 December, Thu 12/3."""
    if found["m4"]:
        return int(found["m4"]), int(found["d4"])
    name = (found["m1"] or found["m2"]).lower()
    month = next(k for k, m in enumerate(MONTHS, start=1) if m[:3] == name[:3])
    return month, int(found["d1"] or found["d2"])
