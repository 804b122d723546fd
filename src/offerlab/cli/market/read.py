"""The command ``market read``: what a file of comps is, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.comps import Reading, reading_comps
from offerlab.cli.options import market_data_option, running, writing
from offerlab.views.comps import comps_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, shell_complete=complete.files
)
@reading_comps(measure=True)
@market_data_option
@writing
@running
def read(run: Run, reading: Reading) -> None:
    """Say what files of comps are, and what was left out and why.

    \b
    Example:
      offerlab market read salaries.csv
    """
    run.present(comps_view(reading.read(run, run.files)))
