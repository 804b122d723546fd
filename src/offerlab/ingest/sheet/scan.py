"""Columns of a large table, each text once: DuckDB finds them.

The table is read twice: once for the texts of its columns, once for the place of each
row's text among them, so that no text is held for each row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb  # this module is imported for large files only
import numpy as np

from offerlab.ingest.sheet.sheet import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from offerlab.ingest.sheet.sheet import Plain

_SPACES = " \t\r\n\v\f"
_BATCH = 50_000
_SIZES = ((0xFF, "UTINYINT"), (0xFFFF, "USMALLINT"), (0xFFFFFFFF, "UINTEGER"))


class Column(NamedTuple):
    """Texts of a column, and the place of each row's text among them."""

    texts: list[str]
    codes: NDArray[Any]


class Scan:
    """Chosen columns of a table.

    Parameters
    ----------
    table : str
        What is read, in the words of the database.
    given : sequence of str
        What the question marks in it stand for.
    columns : mapping of str to str
        Name of a column that is asked for to its text, in the words of the database.
    numbers : mapping of str to str
        Name of a number of each row to what it is.

    Raises
    ------
    NotPlainError
        If the table cannot be read so.
    """

    def __init__(
        self, table: str, given: Sequence[str], columns: Mapping[str, str],
        numbers: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._database = duckdb.connect()
        self._table, self._given = table, given
        try:
            self._database.execute("SET enable_progress_bar = false")
            self._database.execute("SET temp_directory = ''")  # nothing of it on disk
            self._read(columns, numbers)
        except duckdb.Error as error:
            raise NotPlainError from error

    def _read(self, columns: Mapping[str, str], numbers: Mapping[str, str]) -> None:
        every = ", ".join(f"list(DISTINCT {text})" for text in columns.values())
        found = self._database.execute(
            f"SELECT count(*), {every} FROM {self._table}", self._given
        ).fetchone()
        assert found is not None
        self.count: int = found[0]
        self._texts = {
            name: [text for text in texts or [] if text is not None]
            for name, texts in zip(columns, found[1:], strict=True)
        }
        wanted = [f"{what} AS {name}" for name, what in numbers.items()]
        for name, text in columns.items():
            self._database.execute(
                f"CREATE TYPE {name}_texts AS ENUM (SELECT unnest(?::VARCHAR[]))",
                [self._texts[name]],
            )
            size = next(s for most, s in _SIZES if len(self._texts[name]) <= most)
            code = f"enum_code(({text})::{name}_texts)::UINTEGER + 1"
            wanted.append(f"coalesce({code}, 0)::{size} AS {name}")
        self._database.execute(
            f"CREATE TABLE codes AS SELECT {', '.join(wanted)} FROM {self._table}",
            self._given,
        )

    def column(self, name: str) -> Column:
        """One column; an empty cell is an empty text."""
        return Column(["", *self._texts[name]], self.numbers(name))

    def numbers(self, name: str) -> NDArray[Any]:
        """A number of each row."""
        found = self._database.execute(f"SELECT {name} FROM codes")
        return np.asarray(found.fetchnumpy()[name])

    def again(self, name: str) -> list[tuple[int, int]]:
        """Rows whose number comes again, and the rows in which it next does.

        Rows of the number 0 are not compared.
        """
        numbers = self.numbers(name)
        order = np.sort(numbers)
        several = np.unique(order[1:][order[1:] == order[:-1]])
        del order
        if not len(several):
            return []
        place = np.minimum(np.searchsorted(several, numbers), len(several) - 1)
        last: dict[int, int] = {}
        found = []
        for row in np.flatnonzero(
            (several[place] == numbers) & (numbers != 0)
        ).tolist():
            number = int(numbers[row])
            if number in last:
                found.append((last[number], row))
            last[number] = row
        return found

    def texts(self, text: str) -> Iterator[str]:
        """Texts of any column, row by row, without the spaces around them."""
        found = self._database.execute(f"SELECT {text} FROM {self._table}", self._given)
        while batch := found.fetchmany(_BATCH):
            for (each,) in batch:
                yield (each or "").strip()


def scan_plain(
    plain: Plain, skip: int, width: int, places: Sequence[int],
    whole: Sequence[int] = (), name: int | None = None,
) -> Scan:  # fmt: skip
    """Columns of a plain text table, named ``c0``, ``c1``, ...

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
        Columns whose cells make rows ``alike``; empty if they are not compared.
    name : int, optional
        Column that names the row: its ``name``, unless it is blank.

    Raises
    ------
    NotPlainError
        If the table has a row that is read otherwise one by one.
    """
    columns = ", ".join(f"c{place}: 'VARCHAR'" for place in range(width))
    table = (
        f"read_csv(?, auto_detect = false, header = false, skip = {skip}, delim = ?,"
        " quote = '\"', escape = '\"', encoding = 'utf-8', null_padding = true,"
        f" columns = {{{columns}}})"
    )
    numbers = {}
    if whole:
        numbers["alike"] = f"hash({', '.join(f'c{place}' for place in whole)})"
    if name is not None:
        text = f"trim(c{name}, '{_SPACES}')"
        numbers["name"] = f"CASE WHEN {text} != '' THEN hash({text}) ELSE 0 END"
    scan = Scan(
        table, [str(plain.path), plain.separator],
        {f"c{place}": f"c{place}" for place in sorted(set(places))}, numbers,
    )  # fmt: skip
    if scan.count + skip != plain.lines:
        raise NotPlainError  # blank lines, or line ends within a cell
    return scan
