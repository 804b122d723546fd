"""When a one-off payment is paid: its month of employment."""

from __future__ import annotations

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, count_in

MOST_MONTHS = 48


_TIMES = (
    (
        rx(
            r"\b(?:upon|on|after we receive|on receipt of) (?:your )?(?:signed )?accept\w+|\breceiv\w+ your (?:signed|acceptance)|\bwhen you sign\b"
        ),
        0,
    ),
    (
        rx(
            r"\bsecond anniversary\b(?! and)|\b(?:after|end of) (?:your |the )?second year\b"
        ),
        25,
    ),
    (
        rx(
            r"\b(?:first|one-year|1st|12-month|twelve-month)[ -](?:anniversary|mark|work anniversary)\b|\bafter (?:one|1|your first|the first)"
            r" (?:year|yr)\b|\banniversary of your start|\byear (?:2|two)\b|\bone year after|\bat one year\b|\bcomplet\w+ (?:of )?(?:(?:twelve|12) months|(?:one|1|a|your first) (?:full )?year)\b|\bsecond[- ]year\b"
        ),
        13,
    ),
    (
        rx(
            r"\b(?:first|1st) (?:regular |scheduled )?(?:pay\b|pay ?check|pay ?day|payroll|pay date|salary|month)|\bfirst two pay|\b(?:second|2nd) (?:regular |scheduled )?pay(?:check)?(?: date| period| cycle)?\b|\bon (?:or (?:about|around) )?(?:your |the )?(?:start date|first day)\b|"
            r"\bup ?front\b|\bfirst payment of salary\b|\byour first pay\b|\bsalary of your first month\b|\btwo pay periods\b|\byear (?:1|one)\b|"
            r"\b(?:at|on|upon) (?:start|joining|hire)\b|\bwhen you (?:start|join)\b|\bfirst-year\b|\bfirst payroll\b|\bwith your first\b"
        ),
        1,
    ),
)


_DAYS = rx(
    rf"\b(?:within|in|after|no later than)?\s?{COUNT.format('n')} (?:business |calendar |working )?(?P<unit>days?|months?)\b(?! of (?:leaving|service|joining|employment)[^.]*leav)"
)


_NOT_PAID = rx(
    r"\b(?:if (?!(?:you are |you're )?(?:still |then )?employed (?:on|at)\b)|should\b|in the event\b|unless\b|before\b)[^,;.]*|\bearn(?:ed|s)?\b[^,;.]*"
    r"|\b(?:of|after) (?:receiving|receipt|payment)\b[^,;.]*"
)
"""Clauses whose time is that of leaving or of earning."""


def paid_month(text: str) -> int | None:
    """Month of employment in which something is paid."""
    if rx(
        r"\bsecond month's (?:salary|pay)\b|\bsalary of (?:the |your )?second month\b"
    ).search(text):
        return 2
    day = rx(r"\bday (?P<n>\d{1,3})\b").search(text)
    if day:
        return max(1, -(-int(day["n"]) // 31))
    told = rx(r"\bmonth (?P<n>\d{1,2})\b").search(text)
    if told and 1 <= int(told["n"]) <= MOST_MONTHS:
        return int(told["n"])
    text = _NOT_PAID.sub(" ", text)
    six = rx(
        rf"\b(?:(?:after|at) {COUNT.format('n')} months?\b|{COUNT.format('m')}-month (?:anniversary|mark)"
        rf"|complet\w+ (?:of )?{COUNT.format('k')} months?\b)"
    ).search(text)
    if six:
        count = count_in(six, "n") or count_in(six, "m") or count_in(six, "k")
        if count and count < 12:
            return count + 1
    for pattern, month in _TIMES:
        if pattern.search(text):
            return month
    found = _DAYS.search(text)
    if found and (count := count_in(found, "n")):
        if found["unit"].startswith("month"):
            return count + 1 if count < 12 else 13
        return max(1, -(-count // 31)) if count < 360 else 13
    return None
