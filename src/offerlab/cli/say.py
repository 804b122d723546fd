"""What a run says beside its result: single lines on stderr."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from offerlab.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_SAYING = 400
_LONG_WORD = re.compile(r"(\S{60})\S{20,}(\S{60})")


wipers: list[Callable[[], None]] = []
"""What removes a passing line from the terminal, where something wrote one."""


def wipe() -> None:
    """Remove passing lines, before something is written that stays."""
    for each in wipers:
        each()


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
    wipe()
    click.echo(shown, err=True)
