"""Clawback: what must be paid back after leaving early, and of which payment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.ingest.letter.clawback_step import clawback_steps
from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import COUNT, count_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

BACK = rx(
    r"\b(?:re-?pay(?:s|ment|able|ing)?|repaid|pay(?:s|ing)? (?:it |this |that |the \w+ )?back|paid back|"
    r"reimburse (?:the company|us|the firm|the full|\w+ for|[A-Z]\w+)|refund|return(?:ed)? (?:it|in|\(|(?:this|the|that|such|any) (?!(?:\w+ )?(?:letter|copy|form|offer|document|agreement)))|"
    r"must (?:be )?return\w*|returns? (?:all|half|the whole|a part|\d+ ?%) of|(?:asked|ask you|required|obliged) to return (?:a|an|the|it)\b(?! (?:letter|copy|signed|form))|(?:ask for|want) (?:it|the (?:whole|full|entire) (?:amount|sum|bonus)|all of it) back|owe\w*|recover(?:able|ed)|due and owing|due back|comes? back to (?:us|the company)|recover (?:it|the|this|any)|claw\w*|refund(?:ed|able)|(?:give|giving|given|gives) (?:(?:it|this|that|the \w+) )?back|repayable|forfeit (?:it|the|any|this)|unearned|(?:ask you|have|required|need) to return (?!(?:\w+ )?(?:letter|copy|form)))\b"
)
_NEVER = rx(
    r"\bnone of it\b|\bnot (?:be )?(?:repayable|subject to)\b|\bno repayment\b|\bneed not\b"
)
_PART = rx(
    r"\bpro-?\s?rat\w*|\bproportion\w*|\bportion\b|\bone-twelfth\b|\b1/(?:12|24|18|36)\b|\bless 1/|\bper month\b|"
    r"\bfor each (?:full )?month\b|\bmonths? (?:that )?(?:you did not|remain|not) \w+|\bpart for the months\b|"
    r"\bprorated share\b|\b(?:unearned|unvested|unserved)\b|\bone twenty-fourth\b|\breduced by\b"
)
_ALL = rx(
    r"\b(?:in full|full (?:gross )?amount|the full (?:bonus|sum|payment)|entire|whole|all of it|100%|gross amount|in its entirety|"
    r"after-tax amount|not a part)\b"
)
_STEPS = rx(
    r"\b(?:in full|full amount|all of (?:it|them)|the whole)\b[^.]*\b(?:25|50|75|half)\b[^.]*\b(?:second|next|following|thereafter|between)\b|\b100%[^.]*\b(?:75|50|25)%|\bsecond twelve months\b|\bbetween months\b"
)
_TERM = rx(
    rf"\b(?:within|inside|before|during|in|less than|for|until|prior to|over)\b[^.]{{0,45}}?\b(?:your |the )?"
    rf"(?:first )?{COUNT.format('n')}[- ](?P<unit>months?|years?)\b"
    r"|\b(?:within|inside|before|during|in|prior to|of)\b[^.]{0,40}?\b(?:the |your )?(?P<first>first (?:year|anniversary)|"
    r"one-year anniversary|second anniversary|first twelve months)\b"
    rf"|\b{COUNT.format('m')}[- ](?P<unit2>months?|years?)\b[^.]{{0,30}}\b(?:of|after|from|following|has|have)\b"
    r"|\b1/(?P<parts>12|18|24|36)(?:th)?\b|\bone[- ](?P<part>twelfth|twenty-fourth|thirty-sixth)\b"
    rf"|\b{COUNT.format('s')}[- ](?P<unit3>months?|years?|yrs?)[- ](?:[\w-]+ )?(?:clawback|repayment|commitment|retention)\b"
    rf"|\b(?:vests?|earned)\b[^.]{{0,40}}? over (?:the )?{COUNT.format('v')} (?P<unit4>months?|years?)\b"
    r"|\bearn(?:ed)?\b[^.;]{0,30}?\b(?P<earned>first (?:year|anniversary))\b"
    r"|\bbefore (?:your |the )?(?P<mark>one-year|first-year|12-month|two-year|24-month) (?:mark|anniversary)\b"
    r"|\b(?P<agreement>agreement of one year|for a year|within (?:the|your|a) (?:first )?year)\b"
)


_PARTS = {"twelfth": 12, "twenty-fourth": 24, "thirty-sixth": 36}


_LEAVES = rx(r"\b(?:leave|leaving|resign\w*|quit|depart\w*|go|repa\w+|owe\w*)\b")


class Back(NamedTuple):
    """Terms of a clawback: months and how, or steps, or none where they are not sure.

    `end` is where the words on it end in the folded letter.
    """

    months: int | None
    how: str | None
    sentence: Sentence
    steps: list[dict[str, object]]
    end: int

    @property
    def is_sure(self) -> bool:
        """Whether it is known until when, and how much."""
        return self.months is not None or bool(self.steps)

    def write(self, letter: Letter, name: str) -> None:
        """Note the terms of a payment, unless they are known."""
        key, start = f"{name}.clawback", self.sentence.start
        if letter.has(key) or letter.has(f"{key}_months"):
            return
        letter.add(f"{key}_months", self.months, start, self.end)
        how = self.steps or (self.how if self.months is not None else None)
        letter.add(key, how, start, self.end)


def clawbacks(letter: Letter) -> list[Back]:
    """Every sentence that asks money back, with its terms."""
    found: list[Back] = []
    for sentence in letter.passage.sentences:
        if found and sentence.start < found[-1].end:
            continue  # a step of the clawback before
        if not BACK.search(sentence.text) or _NEVER.search(sentence.text):
            continue
        if rx(
            r"\bwe will reimburse|company (?:will|shall) reimburse|reimbursement of receipts|repurchase\b"
        ).search(sentence.text) and not rx(
            r"\b(?:repay|owe|pay back|refund|return|give (?:it|this) back)\b"
        ).search(sentence.text):
            continue
        found.append(_terms(letter, sentence, _earned_before(letter, sentence)))
    return found


def _earned_before(letter: Letter, sentence: Sentence) -> str:
    """The sentence before, in its paragraph, if it says how the money is earned."""
    place = letter.index(sentence)
    before = letter.passage.sentences[place - 1] if place else sentence
    near = before.paragraph == sentence.paragraph
    return before.text + " " if near and rx(r"\bearn").search(before.text) else ""


def _terms(letter: Letter, sentence: Sentence, earned: str) -> Back:
    text = letter.in_months(sentence.text)
    steps = clawback_steps(text)
    if steps:
        return Back(None, None, sentence, steps, sentence.end)
    following = letter.passage.sentences[letter.index(sentence) + 1 :][:1]
    if following and following[0].paragraph == sentence.paragraph:
        whole = f"{text} {letter.in_months(following[0].text)}"
        if _LEAVES.search(following[0].text) and (steps := clawback_steps(whole)):
            return Back(None, None, sentence, steps, following[0].end)
    if _STEPS.search(text):
        return Back(None, None, sentence, [], sentence.end)
    months = _months(text) or _months(earned + text)
    how = (
        "prorated"
        if _PART.search(text) and not rx(r"not (?:a )?(?:part|pro)").search(text)
        else None
    )
    if how is None:
        how = "all-or-nothing"
    if _ALL.search(text) and not rx(r"\bpro-?\s?rat|\b1/\d\d\b|\bone-twelfth").search(
        text
    ):
        how = "all-or-nothing"
    return Back(months, how, sentence, [], sentence.end)


def _months(text: str) -> int | None:
    for found in _TERM.finditer(text):
        if found["first"]:
            return 24 if "second" in found["first"].lower() else 12
        if found["mark"]:
            return 24 if re.match("two|24", found["mark"], re.IGNORECASE) else 12
        if found["agreement"] or found["earned"]:
            return 12
        if found["parts"] or found["part"]:
            return int(found["parts"] or _PARTS[found["part"].lower()])
        units = (("n", "unit"), ("m", "unit2"), ("s", "unit3"), ("v", "unit4"))
        name, unit = next((n, found[u]) for n, u in units if found[u])
        count = count_in(found, name)
        if count is None:
            continue
        months = count * 12 if unit.lower().startswith("y") else count
        if 3 <= months <= 60:
            return months
    return None
