"""Text tables: comma, semicolon, tab or bar; any encoding; also compressed."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zlib
from collections import Counter
from typing import IO, TYPE_CHECKING, cast

from offerlab.errors import InputError, Place
from offerlab.ingest.sheet.sheet import Plain, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_MOST_INFLATED = 2 << 30
"""Bytes of a compressed file, unless it is less than a hundred times the file."""
_SAMPLE_LINES = 40


def open_delimited(path: Path) -> Sheet:
    """Open a text table; its encoding and separator are found out.

    Raises
    ------
    InputError
        If it is damaged, binary, or no text.
    """
    encoding, lines = _encoding(path)
    separator = _separator(path, encoding)
    notes = []
    if encoding == "cp1252":
        notes.append("not UTF-8: read as Windows-1252")
    elif encoding == "utf-16":
        notes.append("read as UTF-16")
    format_ = "tsv" if separator == "\t" else "csv"
    plain = None
    if encoding == "utf-8-sig" and lines is not None and not _is_gzip(path):
        plain = Plain(path, separator, lines, path.stat().st_size)
    return Sheet(str(path), format_, _rows(path, encoding, separator), notes, plain)


def _is_gzip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def _open(path: Path) -> IO[bytes]:
    if _is_gzip(path):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return path.open("rb")


def _chunks(path: Path) -> Iterator[bytes]:
    """Bytes of the file, decompressed.

    Raises
    ------
    InputError
        If the compressed file is damaged or grows beyond measure.
    """
    size = path.stat().st_size
    total = 0
    try:
        with _open(path) as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if total > _MOST_INFLATED and total > 100 * size:
                    raise InputError(
                        path, "grows beyond 2 GiB when it is unpacked; unpack it first"
                    )
                yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            path, "is damaged or cut off; download or compress it again"
        ) from error
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})") from error


def _encoding(path: Path) -> tuple[str, int | None]:
    """Encoding of the whole file: UTF-8 where it can be, else Windows-1252.

    Its lines too; None where a line ends with a carriage return alone.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, lines, empty = True, 1, True
    returns, last = 0, b""
    for place, chunk in enumerate(_chunks(path)):
        if place == 0 and chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16", None
        if place == 0 and chunk.startswith((b"PK\x03\x04", b"PAR1", b"%PDF")):
            raise InputError(path, "is not a text file; its suffix says otherwise")
        if b"\0" in chunk:
            before = chunk[: chunk.index(b"\0")]
            raise InputError(
                Place(path, lines + before.count(b"\n")),
                "holds a NUL byte: not a text file, or a damaged one; save it again"
                " as CSV (UTF-8)",
            )
        lines += chunk.count(b"\n")
        if b"\r" in chunk or last == b"\r":
            returns += chunk.count(b"\r") - (last + chunk).count(b"\r\n")
        last = chunk[-1:]
        empty = empty and not chunk.strip(b" \t\r\n,;\xef\xbb\xbf")
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
    if empty:
        raise InputError(path, "is empty")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        is_utf8 = False
    whole = None if returns else lines - (last == b"\n")
    return "utf-8-sig" if is_utf8 else "cp1252", whole


def _lines(path: Path, encoding: str) -> io.TextIOWrapper:
    # Every kind of line end is one: some files of old Macs have CR alone.
    return io.TextIOWrapper(
        io.BufferedReader(_open(path)),  # type: ignore[type-var]
        encoding=encoding, errors="replace", newline=None,
    )  # fmt: skip


def _separator(path: Path, encoding: str) -> str:
    """The separator that gives the first lines the same number of cells."""
    with _lines(path, encoding) as file:
        sample = [line for _, line in zip(range(_SAMPLE_LINES), file, strict=False)]

    def regularity(separator: str) -> tuple[float, int]:
        table = csv.reader(sample, delimiter=separator, skipinitialspace=True)
        try:
            widths = [len(row) for row in table]
        except csv.Error:
            return 0.0, 0
        width, rows = (
            Counter(w for w in widths if w > 1).most_common(1)[0:1][0]
            if any(w > 1 for w in widths)
            else (1, 0)
        )
        return round(rows / len(widths), 1), width

    return max(",;\t|", key=regularity)


def _rows(path: Path, encoding: str, separator: str) -> Iterator[Row]:
    with _lines(path, encoding) as file:
        reader = csv.reader(file, delimiter=separator, skipinitialspace=True)
        try:
            for row in reader:
                if row:
                    yield reader.line_num, row
        except csv.Error as error:
            raise InputError(
                Place(path, reader.line_num),
                f"is not a table: {_reason(error)}",
            ) from error
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise InputError(
                path, "is damaged or cut off; download or compress it again"
            ) from error


def _reason(error: csv.Error) -> str:
    if "field larger" in str(error):
        return "a cell is longer than 128 KiB; a quote that is never closed does that"
    return str(error)
