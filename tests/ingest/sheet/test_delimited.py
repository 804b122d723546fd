from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import Sheet, cell_text, open_sheet

if TYPE_CHECKING:
    from pathlib import Path


def opened(tmp_path: Path, data: bytes, name: str = "t.csv") -> Sheet:
    path = tmp_path / name
    path.write_bytes(data)
    return open_sheet(path)


def cells(sheet: Sheet) -> list[list[str]]:
    return [row for _, row in sheet.rows]


TABLE = "rôle,pay\na,1\nb,2\n"
WANTED = [["rôle", "pay"], ["a", "1"], ["b", "2"]]


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TABLE.encode(), []),
        (TABLE.encode("utf-8-sig"), []),
        (TABLE.encode("cp1252"), ["not UTF-8: read as Windows-1252"]),
        (TABLE.encode("utf-16"), ["read as UTF-16"]),
        (gzip.compress(TABLE.encode(), mtime=0), []),
        (TABLE.replace("\n", "\r").encode(), []),
        (TABLE.replace(",", ";").encode(), []),
        (TABLE.replace(",", "|").encode(), []),
        (TABLE.replace(",", "\t").encode(), []),
    ],
    ids=["utf-8", "mark", "cp1252", "utf-16", "gzip", "cr", ";", "|", "tab"],
)
def test_encoding_and_separator_are_found(
    tmp_path: Path, data: bytes, note: list[str]
) -> None:
    sheet = opened(tmp_path, data)
    assert (cells(sheet), sheet.notes) == (WANTED, note)
    assert sheet.format == ("tsv" if b"\t" in data else "csv")


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert cells(opened(tmp_path, b"pay\n1\n\n2\n")) == [["pay"], ["1"], ["2"]]


def test_a_letter_cut_in_half_at_the_end_is_not_utf8(tmp_path: Path) -> None:
    sheet = opened(tmp_path, b"role,pay\na,1\nb,2\xc3")
    assert sheet.notes == ["not UTF-8: read as Windows-1252"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04abc", "not a text file"),
        (b"%PDF-1.7 abc", "not a text file"),
        (b"role,pay\na,1\nb,\x002\n", r"3.*NUL byte"),
        (b" , ;\n\n", "is empty"),
        (b"", "is empty"),
        (gzip.compress(TABLE.encode() * 50, mtime=0)[:-9], "damaged or cut off"),
        (b"\x1f\x8bnothing of that kind", "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0 rest of a file", "protected by a password"),
    ],
    ids=["zip", "pdf", "nul", "blank", "empty", "cut", "gzip", "locked"],
)
def test_what_is_no_text_table_is_a_sentence(
    tmp_path: Path, data: bytes, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        opened(tmp_path, data)


def test_a_quote_that_is_never_closed_is_told_by_its_line(tmp_path: Path) -> None:
    sheet = opened(tmp_path, b'role,pay\na,"1\n' + b"b,2222222222\n" * 20_000)
    with pytest.raises(InputError, match="a quote that is never closed"):
        cells(sheet)


def test_what_is_no_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        open_sheet(tmp_path)
    with pytest.raises(InputError, match="there is no such file"):
        open_sheet(tmp_path / "no.csv")
    with pytest.raises(InputError, match="cannot be read"):
        open_sheet("a\0b.csv")


def test_typed_cells_read_as_a_person_types_them() -> None:
    values = [None, True, False, 133080.0, 52.125, 52.5, float("nan"), 1e300, "x", 7]
    assert [cell_text(value) for value in values] == [
        "", "TRUE", "FALSE", "133080", "52.1250", "52.5", "", "1e+300", "x", "7",
    ]  # fmt: skip


def test_a_space_before_a_quote_is_not_of_the_cell(tmp_path: Path) -> None:
    text = b'title, pay\nEngineer, "120,000"\n "Analyst",90000\n'
    assert [cells for _, cells in opened(tmp_path, text).rows] == [
        ["title", "pay"],
        ["Engineer", "120,000"],
        ["Analyst", "90000"],
    ]
