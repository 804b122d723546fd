"""Rows of a CSV: its header, and each row that is not empty with its line."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place

if TYPE_CHECKING:
    from pathlib import Path


def read_rows(
    text: str, path: str | Path
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Header, and (line, cells) of each row, separated by comma, semicolon or tab.

    Raises
    ------
    InputError
        If it is not CSV.
    """
    rows = csv.reader(StringIO(text), delimiter=_delimiter(text))
    try:
        header = [name.strip() for name in next(rows)]
        while header and not header[-1]:
            header.pop()  # spreadsheets leave empty columns behind
        filled = (row for row in rows if any(map(str.strip, row)))
        lines = [(rows.line_num, row) for row in filled]
    except csv.Error as error:
        raise InputError(Place(path, rows.line_num), f"is not CSV: {error}") from error
    return header, lines


def overfull(row: list[str], header: list[str]) -> str:
    """Why a row cannot be read by its header: it has cells beyond it; else nothing.

    A comma inside a number or a place moves every later cell to the wrong column.
    """
    if not any(cell.strip() for cell in row[len(header) :]):
        return ""
    return (
        f"this row has {len(row)} cells, the header {len(header)};"
        " put cells with commas in quotes"
    )


def _delimiter(text: str) -> str:
    """The one of which the header has most."""
    header = text.lstrip("\n").partition("\n")[0]
    return max(",;\t", key=header.count)
