"""Rules that a letter must keep before it can be sent.

Claims must equal a fact of their own kind; phrases that lie, leak or bind are errors;
what weakens a letter is a warning. The rules hold for a template, for the user's own
words and for text that was edited by hand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from offerlab.core.finding import Finding
from offerlab.core.problem import Severity
from offerlab.letters.claims import Claim, find_claims
from offerlab.letters.days import WEEKDAYS, Kind
from offerlab.letters.offered import named_offers
from offerlab.letters.phrases import broken_rules, rule_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from offerlab.letters.facts import Fact
    from offerlab.letters.known import Known
    from offerlab.letters.template import Template

_TO_COME = re.compile(
    r"\b(?:will|shall|'ll|by|until|till|before|deadline|due|expires?|answer|reply|"
    r"respond|need|let us|let's|could we|can we|meet|call|talk|sign)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:call|talk|meet|chat|speak|available|free|visit|conference|defen[sc]e|defend|"
    r"graduat\w+)\b",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"\b(?:sign\w*|accept\w*|answer|decid\w+|decision|deadline|expires?|start\w*|join|"
    r"offer|reply|respond)\b",
    re.IGNORECASE,
)
"""A day for a talk is nobody's claim; a day by which something holds is."""
_COUNTS = {
    "two": 2, "both": 2, "several": 2, "multiple": 2, "three": 3, "many": 3, "four": 4,
    "plenty": 3, "dozens": 12, "five": 5,
}  # fmt: skip
"""How many other offers a word speaks of, at the least."""
_WRAPPED = re.compile(r"(?<!\n)\n(?![\s*•-])")
"""Where an editor wrapped a line within a paragraph."""
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|did|had|gave|won|led|built|wrote|began|since|last)\b",
    re.IGNORECASE,
)


def lint_text(text: str, known: Known, today: date) -> list[Finding]:
    """Every rule, on a text that a person wrote or edited."""
    return [*lint_claims(text, known, today), *lint_words(text, known)]


def lint_claims(text: str, known: Known, today: date) -> list[Finding]:
    """Claims that are not known facts.

    Parameters
    ----------
    known : Known
        What may be claimed.
    today : date
        The day on which the letter is sent.
    """
    text = _WRAPPED.sub(" ", text)  # as long as before
    found = (
        _claim_finding(claim, known, _sentence_of(text, claim), today)
        for claim in find_claims(text, today)
    )
    unique = {(each.rule, each.text): each for each in found if each is not None}
    return list(unique.values())


def lint_words(text: str, known: Known) -> list[Finding]:
    """Phrases that lie, leak, bind or weaken."""
    findings = [
        Finding(rule.name, rule.severity, f"'{words}': {rule.why}", words)
        for rule, words in broken_rules(text)
        if not (rule.name == "rival" and _on_file(words, known))
    ]
    rule = rule_named("rival")
    for name in named_offers(_short_names(text, known)):
        if _is_company(name, known.company) or name.split()[0] in known.names:
            continue
        if not any(_is_company(name, rival) for rival in known.rivals):
            findings.append(
                Finding(rule.name, rule.severity, f"'{name}': {rule.why}", name)
            )
    return findings


def addressed(text: str, known: Known) -> Iterator[Finding]:
    """Warn where the user's words speak of the reader in the third person."""
    for name in known.names:
        if re.search(rf"\b{re.escape(name)}(?:'s|’s)?\b", text):
            yield Finding(
                "addressee",
                Severity.WARNING,
                f"'{name}' reads this letter: say 'you'",
                name,
            )


def allowed(
    findings: Collection[Finding], allow: Collection[str]
) -> tuple[list[Finding], list[Finding]]:
    """Findings that stay, and those that the user allows, as warnings."""
    stay = [each for each in findings if each.rule not in allow]
    freed = [
        replace(each, severity=Severity.WARNING)
        for each in findings
        if each.rule in allow
    ]
    return stay, freed


def lint_length(template: Template, text: str) -> Iterator[Finding]:
    """A letter that is too long to be read; one that asks is then not written."""
    words = len(body_of(text).split())
    if words > template.max_words:
        yield Finding(
            "too-long",
            Severity.ERROR if template.raises_pay else Severity.WARNING,
            f"{words} words; letters of up to {template.max_words} get read: shorten"
            " the reason, the case or the milestones",
        )


def body_of(text: str) -> str:
    """A letter without its subject line."""
    first, _, rest = text.partition("\n")
    return rest if first.startswith("Subject: ") else text


