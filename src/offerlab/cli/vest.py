"""The command ``vest``: every vest of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import reading, running, some_offers, writing
from offerlab.errors import InputError
from offerlab.ingest.catalogue import Catalogue
from offerlab.views.several import several_views
from offerlab.views.vest import vest_view
from offerlab.views.view import View

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.core.terms import VestingTerms


@click.command()
@some_offers
@click.option(
    "--to-ocf",
    is_flag=True,
    help="Print the vesting terms of the grants as Open Cap Format.",
)
@reading
@writing
@running
def vest(run: Run, to_ocf: bool) -> None:
    """Show every vest of an offer, dated, in whole shares.

    \b
    Example:
      offerlab vest offer.yaml
    """
    offers = run.offers()
    if not offers:
        run.present(View({"grants": []}))
    elif to_ocf:
        from offerlab.ocf import terms_file

        run.hand_out(terms_file([each for o in offers for each in _terms(run, o)]))
    else:
        catalogue = Catalogue(run.library)
        shown = [vest_view(o, run.assumptions, catalogue, run.today) for o in offers]
        run.present(several_views(shown))


def _terms(run: Run, offer: Offer) -> list[VestingTerms]:
    """Vesting terms of the stock grants, for any reader of Open Cap Format."""
    from offerlab.model.ocf_terms import exported_terms  # for it only

    found = exported_terms(offer)
    if not found:
        raise InputError(offer.file, "has no grant of stock with a vesting schedule")
    numbers = {number for number, _ in found}
    left_out = [g.field for g in offer.equity or () if g.number not in numbers]
    left_out += ["refreshers"] if offer.refreshers is not None else []
    if left_out:
        run.warn(offer, f"not among the vesting terms: {', '.join(left_out)}")
    return [terms for _, terms in found]
