"""Columns of a large and plain text table, each text once: DuckDB finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb  # this module is imported for large files only
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from offerlab.ingest.sheet.sheet import Plain

_SPACES = " \t\r\n\v\f"
_BATCH = 50_000


class Column(NamedTuple):
    """Texts of a column, and the place of each row's text among them."""

    texts: list[str]
    codes: NDArray[Any]


class Scan:
    """Chosen columns of a text table, read in one pass.

    Parameters
    ----------
    plain : Plain
    skip : int
        Lines above the first row.
    width : int
        Cells of a row.
    places : sequence of int
        Columns that are asked for.
    whole : sequence of int
        Columns by which rows are compared; empty if they are not.
    name : int, optional
        Column that names the row; blank cells name none.

    Raises
    ------
    NotPlainError
        If the table has a row that is read otherwise one by one.
    """

    def __init__(
        self, plain: Plain, skip: int, width: int, places: Sequence[int],
        whole: Sequence[int] = (), name: int | None = None,
    ) -> None:  # fmt: skip
        self._database = duckdb.connect()
        wanted = [f"c{place}" for place in sorted(set(places))]
        if whole:
            wanted.append(f"hash({', '.join(f'c{p}' for p in whole)}) AS alike")
        if name is not None:
            text = f"trim(c{name}, '{_SPACES}')"
            wanted.append(f"CASE WHEN {text} != '' THEN hash({text}) END AS name")
        columns = ", ".join(f"c{place}: 'VARCHAR'" for place in range(width))
        try:
            self._database.execute("SET enable_progress_bar = false")
            self._database.execute("SET temp_directory = ''")  # nothing of it on disk
            self._database.execute("ATTACH ':memory:' AS own (COMPRESS)")
            self._database.execute(
                f"CREATE TABLE own.rows AS SELECT {', '.join(wanted)} FROM read_csv(?,"
                f" auto_detect = false, header = false, skip = {skip}, delim = ?,"
                " quote = '\"', escape = '\"', encoding = 'utf-8',"
                f" null_padding = true, columns = {{{columns}}})",
                [str(plain.path), plain.separator],
            )
            found = self._database.execute("SELECT count(*) FROM own.rows").fetchone()
        except duckdb.Error as error:
            raise NotPlainError from error
        self.count = int(found[0]) if found else 0
        if self.count + skip != plain.lines:
            raise NotPlainError  # blank lines, or line ends within a cell

    def column(self, place: int) -> Column:
        """One column; an empty cell is an empty text."""
        name, kind = f"c{place}", f"texts_{place}"
        run = self._database.execute
        run(
            f"CREATE TYPE {kind} AS ENUM"
            f" (SELECT DISTINCT {name} FROM own.rows WHERE {name} IS NOT NULL)"
        )
        texts = run(f"SELECT unnest(enum_range(NULL::{kind}))").fetchall()
        size = np.min_scalar_type(len(texts) + 1)
        codes = self._numbers(f"coalesce(enum_code({name}::{kind})::UINTEGER + 1, 0)")
        return Column(["", *(text for (text,) in texts)], codes.astype(size))

    def alike(self) -> NDArray[np.uint64]:
        """A number of each row, the same for rows of the same cells."""
        return self._numbers("alike")

    def again(self) -> list[tuple[int, int]]:
        """Rows whose name comes again, and the rows in which it next does."""
        found = self._database.execute(
            "SELECT rowid, lead(rowid) OVER (PARTITION BY name ORDER BY rowid)"
            " FROM own.rows WHERE name IN (SELECT name FROM own.rows"
            " WHERE name IS NOT NULL GROUP BY name HAVING count(*) > 1)"
        )
        return [(row, later) for row, later in found.fetchall() if later is not None]

    def texts_of(self, place: int) -> Iterator[str]:
        """Texts of a column, row by row."""
        found = self._database.execute(f"SELECT c{place} FROM own.rows")
        while batch := found.fetchmany(_BATCH):
            for (text,) in batch:
                yield (text or "").strip()

    def _numbers(self, what: str) -> NDArray[Any]:
        found = self._database.execute(f"SELECT {what} AS found FROM own.rows")
        return np.asarray(found.fetchnumpy()["found"])


class NotPlainError(Exception):
    """The table is to be read row by row; never seen by a user."""
