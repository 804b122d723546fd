"""What a run says beside its result: single lines on stderr."""

from __future__ import annotations

import re

import click

from offerlab.core.visible import visible

LONGEST_SAYING = 400
_LONG_WORD = re.compile(r"(\S{60})\S{20,}(\S{60})")


def say(sentence: str) -> None:
    """One line on stderr: no control characters, and not endless.

    In a sentence that is too long, a long word (most often a path) loses its middle:
    what comes after it, the reason, is what the reader needs.
    """
    shown = visible(sentence).replace("\n", "\\n")
    if len(shown) > LONGEST_SAYING:
        shown = _LONG_WORD.sub(r"\1…\2", shown)
    if len(shown) > LONGEST_SAYING:
        shown = f"{shown[:LONGEST_SAYING]}…"
    click.echo(shown, err=True)
