"""The command ``explain``: a figure taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.ingest.catalogue import Catalogue
from offerlab.model.catalogue_note import offer_notes
from offerlab.model.explanation import explain as explain_figure
from offerlab.model.explanation import list_figures
from offerlab.views.explain import explain_view, figures_view
from offerlab.views.view import View

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@one_offer
@click.argument("figure", required=False, shell_complete=complete.figures)
@reading
@writing
@running
def explain(run: Run, figure: str | None) -> None:
    """Explain a figure: formula, inputs, lines.

    FIGURE is its path in the JSON of show, compare or walkaway: total,
    present_value, headlines.year_one, years[0].components.equity,
    illiquid.notional, walkaway[12].net, expected.forfeited. The last word alone does
    where it names one figure. Without FIGURE: the figures with their values.

    \b
    Example:
      offerlab explain offer.yaml
      offerlab explain offer.yaml year_one
    """
    offer = run.one_offer()
    if offer is None:
        run.present(View({}))
        return
    if figure is None:
        run.present(figures_view(offer, list_figures(offer, run.assumptions)))
        return
    found = explain_figure(offer, run.assumptions, figure)
    numbers = {line.grant for line, _ in found.lines}
    grants = [grant for grant in offer.equity or () if grant.number in numbers]
    notes = offer_notes(offer, grants, Catalogue(run.library), run.today)
    run.present(explain_view(offer, found, notes))
