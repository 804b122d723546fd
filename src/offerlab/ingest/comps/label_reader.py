"""What a row says about itself beside its pay, cell by cell."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from offerlab.ingest.comps.comp import Drop
from offerlab.ingest.comps.occupation import is_code, repaired
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from offerlab.ingest.comps.plan import Plan

SUM = "a row that sums up others"
SHIFTED = "an amount where the {label} belongs: the cells are shifted"

_MOST_KEPT = 200_000
_SUMS = frozenset(
    {
        "total", "totals", "grand total", "subtotal", "sum", "average", "avg", "mean",
        "median", "min", "max", "minimum", "maximum", "count", "overall", "average:",
        "total:", "mean:", "median:", "sum:",
    }
)  # fmt: skip


class LabelReader:
    """Reads the labels of the rows of one file; texts that it knows are not read again.

    Parameters
    ----------
    plan : Plan
    words_only : mapping of str to pattern
        Label to what cannot be in it.
    library : Library

    Attributes
    ----------
    repaired, unclear_codes : int
        Rows whose code was taken for a date: with the code, and left as they are.
    """

    def __init__(
        self, plan: Plan, words_only: Mapping[str, re.Pattern[str]],
        library: Library = SHIPPED,
    ) -> None:  # fmt: skip
        self._names = tuple(plan.labels)
        self._title_at, self._library = plan.soc_title_at, library
        self._columns = [
            _Column(name, at, words_only.get(name)) for name, at in plan.labels.items()
        ]
        self.repaired = self.unclear_codes = 0

    def labels(self, place: int, texts: Sequence[str]) -> list[str]:
        """Labels of the texts of one column."""
        return [self._columns[place][text] for text in texts]

    def are_odd(self, place: int, labels: Sequence[str]) -> list[bool]:
        """Which labels of one column need a second look at their row."""
        return [label in self._columns[place].odd for label in labels]

    def read(self, cells: list[str]) -> tuple[str, ...] | Drop:
        """Labels of one row, or why it is left out."""
        width = len(cells)
        labels = tuple(
            [
                column[cells[column.place] if column.place < width else ""]
                for column in self._columns
            ]
        )
        for place, column in enumerate(self._columns):
            if column.odd and labels[place] in column.odd:
                return self._odd(cells, labels)
        return labels

    def _odd(self, cells: list[str], labels: tuple[str, ...]) -> tuple[str, ...] | Drop:
        """Labels of a row that has one of a kind that needs a second look."""
        for name, text, column in zip(self._names, labels, self._columns, strict=True):
            if column.is_refused(text):
                return Drop(SHIFTED.format(label=name), text)
        told = [label for label in labels if label]
        if len(told) == 1 and told[0].lower() in _SUMS:
            return Drop(SUM, told[0])  # beside other labels it is a firm named Max
        at = self._names.index("soc") if "soc" in self._names else None
        if at is None or is_code(labels[at]):
            return labels
        title = "" if self._title_at is None else cell_of(cells, self._title_at)
        code = repaired(labels[at], title, self._library)
        if code is None:
            self.unclear_codes += 1
            return labels
        self.repaired += 1
        return (*labels[:at], code, *labels[at + 1 :])


class _Column(dict[str, str]):
    """Text of a cell to the label that it is; those that need a second look are odd."""

    def __init__(self, name: str, place: int, refused: re.Pattern[str] | None) -> None:
        super().__init__()
        self.name, self.place, self._refused = name, place, refused
        self.odd: set[str] = set()

    def __missing__(self, text: str) -> str:
        label = sys.intern(label_of(text.strip()))
        is_date = self.name == "soc" and not is_code(label)
        if is_date or label.lower() in _SUMS or self.is_refused(label):
            self.odd.add(label)
        if len(self) < _MOST_KEPT:
            self[text] = label
        return label

    def is_refused(self, label: str) -> bool:
        """Whether a label is an amount where none can be."""
        return self._refused is not None and bool(self._refused.fullmatch(label))


def cell_of(cells: list[str], place: int) -> str:
    """Text of a cell; nothing beyond the end of a short row."""
    return cells[place].strip() if place < len(cells) else ""


def label_of(text: str) -> str:
    """A label, or nothing for what files write where they have none."""
    return "" if text.lower() in ("na", "n/a", "null", "none", "nan", "-") else text
