"""Whether the rows of a file keep the shape that its first rows have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place
from offerlab.ingest.comps import columns
from offerlab.ingest.comps.comp import Comp, Drop
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.label_reader import SHIFTED
from offerlab.ingest.comps.pay_text import NO_PAY, UNCLEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.ingest.comps.plan import Plan

HEADER_AGAIN = "the header again"
TOO_LONG = "more cells than the header"

_AMOUNT = re.compile(r"[$€£₹]? ?\d[\d,]{3,}(?:\.\d+)?")
_NO_POSTCODE = re.compile(r"[$€£₹] ?\d[\d,]{3,}|\d{1,3}(?:,\d{3})+|\d{6,}")
_PAY_IN = dict.fromkeys(("role", "employer"), _AMOUNT) | dict.fromkeys(
    ("city", "state", "country", "location"), _NO_POSTCODE
)
"""Label of words only to what cannot be in it."""

_OTHER_TABLE = re.compile(r"[;\t|].*\d{4}")
_LEAST_ROWS, _LEAST_PART = 5, 4


class Shape:
    """Follows the rows of a file: refuses one whose columns change half way.

    Parameters
    ----------
    file : str
    plan : Plan
    sample : sequence of sequence of str
        First rows: a label that holds amounts there may hold them later.

    Attributes
    ----------
    words_only : mapping of str to pattern
        Label of words to the amounts that would not belong there.
    """

    def __init__(self, file: str, plan: Plan, sample: Sequence[Sequence[str]]) -> None:
        first = sample[: len(sample) // 3 + 1]  # a change comes after these
        self._file = file
        self._header = [words_of(name) for name in plan.header]
        self._width = len(plan.header)
        self.words_only = {
            label: _PAY_IN[label]
            for label, place in plan.labels.items()
            if label in _PAY_IN
            and not any(_is_amount(row, place, _PAY_IN[label]) for row in first)
        }
        self._empty_of_amounts = [
            place
            for place in range(self._width)
            if not any(_is_amount(row, place) for row in first)
        ]
        shifted = (SHIFTED.format(label=label) for label in self.words_only)
        self._shifts = {TOO_LONG, *shifted}
        self._kept = self._read = self._lost = 0
        self._lost_since = 0

    def misfit(self, line: int, cells: list[str]) -> Drop | None:
        """Why a row has too many cells for the header; None if it has not.

        Raises
        ------
        InputError
            If the row is another header.
        """
        if len(cells) <= self._width or not any(map(str.strip, cells[self._width :])):
            return None
        return self._again(line, cells) or Drop(
            TOO_LONG, ", ".join(cells[self._width - 1 :])
        )

    def follow(self, line: int, cells: list[str], fate: Comp | Drop) -> Comp | Drop:
        """Note what became of a row, and say it better where it is a header.

        Raises
        ------
        InputError
            If the row is another header.
        """
        if isinstance(fate, Drop) and fate.reason in (UNCLEAR, NO_PAY):
            fate = self._again(line, cells) or fate
        self._read += 1
        if isinstance(fate, Comp):
            self._kept += 1
            self._lost = 0
        elif self._is_lost(cells, fate):
            self._lost_since = self._lost_since if self._lost else line
            self._lost += 1
        return fate

    def close(self) -> None:
        """Refuse a file of which a large last part does not fit its header.

        Raises
        ------
        InputError
            If pay was read from the first rows, and from none of many last ones.
        """
        if self._kept and is_long(self._lost, self._read):
            raise InputError(
                Place(self._file, self._lost_since),
                "split the file here and read its parts one by one: from this row on"
                f" no row fits the header ({self._lost:,} of {self._read:,})",
            )

    def _is_lost(self, cells: list[str], drop: Drop) -> bool:
        """Whether the row has an amount, but not where the header has the pay."""
        if drop.reason in (UNCLEAR, NO_PAY):
            filled = [cell for cell in cells if cell.strip()]
            return any(
                _is_amount(cells, place) for place in self._empty_of_amounts
            ) or (
                len(filled) == 1 < self._width and bool(_OTHER_TABLE.search(filled[0]))
            )
        return drop.reason in self._shifts

    def _again(self, line: int, cells: list[str]) -> Drop | None:
        """The row as a repeat of the header; None if it is none.

        Raises
        ------
        InputError
            If it is the header of other columns.
        """
        filled = [cell.strip() for cell in cells if cell.strip()]
        if len(filled) < 2 or any(char.isdigit() for cell in filled for char in cell):
            return None
        words = [words_of(cell) for cell in cells]
        if words == self._header:
            return Drop(HEADER_AGAIN)
        known = sum(bool(columns.field_of(w) or columns.is_pay(w)) for w in words)
        if known < 2 or known * 2 < len(filled) or not any(map(columns.is_pay, words)):
            return None
        raise InputError(
            Place(self._file, line),
            "split the file here and read its parts one by one: its columns change"
            f" ({', '.join(filled)[:80]})",
        )


def _is_amount(
    cells: Sequence[str], place: int, pattern: re.Pattern[str] = _AMOUNT
) -> bool:
    cell = cells[place].strip() if place < len(cells) else ""
    return cell[-1:].isdigit() and bool(pattern.fullmatch(cell))


def is_long(lost: int, read: int) -> bool:
    """Whether so many last rows that do not fit are a table of their own."""
    return lost >= _LEAST_ROWS and lost * _LEAST_PART >= read
