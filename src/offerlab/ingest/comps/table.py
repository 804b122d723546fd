"""The table of a large file of comps: each pay and each label once, rows as numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, overload

import numpy as np  # this module is imported for large files only

from offerlab.ingest.comps.comp import Comp
from offerlab.ingest.comps.rows import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from offerlab.ingest.comps.pay_text import Pay
    from offerlab.ingest.sheet.scan import Column, Scan

_MOST_SLOTS = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class CompTable(Table):
    """Rows of a large file.

    Attributes
    ----------
    pays : sequence of Pay
        Different pays of the file.
    pay_of : array of int, shape (rows of the file,)
        Place of a row's pay.
    labels : sequence of Column
        Different texts of each label, and the place of a row's text.
    lines : array of int, shape (rows of the file,)
    places : array of int, shape (rows of the table,)
        Rows of the file that are in the table, in their order.
    cases : callable, optional
        Gives the number of each filing of the file.
    """

    pays: Sequence[Pay]
    pay_of: NDArray[Any]
    labels: Sequence[Column]
    lines: NDArray[Any]
    places: NDArray[Any]
    cases: Callable[[], Sequence[str]] | None = None

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Comp: ...
    @overload
    def __getitem__(self, index: slice) -> CompTable: ...
    def __getitem__(self, index: int | slice) -> Comp | CompTable:
        if isinstance(index, slice):
            return replace(self, places=self.places[index])
        return self._comp(int(self.places[index]))

    def __iter__(self) -> Iterator[Comp]:
        rows = self.places.tolist()
        if self.cases is None:
            return map(self._comp, rows)
        cases = self.cases()
        return map(self._comp, rows, [cases[row] for row in rows])

    def _comp(self, row: int, case: str = "") -> Comp:
        labels = tuple([column.texts[column.codes[row]] for column in self.labels])
        pay = self.pays[self.pay_of[row]]
        return Comp(
            int(self.lines[row]), labels, pay.low, pay.high, pay.currency, pay.period,
            pay.indian, case=case,
        )  # fmt: skip

    def columns(self) -> Mapping[str, Any]:
        """Arrays of the fields of `Comp`."""
        pay = self.pay_of[self.places]
        found: dict[str, Any] = {"line": self.lines[self.places].astype(np.int64)}
        for name in ("low", "high", "currency", "period", "indian"):
            each = [getattr(pay, name, None) for pay in self.pays]
            found[name] = np.array(each, dtype=object)[pay]
        found["percentiles"] = ""
        found["case"] = ""
        if self.cases is not None:
            found["case"] = np.array(self.cases(), dtype=object)[self.places]
        found["labels"] = [
            np.array(column.texts, dtype=object)[column.codes[self.places]]
            for column in self.labels
        ]
        return found

    def where(self, places: Sequence[int], holds: Callable[..., bool]) -> CompTable:
        """Rows whose labels pass a test."""
        columns = [self.labels[place] for place in places]
        first, group, _ = groups_of([each.codes[self.places] for each in columns])
        rows = self.places[first]
        held = [
            holds(*(column.texts[column.codes[row]] for column in columns))
            for row in rows.tolist()
        ]
        return replace(self, places=self.places[np.array(held, dtype=bool)[group]])

    def texts(self, place: int) -> set[str]:
        """Texts of a label."""
        column = self.labels[place]
        present = np.bincount(column.codes[self.places], minlength=1)
        return {column.texts[code] for code in np.flatnonzero(present).tolist()}

    def alike(self, places: Sequence[int]) -> list[Comp]:
        """One row for all of the same pay and labels."""
        first, _, counts = self._alike(places)
        found = []
        for at in np.argsort(first).tolist():
            row = self._comp(int(self.places[first[at]]))
            labels = tuple(
                [text if n in places else "" for n, text in enumerate(row.labels)]
            )
            found.append(row._replace(labels=labels, times=int(counts[at])))
        return found

    def of(self, groups: Collection[Comp], places: Sequence[int]) -> CompTable:
        """Rows behind some of what `alike` gave."""
        first, group, _ = self._alike(places)
        if len(groups) == len(first):
            return self
        held = np.isin(self.lines[self.places[first]], [row.line for row in groups])
        return replace(self, places=self.places[held[group]])

    def _alike(self, places: Sequence[int]) -> tuple[NDArray[Any], ...]:
        codes = [self.labels[place].codes[self.places] for place in places]
        return groups_of([self.pay_of[self.places], *codes])


class Cases:
    """Numbers of the filings of a file, read when they are asked for."""

    def __init__(self, scan: Scan, text: str) -> None:
        self._scan, self._text = scan, text

    def __iter__(self) -> Iterator[str]:
        return filter(None, self._scan.texts(self._text))

    def __call__(self) -> list[str]:
        """Number of each row, empty where it has none."""
        return list(self._scan.texts(self._text))


def groups_of(codes: Sequence[NDArray[Any]]) -> tuple[NDArray[Any], ...]:
    """Rows of the same codes as groups.

    Parameters
    ----------
    codes : sequence of arrays of int, shape (rows,)
        At least one.

    Returns
    -------
    first : array of int, shape (groups,)
        First row of each group.
    group : array of int, shape (rows,)
    counts : array of int, shape (groups,)
    """
    group = np.zeros(len(codes[0]), dtype=np.int64)
    for each in codes:
        # Two columns at a time: the numbers of their pairs cannot grow beyond bounds.
        group = _closed(group * (int(each.max(initial=0)) + 1) + each)
    counts = np.bincount(group)
    first = np.zeros(len(counts), dtype=np.int64)
    first[group[::-1]] = np.arange(len(group))[
        ::-1
    ]  # the last one written is the first
    return first, group, counts


def _closed(key: NDArray[Any]) -> NDArray[Any]:
    """Numbers without gaps, from 0, of the same order."""
    size = int(key.max(initial=0)) + 1
    if size > _MOST_SLOTS + 4 * len(key):
        return np.unique(key, return_inverse=True)[1]
    present = np.zeros(size, dtype=bool)
    present[key] = True
    numbers = np.cumsum(present) - 1
    return np.take(numbers, key)
