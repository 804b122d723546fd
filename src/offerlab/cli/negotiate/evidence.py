"""The command ``negotiate evidence``: what an ask may lean on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.plan import evidence_options, situation_of
from offerlab.cli.options import reading, running, some_offers, writing
from offerlab.core.problem import has_errors
from offerlab.negotiate.evidence_view import evidence_view
from offerlab.views.view import View

if TYPE_CHECKING:
    from offerlab.cli.negotiate.plan import Evidence
    from offerlab.cli.run import Run


@click.command()
@some_offers
@evidence_options
@reading
@writing
@running
def evidence(run: Run, given: Evidence) -> None:
    """Show what an ask may lean on, and what was left out and why.

    The posted range, the company's own range for the level, your comps of the same
    role, level and place, and the higher offers that you hold.

    \b
    Example:
      offerlab negotiate evidence offer.yaml rival.yaml --posted-range 140k-160k
    """
    offers = run.offers()
    if not offers or has_errors(run.problems):
        run.present(View({"evidence": []}))
        return
    run.present(evidence_view(situation_of(run, offers, given)))
