"""The rows of a PDF's page: words in their cells, by where they are."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.ingest.letter.passage import CELLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SPACE = 1.5
"""Ems of blank that may part two cells; between two words it is a third of one."""
WIDE = 4.0
"""Ems that part two cells where no other row has one at the same place."""
TIGHT = 0.5
"""Ems between two cells where others begin at the same place."""
SHARED = 3
"""Rows with a cell at the same place that make a column."""
TALLEST, LONGEST_LABEL = 4, 45
"""Lines and letters of a label beside its value, at most."""
EVEN = 1.3
"""Blanks of a line within this factor were spread to fill it."""
SAME = 2.5
"""Points within which two things are at the same place."""

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?")
_FURNITURE = re.compile(
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: ?[AP]M)?\b.*|(?:file|https?)://\S+(?: \d+/\d+)?|about:blank.*)"
)
_SIGN = re.compile(r"[\U00010000-\U0010ffff]")
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


def page_rows(text_page: Any, filled_from: int | None = None) -> list[Row]:
    """Rows of a page in the order of its file.

    Parameters
    ----------
    text_page : pypdfium2.PdfTextPage
    filled_from : int, optional
        Place in its text from which on it was filled in by hand; that goes where it
        stands on the page.
    """
    # Places are counted in units of 16 bits, of which a picture sign takes two.
    text = _SIGN.sub("\u00a0\u00a0", str(text_page.get_text_range()))
    printed = len(text) if filled_from is None else filled_from
    lines = [*_lines_of_words(text_page, text[:printed], 0)]
    for line in _lines_of_words(text_page, text[printed:], printed):
        _fill_in(lines, line)
    words = _side_by_side(lines)
    columns = _columns(words)
    rows = (_row(line, columns) for line in words)
    return _with_labels(row for row in rows if not _is_furniture(row))


def _is_furniture(row: Row) -> bool:
    """Whether a browser wrote it around the page: the day of printing, the address."""
    return bool(_FURNITURE.fullmatch(" ".join(cell.text for cell in row.cells)))


class _Word(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    height: float


def _lines_of_words(text_page: Any, text: str, place: int) -> Iterator[list[_Word]]:
    """Words of each line with their places, as the file orders them."""
    for line in text.splitlines(keepends=True):
        words: list[_Word] = []
        for found in _WORD.finditer(line):
            word = _placed(text_page, found, place)
            if words and word.bottom < words[-1].bottom - word.height / 2:
                yield words  # a word is broken here, which the file's text hides
                words = []
            words.append(word)
        if words:
            yield words
        place += len(line)


def _fill_in(lines: list[list[_Word]], line: list[_Word]) -> None:
    """Put words written into a form into the line they stand on."""
    first = line[0]
    for each in lines:
        if abs(each[0].bottom - first.bottom) < first.height / 2:
            each.extend(line)
            each.sort(key=lambda word: word.left)
            return
    below = (n for n, each in enumerate(lines) if each[0].bottom < first.bottom)
    lines.insert(next(below, len(lines)), line)


def _side_by_side(lines: Iterable[list[_Word]]) -> list[list[_Word]]:
    """Lines at one height that follow from left to right put into one."""
    whole: list[list[_Word]] = []
    for line in lines:
        last, first = whole[-1][-1] if whole else None, line[0]
        level = last and abs(last.bottom - first.bottom) < first.height / 4
        if last and level and first.left > last.right:
            whole[-1].extend(line)
        else:
            whole.append(line)
    return whole


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
    """Places at which cells may begin, each with how many do; far ones count twice."""
    places: Counter[int] = Counter()
    for line in lines:
        for before, word in itertools.pairwise(line):
            gap = (word.left - before.right) / _em(word)
            if gap > SPACE:
                places[round(word.left / SAME)] += 2 if gap > WIDE else 1
    return places


def _row(line: Sequence[_Word], columns: Counter[int]) -> Row:
    cells = [[line[0]]]
    gaps = [
        (word.left - before.right) / _em(word)
        for before, word in itertools.pairwise(line)
    ]
    shared = [
        sum(columns[round(word.left / SAME) + step] for step in (-1, 0, 1)) >= SHARED
        for word in line[1:]
    ]
    # Words spread to fill a line have like blanks, and not all where cells begin.
    spread = bool(gaps) and max(gaps) < EVEN * min(gaps) and not all(shared)
    for gap, again, word in zip(gaps, shared, line[1:], strict=True):
        if not spread and gap > (TIGHT if again else WIDE):
            cells.append([])
        cells[-1].append(word)
    return Row(
        tuple(
            Cell(" ".join(word.text for word in cell), cell[0].left, cell[-1].right)
            for cell in cells
        ),
        median(word.bottom for word in line),  # a bullet may be of another font
        max(word.height for word in line),
    )


def _with_labels(rows: Iterable[Row]) -> list[Row]:
    """Rows, each label of several lines put in front of the cell beside it."""
    whole: list[Row] = []
    for row in rows:
        label: list[Row] = []
        while (
            whole
            and whole[-1].bottom < row.bottom + row.height / 4
            and row.bottom - whole[-1].bottom < TALLEST * row.height
            and whole[-1].right < row.left
            and (not label or whole[-1].bottom - label[0].bottom < 1.5 * row.height)
        ):
            label.insert(0, whole.pop())
        words = " ".join(each.text for each in label)
        if len(words) > LONGEST_LABEL:  # the page's next column
            whole.extend(label)
        elif label:
            first = Cell(words, label[0].left, max(each.right for each in label))
            row = row._replace(cells=(first, *row.cells))
        whole.append(row)
    return whole
