"""Views on a terminal, in its width and color, or as plain text for a pipe."""

from __future__ import annotations

import os
import sys
from io import StringIO
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from offerlab.cli.layout import lay_out
from offerlab.views.cell import cell_words
from offerlab.views.view import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich import table as rich_table
    from rich.console import Console

    from offerlab.cli.layout import Piece
    from offerlab.views.view import Part, View

WIDTH = 80
"""Columns of a page where nothing says otherwise."""

NARROWEST = 20


class Page(NamedTuple):
    """How a view is to be printed.

    Attributes
    ----------
    verbose : bool
        All notes, tables and assumptions; else one line for many.
    plain : bool
        One line a row with the heading beside each figure, for a screen reader.
    """

    verbose: bool = False
    plain: bool = False

    @property
    def reads_aloud(self) -> bool:
        """Whether to write without any drawing."""
        return self.plain or os.environ.get("TERM") == "dumb"


def page_width() -> int:
    """Columns of ``COLUMNS`` where it is set, as in a pipe, else 80."""
    columns = os.environ.get("COLUMNS", "")
    return max(NARROWEST, int(columns)) if columns.isdecimal() else WIDTH


def print_view(view: View, page: Page) -> None:
    """Print to the terminal, or to a pipe as plain text."""
    from rich.console import Console  # only what prints a table pays for it

    # NO_COLOR asks for no codes at all, and rich would still write bold ones.
    console = Console(
        highlight=False,
        markup=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )
    if console.is_terminal and not page.reads_aloud:
        _print(console, view.shown(verbose=page.verbose))
    else:
        sys.stdout.write(render_view(view, page))
    sys.stdout.flush()


def render_view(view: View, page: Page) -> str:
    """Plain text, for a file or a pipe."""
    from rich.console import Console

    parts, width = view.shown(verbose=page.verbose), page_width()
    if page.reads_aloud:
        return "\n\n".join(_aloud(part, width) for part in parts) + "\n"
    text = StringIO()
    console = Console(
        file=text, width=width, highlight=False, markup=False, no_color=True
    )
    _print(console, parts)
    lines = (line.rstrip() for line in text.getvalue().splitlines())
    return "\n".join(lines).rstrip("\n") + "\n"


def _print(console: Console, parts: Sequence[Part]) -> None:
    for part in parts:
        if not isinstance(part, Table):
            console.print(wrapped(part.words, console.width) + "\n", soft_wrap=True)
            continue
        pieces = lay_out(part, console.width)
        if not pieces:
            console.print(_aloud(part, console.width) + "\n", soft_wrap=True)
        for piece in pieces:
            title = wrapped(part.heading(piece.unit), console.width)
            console.print(title, style="bold", soft_wrap=True)
            console.print(_rich_table(part, piece))
            console.print()


def _rich_table(table: Table, piece: Piece) -> rich_table.Table:
    from rich import box
    from rich.table import Table as RichTable

    shown = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for place, heading in zip(piece.places, piece.headings, strict=True):
        column = table.columns[place]
        shown.add_column(
            heading,
            justify="left" if column.words else "right",
            vertical="top",
            overflow="fold",
            no_wrap=column.whole or not column.words,
        )
    before = None
    for row in table.rows:
        cells = [cell_words(row.cells[place], piece.unit) for place in piece.places]
        kind = (row.total, row.apart)
        if any(kind) and kind != before:
            shown.add_section()
        before = kind
        shown.add_row(*cells, style="bold" if row.total else "")
    return shown


def _aloud(part: Part, width: int) -> str:
    """A part without any drawing: a row is one line, each figure after its heading."""
    if isinstance(part, Table):
        unit = part.unit
        lines = [part.heading(unit), *(f"  {line}" for line in _spoken(part, unit))]
        return wrapped("\n".join(lines), width)
    return wrapped(part.words, width)


def _spoken(table: Table, unit: int) -> Iterator[str]:
    before = ""
    for row in table.rows:
        texts = [cell_words(cell, unit) for cell in row.cells]
        # A name that is printed once, above its other rows, is said with each.
        texts[0] = before = texts[0] or before
        pairs = zip(table.columns[1:], texts[1:], strict=True)
        said = [f"{column.name} {text}".strip() for column, text in pairs if text]
        first = f"{table.columns[0].name} {texts[0]}".strip()
        yield f"{first}: {'; '.join(said)}"


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
