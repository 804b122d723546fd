"""The command ``negotiate stage``: where a negotiation is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, opened
from offerlab.cli.options import running, writing
from offerlab.negotiate.stage_view import stage_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@writing
@running
def stage(run: Run, company: str) -> None:
    """Show where a negotiation is: its stage, last ask, answer and promises.

    \b
    Example:
      offerlab negotiate stage "Lumen Robotics"
    """
    negotiation = opened(run, company)
    run.present(stage_view(negotiation.company, negotiation.state))
