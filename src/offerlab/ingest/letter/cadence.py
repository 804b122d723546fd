"""How often something vests: every month, quarter, half-year or year."""

from __future__ import annotations

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, count_in

MONTHLY = rx(
    r"\bmonthly\b|\bmonth[- ]by[- ]month\b|\b(?:each|every|per|a) month\b|\bthe end of each month\b|\b1/48(?:th)?\b|\b1/36(?:th)?\b|\b2\.08\d*\s?%|\bequal monthly\b|\bmonth of\b|"
    r"\bday of each month\b|\bone forty-eighth\b|\bafter that, monthly\b"
)


QUARTERLY = rx(
    r"\bquarterly\b|\b(?:each|every|per|full|one) (?:calendar |full |further |additional |following )?quarter\b|\b1/16(?:th)?\b|\b6\.25\s?%|\bthree-month period\b|\bevery three months\b|"
    r"\b3/48(?:ths)?\b|\bone-sixteenth\b|\bone twelfth of the total with each full quarter\b|\bequal quarterly\b|\bquarterly parts\b"
)


HALF = rx(
    r"\b(?:every|each) six months\b|\bsemi-?annual\w*|\bhalf-?yearly\b|\bevery 6 months\b|\btwice a year\b"
)


YEARLY = rx(
    r"\bannual(?:ly)?\b|\byearly\b|\b(?:each|every|per) (?:year|anniversary|of the)\b|\banniversaries\b|\bequal (?:annual|yearly)\b|\beach anniversary\b|"
    r"\bper year\b|\ba year (?:over|for)\b|\bper annum\b"
)


PARTS = rx(
    rf"\b{COUNT.format('n')} (?:substantially )?equal (?:\w+ )?(?P<unit>monthly|quarterly|annual|yearly|semi-annual|half-yearly)?\s?(?:\w+ )?"
    r"(?:install?ments?|parts?|portions?|tranches?|steps?|amounts?)\b"
)


STEP = {
    "monthly": 1,
    "quarterly": 3,
    "annual": 12,
    "yearly": 12,
    "semi-annual": 6,
    "half-yearly": 6,
}


def step_of(text: str) -> int | None:
    """Months from one vest to the next."""
    for pattern, months in ((MONTHLY, 1), (QUARTERLY, 3), (HALF, 6), (YEARLY, 12)):
        if pattern.search(text):
            return months
    return None


def equal_parts(text: str) -> tuple[int, int] | None:
    """Count of the equal parts of a passage, and months from one to the next."""
    parts = PARTS.search(text)
    count = count_in(parts, "n") if parts else None
    if parts is None or count is None:
        return None
    step = STEP.get((parts["unit"] or "").lower()) or step_of(text)
    return (count, step) if step else None
