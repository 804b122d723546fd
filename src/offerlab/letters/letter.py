"""A letter: a template and its facts, rendered in a sandbox and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from offerlab.core.finding import Finding
from offerlab.core.problem import Severity
from offerlab.errors import MissingFactsError, TemplateError
from offerlab.letters.claims import find_claims
from offerlab.letters.days import Kind
from offerlab.letters.lint import (
    addressed,
    allowed,
    body_of,
    lint_claims,
    lint_length,
    lint_slots,
    lint_words,
)
from offerlab.letters.sandbox import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from offerlab.letters.context import Words
    from offerlab.letters.facts import Fact
    from offerlab.letters.known import Known
    from offerlab.letters.template import Template

MOST_FIGURES = 5
"""Amounts and percents of a letter that asks, the user's own words left out."""

_LEFT_OUT = Finding(
    "note",
    Severity.WARNING,
    "the valuation is left out, for the letter would be too long with it; say on the"
    " call what the percent comes to",
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be read by its sender.

    Attributes
    ----------
    template, subject, body : str
    slots : mapping
        What each slot holds.
    findings : tuple of Finding
        What the rules say; none of them an error.
    """

    template: str
    subject: str
    body: str
    slots: Mapping[str, Fact]
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        """Subject and body as plain text."""
        return f"Subject: {self.subject}\n\n{self.body}"

    def with_findings(self, more: Iterable[Finding]) -> Letter:
        """The same with more to say to its sender."""
        return replace(self, findings=(*more, *self.findings))


def write_letter(
    template: Template,
    facts: Mapping[str, Fact],
    known: Known,
    words: Words,
    today: date,
    allow: tuple[str, ...] = (),
) -> Letter:
    """Render a template with its facts.

    Parameters
    ----------
    known : Known
        What the letter may claim besides its own slots.
    words : Words
        What the user wrote: all rules hold for it.
    today : date
    allow : tuple of str
        Rules that the user lets it break.

    Raises
    ------
    MissingFactsError
        Naming every fact that is missing and how to give it.
    TemplateError
        If the template is broken, or the letter breaks a rule that is an error.
    """
    _check_complete(template, facts)
    text = _tidy(render(template, facts))
    shorter: list[Finding] = []
    if _is_over(template, text, words, today) and facts.get("valuation"):
        facts = {**facts, "valuation": None}
        text = _tidy(render(template, facts))
        shorter.append(_LEFT_OUT)
    subject, _, body = text.partition("\n")
    if not subject.startswith("Subject: "):
        raise TemplateError(
            f"the template '{template.name}' does not begin with 'Subject: '"
        )
    _check_figures(template, text, words, today)
    known.add_text(_slot_texts(template, facts), today)
    found = [*_findings(template, facts, text, known, words, today)]
    stay, freed = allowed(found, allow)
    errors = [each.message for each in stay if each.severity is Severity.ERROR]
    if errors:
        raise TemplateError(
            f"the letter '{template.name}' was not written: " + "; ".join(errors)
        )
    return Letter(
        template=template.name,
        subject=subject.removeprefix("Subject: "),
        body=body.lstrip("\n"),
        slots=dict(facts),
        findings=(*shorter, *stay, *freed),
    )


def _findings(
    template: Template,
    facts: Mapping[str, Fact],
    text: str,
    known: Known,
    words: Words,
    today: date,
) -> Iterator[Finding]:
    yield from lint_claims(text, known, today)
    said = {
        (each.rule, each.text): each
        for each in (
            *lint_words(words.own, known),
            *(lint_words(text, known) if template.own else ()),
        )
    }
    yield from (
        each
        for each in said.values()
        if not (template.binds and each.rule == "acceptance")
    )
    yield from addressed(words.own, known)
    yield from lint_length(template, text)
    yield from lint_slots(template, facts)


def _slot_texts(template: Template, facts: Mapping[str, Fact]) -> Iterator[str]:
    """Facts that come from a file or an option; the user's own words are claims."""
    for name, fact in facts.items():
        slot = template.slots[name]
        if slot.origin != "you" or slot.is_date:
            yield from fact if isinstance(fact, list) else [fact or ""]


def _figures(text: str, words: Words, today: date) -> int:
    """How many amounts and percents are not the user's own."""
    return sum(
        claim.kind in (Kind.MONEY, Kind.PERCENT) and claim.text not in words.own
        for claim in find_claims(text, today)
    )


def _is_over(template: Template, text: str, words: Words, today: date) -> bool:
    """Whether a letter that asks has too many figures or words to be forwarded."""
    if not template.raises_pay:
        return False
    long = len(body_of(text).split()) > template.max_words
    return long or _figures(text, words, today) > MOST_FIGURES


def _check_figures(template: Template, text: str, words: Words, today: date) -> None:
    """Refuse a letter that asks and reads as an audit."""
    figures = _figures(text, words, today)
    if template.raises_pay and figures > MOST_FIGURES:
        raise TemplateError(
            f"the letter '{template.name}' has {figures} figures; a recruiter"
            f" forwards {MOST_FIGURES} at most: ask for less at once"
        )


def _check_complete(template: Template, facts: Mapping[str, Fact]) -> None:
    missing = [
        f"{slot.about} ({slot.hint or slot.name})"
        for name, slot in template.slots.items()
        if not slot.optional and facts.get(name) is None
    ]
    if missing:
        raise MissingFactsError(template.name, list(dict.fromkeys(missing)))


def _tidy(text: str) -> str:
    """Close gaps that conditions leave: at most one empty line, no trailing blanks."""
    lines = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"
