"""What a run says beside its result: single lines on stderr."""

from __future__ import annotations

import click

LONGEST_SAYING = 400


def say(sentence: str) -> None:
    """One line on stderr: no control characters, and not endless."""
    shown = "".join(
        char if char.isprintable() else repr(char)[1:-1] for char in sentence
    )
    if len(shown) > LONGEST_SAYING:
        shown = f"{shown[:LONGEST_SAYING]}…"
    click.echo(shown, err=True)
