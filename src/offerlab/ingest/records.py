"""Rows of a CSV of market data, by column; whatever is wrong names file and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place
from offerlab.ingest import amount
from offerlab.ingest.csv_rows import overfull, read_rows
from offerlab.ingest.text import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_NOT_RELEASED = frozenset({"", "*", "**", "#"})


@dataclass(frozen=True, slots=True)
class Record:
    """One row, its cells by column, and where it is."""

    place: Place
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def number(self, column: str) -> float:
        """Number of a cell.

        Raises
        ------
        InputError
            If it is none.
        """
        try:
            return float(amount.parse_decimal(self.cells[column]))
        except ValueError as error:
            raise InputError(self.place, f"{column}: {error}") from error

    def number_or_none(self, column: str) -> float | None:
        """Number of a cell, or None where it is empty or not released (``*``)."""
        if self.cells[column] in _NOT_RELEASED:
            return None
        return self.number(column)

    def whole_or_none(self, column: str) -> int | None:
        """Whole number of a cell, or None where it is empty or not released."""
        number = self.number_or_none(column)
        if number is not None and number != int(number):
            raise InputError(self.place, f"{column}: {number:g} is not a whole number")
        return None if number is None else int(number)


def read_records(path: Path, columns: Sequence[str]) -> list[Record]:
    """All rows of a CSV that has at least these columns.

    Raises
    ------
    InputError
        If it cannot be read, lacks a column or a row, or a row is wider than the
        header.
    """
    header, lines = read_rows(read_text(path), path)
    missing = [column for column in columns if column not in header]
    if missing:
        raise InputError(
            Place(path, 1),
            f"has no column '{missing[0]}'; it needs {', '.join(columns)}",
        )
    if not lines:
        raise InputError(path, "has a header and no row below it")
    records = []
    for line, row in lines:
        if fault := overfull(row, header):
            raise InputError(Place(path, line), fault)
        cells = [cell.strip() for cell in row] + [""] * (len(header) - len(row))
        named = dict(zip(header, cells, strict=False))
        records.append(Record(Place(path, line), named))
    return records
