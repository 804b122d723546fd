"""The text of a Word file, from its XML: content controls in, deleted text out."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from offerlab.errors import InputError
from offerlab.ingest.letter.passage import CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_XML = 8 * 1024 * 1024
"""More text than that is a bomb, and no letter."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"


def word_text(data: bytes, name: str) -> str:
    """Paragraphs and table rows, one a line.

    Raises
    ------
    InputError
        If it is not a Word file, has macros or a password, or is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if any("vbaProject" in each for each in names):
                raise InputError(name, "has macros; save it as a plain .docx")
            if _MAIN not in names:
                raise InputError(name, "is not a Word file (.docx)")
            if archive.getinfo(_MAIN).file_size > MAX_XML:
                raise InputError(name, "is too large for a letter")
            xml = archive.read(_MAIN)
    except (zipfile.BadZipFile, zlib.error) as error:
        raise InputError(name, "is a broken Word file; save it again") from error
    except (RuntimeError, NotImplementedError, EOFError, zipfile.LargeZipFile) as error:
        raise InputError(name, "cannot be unpacked; save it again") from error
    if b"<!DOCTYPE" in xml[:2000] or b"<!ENTITY" in xml:
        raise InputError(name, "is not a Word file (.docx)")
    try:
        body = ElementTree.fromstring(xml).find(f"{_W}body")
        lines = [] if body is None else [*_lines(body)]
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise InputError(name, "is a broken Word file; save it again") from error
    except RecursionError as error:
        raise InputError(name, "nests too deep for a letter") from error
    if not any(line.strip() for line in lines):
        raise InputError(name, "holds no text")
    return "\n\n".join(lines)


def _lines(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child).split("\n")
        elif child.tag == f"{_W}tbl":
            for row in _inside(child, f"{_W}tr"):
                found = _inside(row, f"{_W}tc")
                cells = [" ".join(_lines(cell)).strip() for cell in found]
                yield CELLS.join(cell for cell in cells if cell)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _lines(child)


def _inside(element: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Rows of a table, or cells of a row: not those of a table inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != f"{_W}tbl":
            yield from _inside(child, tag)


def _paragraph(element: ElementTree.Element) -> str:
    """Text of a paragraph, a bullet in front of a list's item."""
    listed = element.find(f"{_W}pPr/{_W}numPr") is not None
    return ("- " if listed else "") + "".join(_runs(element))


def _runs(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if child.tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield CELLS
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _runs(child)
