"""A view: all that a command says, before anybody has chosen how to write it.

JSON prints `figures`; a terminal, Markdown and HTML print `parts` in their order; CSV
prints the main table. No number is computed here or after. Whatever text a part is made
of, it holds no control character from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from offerlab.core.visible import visible
from offerlab.views.fold import run_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.core.problem import Problem
    from offerlab.views.cell import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how its cells are aligned.

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

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", visible(self.name))


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, one a column.

    Attributes
    ----------
    cells : tuple of Cell
    total : bool
        A sum of the rows above; the first of several stands apart from them.
    apart : bool
        In no sum above; the first of several stands apart from them.
    """

    cells: tuple[Cell, ...]
    total: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A title, columns and rows of typed cells.

    Attributes
    ----------
    title : str
    columns : tuple of Column
    rows : tuple of Row
    currency : str or None
        Of the amounts that name none; it is printed after the title, with the unit.
    unit : int
        What one printed unit of those is worth at least: 1000 in a table of thousands;
        a writer takes a larger one where figures are long. Cells hold whole amounts.
    detail : bool
        Printed only where all is asked for.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    currency: str | None = None
    unit: int = 1
    detail: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", visible(self.title))

    def heading(self, unit: int) -> str:
        """Title with the unit of its amounts: ``Pay, thousand USD``."""
        if self.currency is None:
            return self.title
        size = {1: "", 1000: "thousand ", 1_000_000: "million "}[unit]
        return f"{self.title}, {size}{self.currency}"


@dataclass(frozen=True, slots=True)
class Text:
    """Lines for a person; indented lines stay so.

    Attributes
    ----------
    words : str
    short : str or None
        What is printed instead where not all is asked for; empty: nothing.
    """

    words: str
    short: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", visible(self.words))
        if self.short is not None:
            object.__setattr__(self, "short", visible(self.short))

    @property
    def is_short(self) -> bool:
        """Whether it took the place of a longer text."""
        return self.words == self.short


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
        What came up while it was made: warnings shown beside the result.
    brief : tuple of Table or Text or None
        Printed in place of `parts` where not all is asked for.
    records : Table or None
        The main table, where it is none of the parts.
    """

    figures: Mapping[str, Any]
    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()
    brief: tuple[Part, ...] | None = None
    records: Table | None = None

    def shown(self, *, verbose: bool) -> tuple[Part, ...]:
        """Parts that are printed: all of them, or the short ones.

        Short texts that follow one another become one, on one line where they fit.
        """
        if verbose:
            return tuple(x for x in self.parts if isinstance(x, Table) or x.words)
        parts: list[Part] = []
        for each in self.parts if self.brief is None else self.brief:
            part = _short(each)
            last = parts[-1] if parts else None
            if isinstance(part, Text) and isinstance(last, Text) and part.is_short:
                parts[-1] = Text(run_on(last.words, part.words), last.short)
            elif part is not None:
                parts.append(part)
        return tuple(parts)

    @property
    def main_table(self) -> Table | None:
        """The table that CSV prints; None where there is none."""
        if self.records is not None:
            return self.records
        return next((part for part in self.parts if isinstance(part, Table)), None)


def _short(part: Part) -> Part | None:
    if isinstance(part, Table):
        return None if part.detail else part
    if part.short is None:
        return part if part.words else None
    return Text(part.short, part.short) if part.short else None


def words(*names: str) -> tuple[Column, ...]:
    """Columns of words."""
    return tuple(Column(name, words=True) for name in names)


def numbers(*names: str, series: bool = False) -> tuple[Column, ...]:
    """Columns of numbers."""
    return tuple(Column(name, series=series) for name in names)
