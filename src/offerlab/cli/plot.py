"""The command ``plot``: a picture of one or more offers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from offerlab.cli.choice import OneOf
from offerlab.cli.comps import Reading, reading_comps
from offerlab.cli.options import comps_files, reading, running, some_offers
from offerlab.cli.picture import load_matplotlib
from offerlab.cli.say import say
from offerlab.core.problem import has_errors
from offerlab.core.visible import visible
from offerlab.errors import InputError, OutputError
from offerlab.files import check_free, write_file
from offerlab.model.offer_ledger import build_ledger
from offerlab.views.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.figure import Figure

    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.ingest.comps import Comps
    from offerlab.market.evidence import Evidence
    from offerlab.model.comparison import Comparison

KINDS = ("total", "compare", "cumulative", "vesting", "market", "walkaway")
MOST = 10


@click.command()
@click.argument("kind", type=OneOf(KINDS))
@some_offers
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="Picture to write: .png, .svg or .pdf.",
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
@click.option("--alt", is_flag=True, help="Also print what the plot shows, in words.")
@comps_files
@reading_comps()
@reading
@running
def plot(
    run: Run, kind: str, comps: tuple[str, ...], reading: Reading, alt: bool
) -> None:
    """Draw a plot of one or more offers.

    KIND is total (four years stacked, offers side by side), compare (the gap between
    the best two, by component), cumulative (pay so far, month by month), vesting
    (steps of every grant), market (where each base falls in what others are paid) or
    walkaway (what leaving in each month keeps and loses).

    \b
    Example:
      offerlab plot total first.yaml second.yaml -o total.png
    """
    assert run.output is not None
    load_matplotlib(run.output)
    from offerlab.plots.style import FORMATS, figure_bytes

    suffix = run.output.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise OutputError(run.output, f"a plot is written as .{', .'.join(FORMATS)}")
    check_free(run.output, force=run.force)
    offers = run.offers()
    if has_errors(run.problems):
        run.present(View({}))
        return
    if len(offers) > MOST:
        raise click.UsageError(f"a plot takes up to {MOST} offers, not {len(offers)}")
    if kind == "compare" and len(offers) < 2:
        raise click.UsageError("the gap needs two offers; name another one")
    files = reading.read(run, comps)
    figure, words = _figure(run, kind, offers, files, reading)
    write_file(run.output, figure_bytes(figure, suffix, words), force=run.force)
    say(f"Wrote {run.output}")
    if alt:
        click.echo(visible(words))
    run.present(View({}))


def _in_one_currency(
    run: Run, offer: Offer, found: Sequence[Evidence], currency: str
) -> tuple[Offer, float, list[Evidence]]:
    """An offer with its base, and with what the sources say, in the plot's currency."""
    rate = run.assumptions.for_offer(offer.id).rate
    pay = offer.base_salary * rate(offer.currency, currency)
    bases = [each for each in found if each.measure == "base"]
    return (
        offer,
        pay,
        [each.times(rate(each.currency, currency), currency) for each in bases],
    )


def _figure(
    run: Run, kind: str, offers: list[Offer], comps: list[Comps], said: Reading
) -> tuple[Figure, str]:
    """Figure of a kind, and its words; its module is imported only now."""
    if kind == "vesting":
        return _vesting(run, offers)
    if kind == "market":
        return _market(run, offers, comps, said)
    from offerlab.model.comparison import compare

    comparison = compare(offers, run.benchmark(), run.assumptions)
    return _COMPARED[kind](run, comparison)


def _vesting(run: Run, offers: list[Offer]) -> tuple[Figure, str]:
    from offerlab.plots.alt import vesting_alt
    from offerlab.plots.vesting import plot_vesting

    if not any(grant.vesting for offer in offers for grant in offer.equity or ()):
        raise InputError(run.files[0], "has no grant with a vesting schedule")
    return plot_vesting(offers, run.today), vesting_alt(offers)


def _market(
    run: Run, offers: list[Offer], comps: list[Comps], said: Reading
) -> tuple[Figure, str]:
    from offerlab.plots.alt import market_alt
    from offerlab.plots.market import plot_market

    terms = said.terms(run)
    own = {offer.currency for offer in offers}
    currency = own.pop() if len(own) == 1 else "USD"
    placed = [
        _in_one_currency(run, offer, run.evidence(offer, comps, terms), currency)
        for offer in offers
    ]
    return plot_market(placed, run.today, currency), market_alt(placed)


def _total(run: Run, comparison: Comparison) -> tuple[Figure, str]:
    from offerlab.plots.alt import total_alt
    from offerlab.plots.total import plot_total

    return plot_total(comparison, run.today), total_alt(comparison)


def _compare(run: Run, comparison: Comparison) -> tuple[Figure, str]:
    from offerlab.plots.alt import compare_alt
    from offerlab.plots.compare import plot_compare

    return plot_compare(comparison, run.today), compare_alt(comparison)


def _cumulative(run: Run, comparison: Comparison) -> tuple[Figure, str]:
    from offerlab.plots.alt import cumulative_alt
    from offerlab.plots.cumulative import plot_cumulative

    ledgers = [
        (each.offer.id, build_ledger(each.offer, run.assumptions), each.rate)
        for each in comparison.offers
    ]
    return (
        plot_cumulative(ledgers, comparison.currency, run.today),
        cumulative_alt(comparison),
    )


def _walkaway(run: Run, comparison: Comparison) -> tuple[Figure, str]:
    from offerlab.model.walkaway import walkaway
    from offerlab.plots.alt import walkaway_alt
    from offerlab.plots.walkaway import plot_walkaway

    leavings = [
        (each.offer.id, walkaway(each.offer, run.assumptions), each.rate)
        for each in comparison.offers
    ]
    return (
        plot_walkaway(leavings, comparison.currency, run.today),
        walkaway_alt(leavings, comparison.currency),
    )


_COMPARED: dict[str, Callable[[Run, Comparison], tuple[Figure, str]]] = {
    "total": _total,
    "compare": _compare,
    "cumulative": _cumulative,
    "walkaway": _walkaway,
}
"""What draws a comparison, by kind."""
