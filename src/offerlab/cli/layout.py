"""How a table fits a page: the unit of its amounts, and which columns go together.

Figures are never broken and never squeeze the labels beside them: where a table is too
wide its amounts are given in a larger unit, then its series is cut into several tables.
"""

from __future__ import annotations

from itertools import product
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from offerlab.views.cell import Amount, cell_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.views.view import Column, Table

UNITS = (1, 1000, 1_000_000)
LONGEST_AMOUNT = len("9,999,999")
"""Characters of an amount beyond which a larger unit reads better."""

LABEL = 18
"""Characters that a column of words keeps, if it needs them."""

FOLDS = (1, 2, 3, 6)
"""Lines of a heading that are tried in turn, before labels give way."""


class Piece(NamedTuple):
    """Columns of a table that are printed side by side.

    Attributes
    ----------
    places : list of int
        Which columns, from 0.
    headings : list of str
        Their headings, folded to the width of the figures below.
    unit : int
        Of the amounts.
    """

    places: list[int]
    headings: list[str]
    unit: int


def lay_out(table: Table, width: int) -> list[Piece]:
    """Pieces of a table that fit `width`; none where even one column does not."""
    for unit in _units(table):
        for group in range(max(1, _series_length(table)), 0, -1):
            pieces = list(_pieces(table, group))
            for squeezed, lines in product((False, True), FOLDS):
                headings = [_heading(table, k, unit, lines) for k in _places(table)]
                sizes = [_size(table, k, headings[k], unit) for k in _places(table)]
                if squeezed:
                    sizes = [_least(table.columns[k], sizes[k]) for k in _places(table)]
                if all(_width(piece, sizes) <= width for piece in pieces):
                    return [
                        Piece(piece, [headings[place] for place in piece], unit)
                        for piece in pieces
                    ]
    return []


def _places(table: Table) -> range:
    return range(len(table.columns))


def _units(table: Table) -> Iterator[int]:
    """Units to try: the first that keeps amounts short, then the larger ones."""
    units = [unit for unit in UNITS if unit >= table.unit]
    if table.currency is None:
        yield table.unit
        return
    short = [unit for unit in units if _longest(table, unit) <= LONGEST_AMOUNT]
    yield from short or units[-1:]


def _longest(table: Table, unit: int) -> int:
    amounts = (
        cell
        for row in table.rows
        for cell in row.cells
        if isinstance(cell, Amount) and cell.currency is None
    )
    return max((len(cell_words(cell, unit)) for cell in amounts), default=0)


def _series_length(table: Table) -> int:
    return sum(column.series for column in table.columns)


def _pieces(table: Table, group: int) -> Iterator[list[int]]:
    """Places of the columns of each piece, with up to `group` of a series."""
    places = list(_places(table))
    series = [place for place in places if table.columns[place].series]
    if not series:
        yield places
        return
    before, after = places[: series[0]], places[series[-1] + 1 :]
    for first in range(0, len(series), group):
        part = series[first : first + group]
        yield [*before, *part, *(after if part[-1] == series[-1] else ())]


def _texts(table: Table, place: int, unit: int) -> list[str]:
    return [cell_words(row.cells[place], unit) for row in table.rows]


def _heading(table: Table, place: int, unit: int, lines: int) -> str:
    """Heading of a column; of figures in so many lines, as wide as the widest word."""
    column = table.columns[place]
    if column.words or column.series or lines == 1:
        return column.name
    below = max((len(text) for text in _texts(table, place, unit)), default=0)
    widest = max(below, *(len(word) for word in column.name.split(" ")))
    for size in range(widest, len(column.name) + 1):
        folded = wrap(column.name, size, break_on_hyphens=False)
        if len(folded) <= lines:
            return "\n".join(folded)
    return column.name


def _size(table: Table, place: int, heading: str, unit: int) -> int:
    """Characters of a column's widest line."""
    texts = [heading, *_texts(table, place, unit)]
    return max((len(line) for text in texts for line in text.split("\n")), default=0)


def _width(piece: list[int], sizes: Sequence[int]) -> int:
    """Characters of a line of the columns of a piece, one blank between two."""
    return sum(sizes[place] + 1 for place in piece) - 1


def _least(column: Column, size: int) -> int:
    return min(size, LABEL) if column.words and not column.whole else size
