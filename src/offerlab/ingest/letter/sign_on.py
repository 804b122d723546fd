"""Sign-on payments, whatever they are called, in one part or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.clawback import BACK, clawbacks
from offerlab.ingest.letter.found import is_early, is_replaced, rx
from offerlab.ingest.letter.pay_time import paid_month
from offerlab.ingest.letter.payment import Part, split_payments
from offerlab.ingest.letter.relocation import CUE as MOVE
from offerlab.ingest.letter.spans import COUNT, Money, as_written, money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

CUE = rx(
    r"\bsign(?:ing)?[- ]?(?:on\b)?[- ]?(?:bonus|payments?|incentive|cash|award)?(?=\b)(?:(?<=sign-on)|(?<=sign on)|(?<=bonus)|"
    r"(?<=payment)|(?<=payments)|(?<=incentive)|(?<=cash)|(?<=award))|\bstart bonus\b|\bhire-in (?:payment|bonus)\b|\bhiring payments?\b|\ba further payment of\b|\bjoining (?:bonus|payment|allowance|award)\b|\bhire-on bonus\b|\b(?:new[- ])?hir(?:e|ing) (?:bonus|cash|incentive|award)\b|\bgolden hello\b|"
    r"\bon-hire cash\b|\binducement(?: payment)?\b|\b(?:employment|commencement|new[- ]hire|recruitment|onboarding|acceptance|inception) (?:bonus|payment|award)\b|\bwelcome (?:bonus|payment)\b|\bone-time (?:cash|payment|signing|sign-on|bonus)\b|^signing\s?[-:]|"
    r"\b(?:transition|make-whole|supplemental|starting|buy-?out) (?:payment|bonus|award)\b|\bcash payment of\b|^new[- ](?:employee|hire|joiner) payment\b|\bone-off (?:payment|\S+ bonus|bonus)\b|\bbonus on joining\b|\bone-time \S+ (?:\w+ )?bonus\b|\b(?:in|during) your second year,? you(?: will|'ll) (?:also )?receive (?:a further|another|an additional)\b|\bbonus of \S+ within\b|^year[- ](?:one|two|1|2) payment\b"
)
NAMED = r"sign(?:ing)?[- ]?(?:on)?|joining|hir(?:e|ing)|inducement|welcome|one-time|payment|bonus|cash|install?ment|advance"
_NOT = rx(
    r"\bno (?:\w+ )?(?:sign|signing|joining)|\bn/a\b|\bnot (?:provide|offer|count|include)|\bdon't (?:do|offer|count)|"
    r"\bdoes not provide\b|\bnot (?:receive|be (?:paid|offered)) (?:a |any )?(?:sign|joining|hiring)|\bwaiting on\b|\bmay be\b|\bwithout a sign|\bsign-?on:? none\b"
)
_SIX = rx(
    rf"\b(?:after|at|on) (?:your |the )?(?:first )?{COUNT.format('n')}[- ]?months?\b"
)


_OWN = rx(r"\b(?:sign|joining|hir(?:e|ing) bonus|welcome|inducement|employment bonus)")
HEADING, TITLE, BELOW = 60, 40, 6
"""Characters of a heading, and of the next one; sentences that are looked at."""
_PAID = rx(r"\b(?:paid|pay|receive|payment|payable|first year|second year)\b")
_OTHERS = rx(
    r"\b(?:(?:base|annual|gross) salary|salary (?:of|is|will)|rsus?|options?|relocation)\b"
)
MOST_PARTS = 4
_NO_SIGN_ON = rx(
    r"\bno sign(?:ing)?[- ]?(?:on|bonus)?\b|\bnot receive (?:a |any )?(?:sign|joining|hiring)|\b(?:do|does) not (?:offer|pay|provide|have) (?:a |any )?(?:sign|joining|hiring)|\bdon't (?:offer|pay|do|have) (?:a |any )?sign|\bsign(?:ing)?[- ](?:on|bonus)[ .:]+(?:none|n/a)|\bnot provide for a sign"
)


def read_sign_on(letter: Letter) -> None:
    """Payments in order, each with its month and what must be paid back."""
    parts: list[Part] = []
    for sentence in letter.sentences(CUE):
        if BACK.search(sentence.text) and not _opens(sentence.text):
            continue
        if MOVE.search(sentence.text) and not _OWN.search(sentence.text):
            continue
        known = {part.amount for part in parts}
        parts += [p for p in _parts(letter, sentence) if p.amount not in known]
        if len(parts) > MOST_PARTS:
            break
    parts = _without_lump(parts)
    for number, part in enumerate(parts, start=1):
        name = f"sign_on.{number}"
        letter.add(f"{name}.amount", _whole(part.amount), part.start, part.end)
        letter.add(f"{name}.paid_month", part.month, part.start, part.end)
    if parts:
        _read_month(letter, parts)
        _read_back(letter, parts)
        return
    for sentence in letter.passage.sentences:
        none = _NO_SIGN_ON.search(sentence.text)
        if none:
            begin = sentence.start + none.start()
            letter.add("sign_on", "none", begin, sentence.start + none.end())


def _without_lump(parts: list[Part]) -> list[Part]:
    """Parts without those of a summary that a later sentence repeats in detail."""
    for cut in range(1, len(parts)):
        first, later = parts[:cut], parts[cut:]
        apart = first[-1].end < later[0].start
        if (
            apart
            and abs(sum(p.amount for p in first) - sum(p.amount for p in later)) < 1
        ):
            return later
    return parts


def _read_month(letter: Letter, parts: list[Part]) -> None:
    """Month of a lone payment that another sentence states."""
    if len(parts) > 1 or parts[0].month is not None:
        return
    place = letter.index(letter.passage.around(parts[0].start))
    for sentence in letter.passage.sentences[place + 1 : place + 3]:
        if rx(r"^(?:paid|payable)\b").match(sentence.text):
            letter.add_at("sign_on.1.paid_month", paid_month(sentence.text), sentence)
    for sentence in letter.sentences(CUE):
        month = paid_month(sentence.text)
        if month is not None and not BACK.search(sentence.text):
            letter.add_at("sign_on.1.paid_month", month, sentence)


def _opens(text: str) -> bool:
    """Whether a sentence gives the money before it asks it back."""
    back = BACK.search(text)
    amounts = money_in(text)
    return bool(back and amounts and amounts[0].start < back.start())


def _whole(value: float) -> float | int:
    return as_written(round(value, 2))


def _parts(letter: Letter, sentence: Sentence):  # type: ignore[no-untyped-def]
    """Payments of a sentence, or of the one that follows its heading."""
    text = sentence.text
    if _NOT.search(text) or is_early(text):
        return
    amounts = _amounts(text)
    if not amounts and CUE.search(text):
        for each, told in _below(letter, sentence):
            yield from _of_amounts(letter, each, told)
        return
    yield from _of_amounts(letter, sentence, amounts)


def _of_amounts(letter: Letter, sentence: Sentence, amounts: list[Money]):  # type: ignore[no-untyped-def]
    text = sentence.text
    if not amounts:
        return
    back = BACK.search(text)
    stop = back.start() if back and back.start() > amounts[0].end else len(text)
    amounts = [each for each in amounts if each.start < stop]
    yield from split_payments(
        letter, sentence, text[:stop], _without_total(text, amounts)
    )


def _amounts(text: str) -> list[Money]:
    cue = CUE.search(text)
    found = []
    for money in money_in(text):
        if money.value < 500:
            continue
        before = text[max(0, money.start - 45) : money.start]
        after = text[money.end : money.end + 30]
        if is_replaced(before, after):
            continue
        if (
            cue
            and money.end < cue.start()
            and not rx(r"^[^.;,]{0,30}\b(?:sign|join|hir|one-time|welcome)").match(
                after
            )
        ):
            continue
        if rx(
            r"\b(?:base|salary|relocation|equity|rsus?|stock|total value|worth)\b[^,;.]*$"
        ).search(before) and not CUE.search(before):
            continue
        if rx(
            r"^\s?(?:base|salary|in rsus?|of rsus?|in stock|per year|a year|relocation)"
        ).match(after):
            continue
        found.append(money)
    return found


def _below(letter: Letter, heading: Sentence) -> list[tuple[Sentence, list[Money]]]:
    """Sentences with the amounts that a heading such as "Sign-on payments" is of."""
    every = letter.passage.sentences
    place = letter.index(heading)
    if len(heading.text) >= HEADING:
        return []
    found: list[tuple[Sentence, list[Money]]] = []
    for number, each in enumerate(every[place + 1 : place + 1 + BELOW]):
        amounts = [m for m in money_in(each.text) if m.value >= 500]
        titled = len(each.text) < TITLE and not amounts and not each.text.endswith(".")
        if titled or (number and not _PAID.search(each.text)):
            if titled or found:
                break
            continue
        back = BACK.search(each.text) and not _opens(each.text)
        if amounts and not _OTHERS.search(each.text) and not back:
            found.append((each, amounts))
    return found


def _without_total(text: str, amounts: list[Money]) -> list[Money]:
    """Amounts without the sum of the others."""
    if len(amounts) > 2:
        for place, each in enumerate(amounts):
            others = amounts[:place] + amounts[place + 1 :]
            if abs(sum(o.value for o in others) - each.value) < 1:
                return others
    return amounts


def _read_back(letter: Letter, parts: list[Part]) -> None:
    """Give each payment the clawback that speaks of it."""
    here = {letter.passage.around(part.start).paragraph for part in parts}
    for back in clawbacks(letter):
        text, place = back.sentence.text, back.sentence.paragraph
        linked = _follows(letter, back.sentence)
        named = (
            rx(NAMED).search(text)
            or any(back.sentence.start <= p.start < back.sentence.end for p in parts)
            or rx(r"\b(?:it|this|both|each)\b").search(text)
            or linked
            or rx(
                r"^(?:must|to) be (?:re|paid)|^(?:repa|subject to|prorated|pro-rated)"
            ).match(text)
        )
        near = any(0 <= place - paragraph <= 1 for paragraph in here)
        said = (
            linked
            or CUE.search(text)
            or rx(
                r"\b(?:sign|joining|hiring bonus|inducement|on-hire|bonus|both|each (?:such )?payment|each install?ment|payments? described)"
            ).search(text)
        )
        if not named or not (near or said):
            continue
        if rx(r"\brelocation|\bmov(?:e|ing)\b").search(text) and not rx(
            r"\bboth\b|\bsign|\bhiring|\bbonus"
        ).search(text):
            continue
        if place not in here and not said:
            continue
        if not back.is_sure:
            quote = letter.passage.quote(back.sentence.start, back.sentence.end)
            letter.ask(
                "sign_on", "Until when must it be paid back, and how much?", quote
            )
            continue
        only = _only(text, len(parts))
        for number in range(1, len(parts) + 1):
            if only and number != only:
                continue
            back.write(letter, f"sign_on.{number}")


def _follows(letter: Letter, sentence: Sentence) -> bool:
    """Whether the sentence before, in its paragraph, speaks of the sign-on."""
    every = letter.passage.sentences
    place = every.index(sentence)
    before = every[max(0, place - 2) : place]
    return any(s.paragraph == sentence.paragraph and CUE.search(s.text) for s in before)


def _only(text: str, count: int) -> int | None:
    """Number of the payment that a clawback is confined to."""
    if count > 1 and rx(
        r"\byear-?one\b|\bfirst anniversary of your start\b|\bfirst-year\b"
    ).search(text):
        return 1
    return None
