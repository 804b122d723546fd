"""The yearly bonus: a target, a guarantee, the month of payment; never a ceiling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import is_replaced, rx
from offerlab.ingest.letter.pay_table import variable_pay
from offerlab.ingest.letter.spans import MONTHS, as_written, money_in, percents_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

CUE = rx(
    r"\bbonus(?:es)?\b|\bincentive\b|\bvariable (?:pay|compensation|component|salary|part)\b|\bSTI\b|\bperformance-linked\b|"
    r"\bprofit sharing\b|\bAIP\b|\bSTIP\b"
)
OTHER = rx(
    r"\b(?:sign(?:ing)?|sign-on|joining|hiring|hire|retention|referral|welcome|inducement|on-hire|"
    r"transition|relocation|spot|long-term|incentive stock|equity incentive|sign-on incentive)\b"
)
_NONE = rx(
    r"\bno (?:annual |cash |performance |yearly |annual cash )*(?:bonus|incentive)|\bbonus\s?[:-]\s?(?:none|n/a)|"
    r"\bbonus[. ]+none\b|\bnot (?:be )?bonus[- ]eligible|\bdo(?:es)? not pay (?:\w+ )?bonus|\bdon't pay (?:\w+ )?bonus|\bnot (?:eligible|run|have|offer|part of|provide|receive)\b[^.]{0,60}\b(?:bonus|incentive)|"
    r"\bcarry no bonus|\bdon't (?:have|do|offer)\b[^.]{0,30}\bbonus|\bno bonus\b"
)
_TARGET = rx(
    r"\btarget\w*\b|\bat 100%|\bstands at\b|\bopportunity\b|\beligible\b|\bof\b|\bguarantee"
)
_CEILING = rx(r"\bup to\b[^%]{0,25}$|\bmaximum\b[^%]{0,25}$|\bas much as\b[^%]{0,15}$")
_GUARANTEE = rx(r"\bguarante\w+|\bno(?:t)? (?:be )?less than\b")
_FIRST = rx(
    r"\btwelve months (?:beginning|from|following|after)\b|\bfirst (?:full )?(?:performance |fiscal |calendar )?year|\bonly\b|\byear one\b|\bperformance year \d{4}|\b\d{4} performance year|"
    r"\bin respect of (?:the )?\d{4}|\bfor (?:fiscal |calendar )?(?:year )?\d{4}\b"
)
_LATER = rx(
    r"\bfirst-year bonus\b|\b(?:in|for) (?:later|subsequent|following) years\b|\bthereafter\b|\bafter the first year\b"
)
_PAID = rx(
    r"\b(?:pa(?:id|yable|yment|youts?)|settled)\b[^.]{0,40}?\b(?:in|each|every|by|before|not later than|no later than|on or before)\s(?:[^.]{0,12}?\s)?"
    r"(?P<month>"
    + "|".join(m.capitalize() for m in [*MONTHS, *(each[:3] for each in MONTHS)])
    + r")\b"
)


_TIMES_A_YEAR = (
    (rx(r"^ (?:per|a|each|every) (?:calendar |fiscal )?quarter\b"), 4),
    (rx(r"^ (?:per|each|every) (?:half(?:-year)?|six months)\b"), 2),
    (rx(r"^ (?:per|a|each|every) month\b"), 12),
)


CELL = 30
"""A label and its value, each on a line of its own, are shorter."""


def read_bonus(letter: Letter) -> None:
    """Target, guarantee and month of payment."""
    told = [s for s in letter.sentences(CUE) if _is_bonus(s.text)]
    near = _with_next(letter, told)
    for sentence in told:
        _read_target(letter, sentence)
    row = variable_pay(letter)
    if row is not None:
        letter.add_at("target_bonus", as_written(row.annual), row.sentence)
    if letter.has("target_bonus"):
        _read_terms(letter, near)
        return
    for sentence in letter.passage.sentences:
        found = _NONE.search(sentence.text)
        if found and not OTHER.search(found.group()):
            letter.add(
                "target_bonus",
                "none",
                sentence.start + found.start(),
                sentence.start + found.end(),
            )
            return


def _is_bonus(text: str) -> bool:
    """Whether a sentence speaks of a yearly bonus, and of no one-off."""
    clean = OTHER.sub("", text)
    one_off = OTHER.search(text)
    if one_off and not rx(
        r"\b(?:annual|target|yearly|performance|year) ?(?:cash |performance )?bonus\b|\bincentive plan\b"
    ).search(text):
        return False
    return bool(CUE.search(clean))


def _with_next(letter: Letter, told: list[Sentence]) -> list[Sentence]:
    """Sentences on the bonus, and those that follow them in their paragraph."""
    every = letter.passage.sentences
    near = []
    for sentence in every:
        if any(
            sentence.paragraph == each.paragraph and sentence.start >= each.start
            for each in told
        ):
            near.append(sentence)
    return near


def _read_target(letter: Letter, sentence: Sentence) -> None:
    text = sentence.text
    if _NONE.search(text) and not percents_in(text):
        return
    every = letter.passage.sentences
    place = letter.index(sentence)
    following = every[place + 1] if place + 1 < len(every) else sentence
    own = [*_targets(sentence)]
    same = following.paragraph == sentence.paragraph and rx(r"\btarget").search(
        following.text
    )
    if not own and max(len(text), len(following.text)) < CELL:
        both = sentence.longer(letter.flat[sentence.start : following.end])
        own, sentence = [*_targets(both)], both
    if not own and same and not OTHER.search(following.text):
        own = [*_targets(following)]
        sentence = following if own else sentence
    if own:
        value, start, end = own[0]
        letter.add(
            "target_bonus",
            value,
            sentence.start + min(start, _first_cue(sentence.text)),
            sentence.start + end,
        )
        return
    if letter.has("target_bonus") or not _GUARANTEE.search(text):
        return
    amounts = [m for m in money_in(text) if m.value >= 500]
    if len(amounts) == 1:
        money = amounts[0]
        letter.add(
            "target_bonus",
            as_written(money.value),
            sentence.start,
            sentence.start + money.end,
        )


def _first_cue(text: str) -> int:
    found = CUE.search(text) or _TARGET.search(text)
    return found.start() if found else 0


def _targets(sentence: Sentence):  # type: ignore[no-untyped-def]
    text = sentence.text
    for percent in percents_in(text):
        before, after = text[: percent.start], text[percent.end :]
        if (
            _CEILING.search(before)
            or rx(r"^\)?\s?(?:-|to)\s?\d").match(after)
            or rx(r"\d\s?%?\s?(?:-|to|and)\s?$").search(before)
            or (
                rx(r"\bbetween\s?$").search(before) and rx(r"^\s?and\s?\d").match(after)
            )
            or is_replaced(before, after)
        ):
            continue
        if (
            rx(
                r"^\)?\s?(?:of target|target achievement|achievement|payout|year|match|discount)"
            ).match(after)
            or not 0 < percent.value <= 100
        ):
            continue
        targeted = (
            rx(r"\btarget\w*|\bSTI\b|stands at|performance-linked|variable pay").search(
                text
            )
            or rx(r"\bbonus\b[^.]{0,30}$").search(before)
            or rx(r"^ (?:annual|yearly|performance) (?:\w+ )?bonus\b").match(after)
        )
        if not targeted or (
            rx(r"\bdiscretion\w*\b[^.]*$").search(before)
            and not rx(r"\btarget").search(text)
        ):
            continue
        if rx(r"\b(?:paid|averag\w+|last)\b[^%]{0,15}$").search(before):
            continue
        yield f"{percent.value:g}%", percent.start, percent.end
    if not rx(r"\btarget|\bat 100\s?%").search(text) or any(
        p.value != 100 for p in percents_in(text)
    ):
        return
    for money in money_in(text):
        before, after = text[: money.start], text[money.end :]
        if money.value < 500 or _CEILING.search(before) or is_replaced(before, after):
            continue
        times = next((n for each, n in _TIMES_A_YEAR if each.match(after)), 1)
        yield as_written(money.value * times), money.start, money.end


def _is_of_target(letter: Letter, text: str) -> bool:
    """Whether a guarantee is of the target, and of no amount of its own."""
    amounts = {m.value for m in money_in(text)}
    return (
        not amounts
        or bool(percents_in(text))
        or letter.value("target_bonus") in amounts
    )


def _read_terms(letter: Letter, near: list[Sentence]) -> None:
    for sentence in near:
        guarantee = _GUARANTEE.search(sentence.text)
        around = " ".join(s.text for s in near if s.paragraph == sentence.paragraph)
        first = _FIRST.search(sentence.text) or _LATER.search(around)
        if (
            guarantee
            and first
            and not rx(r"\bno guarantee|not guarante").search(sentence.text)
            and _is_of_target(letter, sentence.text)
        ):
            letter.add_at("target_bonus.guaranteed_first_year", True, sentence)
        paid = _PAID.search(sentence.text)
        twice = paid and rx(r"^ and [A-Z]|\btwo halves\b").search(
            sentence.text[paid.start() :]
        )
        if (
            paid
            and not twice
            and not rx(r"\bsign").search(sentence.text[: paid.start()])
        ):
            short = paid["month"][:3].lower()
            month = [each[:3] for each in MONTHS].index(short) + 1
            start = sentence.start + paid.start()
            letter.add(
                "target_bonus.paid_in_month", month, start, sentence.start + paid.end()
            )
