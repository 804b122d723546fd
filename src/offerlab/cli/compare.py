"""The command ``compare``: offers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import reading, running, some_offers, writing
from offerlab.core.problem import has_errors
from offerlab.model.comparison import compare as compare_offers
from offerlab.views.compare import compare_view
from offerlab.views.view import View

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.ingest.price_level import PriceLevel

FEWEST, MOST = 2, 10


@click.command()
@some_offers
@reading
@writing
@running
def compare(run: Run) -> None:
    """Put offers side by side.

    Takes 2 to 10 offers, and ranks them by present value.

    \b
    Example:
      offerlab compare first.yaml second.yaml --set discount_rate=5%
    """
    offers = run.offers()
    if not FEWEST <= len(offers) <= MOST and not has_errors(run.problems):
        raise click.UsageError(
            f"compare takes {FEWEST} to {MOST} offers; these files hold {len(offers)}"
        )
    if not offers:  # every one has an error: those are what there is to say
        run.present(View({}))
        return
    comparison = compare_offers(offers[:MOST], run.benchmark(), run.assumptions)
    run.present(compare_view(comparison, run.assumptions, _levels(run, offers)))


def _levels(run: Run, offers: list[Offer]) -> dict[str, PriceLevel]:
    """Price levels of the places that are known, where they will be shown."""
    if not (run.verbose or run.format == "json"):
        return {}
    from offerlab.ingest.price_level import price_level

    found = {each.id: price_level(each.location, run.library) for each in offers}
    return {offer_id: level for offer_id, level in found.items() if level}
