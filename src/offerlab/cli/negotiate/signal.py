"""The command ``negotiate signal``: they said that they want to hire you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, logged, opened
from offerlab.cli.options import running, writing
from offerlab.errors import AskError
from offerlab.negotiate.journal import Event
from offerlab.negotiate.state import is_vague

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.argument("words", metavar="WORDS")
@writing
@running
def signal(run: Run, company: str, words: str) -> None:
    """Log that they said they want to hire you, in their WORDS.

    "Things look good" is not such a signal. Letters that ask for more wait for one.

    \b
    Example:
      offerlab negotiate signal "Lumen Robotics" "Dana called: the team said yes"
    """
    if not words.strip():
        raise click.UsageError("say in their words that they want to hire you")
    if is_vague(words):
        raise AskError(
            f"'{words.strip()}' is not a yes yet: log the words in which they said that"
            " they want to hire you, such as 'the team said yes'"
        )
    today = run.today
    logged(
        run,
        opened(run, company),
        lambda _state: Event("signal", today, words.strip()),
        "hire signal logged",
    )
