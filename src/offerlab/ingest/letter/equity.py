"""Grants: kind, size, strike, vesting and what hangs on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.grant_size import grant_size
from offerlab.ingest.letter.grant_terms import read_strike, read_terms
from offerlab.ingest.letter.grant_vesting import read_vesting, read_vesting_start
from offerlab.ingest.letter.spans import money_in

if TYPE_CHECKING:
    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

CUE = rx(
    r"\bRSUs?\b|\brestricted (?:stock|share)|\bstock (?:options?|units?|awards?|grant)\b|\boptions?\b|\bequity\b|\bshares? of\b|\bprofits interest|"
    r"\bcash award\b|\bvirtual shares\b|\bphantom|\b[A-Z]SUs?\b|\bunits\b|\bon-hire stock\b|^\W{0,3}stock\b|\bnew hire (?:equity|grant)\b|\bPSUs?\b|\bperformance (?:stock|share)|"
    r"\bISOs?\b(?!-| \d)|\bN(?:Q)?SOs\b|\bESOPs?\b"
)
_KINDS = (
    (
        "psu",
        rx(
            r"\bperformance (?:stock|share)? ?units?\b|\bPSUs?\b|\bperformance-based (?:RSU|restricted)"
        ),
    ),
    ("cash-award", rx(r"\b(?:long-term |deferred )?cash award\b")),
    ("ppu", rx(r"\bprofits? interests?\b|\bparticipation units?\b")),
    (
        None,
        rx(
            r"\bvirtual shares?\b|\bphantom (?:stock|shares?)\b|\bVSOP\b|\bstock appreciation\b"
        ),
    ),
    (
        "rsu",
        rx(
            r"\bRSUs?\b|\brestricted (?:stock|share) units?\b|\b[A-Z]SUs?\b|\bstock units?\b|\bstock awards?\b|^\W{0,3}stock:? [^.]*\baward\b|\brestricted stock:? \d[\d,]* units\b|\bshare units?\b"
        ),
    ),
    ("option", rx(r"\boptions?\b|\bESOPs?\b|\bISOs?\b(?!-| \d)|\bN(?:Q)?SOs\b")),
    (
        "restricted-stock",
        rx(
            r"\brestricted (?:common )?stock\b|\brestricted common\b|\bshares of (?:(?:the |our |its )?[\w']+'s? )?(?:restricted )?(?:common )?stock\b"
        ),
    ),
)
_ISO = rx(r"\bincentive stock options?\b|\bISOs?\b(?!-)")
_NSO = rx(r"\bnon-?\s?(?:qualified|statutory)\b|\bN(?:Q)?SOs?\b")
_ILLUSTRATED = rx(
    r"\bcurrently valued\b|^for context\b|\bat that price\b|\bwould be worth\b|\billustrat\w+|\bworth roughly\b|\bvesting value\b|\btoday's price\b|\bvalued at [^.]*preferred|\btotal\b[^.]*\bvalue\b[^.]*\bbase\b|"
    r"\brange of\b|\brefresh|\bconsidered for\b|\bannual (?:equity |stock )?awards? (?:from|after)\b|\bmay be\b(?! earned)|\bseverance\b|\bevery year after\b"
)
_NONE = rx(
    r"\bno (?:equity|stock|options?|stock options?)\b|\b(?:does|do) not (?:grant|offer|carry|issue|provide)[^.]{0,30}\b(?:stock|equity|options)\b|"
    r"\b(?:long-term )?equity (?:not applicable|n/a|none)\b|\bequity:? (?:none|n/a)\b"
)


_CHOICE = rx(
    r"\b(?:choose|elect|pick|select|choice of|opt for)\b[^.]{0,40}\b(?:one|either|between|of the following|two)\b"
    r"[^;]*\bor\b|\beither \(?(?:a|i|1)\)[^;]*\bor \(?(?:b|ii|2)\)|\boption A\b[^;]*\boption B\b"
)
"""One grant or another: never both."""


LABEL = 60
"""Characters of a line that only names the kind of award."""
_SIZE_LABEL = rx(
    r"\n(?:grant |award |target )?(?:value|amount|shares|units|size|number)\b"
)


_ITEM = rx(r"\((?:[a-d]|i{1,3}|[1-4])\)\s")


_THAT_IS = rx(r",? \(?(?:i\.e\.|that is),? ")
"""What comes after these is reckoned from what comes before."""
MOST_GRANTS = 8


class Grant(NamedTuple):
    """A grant as far as its sentence describes it."""

    kind: str | None
    keys: dict[str, Any]
    sentence: Sentence


def read_equity(letter: Letter) -> None:
    """Grants in order; that a letter gives none is read only where it says so."""
    grants: list[Grant] = []
    for sentence in letter.sentences(CUE):
        if _CHOICE.search(sentence.text):
            quote = letter.passage.quote(sentence.start, sentence.end)
            letter.ask("equity", "Which of these grants do you take?", quote)
            continue
        if len(sentence.text) < LABEL and not re.search(r"\d", sentence.text):
            whole = letter.with_next(sentence)
            sentence = whole if _SIZE_LABEL.search(whole.text) else sentence
        parts = [part for part in _parts(sentence) if _may_size(part.text)]
        for grant in (each for part in parts for each in _grants(letter, part)):
            if len(grants) < MOST_GRANTS and not any(_same(grant, g) for g in grants):
                grants.append(grant)
    # Of no kind that the format has: last, so that leaving it out leaves no gap.
    grants = sorted(grants[:4], key=lambda each: each.kind is None)
    for number, grant in enumerate(grants, start=1):
        _write(letter, number, grant, grants)


def _parts(sentence: Sentence) -> list[Sentence]:
    """A sentence, or each of the items that it counts: "(a) 3,600 RSUs and (b) ..."."""
    cuts = [found.end() for found in _ITEM.finditer(sentence.text)]
    if not cuts:
        return [sentence]
    ends = [*cuts[1:], len(sentence.text)]
    parts = [sentence.part(cut, end) for cut, end in zip(cuts, ends, strict=True)]
    sized = [part for part in parts if CUE.search(part.text)]
    return sized if len(sized) > 1 else [sentence]


def _may_size(text: str) -> bool:
    text = _THAT_IS.split(text)[0]
    if rx(r"\bfor illustration\b|\bwould be [\d,]+ (?:RSUs|units|shares)\b").search(
        text
    ):
        return False
    if _ILLUSTRATED.search(text) and not re.search(
        r"\bRSUs?\.|\b\d[\d,]* (?:stock )?options\b", text
    ):
        return False
    return not rx(
        r"\b(?:was hoping|asked for|which proposed|takes its place|if you'd (?:rather|prefer)|if you (?:would )?(?:rather|prefer)|previously|employee stock purchase|exercise what has|repurchase right)\b"
    ).search(text) or bool(re.search(r"You said", text))


def _same(one: Grant, other: Grant) -> bool:
    """Whether two sentences speak of one grant."""
    shared = set(one.keys.items()) & set(other.keys.items())
    both = one.kind == other.kind or {one.kind, other.kind} <= {"option", "iso", "nso"}
    return (
        bool(shared)
        or _reckoned(one, other)
        or (both and (not one.keys or not other.keys or one.kind is None))
    )


def _reckoned(one: Grant, other: Grant) -> bool:
    """Whether the shares of one are the value of the other at a price beside them."""
    value = one.keys.get("value") or other.keys.get("value")
    shares = one.keys.get("shares") or other.keys.get("shares")
    if not value or not shares:
        return False
    prices = [m.value for each in (one, other) for m in money_in(each.sentence.text)]
    return any(abs(shares * price - value) <= price for price in prices)


def _grants(letter: Letter, sentence: Sentence):  # type: ignore[no-untyped-def]
    text = sentence.text
    kind = next((name for name, pattern in _KINDS if pattern.search(text)), "")
    keys = grant_size(text, kind)
    if not keys:
        return
    if kind == "" and not rx(r"\bequity\b|\bshares\b|\bunits\b").search(text):
        return
    yield Grant(_told_kind(letter, sentence, kind or ""), keys, sentence)


def _told_kind(letter: Letter, sentence: Sentence, kind: str) -> str | None:
    if kind == "":
        near = _paragraph(letter, sentence)
        if _KINDS[4][1].search(near):
            kind = "rsu"
        elif rx(r"\boptions?\b").search(near):
            kind = "option"
        elif _KINDS[4][1].search(letter.flat):
            kind = "rsu"  # the summary has the money, the text below it the name
    if kind == "option":
        near = _paragraph(letter, sentence) + " " + _after(letter, sentence, 8)
        if _ISO.search(near):
            return "iso"
        return "nso" if _NSO.search(near) else "option"
    if kind == "rsu" and _waits_for_an_event(letter):
        return "double-trigger-rsu"
    return kind or None


def _waits_for_an_event(letter: Letter) -> bool:
    return bool(
        rx(
            r"\bliquidity (?:event|condition|requirement)\b|\b(?:settle|vest|deliver\w*)\b[^.]{0,30}\b(?:only|once|until|unless)\b[^.]{0,30}\b(?:go public|IPO|are acquired|is acquired)\b|\b(?:initial public offering|IPO)\b[^.]{0,60}\b(?:sale|acquisition|change)|\btwo conditions must both\b|\bdouble[- ]trigger (?:RSU|restricted)|\bLiquidity\. We complete\b"
        ).search(letter.flat)
    )


def _paragraph(letter: Letter, sentence: Sentence) -> str:
    return " ".join(
        s.text for s in letter.passage.sentences if s.paragraph == sentence.paragraph
    )


def _after(letter: Letter, sentence: Sentence, count: int) -> str:
    every = letter.passage.sentences
    place = letter.index(sentence)
    return " ".join(each.text for each in every[place : place + count])


def _write(letter: Letter, number: int, grant: Grant, grants: list[Grant]) -> None:
    sentence = grant.sentence
    name = f"equity.{number}"
    if grant.kind is not None:
        letter.add_at(f"{name}.kind", grant.kind, sentence)
    for key, value in grant.keys.items():
        if key == "currency" and (
            value == letter.value("currency")
            or (value == "USD" and not letter.has("currency"))
        ):
            continue
        letter.add_at(f"{name}.{key}", value, sentence)
    scope = _scope(letter, grant, grants)
    read_vesting(letter, name, scope)
    read_vesting_start(letter, name, scope)
    read_strike(letter, name, scope)
    read_terms(letter, name, scope)


def _scope(letter: Letter, grant: Grant, grants: list[Grant]) -> list[Sentence]:
    """Sentences that speak of a grant: from its own to that of the next one."""
    every = letter.passage.sentences
    begin = letter.index(grant.sentence)
    places = [letter.index(each.sentence) for each in grants]
    later = [place for place in places if place > begin]
    end = min([*later, begin + 14, len(every)])
    found = [
        each
        for each in [grant.sentence, *every[begin + 1 : end]]
        if not rx(r"\brefresh|\bconsidered for\b").search(each.text)
    ]
    if len(grants) == 1:
        start = grant.sentence.start
        found += [
            e
            for e in every
            if rx(r"\bvest\w*\b|\bcliff\b").search(e.text)
            and e not in found
            and e.start > start
        ]
    return found
