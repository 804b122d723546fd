"""A letter as a Markdown page for its sender: what it stands on, then the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offerlab.letters.letter import Letter
    from offerlab.letters.template import Template


def letter_page(letter: Letter, template: Template) -> str:
    """Markdown page: purpose, the letter, its facts with their origin, what to mend."""
    lines = [
        f"# {letter.subject}",
        "",
        f"*{template.purpose} {template.when} Read it before you send it.*",
        "",
        "---",
        "",
        letter.body.rstrip("\n"),
        "",
        "---",
        "",
        "| fact | comes from | as it stands |",
        "|---|---|---|",
    ]
    for name, fact in letter.slots.items():
        text = "; ".join(fact) if isinstance(fact, list) else fact or "(left out)"
        escaped = text.replace("|", "\\|")
        lines.append(f"| {name} | {template.slots[name].origin} | {escaped} |")
    lines += ["", *(f"- {finding.message}" for finding in letter.findings)]
    return "\n".join(lines).rstrip("\n") + "\n"
