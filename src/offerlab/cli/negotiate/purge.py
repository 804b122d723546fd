"""The command ``negotiate purge``: delete all that is kept of a negotiation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument
from offerlab.cli.options import running
from offerlab.cli.say import say
from offerlab.errors import OutputError
from offerlab.negotiate.folder import open_negotiation

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.option("--yes", is_flag=True, help="Do not ask.")
@running
def purge(run: Run, company: str, yes: bool) -> None:
    """Delete all that is kept of a negotiation.

    Its log, its offers, its stop line.

    \b
    Example:
      offerlab negotiate purge "Lumen Robotics"
    """
    found = open_negotiation(company, run.library)
    question = f"Delete all that is kept of {found.company}, for good?"
    if not yes and not click.confirm(question, err=True):
        raise OutputError(found.folder, "nothing was deleted")
    found.purge()
    say(f"{found.company}: deleted")
