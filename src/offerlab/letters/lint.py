"""Rules that a letter must keep before it can be sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from offerlab.letters.facts import Fact
    from offerlab.letters.template import Template

_NUMBER = re.compile(r"[$€£]?\d(?:[\d,]*\d)?(?:\.\d+)?%?")
_PLACEHOLDER = re.compile(
    r"\{\{|\}\}|\{%|\bNone\b|\bnan\b|\bTODO\b|\[(?:your|my|name|company|role)\b[^\]]*\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a letter breaks; errors keep it from being written."""

    rule: str
    severity: Severity
    message: str


def lint_letter(
    template: Template, facts: Mapping[str, Fact], text: str
) -> list[Finding]:
    """Check a rendered letter against the rules.

    Parameters
    ----------
    template : Template
    facts : mapping of str to text, list of texts or None
        What the slots hold.
    text : str
        Subject and body.
    """
    return [
        *_placeholders(text),
        *_untraced_numbers(facts, text),
        *_length(template, text),
        *_left_out(template, facts),
    ]


def numbers(text: str) -> list[str]:
    """Figures of a text as they stand there, with their sign or percent.

    Examples
    --------
    >>> numbers("$150,000 base plus 0.04%, over 4 years.")
    ['$150,000', '0.04%', '4']
    """
    return _NUMBER.findall(text)


def _placeholders(text: str) -> Iterator[Finding]:
    for found in dict.fromkeys(_PLACEHOLDER.findall(text)):
        yield Finding(
            "placeholder", Severity.ERROR, f"'{found}' looks like a slot left unfilled"
        )


def _untraced_numbers(facts: Mapping[str, Fact], text: str) -> Iterator[Finding]:
    known: set[str] = set()
    for fact in facts.values():
        for line in fact if isinstance(fact, list) else [fact or ""]:
            known.update(numbers(line))
    for number in dict.fromkeys(numbers(text)):
        if number not in known:
            yield Finding(
                "untraced-number",
                Severity.ERROR,
                f"{number} comes from no slot: a figure in a letter must come from the"
                " offer, the ask, the benchmark or your own words",
            )


def _length(template: Template, text: str) -> Iterator[Finding]:
    words = len(text.split())
    if words > template.max_words:
        yield Finding(
            "too-long",
            Severity.WARNING,
            f"{words} words; letters of up to {template.max_words} get read",
        )


def _left_out(template: Template, facts: Mapping[str, Fact]) -> Iterator[Finding]:
    for name, slot in template.slots.items():
        if slot.optional and facts.get(name) is None and slot.hint:
            yield Finding(
                f"no-{name}",
                Severity.WARNING,
                f"stronger with {slot.about} ({slot.hint})",
            )
