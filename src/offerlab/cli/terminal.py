"""Views on a terminal, in its width and color, or as plain text for a pipe."""

from __future__ import annotations

import sys
from io import StringIO
from textwrap import fill
from typing import TYPE_CHECKING

from offerlab.views.cell import cell_words
from offerlab.views.view import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich import table as rich_table
    from rich.console import Console

    from offerlab.views.view import Column, Part, View

WIDTH = 80
SERIES_A_TABLE = 4
"""Columns of a series that fit one table beside their labels."""


def print_view(view: View) -> None:
    """Print to the terminal, or to a pipe as plain text of 80 columns."""
    from rich.console import Console  # only what prints a table pays for it

    console = Console(highlight=False, markup=False)
    if console.is_terminal:
        _print(console, view.parts)
    else:
        sys.stdout.write(render_view(view))
    sys.stdout.flush()


def render_view(view: View) -> str:
    """Plain text of 80 columns, for a file or a pipe."""
    from rich.console import Console

    text = StringIO()
    console = Console(
        file=text, width=WIDTH, highlight=False, markup=False, no_color=True
    )
    _print(console, view.parts)
    lines = (line.rstrip() for line in text.getvalue().splitlines())
    return "\n".join(lines).rstrip("\n") + "\n"


def _print(console: Console, parts: Sequence[Part]) -> None:
    for part in parts:
        if isinstance(part, Table):
            for columns in _pieces(part):
                console.print(_rich_table(part, columns))
        else:
            console.print(wrapped(part.words, console.width) + "\n", soft_wrap=True)


def _pieces(table: Table) -> Iterator[list[int]]:
    """Places of the columns of each table that is printed for this one.

    A long series is cut into groups; the columns after it come with the last.
    """
    places = range(len(table.columns))
    series = [place for place in places if table.columns[place].series]
    if not series:
        yield list(places)
        return
    before, after = places[: series[0]], places[series[-1] + 1 :]
    for first in range(0, len(series), SERIES_A_TABLE):
        group = series[first : first + SERIES_A_TABLE]
        yield [*before, *group, *(after if group[-1] == series[-1] else ())]


def _rich_table(table: Table, places: Sequence[int]) -> rich_table.Table:
    from rich import box
    from rich.table import Table as RichTable

    shown = RichTable(
        title=table.title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for place in places:
        _add_column(shown, table.columns[place])
    for row in table.rows:
        cells = [cell_words(row.cells[place], table.unit) for place in places]
        if row.total:
            shown.add_section()
        shown.add_row(*cells, style="bold" if row.total else "")
    return shown


def _add_column(shown: rich_table.Table, column: Column) -> None:
    if column.words:
        shown.add_column(column.name, overflow="fold", no_wrap=column.whole)
    else:
        shown.add_column(column.name, justify="right", no_wrap=True)


def wrapped(text: str, width: int = WIDTH) -> str:
    """Lines folded between words; an address longer than a line stays whole."""
    return "\n".join(
        fill(
            line,
            width,
            subsequent_indent="  " + " " * (len(line) - len(line.lstrip())),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.split("\n")
    )
