"""Relocation: a lump sum or a cap on receipts, its tax, and what must be paid back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.ingest.letter.clawback import BACK, clawbacks
from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import as_written, money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

CUE = rx(
    r"\brelocat\w+\b|\bmov(?:e|ing) (?:costs?|expenses?|allowance|assistance)\b|\b(?:for|with|toward|towards) (?:your|a|the) move\b|\bmanaged move\b|\bhelp you move\b|\bcosts? of (?:moving|your move)\b|^moving\b"
)
_NO = rx(
    r"\bnot provide\b|\bno relocation\b|\bnot eligible for relocation|\brelocation[.: ]+(?:none|n/a|not)|\bfor moving costs\b.*\bnot\b|\bnot\b[^.]*\bmoving"
)
_TAXED = rx(
    r"\bgross(?:ed)?[- ]?up\b|\bgross (?:this|it|that|the \w+) up\b|\bafter tax(?:es)?\b|\bnet (?:amount|of tax)|\bpays? the tax(?:es)?|\bneutral to you after\b|\bpay,? on your behalf,? the\b|\bpay (?:all |the )?(?:federal|applicable) |\b(?:cover|pay)s? (?:all |any )?(?:of )?(?:the |your )?tax(?:es)?\b|\bnet of tax(?:es)?\b|\btax[- ](?:protected|assisted|equali[sz]ed)\b"
)
_UNTAXED = rx(
    r"\bnot (?:be )?grossed?[- ]?up\b|\bnot be increased to cover\b|\bwill not gross\b"
)


_CONDITION = rx(
    r"\W{0,2}if (?!you (?:\w+ )?(?:leave|resign|quit|are terminated|end|move|relocate)\b)"
)
_A_MONTH = rx(r"^ ?(?:(?:per|a|each|every) (?:month|week|day)\b|/ ?mo\b|monthly\b)")
HEADING = 30
"""A shorter line may head the next one."""


def read_relocation(letter: Letter) -> None:
    """Amount first; the rest only beside it."""
    for sentence in letter.sentences(CUE):
        if _NO.search(sentence.text) or _CONDITION.match(sentence.text):
            continue
        _read_amount(letter, sentence)
    if not letter.has("relocation.amount"):
        return
    amount = next(f for f in letter.found if f.key == "relocation.amount")
    paragraph = letter.passage.around(amount.start).paragraph
    for sentence in letter.passage.sentences:
        close = 0 <= sentence.paragraph - paragraph <= 0 or CUE.search(sentence.text)
        if close and (
            CUE.search(sentence.text)
            or not rx(r"\bsign|\bsalary").search(sentence.text)
        ):
            if _UNTAXED.search(sentence.text):
                letter.add_at("relocation.grossed_up", False, sentence)
            elif _TAXED.search(sentence.text):
                letter.add_at("relocation.grossed_up", True, sentence)
    _read_back(letter, paragraph, amount.start)


def _read_amount(letter: Letter, sentence: Sentence) -> None:
    every = letter.passage.sentences
    place = letter.index(sentence)
    spans = [sentence]
    headed = len(sentence.text) < HEADING
    if place + 1 < len(every) and (
        headed or every[place + 1].paragraph == sentence.paragraph
    ):
        spans.append(every[place + 1])
    for each in spans:
        if _CONDITION.match(each.text):
            continue
        cue = CUE.search(each.text)
        for money in money_in(each.text):
            before = each.text[: money.start]
            if rx(
                r"\b(?:base|salary|sign\w*|joining|hiring bonus|(?<!relocation )(?<!moving )bonus|rsus?|equity|stock|worth)\b[^,;]*$"
            ).search(before[-45:]):
                continue
            if _A_MONTH.match(each.text[money.end :]):
                continue  # of a time that is not told in months
            if money.value < 300 or (
                cue is None
                and each is not sentence
                and not (headed and len(each.text) < HEADING)
                and not rx(r"\blump|\bcash|\bup to|\breimburse|\bamount").search(
                    each.text
                )
            ):
                continue
            value = as_written(money.value)
            letter.add("relocation.amount", value, each.start, each.start + money.end)
            if rx(
                r"\breimburse\w*|\breceipts?\b|\bnot to exceed\b|\bup to\b|\bcover the cost\b|\bmaximum of\b"
            ).search(each.text):
                letter.add("relocation.kind", "reimbursement", each.start, each.end)
            return


_SHARED = rx(r"\b(?:both|each|these|either)\b")
_PARTS = rx(
    r"\b(?:sign(?:ing)?\b|joining|hir(?:e|ing)\b|install?ments?|(?:each|either|both) parts?\b|tranches?)"
)
"""What is paid in several parts is no relocation."""


def _is_mine(text: str, *, told: bool) -> bool:
    """Whether what must be paid back is the relocation, and not a bonus named after it.

    "Each payment" is, if the relocation has just been told and no other is named.
    """
    if _SHARED.search(text):
        return bool(CUE.search(text)) or (told and not _PARTS.search(text))
    back = BACK.search(text)
    cues = [found.start() for found in CUE.finditer(text)]
    bonuses = [
        found.start()
        for found in rx(r"\b(?:sign(?:ing)?|sign-on|joining|hiring)[- ]").finditer(text)
        if back and cues and cues[0] < found.start() < back.start()
    ]
    return bool(cues) and not bonuses


def _read_back(letter: Letter, paragraph: int, after: int) -> None:
    for back in clawbacks(letter):
        text = back.sentence.text
        close = 0 <= back.sentence.paragraph - paragraph <= 1
        mine = _is_mine(text, told=close and back.sentence.end > after)
        beside = (
            back.sentence.paragraph == paragraph
            and back.sentence.end > after
            and not _PARTS.search(text)
        )
        if (mine or beside) and back.is_sure:
            if rx(r"\bagreement of one year").search(text):
                back = back._replace(how=None)
            back.write(letter, "relocation")
            return
