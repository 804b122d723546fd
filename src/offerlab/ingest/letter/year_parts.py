"""Vesting given by parts in percent, each with its year or its months."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import ORDER
from offerlab.ingest.letter.tranches import LONGEST, Tranche, weight

_YEAR = r"(?P<year>" + "|".join(ORDER) + r")\b"
_PERCENT_THEN = rx(
    rf"(?<![\d.])(?P<percent>\d{{1,3}})\s?%\)?(?: [a-z]+){{0,5}}? (?:on|after|at|in|at the end of|upon)(?: [a-z]+){{0,3}}? (?:year )?{_YEAR}"
)
_YEAR_THEN = rx(rf"\byear {_YEAR}:? ?-? ?(?P<percent>\d{{1,3}})\s?%")
_EACH_OF = rx(
    r"(?<![\d.])(?P<percent>\d{1,2})\s?%\)? (?:on|at) each of (?:the )?(?P<list>(?:(?:second|third|fourth|fifth)(?:,? and |, (?:and )?| )?(?:the )?){2,4})"
)
_WITHIN = rx(
    r"\b(?:monthly|quarterly|each (?:month|quarter)|every (?:month|quarter|six))\b"
)
_TWO_PARTS = rx(
    r"\b(?:one[- ]half|half|50 ?%)(?: [a-z]+){0,4}? (?:after|at) (?P<one>\d{1,2}) months\b[^.]{0,60}"
    r"\b(?:(?:the )?(?:other|second|remaining) (?:half|50 ?%)|the (?:rest|remainder|balance)|50 ?%)(?: [a-z]+){0,3}? (?:after|at) (?P<two>\d{1,2}) months\b"
)
_STEADY = rx(
    r"(?<![\d.])(?P<percent>\d{1,2}(?:\.\d+)?) ?(?:%|percent)(?: [a-z]+){0,4}? (?:each|every) (?P<unit>half-year|six months|quarter|three months|month)\b"
)
_UNITS = {"half-year": 6, "six months": 6, "quarter": 3, "three months": 3, "month": 1}


def told_by_halves(text: str) -> dict[str, Any] | None:
    """Block of two halves, each after so many months."""
    found = _TWO_PARTS.search(text)
    if found is None:
        return None
    one, two = int(found["one"]), int(found["two"])
    return {"months": two, "every_months": one} if two == 2 * one else None


def told_then_steady(text: str) -> dict[str, Any] | None:
    """Block of years of their own weight, then equal parts until all has vested.

    Examples
    --------
    >>> told_then_steady("10% in year one, 20% in year two, then 17.5% every six months")
    {'yearly': [10, 20, 35, 35], 'every_months': {'1': 12, '2': 12, '3': 6, '4': 6}}
    """
    steady = _STEADY.search(text)
    if steady is None:
        return None
    first = [
        Tranche(12 * ORDER[each["year"].lower()], int(each["percent"]))
        for each in _PERCENT_THEN.finditer(text[: steady.start()])
    ]
    if not first or [t.month for t in first] != [
        12 * k for k in range(1, len(first) + 1)
    ]:
        return None
    step = _UNITS[steady["unit"].lower()]
    left = 100 - sum(t.shares for t in first)
    yearly = Fraction(steady["percent"]) * (12 // step)
    years = left / yearly
    if years.denominator != 1 or not 1 <= years <= LONGEST // 12 - len(first):
        return None
    weights = [*(t.shares for t in first), *[weight(yearly)] * int(years)]
    if len(set(weights)) == 1:
        return None  # a cliff and equal parts after it
    every = {
        str(year): 12 if year <= len(first) else step
        for year in range(1, len(weights) + 1)
    }
    return {"yearly": weights, "every_months": every}


def told_by_year(text: str) -> dict[str, Any] | None:
    """Block of parts in percent, each with the year at whose end it vests.

    Examples
    --------
    >>> told_by_year("50% on the second anniversary and 50% on the fourth anniversary")
    {'months': 48, 'every_months': 24}
    """
    text = _EACH_OF.sub(_one_by_one, text)
    for form in (_PERCENT_THEN, _YEAR_THEN):
        found = [
            Tranche(12 * ORDER[each["year"].lower()], int(each["percent"]))
            for each in form.finditer(text)
        ]
        months = [each.month for each in found]
        if len(found) < 2 or sum(t.shares for t in found) != 100:
            continue
        if months != sorted(set(months)) or months[-1] > LONGEST:
            continue
        block = _evenly(found) or _yearly(found)
        if block is not None and not _WITHIN.search(text):
            return block
    return None


def _one_by_one(found: re.Match[str]) -> str:
    """20% on each of the second and third: the same on each, one after the other."""
    ordinals = re.findall(r"second|third|fourth|fifth", found["list"], re.IGNORECASE)
    return ", ".join(
        f"{found['percent']}% on the {each} anniversary" for each in ordinals
    )


def _evenly(found: list[Tranche]) -> dict[str, Any] | None:
    """Equal parts at equal distances."""
    step = found[0].month
    regular = all(each.month == step * k for k, each in enumerate(found, start=1))
    equal = len({each.shares for each in found}) == 1
    if not (regular and equal):
        return None
    return {"months": found[-1].month, "every_months": step}


def _yearly(found: list[Tranche]) -> dict[str, Any] | None:
    if [each.month for each in found] != [12 * k for k in range(1, len(found) + 1)]:
        return None
    return {"yearly": [each.shares for each in found], "every_months": 12}
