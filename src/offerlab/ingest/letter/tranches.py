"""Vesting given by counts of shares, each with its time or its day."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import days_in

if TYPE_CHECKING:
    from datetime import date

_COUNT = r"(?<![\d.,$£€/-])(?<![$£€₹] )(?P<n>\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.\d{1,2})?(?![\d,]*[%\d/-])(?! (?:substantially )?equal| ?(?:EUR|USD|GBP|CAD|INR|euros?|dollars|hours?|days?)\b)"
_EACH = rx(
    rf"{_COUNT}(?: [a-z'-]+){{0,6}}? (?:on |at the end of |with |for |of )?"
    r"(?:(?:each|every|per)(?: [a-z]+){0,2}? (?P<unit>month|quarter|year|anniversary)"
    r"|(?P<adverb>monthly|quarterly|annually|yearly))"
)
_TIMED = rx(
    rf"{_COUNT}(?: [a-z'-]+){{0,7}}? (?:(?:on|at|after|in|upon)(?: [a-z]+){{0,3}}? |(?=(?:one|two|three|four)[- ]years? (?:after|from)))"
    r"(?P<when>(?:first|second|third|fourth|fifth)(?! (?:business |calendar )?day)|(?:one|two|three|four)(?=[- ]year)|year(?= (?:one|two|three|four|[1-4])\b)"
    r"|(?:12|24|36|48|twelve|twenty-four|thirty-six)(?=(?: \(\d+\))? months))\b(?=(?P<rest>[^,;.]{0,12}))"
)
_VESTS = re.compile(
    r"(?<![\d.,$])(\d{1,3}(?:,\d{3})+|\d{2,7}) (?:shares |units |RSUs |options )(?:will |shall )?vest"
)
_AFTER = rx(
    r"\b(?P<when>first|second|third|fourth) (?:year|anniversary)\b(?P<rest>)[^.;\d]{0,60}? "
    rf"{_COUNT} (?:of |more |RSUs|units|shares|options|will |vest)"
)
_ON_THAT_DAY = rx(
    r"\b(?:before|until|after|for|on|in|during) (?:the |your )?(?P<when>12|24|twelve|twenty-four|first|second)(?: months| year| anniversary)\b(?P<rest>)[^.]{0,80}?[.;:]\s?"
    rf"(?:on|at|by) that (?:day|date|time|point),? {_COUNT} (?:shares|units|RSUs|options)"
)
_CLIFF = rx(
    r"\bcliff\b|\bfirst (?:anniversary|year)\b|\b(?:twelve|12) months\b|\bone year\b"
)
_STEP = {
    "month": 1, "monthly": 1, "quarter": 3, "quarterly": 3, "year": 12,
    "anniversary": 12, "annually": 12, "yearly": 12,
}  # fmt: skip
_YEARS = {
    "first": 12, "one": 12, "12": 12, "twelve": 12, "second": 24, "two": 24, "24": 24,
    "twenty-four": 24, "third": 36, "three": 36, "36": 36, "thirty-six": 36, "fourth": 48, "four": 48, "48": 48, "fifth": 60,
}  # fmt: skip
_NUMBERED = re.compile(r"\b(?:one|two|three|four|five|[1-5])\b", re.IGNORECASE)
_ROW = rx(rf"{_COUNT}(?! ?(?:am|pm|a\.m|p\.m|years?|months?|days?)\b)")
LONGEST = 120
"""Months; what takes longer is not a schedule of a grant."""


class Tranche(NamedTuple):
    """So many shares after so many months."""

    month: int
    shares: int


def counted_block(
    text: str,
    shares: int,
    start: date | None = None,
    parts: tuple[int, int] | None = None,
) -> dict[str, Any] | None:
    """Block of a grant whose letter counts the shares of its tranches.

    Examples
    --------
    >>> counted_block("600 on the first anniversary and 150 each quarter after", 2400)
    {'months': 48, 'every_months': 3, 'cliff_months': 12}
    """
    each = _EACH.search(text)
    timed = [t for found in _TIMED.finditer(text) if (t := _timed(found))]
    if not timed:
        timed = [t for found in _AFTER.finditer(text) if (t := _timed(found))]
    if not timed:
        timed = [t for found in _ON_THAT_DAY.finditer(text) if (t := _timed(found))]
    if not timed and start is not None:
        timed = _on_days(text, start)
    if not timed and _CLIFF.search(text):
        return None
    if each is not None:
        step = _STEP[(each["unit"] or each["adverb"]).lower()]
        every = int(each["n"].replace(",", ""))
        counts = {int(n.replace(",", "")) for n in _VESTS.findall(text)}
        others = bool(counts - {every, shares})
        return _regular(shares, every, step, timed, others=others)
    if parts and len(timed) == 1:
        count, step = parts
        left = shares - timed[0].shares
        return _regular(shares, round(left / count), step, timed)
    return _listed(timed, shares)


def _on_days(text: str, start: date) -> list[Tranche]:
    """Tranches with the day on which they vest."""
    found = []
    for day in days_in(text, None):
        count = re.search(rf"{_COUNT}(?: [A-Za-z'-]+){{0,6}}? on $", text[: day.start])
        if count:
            month = (day.value.year - start.year) * 12 + day.value.month - start.month
            found.append(Tranche(month, int(count["n"].replace(",", ""))))
    return found


def _timed(found: re.Match[str]) -> Tranche | None:
    when, rest = found["when"].lower(), found["rest"]
    if when == "year":
        number = _NUMBERED.search(rest)
        if number is None:
            return None
        words = ["", "one", "two", "three", "four", "five"]
        told = number.group().lower()
        month = 12 * (int(told) if told.isdigit() else words.index(told))
    else:
        month = _YEARS[when]
    return Tranche(month, int(found["n"].replace(",", "")))


def _regular(
    shares: int, each: int, step: int, timed: list[Tranche], *, others: bool = False
) -> dict[str, Any] | None:
    """Equal tranches to the end, after a first one or from the start.

    With other counts of shares, whose time is not known, they are not from the start.
    """
    first = next((t for t in timed if t.shares != each and t.shares < shares), None)
    left, after = (shares - first.shares, first.month) if first else (shares, 0)
    if each <= 0:
        return None
    count = round(left / each)
    total = after + count * step
    if abs(left - count * each) > count or not 12 <= total <= LONGEST:
        return None
    if first is None:
        return None if others else {"months": total, "every_months": step}
    if abs(first.shares - shares * after / total) > 1 or after % step:
        return None
    block = {"months": total, "every_months": step}
    return block if after == step else {**block, "cliff_months": after}


def dated_block(text: str, shares: int, start: date | None) -> dict[str, Any] | None:
    """Block of a grant whose letter lists days with the shares that vest on each."""
    days = days_in(text, None)
    tranches = []
    for place, day in enumerate(days):
        end = days[place + 1].start if place + 1 < len(days) else len(text)
        begin = days[place - 1].end if place else 0
        after, before = text[day.end : end], text[begin : day.start]
        found = _ROW.search(after) or (_ROW.search(before) if len(days) == 1 else None)
        if found is None or start is None:
            return None
        month = (day.value.year - start.year) * 12 + day.value.month - start.month
        tranches.append(Tranche(month, int(found["n"].replace(",", ""))))
    return _listed(tranches, shares)


def _listed(tranches: list[Tranche], shares: int) -> dict[str, Any] | None:
    """Tranches that are all there are."""
    months = [t.month for t in tranches]
    if len(tranches) < 2 or sum(t.shares for t in tranches) != shares:
        return None
    steps = {later - month for month, later in pairwise(months)}
    if len(steps) != 1:
        return None
    step = steps.pop()
    if step not in (1, 3, 6, 12) or months[0] % step or months[0] > 24:
        return None
    return _block(tranches, shares, step)


def _block(tranches: list[Tranche], shares: int, step: int) -> dict[str, Any] | None:
    first, total = tranches[0], tranches[-1].month
    usual = shares * step / total
    later = all(abs(t.shares - usual) <= 1 for t in tranches[1:])
    if later and abs(first.shares - shares * first.month / total) <= 1:
        block = {"months": total, "every_months": step}
        return block if first.month == step else {**block, "cliff_months": first.month}
    if step == 12 and first.month == 12:
        weights = [Fraction(100 * t.shares, shares) for t in tranches]
        return {"yearly": [weight(each) for each in weights], "every_months": 12}
    return None


def weight(share: Fraction) -> int | str:
    """Percent as the offer file writes it: 25, or 100/3."""
    return int(share) if share.denominator == 1 else str(share)
