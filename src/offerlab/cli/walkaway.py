"""The command ``walkaway``: what leaving at the end of each month leaves you with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.views.view import View
from offerlab.views.walkaway import walkaway_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@one_offer
@reading
@writing
@running
def walkaway(run: Run) -> None:
    """Show what you keep, owe and lose by leaving in a month.

    With a chance to leave in a year (--set leaving_rate=15%) it adds what that makes
    of the offer on average.

    \b
    Example:
      offerlab walkaway offer.yaml --set leaving_rate=15%
    """
    offer = run.one_offer()
    if offer is None:
        run.present(View({"months": []}))
    else:
        run.present(walkaway_view(offer, run.assumptions))
