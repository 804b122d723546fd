from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.sheet.sheet import open_sheet

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>"""  # noqa: E501
_RELATION = (
    '<Relationship Id="{id}" Target="{target}"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(path: Path, *sheets: list[list[str]]) -> Path:
    """A workbook of sheets of text, written by hand."""
    names = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        for n in names
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        top = _RELATION.format(id="r1", target="xl/workbook.xml", kind="officeDocument")
        archive.writestr("_rels/.rels", _RELATIONS.format(top))
        below = "".join(
            _RELATION.format(
                id=f"r{n}", target=f"worksheets/s{n}.xml", kind="worksheet"
            )
            for n in names
        )
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS.format(below))
        archive.writestr(
            "xl/workbook.xml",
            f"<workbook {_MAIN}><sheets>{listed}</sheets></workbook>",
        )
        for n, rows in zip(names, sheets, strict=True):
            body = "".join(
                f'<row r="{r}">'
                + "".join(
                    f'<c r="{chr(64 + c)}{r}" t="inlineStr"><is><t>{text}</t></is></c>'
                    for c, text in enumerate(row, start=1)
                )
                + "</row>"
                for r, row in enumerate(rows, start=1)
            )
            archive.writestr(
                f"xl/worksheets/s{n}.xml",
                f"<worksheet {_MAIN}><sheetData>{body}</sheetData></worksheet>",
            )
    return path


def test_the_largest_sheet_is_read_and_macros_are_not_run(tmp_path: Path) -> None:
    table = [["role", "pay"], ["a", "1"], ["b", "2"]]
    sheet = open_sheet(workbook(tmp_path / "t.xlsm", [["note"]], table))
    assert sheet.notes == [
        "of 2 sheets 's2' was read, the largest",
        "its macros were not run",
    ]
    assert list(sheet.rows) == list(enumerate(table, start=1))


def test_a_workbook_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no cell"):
        open_sheet(workbook(tmp_path / "empty.xlsx", []))
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match="is damaged or is not a workbook"):
        open_sheet(damaged)
    other = tmp_path / "other.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(InputError, match="is damaged or is not a workbook"):
        open_sheet(other)


def test_a_workbook_that_grows_beyond_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/s1.xml", "w", force_zip64=True) as file,
    ):
        for _ in range(120):
            file.write(bytes(1 << 20))
    with pytest.raises(InputError, match="too large when it is unpacked"):
        open_sheet(path)
