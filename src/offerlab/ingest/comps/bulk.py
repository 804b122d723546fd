"""A large and plain file of comps, by column: each pay and label is read once.

What becomes of a row is what the reading row by row says of its cells; a file that has
rows to which their neighbors matter, such as a second header, is left to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np  # this module is imported for large files only

from offerlab.ingest.comps.comp import EXAMPLES, REPEATED, SAME_CASE, Drop
from offerlab.ingest.comps.label_reader import SHIFTED
from offerlab.ingest.comps.pay_text import NO_PAY, UNCLEAR
from offerlab.ingest.comps.row import pay_of
from offerlab.ingest.comps.shape import is_long
from offerlab.ingest.comps.table import Cases, CompTable, groups_of
from offerlab.ingest.sheet.scan import Column, scan_plain
from offerlab.ingest.sheet.sheet import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from offerlab.ingest.comps.comp import Tally
    from offerlab.ingest.comps.label_reader import LabelReader
    from offerlab.ingest.comps.plan import Plan
    from offerlab.ingest.sheet.sheet import Plain


class Bulk(NamedTuple):
    """What was read."""

    rows: CompTable
    read: int
    cases: Iterable[str]


def read_bulk(
    plain: Plain, plan: Plan, skip: int, labels: LabelReader, tally: Tally
) -> Bulk | None:
    """Read a file by column; None where it has to be read row by row.

    Parameters
    ----------
    plain : Plain
    plan : Plan
    skip : int
        Lines above the first row.
    labels : LabelReader
    tally : Tally
        Gets what was left out; nothing if the answer is None.
    """
    if plan.kind.repeats == "row" and plan.case_at is not None:
        return None
    try:
        return _Reading(plain, plan, skip, labels).read(tally)
    except NotPlainError:
        return None


class _Reading:
    """One file on its way from columns to a table."""

    def __init__(
        self, plain: Plain, plan: Plan, skip: int, labels: LabelReader
    ) -> None:
        self._plan, self._labels = plan, labels
        self._first_line = skip + 1
        width, places = len(plan.header), {*plan.labels.values(), plan.soc_title_at}
        keys = {at for source in plan.sources for at in source.places}
        keys |= {rule.column for rule in plan.rules}
        wanted = sorted(keys | {at for at in places if at is not None})
        whole = [at for at in range(width) if at not in plan.unnamed]
        repeats = whole if plan.kind.repeats == "row" else ()
        self._scan = scan_plain(plain, skip, width, wanted, repeats, plan.case_at)
        self._columns = {at: self._scan.column(f"c{at}") for at in wanted}
        first, self._pay_of, _ = groups_of([self._columns[at].codes for at in keys])
        self._fates = [pay_of(plan, self._cells(keys, row)) for row in first.tolist()]
        self._own = [
            Column(
                labels.labels(place, self._columns[at].texts), self._columns[at].codes
            )
            for place, at in enumerate(plan.labels.values())
        ]

    def read(self, tally: Tally) -> Bulk:
        """Rows that are kept; the others are counted.

        Raises
        ------
        NotPlainError
            If a row may be a second header, or the rows stop to fit theirs.
        """
        is_pay = np.array([not isinstance(fate, Drop) for fate in self._fates], bool)
        kept = is_pay[self._pay_of]
        drops = self._second_look(kept)
        kept[[*drops]] = False
        repeated = self._repeated(kept)
        kept[repeated] = False
        self._check_order(kept, drops)
        gone = self._superseded(tally)
        left = ~kept
        left[gone] = kept[gone] = False
        self._count(left, drops, repeated, tally)
        case = self._plan.case_at
        cases = None if case is None else Cases(self._scan, f"c{case}")
        lines = np.arange(self._scan.count, dtype=np.uint32) + self._first_line
        table = CompTable(
            self._fates, self._pay_of, self._own, lines,  # type: ignore[arg-type]
            np.flatnonzero(kept), cases,
        )  # fmt: skip
        return Bulk(table, self._scan.count, cases or ())

    def _cells(self, places: Iterable[int], row: int) -> list[str]:
        """Cells of a row, of which only some columns are filled in."""
        cells = [""] * len(self._plan.header)
        for at in places:
            column = self._columns[at]
            cells[at] = column.texts[column.codes[row]]
        return cells

    def _second_look(self, kept: NDArray[Any]) -> dict[int, Drop]:
        """Read the rows with odd labels one by one; gives those to leave out."""
        odd = np.zeros(self._scan.count, dtype=bool)
        for place, column in enumerate(self._own):
            odd |= _having(column, self._labels.are_odd(place, column.texts))
        drops: dict[int, Drop] = {}
        repairs: dict[int, dict[int, str]] = {}
        for row in np.flatnonzero(odd & kept).tolist():
            found = self._labels.read(self._cells(self._columns, row))
            if isinstance(found, Drop):
                drops[row] = found
                continue
            for place, text in enumerate(found):
                column = self._own[place]
                if column.texts[column.codes[row]] != text:
                    repairs.setdefault(place, {})[row] = text
        for place, rows in repairs.items():
            self._own[place] = _repaired(self._own[place], rows)
        return drops

    def _repeated(self, kept: NDArray[Any]) -> NDArray[Any]:
        """Rows that repeat another that is kept, but for the first of each."""
        if self._plan.kind.repeats != "row":
            return np.zeros(0, dtype=np.int64)
        rows = np.flatnonzero(kept)
        _, first = np.unique(self._scan.numbers("alike")[rows], return_index=True)
        again = np.ones(len(rows), dtype=bool)
        again[first] = False
        return rows[again]

    def _superseded(self, tally: Tally) -> list[int]:
        """Rows whose filing comes again, which are counted."""
        if self._plan.case_at is None:
            return []
        again = sorted(self._scan.again("name"), key=lambda pair: pair[1])
        gone = [row for row, _ in again]
        self._tell(tally, SAME_CASE, gone, [""] * EXAMPLES)
        return gone

    def _check_order(self, kept: NDArray[Any], drops: dict[int, Drop]) -> None:
        """Leave a file to the reading row by row where neighbors may matter."""
        if not self._any_cell(lambda text: bool(text.strip()))[~kept].all():
            raise NotPlainError  # blank rows have a reason of their own
        lost = np.array(
            [
                isinstance(f, Drop) and f.reason in (UNCLEAR, NO_PAY)
                for f in self._fates
            ],
            dtype=bool,
        )[self._pay_of]
        if not self._any_cell(lambda text: any(map(str.isdigit, text)))[lost].all():
            raise NotPlainError  # another header
        shifted = [row for row, drop in drops.items() if drop.reason in self._shifts]
        lost[shifted] = True
        found = np.flatnonzero(kept)
        last = int(found[-1]) if len(found) else len(kept)
        if is_long(int(np.count_nonzero(lost[last + 1 :])), len(kept)):
            raise NotPlainError  # the last part may be another table

    def _any_cell(self, test: Callable[[str], bool]) -> NDArray[Any]:
        """Rows of which a cell that was read passes a test."""
        found = np.zeros(self._scan.count, dtype=bool)
        for column in self._columns.values():
            found |= _having(column, [test(text) for text in column.texts])
        return found

    @property
    def _shifts(self) -> set[str]:
        return {SHIFTED.format(label=label) for label in self._plan.labels}

    def _count(
        self, left: NDArray[Any], drops: dict[int, Drop], repeated: NDArray[Any],
        tally: Tally,
    ) -> None:  # fmt: skip
        """Count the rows that are left out, by reason in the order of meeting."""
        reasons: dict[str, int] = {}
        codes = [
            reasons.setdefault(fate.reason, len(reasons))
            if isinstance(fate, Drop)
            else 0
            for fate in self._fates
        ]
        why = np.array(codes, dtype=np.int16)[self._pay_of]
        for row, drop in drops.items():
            why[row] = reasons.setdefault(drop.reason, len(reasons))
        why[repeated] = reasons.setdefault(REPEATED, len(reasons))
        found = [
            (np.flatnonzero(left & (why == code)), reason)
            for reason, code in reasons.items()
        ]
        for rows, reason in sorted(
            ((rows, reason) for rows, reason in found if len(rows)),
            key=lambda each: int(each[0][0]),
        ):
            first = rows[:EXAMPLES].tolist()
            fates = [drops.get(row) or self._fates[self._pay_of[row]] for row in first]
            texts = [fate.text if isinstance(fate, Drop) else "" for fate in fates]
            self._tell(tally, reason, rows.tolist(), texts)

    def _tell(
        self, tally: Tally, reason: str, rows: Sequence[int], texts: Sequence[str]
    ) -> None:
        """Count rows of one reason, the first of them as examples."""
        for row, text in zip(rows, texts, strict=False):
            tally.add(reason, self._first_line + row, text)
        if len(rows) > len(texts):
            more = rows[len(texts) :]
            tally.add(reason, self._first_line + more[0], rows=len(more))


def _having(column: Column, held: Sequence[bool]) -> NDArray[Any]:
    """Rows whose text in a column is one for which `held` is true."""
    return np.take(np.array(held, dtype=bool), column.codes)


def _repaired(column: Column, rows: Mapping[int, str]) -> Column:
    """A column in which some rows have other texts."""
    texts = [*column.texts, *dict.fromkeys(rows.values())]
    known = {text: code for code, text in enumerate(texts)}
    codes = column.codes.astype(np.min_scalar_type(len(texts)))
    codes[[*rows]] = [known[text] for text in rows.values()]
    return Column(texts, codes)