def lint_slots(template: Template, facts: Mapping[str, Fact]) -> Iterator[Finding]:
    """Optional facts that would make the letter stronger."""
    for name, slot in template.slots.items():
        if slot.optional and facts.get(name) is None and slot.hint:
            yield Finding(
                f"no-{name}",
                Severity.WARNING,
                f"add {slot.about} to make it stronger ({slot.hint})",
            )


def _claim_finding(
    claim: Claim, known: Known, sentence: str, today: date
) -> Finding | None:
    if claim.kind is Kind.MONEY:
        if not claim.spelled and claim.value in known.amounts:
            return None
        rule = "number-words" if claim.spelled else "untraced-amount"
        return _untraced(rule, claim, "amount")
    if claim.kind is Kind.PERCENT:
        if not claim.spelled and claim.value in known.percents:
            return None
        rule = "number-words" if claim.spelled else "untraced-percent"
        return _untraced(rule, claim, "percent")
    if claim.kind is Kind.WEEKDAY:
        return _weekday_finding(claim, known, sentence)
    return _day_finding(claim, known, sentence, today)


def _untraced(rule: str, claim: Claim, what: str) -> Finding:
    return Finding(
        rule,
        Severity.ERROR,
        f"the {what} '{claim.text}' is in no offer and no ask; leave it out, or attest"
        f' it: --fact "{claim.text} ..."',
        claim.text,
    )


def _weekday_finding(claim: Claim, known: Known, sentence: str) -> Finding | None:
    assert isinstance(claim.value, int)
    promised = re.search(
        rf"\b(?:by|until|till|before)\s+(?:\w+\s)?{claim.text}", sentence, re.IGNORECASE
    )
    if not promised or known.has_weekday(claim.value):
        return None
    return Finding(
        "weekday",
        Severity.ERROR,
        f"'{claim.text}' is not a known date; give the date in the offer or with --by",
        claim.text,
    )


def _day_finding(
    claim: Claim, known: Known, sentence: str, today: date
) -> Finding | None:
    day = claim.value
    assert isinstance(day, date)
    if claim.weekday is not None and claim.weekday != day.weekday():
        right = WEEKDAYS[day.weekday()].capitalize()
        return Finding(
            "weekday", Severity.ERROR, f"'{claim.text}' is a {right}", claim.text
        )
    if day in known.days:
        return None
    if day < today:
        if not _TO_COME.search(sentence):
            return None  # about the past
        return Finding(
            "past-date", Severity.ERROR, f"'{claim.text}' is over", claim.text
        )
    if _PAST.search(sentence) and not _TO_COME.search(sentence):
        return None
    if _MEETING.search(sentence) and not _BINDING.search(sentence):
        return None
    return Finding(
        "untraced-date",
        Severity.ERROR,
        f"the day '{claim.text}' is in no offer and no ask; leave it out, or give it"
        " where it belongs (deadline, start_date, --by, --slot until=), or attest it"
        " with --fact",
        claim.text,
    )


def _sentence_of(text: str, claim: Claim) -> str:
    """Sentence around a claim."""
    begin = max(text.rfind(mark, 0, claim.start) for mark in (". ", "! ", "? ", "\n"))
    ends = [text.find(mark, claim.start + len(claim.text)) for mark in (". ", "\n")]
    end = min((each for each in ends if each >= 0), default=len(text))
    return text[begin + 1 : end]


def _on_file(words: str, known: Known) -> bool:
    """Whether as many other offers are on file as the words speak of."""
    said = (
        _COUNTS[word]
        for word in re.findall(r"[a-z]+", words.lower())
        if word in _COUNTS
    )
    return len(known.rivals) >= max(said, default=1)


def _short_names(text: str, known: Known) -> str:
    """Text in which known companies stand by their first word.

    Else "Loomgate, Inc. offer" reads as an offer of "Inc.".
    """
    for company in (known.company, *known.rivals):
        words = company.split()
        if len(words) > 1:
            whole = r"\s+".join(map(re.escape, words))
            text = words[0].strip(",").join(re.split(whole, text))
    return text


def _is_company(name: str, company: str) -> bool:
    """Whether a name is a company's, or begins it: 'Lumen' of 'Lumen Robotics'."""
    said, full = name.lower().rstrip("."), company.lower()
    return bool(full) and (full.startswith(said) or said.startswith(full))
