"""The command ``market percentile``: percentiles of pay, and the rank of a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import market_data_option, parsed, running, writing
from offerlab.ingest.amount import parse_amount, parse_whole
from offerlab.ingest.comps import read_comps
from offerlab.market.lookup import Found, ask_files, ask_shipped
from offerlab.market.query import PERCENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run

FILTERS = ("role", "level", "city", "metro", "state", "employer", "year", "soc")


def _percents(text: str) -> tuple[int, ...]:
    try:
        percents = tuple(parse_whole(part.strip()) for part in text.split(","))
    except ValueError:
        percents = ()
    if not percents or not all(0 < percent < 100 for percent in percents):
        raise ValueError(f"'{text}': write percents from 1 to 99, as 25,50,75")
    return percents


def _filters(command: Any) -> Any:
    for name in reversed(FILTERS):
        command = click.option(f"--{name}", metavar="TEXT", help=f"Only this {name}.")(
            command
        )
    return command


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1)
@_filters
@click.option(
    "--percentiles",
    "percents",
    default=",".join(map(str, PERCENTS)),
    callback=parsed(_percents),
    help="Which ones, as 25,50,75.",
)
@click.option("--value", callback=parsed(parse_amount), help="Its rank is told too.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=HEADER",
    help="Which column of FILE is which field. Repeatable.",
)
@click.option("--blend", is_flag=True, help="Pool the rows of several files.")
@market_data_option
@writing
@running
def percentile(
    run: Run,
    percents: tuple[int, ...],
    value: float | None,
    mapping: tuple[str, ...],
    blend: bool,
    **filters: str | None,
) -> None:
    """Tell percentiles of pay, and where a value stands.

    Without FILE the data that ship answer: wages by occupation and place. A FILE is
    your own CSV, one pay a row (base_salary, role, location, ...) or one group a row
    (p25, p50, p75, ...).

    \b
    Example:
      offerlab market percentile --role "ML engineer" --city "Seattle, WA"
        --value 150k
    """
    given = {name: text for name, text in filters.items() if text}
    if run.files:
        files = [read_comps(path, mapping) for path in run.files]
        found = ask_files(files, given, percents, value, blend=blend)
    else:
        found = ask_shipped(given, percents, value, run.library)
    run.finish(_as_json(given, found), lambda: _tables(found, value))


def _as_json(given: dict[str, str], found: Found) -> dict[str, Any]:
    answer, grid = found.answer, found.answer.grid
    interval = answer.interval
    return {
        "filters": given,
        "count": answer.count,
        "sources": [found.source],
        "as_of": found.as_of,
        "about": found.about,
        "rung": grid.rung if grid else None,
        "area": grid.area if grid else None,
        "employment": grid.employment if grid else None,
        "sample_size": grid.count if grid else answer.count,
        "percentiles": {str(k): v for k, v in answer.percentiles.items()},
        "interval": interval and {str(k): list(v) for k, v in interval.items()},
        "sufficient": answer.sufficient,
        "rank": None
        if answer.rank is None
        else {
            "percent": answer.rank.percent,
            "between": list(answer.rank.between),
            "interval": answer.rank.interval and list(answer.rank.interval),
            "words": answer.rank.words,
        },
        "beside": None
        if found.beside is None or found.beside.grid is None
        else {
            "group": found.beside.grid.group,
            "area": found.beside.grid.area,
            "percentiles": {str(k): v for k, v in found.beside.percentiles.items()},
        },
        "columns": {c.file: dict(c.columns) for c in found.comps},
        "dropped": [
            {"reason": reason, "rows": len(lines), "example": lines[0]}
            for comps in found.comps
            for reason, lines in comps.dropped.items()
        ],
        "notes": found.notes,
    }


def _tables(found: Found, value: float | None) -> Sequence[RenderableType]:
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_whole

    table = make_table(
        f"{found.about} ({found.source}, {found.as_of})",
        ("", *(f"P{percent}" for percent in found.answer.percentiles)),
    )
    table.add_row("USD a year", *map(_pay, found.answer.percentiles.values()))
    if found.answer.interval:
        bounds = found.answer.interval.values()
        table.add_row("95% from", *(_pay(low) for low, _ in bounds))
        table.add_row("95% to", *(_pay(high) for _, high in bounds))
    if found.beside is not None and found.beside.grid is not None:
        pays = map(_pay, found.beside.percentiles.values())
        table.add_row(f"beside: {found.beside.grid.group}", *pays)
    lines = []
    if found.answer.rank is not None and value is not None:
        lines.append(f"{format_whole(value)} is {found.answer.rank.words}.")
    grid = found.answer.grid
    if grid is not None and grid.employment is not None:
        lines.append(f"Employment estimate {grid.employment:,}; rung: {grid.rung}.")
    size = grid.count if grid else found.answer.count
    if size is not None:
        lines.append(f"n = {size:,}.")
    lines += [f"Note: {note}" for note in found.notes]
    return [table, "\n".join(lines) + "\n"]


def _pay(pay: float | None) -> str:
    from offerlab.core.money import format_whole

    return "unknown" if pay is None else format_whole(pay)
