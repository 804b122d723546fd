"""A clawback in steps: all of it in the first year, half of it in the second."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, ORDER, count_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

LEAST, LATEST = 3, 60
"""Months of a clawback."""
_NUMBER = r"first|second|third|fourth"
_UNIT = r"(?:years?|months?|anniversary)"
_PART = rx(
    r"(?<![\d.])(?P<percent>\d{2,3}) ?%|\b(?P<all>all of (?:it|them|(?:the|this|that) \w+)|all (?=(?:if|in|during|within)\b)|in full|"
    r"(?:the |a )?(?:full|whole|entire) (?:amount|sum|bonus|payment|gross|net|sign-on|signing)|everything|the (?:whole|lot)\b)"
    r"|\b(?P<half>half|fifty percent)\b|\b(?P<three>three[- ]quarters)\b|\b(?P<quarter>(?:a|one)[- ]quarter)\b"
    r"|\b(?P<prorated>pro-?\s?rat\w*|in proportion)\b"
)
_TIME = rx(
    # from one end to the other: only the later one counts
    rf"\b(?:(?:between|from|after)(?: the| your| months?)*|(?:in |during )?months?) (?:{COUNT.format('x')}|{_NUMBER})(?:[- ]{_UNIT})?[^.;,%]{{0,25}}?"
    r"(?:\band\b|\bbut\b|\bto\b|\bthrough\b|-)(?: (?:before|prior to|within|on|not later than|completing|less than|the|your|months?))* ?"
    rf"(?:(?P<last>{_NUMBER})(?: {_UNIT})?|(?!an? ){COUNT.format('n')}[- ]?(?P<unit>{_UNIT})?)\b"
    rf"|\b(?P<number>{_NUMBER})(?: (?P<span>six|twelve|6|12)(?: \(\d+\))? months| (?P<year>(?:full )?(?:year|anniversary))|(?=[,.;)]|$| (?:and|you|if)\b))"
    r"|\byear (?P<named>one|two|three|four|[1-4])\b"
    r"|\b(?:following|next|subsequent) (?P<more>year|twelve months|12 months|six months|6 months)\b"
    rf"|\b(?:within|before|in|during|prior to|less than|under|until|up to|inside) (?:completing |the )?{COUNT.format('m')}[- ](?P<unit2>years?|months?)\b"
)


def clawback_steps(text: str) -> list[dict[str, object]]:
    """Steps as the offer file writes them; none where they are not sure.

    Examples
    --------
    >>> clawback_steps("You repay 100% in the first year, 50% in the second.")
    [{'until_month': 12, 'owed': 'all'}, {'until_month': 24, 'owed': '50%'}]
    """
    marks = [*_marks(text)]
    # "within two years: all of it in the first, half in the second" names the end twice
    if len(marks) % 2 and marks[0][0] == "time" and marks[0][1] == _last_time(marks):
        marks = marks[1:]
    kinds = [kind for kind, _ in marks]
    pairs = [*zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2 or len(pairs) < 2 or any(a == b for a, b in pairwise(kinds)):
        return []
    steps = [(b, a) if a[0] == "part" else (a, b) for a, b in pairs]
    months = [int(time) for (_, time), _ in steps]
    parts = [part for _, (_, part) in steps]
    ends = [LEAST - 1, *months, LATEST + 1]
    rising = all(a < b for a, b in pairwise(ends))
    falling = all(_weight(a) > _weight(b) for a, b in pairwise(parts))
    if not (rising and falling):
        return []
    return [
        {"until_month": month, "owed": _owed(part)}
        for month, part in zip(months, parts, strict=True)
    ]


def _last_time(marks: list[tuple[str, float]]) -> float:
    return next(value for kind, value in reversed(marks) if kind == "time")


def _owed(part: float) -> str:
    return {100: "all", 0: "prorated"}.get(int(part), f"{part:g}%")


def _weight(part: float) -> float:
    return part or 99  # what runs down comes after all of it


def _marks(text: str) -> Iterator[tuple[str, float]]:
    """Parts and times in their order, each once where it is said twice in a row."""
    found = [("part", m.start(), m) for m in _PART.finditer(text)]
    found += [("time", m.start(), m) for m in _TIME.finditer(text)]
    last: tuple[str, float] | None = None
    month = 0.0
    for kind, _, match in sorted(found, key=lambda each: each[1]):
        value = _part(match) if kind == "part" else _month(match, month)
        if value is None or (kind, value) == last:
            continue
        month = value if kind == "time" else month
        last = (kind, value)
        yield last


def _part(found: re.Match[str]) -> float:
    if found["percent"]:
        return float(found["percent"])
    names = (("all", 100), ("half", 50), ("three", 75), ("quarter", 25))
    return next((value for name, value in names if found[name]), 0)


def _month(found: re.Match[str], before: float) -> float | None:
    """Month in which a time ends."""
    if found["more"]:
        return before + (6 if found["more"].lower().startswith(("six", "6")) else 12)
    if found["named"]:
        return 12 * ORDER[found["named"].lower()]
    if found["number"]:
        span = 6 if (found["span"] or "").lower() in ("six", "6") else 12
        return span * ORDER[found["number"].lower()]
    if found["last"]:
        return 12 * ORDER[found["last"].lower()]
    name, unit = ("m", found["unit2"]) if found["unit2"] else ("n", found["unit"])
    count = count_in(found, name)
    if count is None:
        return None
    return 12 * count if (unit or "month").lower().startswith("year") else count
