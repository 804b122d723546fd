"""Base pay: a year's, or that of an hour, a week or a month with the year worked out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import is_replaced, rx, stands
from offerlab.ingest.letter.pay_table import fixed_pay
from offerlab.ingest.letter.spans import Money, money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter

_CUE = rx(
    r"\bbase\b(?! price)|\bsalar(?:y|ies)\b|\bremuneration\b|\b(?:fixed|annual|annualized|gross)"
    r" (?:pay|compensation|rate)\b|\bpay\b(?! ?(?:period|check|date))|\bhourly\b|\ban hour\b|"
    r"\bper hour\b|\bper (?:annum|year|week|month)\b|\b(?:a|each) (?:year|month)\b|\bcompensation:|\brate of pay\b|^\W{0,3}cash:|\b(?:landed|settled) on\b|"
    r"\b(?:you will|you'll|you would|you'd) (?:earn|be paid|make|receive|get)\b|\b(?:we will|we'll|we would|we'd|will) pay you\b"
)
_STRONG = rx(
    r"\bbase (?:salary|pay|compensation|rate)\b|\bbase\b|\b(?:landed|settled) on\b|\b(?:annual|annualized|starting|gross|"
    r"your|yearly) (?:gross )?(?:base )?salary\b|\bsalary\b[.:]|\bsalary (?:of|is|at|will)\b|"
    r"\bhourly rate\b|\bper hour\b|\bremuneration\b|\bfixed (?:pay|compensation)\b|^pay:|\bcash pay\b|^\W{0,3}cash:|\brate of pay\b|"
    r"\byour pay is\b|\bpay comes to\b|\brate of your base\b|\bannual(?:i[sz]ed)? rate\b|\bsalary\b|\bgross pay\b|"
    r"\bannual compensation:|\bpay you\s?$"
)
_NOT = rx(
    r"\b(?:bonus|sign-?on|signing|joining|hiring|relocation|equity|stock|options?|rsus?|units|total|"
    r"stipend|severance|401|ctc|cost to company|commission|allowance|pension|vest\w*|incentive|"
    r"reimburse\w*|hsa|match\w*|review|insurance|benefits?|premiums?|budget)\b"
)
_YEAR = rx(
    r"^\s?(?:\(?[^()]{0,30}\)?\s?)?(?:,? ?(?:gross|less|before)[^.]{0,20})?"
    r"(?:per (?:annum|year)|a year|/ ?(?:yr|year)|yearly|annually|annualized|p\.?a\.?\b|each year|"
    r"(?:over|in) (?:a|one|the) (?:full )?year|on a 12-month basis|(?:on an )?annual(?:ized)? basis)"
)
_PERIODS = (
    (rx(r"^\s?(?:\w+ ){0,2}?(?:per|an|/|each) ?(?:hr|hour)"), "hour"),
    (rx(r"^\s?(?:\w+ ){0,2}?(?:(?:per|a|/|each) ?week\b|weekly)"), "week"),
    (
        rx(
            r"^\s?(?:\w+ ){0,2}?(?:bi-?weekly|every (?:two|other) weeks?|per bi-?weekly|fortnight)"
        ),
        "two-weeks",
    ),
    (rx(r"^\s?(?:\w+ ){0,2}?(?:semi-?monthly|twice a month|per semi)"), "half-month"),
    (rx(r"^\s?(?:\w+ ){0,2}?(?:(?:per|a|/|each) ?month\b|monthly)"), "month"),
)
_YEARLY_BEFORE = rx(
    r"\b(?:annual(?:ized)? (?:equivalent|rate)(?: of)?|annuali[sz]es to|equivalent to)[: ]{1,2}$"
)
_PERIOD_BEFORE = rx(
    r"\b(?P<period>weekly|bi-?weekly|semi-?monthly|monthly) (?:rate|salary|pay|base|wage)\b[^.\d]{0,20}$"
)
_NAMED_PERIODS = {
    "weekly": "week", "biweekly": "two-weeks", "semimonthly": "half-month", "monthly": "month",
}  # fmt: skip
_ALONE = rx(r"[^\w$£€₹]{0,4}[$£€₹]\s?[\d,.]+k? ?(?:/|per|a) ?(?:year|yr|annum)\.?")
"""A line that holds nothing but an amount a year."""
_STIPEND = rx(r"\b(?:living |monthly |annual )?stipend\b(?! for\b)")
_TIMES = {"week": 52, "two-weeks": 26, "half-month": 24, "month": 12}
_HOURS = rx(
    r"\b(?:(?P<a>\d\d(?:\.\d)?)|[a-z]+ \((?P<b>\d\d(?:\.\d)?)\))[- ]hours?(?: per| a| each| every|/)?[ -]?(?:work-?)?week"
    r"|\b(?P<c>\d\d(?:\.\d)?) (?:hours )?(?:a|per) week\b"
    r"|\b(?:working week|weekly (?:working )?(?:time|hours))(?: is| of|:)* (?P<h>\d\d(?:\.\d)?)(?= hours)"
    r"|\bweekly hours:? (?P<d>\d\d(?:\.\d)?)|\bhours:? (?P<e>\d\d(?:\.\d)?)\b"
    r"|\bweek of (?:[a-z]+ \()?(?P<f>\d\d(?:\.\d)?)\)? hours|\bhours are (?P<g>\d\d(?:\.\d)?)\b"
)
_BREAK = re.compile(
    r"[;.:]\s|\s-\s|\band\b|,\s(?=a |an |plus|of which|which)|\+|\bmade up of\b"
)
_BREAK_AFTER = re.compile(r"[,.;(+]|\s-\s|\b(?:and|plus|with)\b")
_LINK = re.compile(r"^\s?(?:(?:as|in|of|for) )?(?:your |the |a )?")
_RAISED = rx(
    r"\b(?:will|would|shall|to) (?:then )?(?:be )?(?:raised|increased?|rise|move|go|step|adjusted|revised)(?: up)? to\b[^.]{0,30}$|\b(?:goes|rises|steps|increases)(?: up)? to\b[^.]{0,30}$"
)
_ONCE = rx(
    r"\b(?:until|at which (?:point|time)|once|when|after|on (?:confirmation|completion|closing)|following|if|subject to)\b"
)
"""Words of a raise that is still to come."""
LEAST, MOST = 15_000, 5_000_000


def read_pay(letter: Letter) -> None:
    """Hours a week first, then base pay and its currency."""
    for sentence in letter.passage.sentences:
        found = _HOURS.search(sentence.text)
        if found and not letter.has("hours_per_week"):
            hours = next(float(x) for x in found.groups() if x)
            if 10 <= hours <= 60:
                start = sentence.start + found.start()
                letter.add("hours_per_week", hours, start, sentence.start + found.end())
    candidates = [*_candidates(letter)]
    if not candidates:
        _read_other_currency(letter)
        row = fixed_pay(letter)
        if row is not None:
            letter.add_at("base_salary", row.annual, row.sentence)
        else:
            _read_stipend(letter)
        if letter.has("base_salary"):
            return
        letter.ask("base_salary", "What is the base salary a year?")
        return
    best = max(each[0] for each in candidates)
    top = [each for each in candidates if each[0] == best]
    _, value, money, sentence = top[0]
    start = sentence.start
    letter.add(
        "base_salary",
        value,
        start,
        start + max(money.end, _clause(sentence.text, money.end)),
    )
    currency = money.currency or _named_currency(letter.flat)
    if currency and currency != "USD":
        letter.add("currency", currency, start + money.start, start + money.end)


def _read_stipend(letter: Letter) -> None:
    """The stipend of a fellow or a resident, given by the month or the year."""
    for sentence in letter.sentences(_STIPEND):
        for money in money_in(sentence.text):
            after = sentence.text[money.end : money.end + 45]
            monthly = any(p.match(after) for p, name in _PERIODS if name == "month")
            value = money.value * (12 if monthly else 1)
            told = monthly or _YEAR.match(after)
            if told and LEAST <= value <= MOST:
                letter.add_at("base_salary", round(value, 2), sentence)


def _read_other_currency(letter: Letter) -> None:
    """Where no base is sure: the currency that most amounts have, if it is not USD."""
    marks = [m for m in money_in(letter.flat) if m.currency]
    if marks:
        counts = Counter(m.currency for m in marks)
        name, _ = counts.most_common(1)[0]
        first = next(m for m in marks if m.currency == name)
        if name != "USD":
            letter.add("currency", name, first.start, first.end)


def _named_currency(flat: str) -> str | None:
    if re.search(r"\b(?:in|figures in) Canadian dollars\b", flat, re.IGNORECASE):
        return "CAD"
    return None


def _clause(text: str, end: int) -> int:
    """End of the words that belong to an amount."""
    found = re.match(r"[^,;.]{0,40}", text[end:])
    return end + (found.end() if found else 0)


def _candidates(letter: Letter):  # type: ignore[no-untyped-def]
    """Amounts that may be the base: how sure, the year's value, the amount, its sentence."""
    heading = ""
    for sentence in letter.passage.sentences:
        text = sentence.text
        standing = stands(sentence)
        if standing is None:
            continue
        sentence, text = standing, standing.text
        cue = _CUE.search(text) or (
            rx(r"salary|base pay|compensation|\bpay\b|remuneration").search(heading)
            and money_in(text)
        )
        heading = text if len(text) < 40 else ""
        if not cue and not _ALONE.fullmatch(text):
            continue
        amounts = [m for m in money_in(text) if m.value >= 7]
        rated = 0
        for money in amounts:
            how_sure = _rate(letter, text, money)
            if how_sure is not None:
                score, value = how_sure
                yield score - rated * 0.1, value, money, sentence
                rated += 1


