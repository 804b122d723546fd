"""A page of a PDF: its lines by where they stand, and how they go on."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.ingest.letter.passage import BULLET, LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SPACE = 1.5
"""Ems of blank between two cells of a row; between two words it is a third of one."""
TIGHT = 0.5
"""Ems between two cells where others begin at the same place."""
EVEN = 1.3
"""Blanks of a line within this factor were spread to fill it."""
SAME = 2.5
"""Points within which two things stand at the same place."""
LOOSE = 1.2
"""Times the usual way from line to line that begins a paragraph."""
FULL = 0.15
"""Part of a line that may stay empty where its words were wrapped."""
INDENT = 45
"""Points by which a first line is set in, at most."""
CELLS = "    "
"""What divides the cells of a row in the text."""

_WORD = re.compile(r"\S+")
_FURNITURE = re.compile(
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: ?[AP]M)?\b.*|(?:file|https?)://\S+(?: \d+/\d+)?|about:blank.*)"
)
_SYMBOL = re.compile(r"[\ue000-\uf8ff]")


class Cell(NamedTuple):
    """Words side by side: their text and where they begin and end, in points."""

    text: str
    left: float
    right: float


class Row(NamedTuple):
    """A line of a page: its cells, its foot, and the height of its letters."""

    cells: tuple[Cell, ...]
    bottom: float
    height: float

    @property
    def text(self) -> str:
        """Its words, cells apart."""
        return CELLS.join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right


def page_lines(text_page: Any) -> list[str]:
    """Lines of a page as their writer meant them: wrapped ones joined, blank ones kept.

    Parameters
    ----------
    text_page : pypdfium2.PdfTextPage

    Returns
    -------
    list of str
        Each a paragraph, an item of a list or a row of a table, its cells apart.
    """
    words = [*_lines_of_words(text_page)]
    columns = _columns(words)
    rows = [_row(line, columns) for line in words]
    return [*_joined([row for row in rows if not _is_furniture(row)])]


def _is_furniture(row: Row) -> bool:
    """Whether a browser wrote it around the page: the day of printing, the address."""
    return bool(_FURNITURE.fullmatch(" ".join(cell.text for cell in row.cells)))


class _Word(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    height: float


def _lines_of_words(text_page: Any) -> Iterator[list[_Word]]:
    """Words of each line with their places, as the file orders them."""
    place = 0
    text = str(text_page.get_text_range())
    for line in text.splitlines(keepends=True):
        words = [_placed(text_page, found, place) for found in _WORD.finditer(line)]
        if words:
            yield words
        place += len(line)


def _placed(text_page: Any, found: re.Match[str], place: int) -> _Word:
    first = _box(text_page, place + found.start())
    last = _box(text_page, place + found.end() - 1)
    word = _SYMBOL.sub("\u2022", found.group())
    return _Word(word, first[0], last[2], first[1], first[3] - first[1])


def _box(text_page: Any, place: int) -> tuple[float, float, float, float]:
    """Box of a letter by its place in the text, which may skip some of the page."""
    from pypdfium2 import raw

    index = raw.FPDFText_GetCharIndexFromTextIndex(text_page, place)
    box: tuple[float, float, float, float] = text_page.get_charbox(index, loose=True)
    return box


def _em(word: _Word) -> float:
    # A letter's box reaches from the lowest to the highest that the font has.
    return word.height / 1.15 or 10.0


def _columns(lines: Sequence[Sequence[_Word]]) -> Counter[int]:
    """Places at which cells begin, each with how many do."""
    return Counter(
        round(word.left / SAME)
        for line in lines
        for before, word in itertools.pairwise(line)
        if word.left - before.right > SPACE * _em(word)
    )


def _row(line: Sequence[_Word], columns: Counter[int]) -> Row:
    cells = [[line[0]]]
    gaps = [
        (word.left - before.right) / _em(word)
        for before, word in itertools.pairwise(line)
    ]
    spread = len(gaps) > 1 and max(gaps) < EVEN * min(gaps)
    for gap, word in zip(gaps, line[1:], strict=True):
        place = round(word.left / SAME)
        shared = sum(columns[place + step] for step in (-1, 0, 1)) > 1
        if (gap > SPACE and not spread) or (gap > TIGHT and shared):
            cells.append([])
        cells[-1].append(word)
    return Row(
        tuple(
            Cell(" ".join(word.text for word in cell), cell[0].left, cell[-1].right)
            for cell in cells
        ),
        line[0].bottom,
        line[0].height,
    )


def _joined(rows: Sequence[Row]) -> Iterator[str]:
    """Rows, each with the ones that go on in it."""
    pitch, margins = _pitch(rows), _margins(rows)
    text = ""
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None and _goes_on(before, row, pitch, margins):
            broken = text[-1:] in "-\u2010\x02" and text[-2:-1].isalpha()
            text += ("\n" if broken else " ") + row.text
            continue
        if text:
            yield text
        if before is not None and before.bottom - row.bottom > LOOSE * pitch:
            yield ""
        text = row.text
    if text:
        yield text


def _pitch(rows: Sequence[Row]) -> float:
    """Points from one line of a paragraph to the next."""
    steps = [
        round(before.bottom - row.bottom, 1)
        for before, row in itertools.pairwise(rows)
        if 0.8 * row.height < before.bottom - row.bottom < 1.9 * row.height
    ]
    return median(steps) if steps else 0.0


def _margins(rows: Sequence[Row]) -> dict[int, list[float]]:
    """How far to the right lines reach, by where they begin."""
    reach: dict[int, list[float]] = {}
    for row in rows:
        for cell in row.cells:
            reach.setdefault(round(cell.left / SAME), []).append(cell.right)
    return reach


def _goes_on(
    before: Row, row: Row, pitch: float, margins: dict[int, list[float]]
) -> bool:
    """Whether a row is the rest of the one above it."""
    step = before.bottom - row.bottom
    if not 0.5 * row.height < step < LOOSE * pitch:
        return False
    if len(row.cells) > 1 or BULLET.match(row.text):
        return False
    last = before.cells[-1]
    if len(before.cells) > 1:
        return abs(row.left - last.left) < SAME
    if LABEL.match(row.text):
        return False
    inward = row.left - before.left
    if BULLET.match(before.text) and SAME < inward < INDENT:
        return True  # it hangs under the words after the bullet
    if not -INDENT < inward < SAME:
        return False
    near = round(row.left / SAME)
    reach = [right for step in (-1, 0, 1) for right in margins.get(near + step, [])]
    margin = max(reach)
    full = sum(right > margin - FULL * (margin - row.left) for right in reach)
    if full < 2 and not row.text[0].islower():
        return False  # the longest line of all is no sign of a margin
    first = row.cells[0].text.split()[0]
    width = (row.right - row.left) / len(row.text) * (len(first) + 1)
    return before.right + width > margin - SAME
