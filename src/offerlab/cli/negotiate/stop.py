"""The command ``negotiate stop``: keep the line below which you walk away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, opened
from offerlab.cli.options import running
from offerlab.cli.say import say

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@running
def stop(run: Run, company: str) -> None:
    """Keep the line below which you walk away, for your own eyes.

    It is asked for, so that no history of the shell keeps it. No letter, no file and no
    other command shows it; 'negotiate call --stop-line' does, on your terminal.

    \b
    Example:
      offerlab negotiate stop "Lumen Robotics"
    """
    negotiation = opened(run, company)
    if sys.stdin.isatty():
        words = click.prompt("Your stop line", hide_input=True, err=True)
    else:
        words = sys.stdin.readline(1000)
    if not str(words).strip():
        raise click.UsageError("say the line below which you walk away")
    negotiation.keep_stop_line(str(words).strip())
    say(f"{negotiation.company}: kept, readable by you only")
