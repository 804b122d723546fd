"""A letter as a Markdown page for its sender: what it stands on, then the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offerlab.letters.letter import Letter
    from offerlab.letters.template import Template

_ACTIVE = re.compile(r"[\\<\[|`]|&(?=#?\w+;)")


def letter_page(letter: Letter, template: Template) -> str:
    """Markdown page: purpose, the letter, its facts with their origin, what to mend.

    HTML, images, links and code in a fact are shown as they are written, and do
    nothing.
    """
    lines = [
        f"# {escaped(letter.subject)}",
        "",
        f"*{escaped(template.purpose)} {escaped(template.when)}"
        " Read it before you send it.*",
        "",
        "---",
        "",
        escaped(letter.body.rstrip("\n")),
        "",
        "---",
        "",
        "| fact | comes from | as it stands |",
        "|---|---|---|",
    ]
    for name, fact in letter.slots.items():
        text = "; ".join(fact) if isinstance(fact, list) else fact or "(left out)"
        origin = template.slots[name].origin
        lines.append(f"| {escaped(name)} | {origin} | {escaped(text)} |")
    lines += ["", *(f"- {escaped(finding.message)}" for finding in letter.findings)]
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    r"""Text as Markdown that shows it and does nothing.

    Examples
    --------
    >>> escaped('<img src=x> ![a](b) 3 < 4')
    '\\<img src=x> !\\[a](b) 3 \\< 4'
    """
    return _ACTIVE.sub(r"\\\g<0>", text)
