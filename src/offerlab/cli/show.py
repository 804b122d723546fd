"""The command ``show``: what one offer pays, by year and component."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import reading, running, some_offers, writing
from offerlab.views.show import show_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@some_offers
@reading
@writing
@running
def show(run: Run) -> None:
    """Show what an offer pays in each year.

    \b
    Example:
      offerlab show offer.yaml --set raise_rate=3%
    """
    run.present(show_view(run.offers(), run.assumptions))
