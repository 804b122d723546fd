"""The command ``show``: what one offer pays, by year and component."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.views.show import show_view
from offerlab.views.view import View

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@one_offer
@reading
@writing
@running
def show(run: Run) -> None:
    """Show what one offer pays in each year.

    \b
    Example:
      offerlab show offer.yaml --set raise_rate=3%
    """
    offer = run.one_offer()
    run.present(View({}) if offer is None else show_view(offer, run.assumptions))
