"""A page of a PDF as lines: which rows go on in the next, and where one ends."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from offerlab.ingest.letter.passage import BULLET, LABEL
from offerlab.ingest.letter.row import SAME, page_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.ingest.letter.row import Row

LOOSE = 1.2
"""Times the usual way from line to line that begins a paragraph."""
SURE = 1.6
"""Times the next word would have gone into a line that surely ends."""
FULL = 0.15
"""Part of a line that may stay empty where its words were wrapped."""
INDENT = 45
"""Points by which a first line is set in, at most."""

_LETTER = re.compile(r"[^\W_]")


def page_lines(text_page: Any, filled_from: int | None = None) -> list[str]:
    """Lines of a page as their writer meant them: wrapped ones joined, blank ones kept.

    Parameters
    ----------
    text_page : pypdfium2.PdfTextPage
    filled_from : int, optional
        Place in its text from which on it was filled in by hand.

    Returns
    -------
    list of str
        Each a paragraph, an item of a list or a row of a table, its cells apart.
    """
    return [*_joined(page_rows(text_page, filled_from))]


def _joined(rows: Sequence[Row]) -> Iterator[str]:
    """Rows, each with the ones that go on in it; a blank line where one surely ends."""
    pitch, margins = _pitch(rows), _margins(rows)
    text = ""
    for before, row in zip([None, *rows], rows, strict=False):
        room = None if before is None else _room(before, row, pitch, margins)
        if before is not None and room is not None and room < 1:
            broken = text[-1:] in "-\u2010\x02\ufffe" and text[-2:-1].isalpha()
            text += ("\n" if broken else " ") + row.text
            continue
        if text:
            yield text
        if before is not None and (room is None or room > SURE):
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
    return sorted(steps)[len(steps) // 5] if steps else 0.0


def _margins(rows: Sequence[Row]) -> dict[int, list[float]]:
    """How far to the right lines reach, by where they begin."""
    reach: dict[int, list[float]] = {}
    for row in rows:
        for cell in row.cells:
            if not _LETTER.search(cell.text):
                continue  # a ruler
            reach.setdefault(round(cell.left / SAME), []).append(cell.right)
    return reach


def _room(
    before: Row, row: Row, pitch: float, margins: dict[int, list[float]]
) -> float | None:
    """How often a row's first word would have gone into the row above it.

    Less than once where the row goes on in it; None where it cannot.
    """
    step = before.bottom - row.bottom
    if step < 0 and row.left > before.right:  # the next column of the page
        return (
            None if before.text[-1] in ".:;!?" else _words_left(before, before, margins)
        )
    if not 0.5 * row.height < step < LOOSE * pitch:
        return None
    if len(row.cells) > 1 or BULLET.match(row.text):
        return None
    inward = row.left - before.cells[-1].left
    if len(before.cells) > 1:
        return 0.0 if abs(inward) < SAME else None
    if LABEL.match(row.text):
        return None
    if BULLET.match(before.text) and SAME < inward < INDENT:
        return 0.0  # it hangs under the words after the bullet
    if not -INDENT < inward < SAME:
        return None
    return _words_left(before, row, margins)


def _words_left(before: Row, row: Row, margins: dict[int, list[float]]) -> float:
    near = round(row.left / SAME)
    reach = [right for step in (-1, 0, 1) for right in margins.get(near + step, [])]
    margin = max(reach, default=row.right)
    full = sum(right > margin - FULL * (margin - row.left) for right in reach)
    if full < 2 and not row.text[0].islower():
        return SURE  # the longest line of all is no sign of a margin
    first = row.cells[0].text.split()[0]
    width = (row.right - row.left) / len(row.text) * (len(first) + 1) or 1.0
    return (margin - SAME - before.right) / width
