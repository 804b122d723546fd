"""What vests first, and after how many months."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, count_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


CLIFF = rx(
    rf"\b{COUNT.format('n')}[- ]?(?P<unit>months?|years?|yrs?|y)[- ](?:vesting )?cliff\b"
    rf"|\bcliff (?:of|after|at) {COUNT.format('m')} (?P<unit2>months?|years?)"
)


NO_CLIFF = rx(r"\bno (?:\w+[- ])?(?:\w+ )?cliff\b|\bwithout a cliff\b")


FIRST_YEAR = rx(
    r"\b(?:first|one[- ]year|1[- ]year)(?: work| service)? anniversary\b|\b(?:one|1)[- ]year mark\b|\bat (?:one year|1 year|year (?:one|1))\b|\bend of month (?:12|twelve)\b|\bafter (?:the |your )?(?:first year|one year|a year|1 year|12 months|twelve(?: \(12\))? months)\b|"
    r"\b(?:twelve|12)(?: \(12\))? months (?:after|of service|following)\b|\b(?:here|there) for (?:a year|twelve months)\b|\bone year (?:after|from)\b|\b(?:at|in|after) month (?:12|twelve)\b|"
    r"\bfirst year\b|\bfor twelve months\b|\bon the anniversary\b|\bat the end of (?:the first year|year one|12 months)\b|\bafter (?:a|one) full year\b|\bafter year (?:one|1)\b|"
    r"\b(?:first|initial) (?:12|twelve)(?: \(12\))? months\b|"
    r"\b(?:complet\w+|been (?:here|with us|employed)|served|worked)(?: for| of)? (?:(?:a|one|1|your first)(?: full)? year|(?:12|twelve)(?: \(12\))?(?: full)? months)\b"
)


_FIRST_TIME = rx(
    rf"(?:{FIRST_YEAR.pattern})|\b(?:after|at|upon|on) (?:the )?(?:first )?{COUNT.format('n')} months?\b|\b{COUNT.format('m')}[- ]months? (?:anniversary|mark|after|of)\b"
)


_FRACTION = rx(
    r"(?<![\w.])(?P<percent>\d{1,2}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)"
    r"|(?<![\d/.])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?:ths?|rds?|nds?|sts?)?(?![\d/])"
    r"|\b(?P<word>twenty[- ]five percent|twelve and one-half percent|one[- ]quarter|a quarter|one[- ]fourth|one[- ]third|a third|one[- ]fifth|a fifth|one[- ]half|half|"
    r"one[- ]eighth|an eighth|one[- ]sixth|a sixth)\b"
)


_NAMED = {
    "twenty five": Fraction(1, 4), "twelve": Fraction(1, 8), "one quarter": Fraction(1, 4), "a quarter": Fraction(1, 4),
    "one fourth": Fraction(1, 4), "one third": Fraction(1, 3), "a third": Fraction(1, 3), "one fifth": Fraction(1, 5),
    "a fifth": Fraction(1, 5), "one half": Fraction(1, 2), "half": Fraction(1, 2), "one eighth": Fraction(1, 8),
    "an eighth": Fraction(1, 8), "one sixth": Fraction(1, 6), "a sixth": Fraction(1, 6),
}  # fmt: skip


def cliff_months(text: str) -> int | None:
    """Months of a cliff that is called one."""
    found = CLIFF.search(text)
    if found:
        name, unit = ("n", found["unit"]) if found["unit"] else ("m", found["unit2"])
        count = count_in(found, name)
        if count:
            return count if unit.lower().startswith("month") else 12 * count
    return None


def first_parts(text: str) -> Iterator[tuple[Fraction, int, str]]:
    """Parts that may vest first, after how many months, and the words after them."""
    for when in _FIRST_TIME.finditer(text):
        after = _months_of(when)
        begin = max(0, when.start() - 160)
        near = text[begin : when.end() + 120]
        found = [(m, part) for m in _FRACTION.finditer(near) if (part := _part(m))]
        found.sort(key=lambda each: _distance(each[0], when, begin))
        for place, part in found:
            yield part, after, text[min(begin + place.end(), when.end()) :]


def _distance(place: re.Match[str], when: re.Match[str], begin: int) -> int:
    """Characters between a part and its time; a part after it counts double."""
    if begin + place.end() <= when.start():
        return when.start() - begin - place.end()
    return 2 * max(0, begin + place.start() - when.end())


def _months_of(when: re.Match[str]) -> int:
    for name in ("n", "m"):
        if any(when[f"{name}{kind}"] for kind in "pdw"):
            return count_in(when, name) or 12
    return 12


def _part(found: re.Match[str]) -> Fraction | None:
    """Share of the whole that the words of a fraction mean."""
    if found["percent"]:
        value = Fraction(found["percent"]) / 100
    elif found["top"]:
        if not int(found["bottom"]):
            return None
        value = Fraction(int(found["top"]), int(found["bottom"]))
    else:
        word = found["word"].lower().replace("-", " ")
        value = next(part for name, part in _NAMED.items() if word.startswith(name))
    return value if 0 < value < 1 else None
