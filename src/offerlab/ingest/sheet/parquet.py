"""Parquet files, a batch of rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import Row, Sheet, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BATCH = 10_000


def open_parquet(path: Path) -> Sheet:
    """Open a Parquet file.

    Raises
    ------
    InputError
        If it is damaged or is none.
    """
    import duckdb  # imported here: only Parquet and large files need it

    try:
        connection = duckdb.connect()
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
    except duckdb.Error as error:
        raise InputError(
            path, "is damaged or is not a Parquet file; write it again"
        ) from error
    header = [column[0] for column in found.description or ()]

    def rows() -> Iterator[Row]:
        yield 1, header
        line = 1
        while batch := found.fetchmany(_BATCH):
            for row in batch:
                line += 1
                yield line, [cell_text(value) for value in row]

    return Sheet(str(path), "parquet", rows())
