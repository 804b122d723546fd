"""What a run says beside its result: single lines on stderr."""

from __future__ import annotations

import click

from offerlab.core.visible import visible

LONGEST_SAYING = 400


def say(sentence: str) -> None:
    """One line on stderr: no control characters, and not endless."""
    shown = visible(sentence).replace("\n", "\\n")
    if len(shown) > LONGEST_SAYING:
        shown = f"{shown[:LONGEST_SAYING]}…"
    click.echo(shown, err=True)
