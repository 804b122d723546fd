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
    from offerlab.ingest.comps.comp import Comps
    from offerlab.model.verdict import Assessment


@click.command()
@some_offers
@click.option("--strict", is_flag=True, help="Exit with 1 if a benchmark is missed.")
@click.option("--no-market", is_flag=True, help="Leave the shipped market data out.")
@comps_files
@reading_comps(measure=True)
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
    files = _read(run, comps, reading)
    terms = reading.terms(run)
    for offer in offers:
        if offer.deadline is not None and offer.deadline.date < run.today:
            run.warn(offer, f"the deadline of {offer.deadline.date} is over")
    checked = []
    for offer in offers:
        assessment = assess(offer, benchmark, run.assumptions)
        given = {"shipped": not no_market, "percent": _percent(assessment)}
        checked.append(
            Checked(
                offer,
                assessment,
                questions(offer),
                run.evidence(offer, files, terms, **given),
                offer_notes(offer, offer.equity or (), catalogue, run.today),
            )
        )
    run.present(check_view(checked, files))
    if strict and any(each.assessment.flags for each in checked):
        sys.exit(1)


def _read(run: Run, paths: tuple[str, ...], reading: Reading) -> list[Comps]:
    """Comps of the measure that is asked for, and the percents beside their base."""
    files = reading.read(run, paths)
    beside = [
        path
        for path, each in zip(paths, files, strict=True)
        if each.measure == "base" and "equity_percent" in each.measures
    ]
    if reading.measure is None:
        files += reading.read(run, beside, "equity_percent")
    return files


def _percent(assessment: Assessment) -> float | None:
    """Part of the company, where its market compares percents and not dollars."""
    equity = assessment.equity_percent
    if equity.value is None or equity.unit_in_market != "percent":
        return None
    return float(equity.value)
