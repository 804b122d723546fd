"""The command ``check``: is the file right, what is missing, which benchmarks miss."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from offerlab.cli.comps import Reading, reading_comps
from offerlab.cli.options import (
    comps_files,
    reading,
    running,
    some_offers,
    writing,
)
from offerlab.ingest.catalogue import Catalogue
from offerlab.model.catalogue_note import offer_notes
from offerlab.model.question import questions
from offerlab.model.verdict import assess
from offerlab.views.check import Checked, check_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@some_offers
@click.option("--strict", is_flag=True, help="Exit with 1 if a benchmark is missed.")
@click.option("--no-market", is_flag=True, help="Leave the shipped market data out.")
@comps_files
@reading_comps()
@reading
@writing
@running
def check(
    run: Run,
    strict: bool,
    no_market: bool,
    comps: tuple[str, ...],
    reading: Reading,
) -> None:
    """Check offer files: faults, open questions, missed benchmarks.

    \b
    Example:
      offerlab check first.yaml second.yaml
    """
    offers = run.offers()
    benchmark, catalogue = run.benchmark(), Catalogue(run.library)
    files = reading.read(run, comps)
    terms = reading.terms(run)
    for offer in offers:
        if offer.deadline is not None and offer.deadline.date < run.today:
            run.warn(offer, f"the deadline of {offer.deadline.date} is over")
    checked = [
        Checked(
            offer,
            assess(offer, benchmark, run.assumptions),
            questions(offer),
            run.evidence(offer, files, terms, shipped=not no_market),
            offer_notes(offer, offer.equity or (), catalogue, run.today),
        )
        for offer in offers
    ]
    run.present(check_view(checked, files))
    if strict and any(each.assessment.flags for each in checked):
        sys.exit(1)
