"""The command ``negotiate reply``: what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.choice import OneOf
from offerlab.cli.negotiate.options import company_argument, logged, opened
from offerlab.cli.options import running, writing
from offerlab.negotiate.journal import Event
from offerlab.negotiate.state import OUTCOMES

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.argument("outcome", type=OneOf(OUTCOMES))
@click.argument("words", metavar="[WORDS]", default="")
@writing
@running
def reply(run: Run, company: str, outcome: str, words: str) -> None:
    """Log what they answered, in their WORDS.

    After 'full' nothing more is asked: only accept, recap, differs, decline and
    withdraw may follow.

    \b
    Example:
      offerlab negotiate reply "Lumen Robotics" partial "145k, and they looked again"
    """
    today = run.today
    logged(
        run,
        opened(run, company),
        lambda _state: Event("reply", today, words.strip(), {"outcome": outcome}),
        f"reply '{outcome}' logged; see: offerlab negotiate next",
    )
