"""Tables for a terminal: 80 columns, in colour or in plain text."""

from __future__ import annotations

import sys
from io import StringIO
from textwrap import fill
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType
    from rich.table import Table

WIDTH = 80
YEARS_A_TABLE = 4


def make_table(title: str, header: Sequence[str], *, texts: int = 1) -> Table:
    """Empty table whose first `texts` columns are words and the others figures."""
    from rich import box  # imported here: only commands that print a table pay for it
    from rich.table import Table

    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for place, name in enumerate(header):
        if place < texts:
            table.add_column(name, overflow="fold")
        else:
            table.add_column(name, justify="right", no_wrap=True)
    return table


def year_chunks(years: int) -> list[range]:
    """Years in groups that fit one table beside their labels."""
    return [
        range(first, min(first + YEARS_A_TABLE, years))
        for first in range(0, years, YEARS_A_TABLE)
    ]


def print_tables(parts: Sequence[RenderableType]) -> None:
    """Print to the terminal, or to a pipe as plain text of 80 columns."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    if console.is_terminal:
        _print(console, parts)
    else:
        sys.stdout.write(render_tables(parts))
    sys.stdout.flush()


def render_tables(parts: Sequence[RenderableType]) -> str:
    """Plain text of 80 columns, for a file or a pipe."""
    from rich.console import Console

    text = StringIO()
    console = Console(
        file=text, width=WIDTH, highlight=False, markup=False, no_color=True
    )
    _print(console, parts)
    lines = (line.rstrip() for line in text.getvalue().splitlines())
    return "\n".join(lines).rstrip("\n") + "\n"


def _print(console: Console, parts: Sequence[RenderableType]) -> None:
    for part in parts:
        if isinstance(part, str):
            console.print(wrapped(part, console.width), soft_wrap=True)
        else:
            console.print(part)


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
