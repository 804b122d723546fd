"""The command ``negotiate offer``: keep a version of the offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.negotiate.options import company_argument, opened
from offerlab.cli.options import running, writing
from offerlab.core.problem import has_errors
from offerlab.negotiate.difference import differences
from offerlab.negotiate.difference_view import difference_text
from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.argument("offer_file", metavar="OFFER", shell_complete=complete.files)
@writing
@running
def offer(run: Run, company: str, offer_file: str) -> None:
    """Keep a version of the offer, which no later one replaces.

    What differs from the version before is shown. Whether it is verbal or in writing is
    what its 'basis' says.

    \b
    Example:
      offerlab negotiate offer "Lumen Robotics" offer.yaml
    """
    negotiation = opened(run, company)
    run.files = (offer_file,)
    found = run.one_offer()
    if found is None or has_errors(run.problems):
        run.present(View({"version": None}))
        return
    before = negotiation.state.versions
    medium = "verbal" if found.basis == "verbal" else "written"
    event = negotiation.add_offer(found, run.today, medium)
    version = event.get("version")
    changed = []
    if before:
        changed = differences(negotiation.offer(before, run.library), found)
    text = f"{negotiation.company}: version {version} kept ({medium})"
    parts = [Text(text), *difference_text(changed, before, version)]
    figures = {"company": negotiation.company, "version": version, "medium": medium,
               "differences": changed}  # fmt: skip
    run.present(View(figures, tuple(parts)))
