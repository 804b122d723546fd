"""Pay periods: how people write them, and how many of each make a year."""

from __future__ import annotations

import re

PER_YEAR = {
    "year": 1,
    "month": 12,
    "half-month": 24,
    "fortnight": 26,
    "week": 52,
    "day": 260,
    "hour": 2080,
    "3-years": 1 / 3,
    "4-years": 1 / 4,
    "5-years": 1 / 5,
}
"""Period to how often it is paid in a year of full-time work; a grant over several
years counts a year's part of it."""

_YEARS = {"3": "three", "4": "four", "5": "five"}
_OF_A_GRANT = re.compile(
    r"\b(?:equity|stocks?|rsus?|options?|shares?|grants?|vest\w*)\b"
)
_WORDS = (
    *(
        (
            f"{count}-years",
            rf"(?:/ ?|\b(?:over|in|for|per) )?\b{word} (?:years?|yrs?)\b",
        )
        for count, word in _YEARS.items()
    ),
    (
        "half-month",
        r"\bsemi[- ]?monthly\b|\btwice (?:a|per) month\b|\bhalf[- ]?month\b",
    ),
    (
        "fortnight",
        r"\bbi[- ]?weekly\b|\bfortnight(?:ly)?\b|\b(?:every|per) (?:two|2) weeks\b",
    ),
    (
        "year",
        r"/ ?(?:years?|yrs?|annum|y|a|年)(?![a-z])|\bper (?:year|annum|yr)\b"
        r"|\b(?:an?|each|every) year\b|\bp\.?a\b\.?|\bannual(?:ly|i[sz]ed)?\b"
        r"|\byearly\b|\byears?\b|\byrs?\b|每年|年薪",
    ),
    (
        "month",
        r"/ ?(?:month|mth|mo|m|月)(?![a-z])|\bper (?:month|mth)\b"
        r"|\b(?:an?|each|every) month\b|\bmonth(?:ly)?\b|\bmth\b|\bp\.?c?m\b\.?"
        r"|每月|月薪",
    ),
    (
        "week",
        r"/ ?(?:week|wk|w)(?![a-z])|\bper (?:week|wk)\b|\b(?:an?|each|every) week\b"
        r"|\bweek(?:ly)?\b|\bwk\b|\bp\.?w\b\.?",
    ),
    (
        "day",
        r"/ ?(?:day|d|天|日)(?![a-z])|\bper (?:day|diem)\b|\b(?:an?|each) day\b"
        r"|\bdaily\b|\bday\b|\bdai\b|\bp\.?d\b\.?",
    ),
    (
        "hour",
        r"/ ?(?:hours?|hrs?|h|时|小时)(?![a-z])|\bper (?:hour|hr)\b"
        r"|\b(?:an?|each) hour\b|\bhour(?:ly)?\b|\bhrs?\b|\bp\.?h\b\.?",
    ),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _WORDS)
_CODES = {
    "bi": "fortnight", "a": "year", "y": "year", "d": "day", "h": "hour", "m": "month",
    "w": "week",
}  # fmt: skip


def spell_years(text: str) -> str:
    """The text with ``4yr`` and ``4-year`` as words: that number is not an amount."""
    return re.sub(
        r"(?<![\w.,$€£])([345])[- ]?(years?|yrs?|y)\b",
        lambda match: f"{_YEARS[match[1]]} {match[2]}",
        text,
    )


def find_periods(text: str) -> tuple[list[str], str]:
    """Periods that a lower-case text names, and the text without their words.

    Examples
    --------
    >>> find_periods("17 per hour")
    (['hour'], '17  ')
    """
    found = []
    for name, pattern in _PATTERNS:
        shorter = pattern.sub(" ", text)
        if shorter != text:
            found.append(name)
            text = shorter
    return found, text


def period_of(text: str) -> str | None:
    """Period of a cell such as ``Hour``, ``bi-weekly`` or ``yr``; None if unknown."""
    words = " ".join(re.sub(r"[_.]", " ", text.lower()).split())
    if words in _CODES:
        return _CODES[words]
    found, _ = find_periods(words)
    return found[0] if len(found) == 1 else None


def header_period(words: str) -> str:
    """Period that the words of a header name, or nothing.

    A question asks for the yearly pay first ("annual salary; if hourly, multiply").

    Examples
    --------
    >>> header_period("hourly rate"), header_period("rsu value over 4 years")
    ('hour', '4-years')
    """
    found, _ = find_periods(spell_years(words))
    several = [name for name in found if name.endswith("-years")]
    if several:  # of base pay they are a person's years at work
        return several[0] if _OF_A_GRANT.search(words) else ""
    return "year" if "year" in found else found[0] if len(found) == 1 else ""
