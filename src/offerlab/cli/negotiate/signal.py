"""The command ``negotiate signal``: they said that they want to hire you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, logged, opened
from offerlab.cli.options import running, writing
from offerlab.negotiate.journal import Event

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.argument("words", metavar="WORDS")
@writing
@running
def signal(run: Run, company: str, words: str) -> None:
    """Log that they said they want to hire you, in their WORDS.

    "Things look good" is no such signal. Letters that ask for more wait for one.

    \b
    Example:
      offerlab negotiate signal "Lumen Robotics" "Dana called: the team said yes"
    """
    if not words.strip():
        raise click.UsageError("say in their words that they want to hire you")
    today = run.today
    logged(
        run,
        opened(run, company),
        lambda _state: Event("signal", today, words.strip()),
        "hire signal logged",
    )
