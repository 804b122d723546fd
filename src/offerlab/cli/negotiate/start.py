"""The command ``negotiate start``: begin the memory of a negotiation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument
from offerlab.cli.options import running, writing
from offerlab.negotiate.folder import start as begin
from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.option("--role", metavar="TEXT", default="", help="The job's title.")
@writing
@running
def start(run: Run, company: str, role: str) -> None:
    """Begin the memory of a negotiation with a company.

    \b
    Example:
      offerlab negotiate start "Lumen Robotics" --role "Machine Learning Engineer"
    """
    found = begin(company, role, run.today, run.library)
    figures = {"company": found.company, "stage": found.state.stage}
    run.present(View(figures, (Text(f"{found.company}: begun"),)))
