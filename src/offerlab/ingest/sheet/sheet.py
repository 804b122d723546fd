"""A table of any format as rows of text, read once from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.sheet.piped import real_path

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[int, list[str]]
"""Line (or row of the workbook) and its cells as text."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text table in UTF-8 with ordinary line ends, which may be read in bulk.

    Attributes
    ----------
    path : Path
    separator : str
    lines, size : int
        Lines and bytes of the file.
    """

    path: Path
    separator: str
    lines: int
    size: int


class NotPlainError(Exception):
    """A table is to be read row by row; never seen by a user."""


@dataclass(slots=True)
class Sheet:
    """Rows of one table.

    Attributes
    ----------
    file : str
    format : str
        ``csv``, ``tsv``, ``xlsx``, ``parquet`` or ``json``.
    rows : iterable of (int, list of str)
        Read once. The header is among them.
    notes : list of str
        What had to be said about the reading, such as another encoding.
    plain : Plain or None
        Where it may be read in bulk.
    """

    file: str
    format: str
    rows: Iterable[Row]
    notes: list[str] = field(default_factory=list)
    plain: Plain | None = None


def open_sheet(path: str | Path) -> Sheet:
    """Open a table by its suffix; ``-`` is what is piped in.

    Raises
    ------
    InputError
        If it is missing, empty, damaged, protected, or no table; some faults show
        only while the rows are read.
    """
    if str(path) == "-":
        return replace(open_sheet(real_path(path)), file="-")
    path = Path(path)
    check_readable(path)
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"):
        from offerlab.ingest.sheet.workbook import open_workbook

        return open_workbook(path)
    if suffix in (".parquet", ".pq"):
        from offerlab.ingest.sheet.parquet import open_parquet

        return open_parquet(path)
    if suffix in (".json", ".jsonl", ".ndjson"):
        from offerlab.ingest.sheet.records import open_records

        return open_records(path)
    from offerlab.ingest.sheet.delimited import open_delimited

    return open_delimited(path)


def check_readable(path: Path) -> None:
    """Refuse what is not a file that can be read.

    Raises
    ------
    InputError
    """
    try:
        if path.is_dir():
            raise InputError(path, "this is a folder; name a file in it")
        if path.is_fifo() and path.parts[:2] != ("/", "dev"):
            raise InputError(path, "is a pipe, and not a file")
        if path.is_char_device() and not path.name.startswith("std"):
            raise InputError(path, "is a device, and not a file")
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(path, f"cannot be read ({reason})") from error
    if not head:
        raise InputError(path, "is empty")
    if head.startswith(b"\xd0\xcf\x11\xe0") and path.suffix.lower() != ".xls":
        raise InputError(
            path, "is protected by a password; save a copy of it without one"
        )


def cell_text(value: object) -> str:
    """Text of a typed cell, as a person would have typed it.

    Examples
    --------
    >>> cell_text(133080.0), cell_text(None), cell_text(52.125), cell_text(True)
    ('133080', '', '52.1250', 'TRUE')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value != value:
            return ""
        if value == int(value) if abs(value) < 1e15 else False:
            return str(int(value))
        text = repr(value)
        # A point before three digits separates thousands in texts; here it does not.
        return f"{text}0" if len(text.partition(".")[2]) == 3 else text
    return str(value)
