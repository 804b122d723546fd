"""The command ``market place``: what living costs in a place, and what work is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import market_data_option, parsed, running, writing
from offerlab.errors import MarketDataError
from offerlab.ingest.amount import parse_amount
from offerlab.ingest.roles import read_roles
from offerlab.market.place import compare_places
from offerlab.views.place import place_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.argument("places", metavar="PLACE...", nargs=-1, required=True)
@click.option(
    "--pay",
    metavar="AMOUNT",
    callback=parsed(parse_amount),
    help="A yearly pay in the first place: what buys the same in the others.",
)
@click.option(
    "--role",
    metavar="TITLE",
    default="Software Engineer",
    show_default=True,
    help="Whose wages are set side by side.",
)
@market_data_option
@writing
@running
def place(run: Run, places: tuple[str, ...], pay: float | None, role: str) -> None:
    """Show what living costs in a place, and what work is paid there.

    A PLACE is City, ST, in the United States. Prices are regional price parities of
    the Bureau of Economic Analysis; a file price_parities.csv of your own in
    --market-data comes before them.

    \b
    Example:
      offerlab market place "Seattle, WA" "Austin, TX" --pay 150k
    """
    run.check_output()
    roles = read_roles(run.library)
    found = roles.find(role)
    if found is None:
        raise MarketDataError(f"the role '{role}' is not known here")
    shown = compare_places(places, found.soc, pay, run.library)
    occupation = roles.occupations.get(found.soc, found.soc)
    run.present(place_view(shown, occupation, pay))
