"""The command ``market percentile``: percentiles of pay, and the rank of a value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli import complete
from offerlab.cli.comps import Reading, reading_comps
from offerlab.cli.options import parsed, reading_assumptions, running, writing
from offerlab.cli.progress import PROGRESS
from offerlab.errors import MarketDataError
from offerlab.ingest.amount import parse_amount
from offerlab.market.answer import PERCENTS
from offerlab.market.files import Question, ask_files
from offerlab.market.lookup import ask_shipped
from offerlab.market.selection import FILTERS
from offerlab.views.percentile import percentile_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.market.lookup import Found

_FILTER_HELP = {"soc": "Only this SOC code.", "year": "Only this year."}


def _percents(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(re.fullmatch(r"[1-9][0-9]?", part) for part in parts):
        raise ValueError(f"'{text}': write percents from 1 to 99, as 25,50,75")
    return tuple(dict.fromkeys(int(part) for part in parts))


def _value(text: str) -> float:
    """An amount; a percent of a company by its number: 0.25% is 0.25."""
    return parse_amount(text.strip().removesuffix("%"))


def _years(text: str) -> float:
    years = parse_amount(text)
    if not 0 < years <= 100:
        raise ValueError(f"'{text}': write a number of years over 0, such as 2")
    return years


def _filters(command: Any) -> Any:
    for name in reversed(FILTERS):
        words = _FILTER_HELP.get(name, f"Only this {name}.")
        known = complete.roles if name == "role" else None
        command = click.option(
            f"--{name}", metavar="TEXT", shell_complete=known, help=words
        )(command)
    return command


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, shell_complete=complete.files)
@_filters
@click.option(
    "--percentiles",
    "percents",
    default=",".join(map(str, PERCENTS)),
    callback=parsed(_percents),
    help="Which percentiles, such as 25,50,75.",
)
@click.option(
    "--value",
    metavar="AMOUNT",
    callback=parsed(_value),
    help="Also show where this yearly pay, or percent, ranks.",
)
@click.option(
    "--half-life",
    metavar="YEARS",
    callback=parsed(_years),
    help="Count newer rows more: half as much for each so many years.",
)
@click.option("--blend", is_flag=True, help="Pool the rows of several files.")
@reading_comps(measure=True)
@reading_assumptions
@writing
@running
def percentile(
    run: Run,
    percents: tuple[int, ...],
    value: float | None,
    half_life: float | None,
    blend: bool,
    reading: Reading,
    **filters: str | None,
) -> None:
    """Show percentiles of pay, and where a value ranks.

    Without FILE it asks what 'market import' has kept, where that answers, else the
    shipped data: wages by occupation and place, for the United States. A FILE is your
    own: CSV, xlsx, Parquet or JSON, one pay a row or one group of percentiles a row.

    \b
    Example:
      offerlab market percentile --role "ML engineer" --city "Seattle, WA"
        --value 150k
    """
    given = {name: text for name, text in filters.items() if text}
    question = Question(given, percents, value, reading.terms(run), half_life, blend)
    if run.files:
        found = ask_files(reading.read(run, run.files), question)
    else:
        run.check_output()
        found = _ask_at_hand(run, question, reading)
    run.present(percentile_view(given, found, value))


def _ask_at_hand(run: Run, question: Question, reading: Reading) -> Found:
    """Ask what is kept, where it answers; else what ships."""
    from offerlab.market.kept import ask_kept  # only without a file

    found, why = ask_kept(
        question, reading.measure or "", run.library, PROGRESS.counting
    )
    if found is not None:
        return found
    if reading.measure not in (None, "base"):
        raise MarketDataError(
            f"give a FILE of your own: the data that ship have no {reading.measure}"
        )
    shipped = ask_shipped(
        question.filters, question.percents, question.value, run.library
    )
    return replace(shipped, notes=[*shipped.notes, *why])
