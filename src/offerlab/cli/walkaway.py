"""The command ``walkaway``: what leaving at the end of each month leaves you with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import reading, running, some_offers, writing
from offerlab.views.walkaway import walkaway_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@some_offers
@click.option(
    "--month", type=click.IntRange(min=0), metavar="N", help="Show one month only."
)
@click.option("--all", "every", is_flag=True, help="Show every month.")
@reading
@writing
@running
def walkaway(run: Run, month: int | None, every: bool) -> None:
    """Show what you keep, owe and lose by leaving in a month.

    Prints the months in which something changes: anniversaries, the first vest,
    one-off payments and the end of what is owed back. JSON always has every month.
    With a chance to leave in a year (--set leaving_rate=15%) it adds what that makes
    of the offer on average.

    \b
    Example:
      offerlab walkaway offer.yaml --month 18
      offerlab walkaway offer.yaml --set leaving_rate=15%
    """
    run.present(walkaway_view(run.offers(), run.assumptions, month=month, every=every))
