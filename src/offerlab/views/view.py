"""A view: all that a command says, before anybody has chosen how to write it.

JSON prints `figures`; a terminal, Markdown and HTML print `parts` in their order; CSV
prints the main table. No number is computed here or after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.core.problem import Problem
    from offerlab.views.cell import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how its cells stand.

    Attributes
    ----------
    name : str
    words : bool
        Left-aligned words; else right-aligned figures, which are never broken.
    whole : bool
        Of words: never broken over lines.
    series : bool
        One of many alike (years): a narrow page shows a few of them at a time, each
        time with the columns before, the last time with the columns after.
    """

    name: str
    words: bool = False
    whole: bool = False
    series: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, one a column; a total stands below a line."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A title, columns and rows of typed cells.

    `unit` is what one printed unit of an amount without currency is worth: 1000 in a
    table "thousand USD". Cells always hold the whole amount.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Lines for a person; indented lines stay so."""

    words: str


Part = Table | Text


@dataclass(frozen=True, slots=True)
class View:
    """What a command says.

    Attributes
    ----------
    figures : mapping of str to Any
        The command's JSON object without the keys that all share; its leaves may be
        whatever `jsonable` has a rule for.
    parts : tuple of Table or Text
        In the order of reading; the first table is the main one.
    problems : tuple of Problem
        What came up while it was made: warnings that stand beside the result.
    """

    figures: Mapping[str, Any]
    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def main_table(self) -> Table | None:
        """The table that CSV prints; None where there is none."""
        return next((part for part in self.parts if isinstance(part, Table)), None)


def words(*names: str) -> tuple[Column, ...]:
    """Columns of words."""
    return tuple(Column(name, words=True) for name in names)


def numbers(*names: str, series: bool = False) -> tuple[Column, ...]:
    """Columns of numbers."""
    return tuple(Column(name, series=series) for name in names)
