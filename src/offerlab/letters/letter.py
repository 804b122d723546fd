"""A letter: a template and its facts, rendered in a sandbox and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.problem import Severity
from offerlab.errors import MissingFactsError, TemplateError
from offerlab.letters.lint import Finding, lint_letter
from offerlab.letters.sandbox import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.letters.facts import Fact
    from offerlab.letters.template import Template


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


def write_letter(template: Template, facts: Mapping[str, Fact]) -> Letter:
    """Render a template with its facts.

    Raises
    ------
    MissingFactsError
        Naming every fact that is missing and how to give it.
    TemplateError
        If the template is broken, or the letter breaks a rule that is an error.
    """
    _check_complete(template, facts)
    text = _tidy(render(template, facts))
    subject, _, body = text.partition("\n")
    if not subject.startswith("Subject: "):
        raise TemplateError(
            f"the template '{template.name}' does not begin with 'Subject: '"
        )
    findings = lint_letter(template, facts, text)
    errors = [each.message for each in findings if each.severity is Severity.ERROR]
    if errors:
        raise TemplateError(
            f"the letter '{template.name}' was not written: " + "; ".join(errors)
        )
    return Letter(
        template=template.name,
        subject=subject.removeprefix("Subject: "),
        body=body.lstrip("\n"),
        slots=dict(facts),
        findings=tuple(findings),
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
