"""Views as text for other programs: CSV of one table, Markdown of all parts."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from offerlab.core.visible import inert
from offerlab.views.cell import cell_value, cell_words
from offerlab.views.jsonable import plain
from offerlab.views.view import Table

if TYPE_CHECKING:
    from offerlab.views.view import View


def to_csv(table: Table) -> str:
    """CSV of a table: bare numbers in whole units, unknown as an empty cell."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(_csv_cell(plain(cell_value(cell))) for cell in row.cells)
    return text.getvalue()


def _csv_cell(value: Any) -> Any:
    """Text that a spreadsheet does not take for a formula."""
    is_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@"))
    return f"'{value}" if is_formula else value


def to_markdown(view: View, *, verbose: bool = False) -> str:
    """Markdown of a view: its tables and texts in their order."""
    parts = (
        _markdown_table(part) if isinstance(part, Table) else _markdown_text(part.words)
        for part in view.shown(verbose=verbose)
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _markdown_table(table: Table) -> str:
    header = [column.name for column in table.columns]
    ruler = ["---" if column.words else "---:" for column in table.columns]
    lines = [f"**{inert(table.heading(table.unit))}**", "", _line(header), _line(ruler)]
    for row in table.rows:
        cells = [cell_words(cell, table.unit) for cell in row.cells]
        lines.append(_line([f"**{x}**" if row.total and x else x for x in cells]))
    return "\n".join(lines)


def _markdown_text(words: str) -> str:
    """Lines below a heading become a list."""
    return "\n".join(
        f"- {inert(line.strip())}" if line.startswith("  ") else inert(line)
        for line in words.strip("\n").split("\n")
    )


def _line(cells: list[str]) -> str:
    safe = (inert(" ".join(cell.split())) for cell in cells)
    return f"| {' | '.join(safe)} |"
