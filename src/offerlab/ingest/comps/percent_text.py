"""A part of a company as people write it: one percent or a range."""

from __future__ import annotations

import re
from functools import lru_cache

from offerlab.ingest.comps.pay_text import NO_PAY, UNCLEAR, Pay

PERCENT = "%"
"""Takes the place of the currency of a pay."""
MOST = 100.0
_NUMBER = r"(\d{1,3}(?:\.\d+|,\d{1,2})?|[.,]\d+)"
_UNIT = r"\s*(?:%|percent|pct|per cent)?"
_FORMS = (
    re.compile(rf"(?:~|about |approx\.? )?{_NUMBER}{_UNIT}"),
    re.compile(
        rf"(?:between )?{_NUMBER}{_UNIT}\s*(?:-|to|and|until)\s*{_NUMBER}{_UNIT}"
    ),
)
_POINTS = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*(?:bps?|basis points)")
_FROM = re.compile(
    rf"(?:from |over |at least |>=?\s*){_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}\s*\+"
)
_UP_TO = re.compile(rf"(?:up to |max(?:imum)? |<=?\s*){_NUMBER}{_UNIT}")
_TAIL = re.compile(
    r"\s*\(?(?:equity|options?|fully diluted|fd|of (?:the )?company)\)?$"
)
_FILLERS = frozenset(
    {"", "-", "--", "na", "n/a", "none", "null", "nil", "tbd", "unknown", "?", "nan",
     "0", "0%", "0.0", "0.0%", "0.00%", "no equity", "not disclosed"}
)  # fmt: skip


@lru_cache(maxsize=100_000)
def read_percent(text: str) -> Pay | str:
    """Read the text of a percent; a reason if it has none or is not understood.

    A number without a sign is a percent too: it is read in a column of percents only.

    Examples
    --------
    >>> read_percent("0.1% - 0.5%").high
    0.5
    >>> read_percent("$5,000")
    'the pay was not understood'
    """
    plain = " ".join(text.lower().replace("\u2013", "-").replace("\u2014", "-").split())
    if plain in _FILLERS:
        return NO_PAY
    plain = _TAIL.sub("", plain)
    points = _POINTS.fullmatch(plain)
    if points:
        return _pay(float(points[1]) / 100, float(points[1]) / 100)
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            ends = [_number(group) for group in found.groups()]
            return _pay(ends[0], ends[-1])
    least, most = _FROM.fullmatch(plain), _UP_TO.fullmatch(plain)
    if least:
        return _pay(_number(least[1] or least[2]), None)
    return _pay(None, _number(most[1])) if most else UNCLEAR


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _pay(low: float | None, high: float | None) -> Pay | str:
    known = [end for end in (low, high) if end is not None]
    if max(known) > MOST or known != sorted(known) or not max(known):
        return UNCLEAR
    return Pay(low, high, PERCENT, "year")