def _rate(letter: Letter, text: str, money: Money) -> tuple[float, float] | None:
    before = text[max(0, money.start - 70) : money.start]
    after = text[money.end : money.end + 45]
    if (
        _is_range(text, money)
        or is_replaced(before, after)
        or rx(r"\bto take it to\b[^.]*$|\bintend\b[^.]*$").search(before)
        or (_RAISED.search(before) and _ONCE.search(text))
    ):
        return None
    clause = _BREAK.split(before)[-1]
    strong = _STRONG.search(before) or _STRONG.match(_LINK.sub("", after))
    other = _NOT.search(clause) or _NOT.search(_BREAK_AFTER.split(after)[0])
    if other:
        return None
    value: float = money.value
    per = next((name for pattern, name in _PERIODS if pattern.match(after)), None)
    yearly = bool(_YEAR.match(after) or _YEARLY_BEFORE.search(before))
    if per is None and not yearly and (named := _PERIOD_BEFORE.search(before)):
        per = _NAMED_PERIODS[named["period"].lower().replace("-", "")]
    if per == "hour" or (
        rx(r"hourly (?:rate|wage|pay)").search(before) and value < 500
    ):
        hours = letter.value("hours_per_week") or 40
        value, per = value * hours * 52, "hour"
    elif per and not yearly:
        # A twelfth is written rounded to the cent; the year is meant whole.
        value = float(round(value * _TIMES[per]))
    score: float = (
        (5 if strong else 0)
        + (0 if not yearly else 4 if strong else 2)
        + (0 if per in (None, "hour") else -2)
    )
    if not strong and not yearly and per is None:
        return None
    if not LEAST <= value <= (MOST if money.currency != "INR" else 1e9):
        return None
    return (
        score,
        round(value, 2),
    )


def _is_range(text: str, money: Money) -> bool:
    """Whether an amount is an end of a range, or of a band."""
    before, after = text[: money.start], text[money.end :]
    dash = rx(r"^\s?(?:-|to|and)\s?(?:[$£€₹]|[A-Z]{3} )?\s?\d")
    if dash.match(after) and not rx(r"\bfrom\b[^.]{0,20}$").search(before):
        return True
    return bool(
        rx(r"\dk?\s?(?:-|to)\s?$").search(before)
        and not rx(r"\bfrom\b[^.]*$").search(before)
    ) or bool(
        rx(r"\b(?:band|range)\b[^.]{0,40}$").search(before)
        and rx(r"landed|settled").search(before) is None
    )
