"""The command ``plot``: a picture of one or more offers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from offerlab.cli.options import reading, running, some_offers
from offerlab.cli.outfile import check_free, write_file
from offerlab.cli.run import say
from offerlab.core.problem import has_errors
from offerlab.errors import OutputError

if TYPE_CHECKING:
    from offerlab.cli.run import Run

KINDS = ("total",)
MOST = 10
FORMATS = ("png", "svg", "pdf")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
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
@reading
@running
def plot(run: Run, kind: str) -> None:
    """Draw a plot of one or more offers.

    KIND is 'total': four years of pay, stacked, offers side by side.

    \b
    Example:
      offerlab plot total first.yaml second.yaml -o total.png
    """
    assert run.output is not None
    suffix = run.output.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise OutputError(run.output, f"a plot is written as .{', .'.join(FORMATS)}")
    check_free(run.output, force=run.force)
    offers = run.offers()
    if has_errors(run.problems):
        run.finish({}, None)
        return
    if len(offers) > MOST:
        raise click.UsageError(f"a plot takes up to {MOST} offers, not {len(offers)}")
    from offerlab.model.comparison import compare
    from offerlab.plots.style import figure_bytes
    from offerlab.plots.total import plot_total

    comparison = compare(offers, run.benchmark(), run.assumptions)
    figure = plot_total(comparison, date.today())
    write_file(run.output, figure_bytes(figure, suffix), force=run.force)
    say(f"Wrote {run.output}")
    run.finish({}, None)
