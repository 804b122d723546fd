"""A letter as a Markdown page for its sender: what it rests on, then the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.visible import inert

if TYPE_CHECKING:
    from offerlab.letters.letter import Letter
    from offerlab.letters.template import Template


def letter_page(letter: Letter, template: Template) -> str:
    """Markdown page: purpose, the letter, its facts with their origin, what to fix.

    HTML, images, links and code in a fact are shown as they are written, and do
    nothing.
    """
    lines = [
        f"# {inert(letter.subject)}",
        "",
        f"*{inert(template.purpose)} {inert(template.when)}"
        " Read it before you send it.*",
        "",
        "---",
        "",
        inert(letter.body.rstrip("\n")),
        "",
        "---",
        "",
        "| fact | comes from | as it stands |",
        "|---|---|---|",
    ]
    for name, fact in letter.slots.items():
        text = "; ".join(fact) if isinstance(fact, list) else fact or "(left out)"
        origin = template.slots[name].origin
        lines.append(f"| {inert(name)} | {origin} | {inert(text)} |")
    lines += ["", *(f"- {inert(finding.message)}" for finding in letter.findings)]
    return "\n".join(lines).rstrip("\n") + "\n"
