"""The vesting of a grant: which sentences tell it, and what they say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from offerlab.ingest.letter.cadence import equal_parts
from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import days_in
from offerlab.ingest.letter.tranches import counted_block, dated_block
from offerlab.ingest.letter.vesting import vesting_block

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence


MOST_ROWS = 20
"""Lines of a table of vesting days."""


MOST_LINES = 60
_SHARE = rx(
    r"(?:\d\s?%|\b1/\d|\b(?:one|a)[- ](?:quarter|third|fourth|fifth)\b|\bcliff\b)[^.]*\b(?:year|month|quarter|anniversar|cliff)"
)


def read_vesting(letter: Letter, name: str, scope: list[Sentence]) -> None:
    """Vesting of the grant of a name, from the sentences that speak of it."""
    told = [
        s
        for s in scope
        if rx(
            r"\bvest\w*\b|\bcliff\b|\bservice condition\b|\btime-based condition\b|\brepurchase right\b|\bpaid out in\b|\bequal (?:yearly|annual|quarterly|monthly)\b|\b\d+ ?yrs?\b|\btime condition\b|"
            r"\bover (?:a |the )?(?:\w+|\d+)(?: \(\d\))?[- ]years?\b|\d% (?:each|per|a) year\b"
        ).search(s.text)
    ]
    own = _paragraph(letter, name, scope)
    told += [s for s in own if s not in told and _SHARE.search(s.text)]
    told.sort(key=lambda each: each.start)
    told = [
        s
        for s in told
        if not rx(
            r"\baccelerat\w+|\bacquired\b|\bchange (?:of|in) control\b|\bliquidity condition\b|\b401\(k\)|\bmatch\w*|\bvests? (?:right away|immediately)|if the company is sold|unvested|\bpayment is earned\b"
        ).search(s.text)
    ]
    _read_counts(letter, name, scope)
    if letter.has(f"{name}.vesting"):
        return
    for count in (1, 2, 3):
        for place in range(len(told)):
            chosen = told[place : place + count]
            if len(chosen) < count:
                continue
            text = letter.in_months(" ".join(each.text for each in chosen))
            block = vesting_block(text)
            if block is None:
                continue
            if count == 1 and place + 1 < len(told):
                both = vesting_block(
                    text + " " + letter.in_months(told[place + 1].text)
                )
                if (
                    both is not None
                    and both != block
                    and _refines(told[place + 1].text)
                ):
                    block, chosen = both, told[place : place + 2]
            letter.add(f"{name}.vesting", block, chosen[0].start, chosen[-1].end)
            return


_COMMENCES = rx(
    r"\bvest(?:ing)? (?:commencement|start|begin\w*) date\b[^.\d]{0,40}?\b(?:of|is|be|as)\b(?: expected)?(?: to be)?:? "
)


def read_vesting_start(letter: Letter, name: str, scope: list[Sentence]) -> None:
    """Day from which vesting counts, where the letter names one of its own."""
    for sentence in scope:
        cue = _COMMENCES.search(sentence.text)
        days = days_in(sentence.text, letter.near, day_first=letter.day_first)
        day = next((d for d in days if cue and 0 <= d.start - cue.end() < 3), None)
        if cue and day and day.value.isoformat() != letter.value("start_date"):
            begin = sentence.start + cue.start()
            end = sentence.start + day.end
            letter.add(f"{name}.vesting_start", day.value.isoformat(), begin, end)
            return


def _paragraph(letter: Letter, name: str, scope: list[Sentence]) -> list[Sentence]:
    """Sentences beside that of a grant, in its paragraph."""
    first = next((f.start for f in letter.found if f.key.startswith(f"{name}.")), 0)
    paragraph = letter.passage.around(first).paragraph
    return [s for s in scope if s.paragraph == paragraph and s.end > first]


def _read_counts(letter: Letter, name: str, scope: list[Sentence]) -> None:
    """Vesting given by counts of shares, in prose or in lines with days."""
    shares = letter.value(f"{name}.shares")
    if not shares:
        return
    start = letter.value("start_date")
    first_day = date.fromisoformat(start) if start else None
    for begin in range(min(len(scope), MOST_LINES)):
        for count in range(1, MOST_ROWS + 1):
            chosen = scope[begin : begin + count]
            if len(chosen) < count:
                break
            text = "\n".join(each.text for each in chosen)
            block = (
                counted_block(text, shares, first_day, equal_parts(text))
                or dated_block(text, shares, first_day)
                or counted_block(letter.in_months(text), shares)
            )
            if block is not None:
                letter.add(f"{name}.vesting", block, chosen[0].start, chosen[-1].end)
                return


def _refines(text: str) -> bool:
    return bool(rx(r"\bvest\w*\b|\bcliff\b|\bcondition\b").search(text))
