"""Health: what the company puts into a savings account, and what the premium costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import as_written, money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

_ACCOUNT = rx(r"\bHSA\b|\bhealth savings\b")
_COVER = rx(r"\bmedical\b|\bhealth\b|\bpremiums?\b|\bdental\b")
_FREE = rx(
    r"\bpremiums? (?:are |is )?(?:paid|covered) (?:100%|in full|fully)|\b(?:cover|pay)s? 100% of (?:your |the )?(?:\w+ )?(?:health|medical)(?: insurance)? premiums?\b|"
    r"\bat no cost to you\b|\bhealth (?:insurance )?(?:is )?(?:fully covered|covered 100%)|\bpays? (?:the (?:whole|full|entire)|all (?:of )?(?:the|your)) (?:\w+ )?premiums?\b|"
    r"\b(?:premiums?|insurance|cover(?:age)?|vision)\b[^.;$]{0,70}\b(?:on us\b|(?:is|are) (?:fully paid|paid in full|free)\b)"
)
_YOURS = rx(
    r"\b(?:employees?|you) (?:will )?(?:pay|contribute)s?\b|\byour (?:own )?(?:share|cost|premium|contribution)|"
    r"\b(?:employee )?(?:contributions?|premiums?)(?: for (?:you|an employee)\w*)? (?:come|comes|is|are|of|will be)\b|^\W{0,3}(?:medical|health) (?:insurance )?(?:premium|cost|contribution)"
)
_FAMILY = rx(r"\b(?:famil\w+|dependents?|spouse|children)\b")
_AFTER = (
    (rx(r"^ ?(?:(?:per|a|each|every) month|monthly|/ ?mo(?:nth)?\b)"), 12),
    (rx(r"^ ?(?:per|a|each|every) year|^ ?(?:annually|yearly)"), 1),
    (rx(r"^ ?(?:bi-?weekly|every (?:two|other) weeks?)"), 26),
    (rx(r"^ ?(?:semi-?monthly|twice a month)"), 24),
)
_PAY_PERIOD = rx(r"^ ?(?:per|a|each|every) (?:pay(?: |-)?(?:period|check)|paycheck)")
_PERIODS = (
    (rx(r"\bbi-?weekly\b|\bevery (?:two|other) (?:weeks?|friday)"), 26),
    (rx(r"\bsemi-?monthly\b|\btwice (?:a|each|per) month\b"), 24),
)


def read_health(letter: Letter, sentence: Sentence) -> None:
    """Account and premium, the latter of an employee alone."""
    text = sentence.text
    if _ACCOUNT.search(text):
        amounts = [m for m in money_in(text) if 100 <= m.value <= 10_000]
        if len(amounts) == 1:
            value = as_written(amounts[0].value)
            letter.add_at("benefits.hsa", value, sentence)
    if not _COVER.search(text):
        return
    if _FREE.search(text):
        letter.add_at("benefits.health_premium", 0, sentence)
    elif _YOURS.search(text) and not _FAMILY.search(text):
        letter.add_at("benefits.health_premium", _premium(letter, text), sentence)


def _premium(letter: Letter, text: str) -> float | int | None:
    """The only premium of a text, of a year."""
    amounts = money_in(text)
    if len(amounts) != 1:
        return None
    after = text[amounts[0].end :]
    times = next((n for form, n in _AFTER if form.match(after)), 0)
    if _PAY_PERIOD.match(after):
        told = {n for form, n in _PERIODS if form.search(letter.flat)}
        times = told.pop() if len(told) == 1 else 0
    return as_written(round(amounts[0].value * times, 2)) if times else None
