"""A file of comps as the one table: read once, row by row."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.ingest.comps import columns
from offerlab.ingest.comps.comp import REPEATED, SAME_CASE, Comp, Comps, Drop, Tally
from offerlab.ingest.comps.group import read_groups
from offerlab.ingest.comps.guess import make_plan
from offerlab.ingest.comps.header import SEARCHED, find_header, with_units
from offerlab.ingest.comps.kind import KNOWN
from offerlab.ingest.comps.label_reader import LabelReader, cell_of
from offerlab.ingest.comps.plan import Plan, Wish
from offerlab.ingest.comps.row import RowReader
from offerlab.ingest.comps.shape import Shape
from offerlab.ingest.sheet.sheet import open_sheet
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from offerlab.ingest.comps.bulk import Bulk
    from offerlab.ingest.sheet.sheet import Row, Sheet

LEAST_BYTES = 6_000_000
"""Size of a file from which reading it by column is the faster."""
_SAMPLE = 400
_TOLD_EVERY = 2_000

BLANK = "a blank row"


def read_comps(
    path: str | Path,
    mapping: Mapping[str, str] | Iterable[str] = (),
    *,
    measure: str = "",
    currency: str = "",
    period: str = "",
    unit: float = 1.0,
    library: Library = SHIPPED,
    tell: Callable[[int], None] | None = None,
) -> Comps:
    """Read a file of comps.

    Parameters
    ----------
    path : path
        CSV, TSV, either of them compressed by gzip, xlsx, Parquet or JSON.
    mapping : mapping of str to str, or iterable of ``field=header``
        Over what the headers tell.
    measure : str
        ``base``, ``total``, ``bonus``, ``equity_value`` or ``equity_percent``; the
        first of these that the file has if empty.
    currency, period : str
        Of pay that states none.
    unit : float
        What bare amounts are multiplied by.
    library : Library
    tell : callable, optional
        Called now and then with the number of rows read so far.

    Raises
    ------
    InputError
        If the file cannot be read, does not hold the measure, or a mapping names
        what is not there.
    """
    wish = Wish(measure, mapping_of(mapping), currency, period, unit)
    sheet = open_sheet(path)
    rows = iter(sheet.rows)
    first = list(itertools.islice(rows, SEARCHED + _SAMPLE))
    if not first:
        raise InputError(path, "is empty")
    place = find_header(first[:SEARCHED], _is_known)
    line, header = first[place]
    below = first[place + 1 :]
    last = line  # of the header
    if below and (named := with_units(header, below[0][1], columns.is_pay)):
        header = named
        last = below.pop(0)[0]
    sample = [cells for _, cells in below]
    plan = make_plan(str(path), line, [name.strip() for name in header], sample, wish)
    shape = Shape(str(path), plan, sample)
    rows = itertools.chain(below, rows)
    if tell is not None:
        tell(0)
        rows = _told(rows, tell)
    return _read(sheet, plan, rows, shape, library, last)


def _told(rows: Iterator[Row], tell: Callable[[int], None]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number % _TOLD_EVERY == 0:
            tell(number)
        yield row


def mapping_of(mapping: Mapping[str, str] | Iterable[str]) -> dict[str, str]:
    """Field to header, from ``field=header`` texts too.

    Raises
    ------
    InputError
        If a text has no equals sign.
    """
    if hasattr(mapping, "items"):
        return dict(mapping.items())
    pairs: dict[str, str] = {}
    for item in mapping:
        name, equals, header = item.partition("=")
        if not equals:
            raise InputError("--map", f"write FIELD=HEADER, as base_salary='{item}'")
        pairs[name.strip()] = header
    return pairs


def _is_known(words: str) -> bool:
    return words in KNOWN or bool(columns.field_of(words) or columns.is_pay(words))


def _read(
    sheet: Sheet, plan: Plan, rows: Iterator[Row], shape: Shape, library: Library,
    header_line: int,
) -> Comps:  # fmt: skip
    tally = Tally()
    repaired = 0
    kept: Sequence[Comp]
    cases: Iterable[str] = ()
    if plan.grid:
        kept, read = read_groups(sheet.file, plan, rows, tally, library)
    else:
        labels = LabelReader(plan, shape.words_only, library)
        bulk = _bulk(sheet, plan, header_line, labels, tally)
        if bulk is None:
            labels = LabelReader(plan, shape.words_only, library)
            reader = RowReader(plan, labels)
            kept, read, cases = _points(plan, rows, shape, reader, tally)
        else:
            kept, read, cases = bulk
        repaired = labels.repaired
        if unclear := labels.unclear_codes:
            codes = "1 occupation code" if unclear == 1 else f"{unclear:,} codes"
            plan.notes.append(
                f"{codes} became a date in a spreadsheet, as Nov-21, and no title says"
                " which it was: --soc does not find it"
            )
    return Comps(
        file=sheet.file,
        format=sheet.format,
        kind=plan.kind,
        measure=plan.measure,
        measures=plan.measures,
        is_grid=bool(plan.grid),
        labels=tuple(plan.labels),
        rows=kept,
        columns=plan.columns,
        read=read,
        repaired=repaired,
        dropped=tally.dropped,
        notes=[*sheet.notes, *plan.notes],
        cases=cases,
    )


def _bulk(
    sheet: Sheet, plan: Plan, header_line: int, labels: LabelReader, tally: Tally
) -> Bulk | None:
    """The rows of a large and plain file, by column; None if it is another."""
    if sheet.plain is None or sheet.plain.size < LEAST_BYTES:
        return None
    from offerlab.ingest.comps.bulk import read_bulk  # only for large files

    return read_bulk(sheet.plain, plan, header_line, labels, tally)


def _points(
    plan: Plan, rows: Iterator[Row], shape: Shape, reader: RowReader, tally: Tally
) -> tuple[list[Comp], int, frozenset[str]]:
    """Rows of one pay each, how many were read, and all case numbers."""
    fates: dict[str | int, tuple[int, Comp | Drop]] = {}
    read = 0
    repeats = _Repeats(plan)
    for line, cells in rows:
        read += 1
        key: str | int = line
        if plan.case_at is not None:
            key = cell_of(cells, plan.case_at) or line
            if key in fates:  # the last row of a case counts
                tally.add(SAME_CASE, fates.pop(key)[0])
        fate = _fate(line, cells, shape, reader, repeats)
        fates[key] = line, shape.follow(line, cells, fate)
    shape.close()
    kept = []
    for line, fate in fates.values():
        if isinstance(fate, Comp):
            kept.append(fate)
        else:
            tally.add(fate.reason, line, fate.text)
    return kept, read, frozenset(key for key in fates if isinstance(key, str))


class _Repeats:
    """Rows seen so far, of a file in which an exact repeat is not a second pay."""

    def __init__(self, plan: Plan) -> None:
        self._counts_once = plan.kind.repeats == "row"
        self._unnamed = plan.unnamed
        self._seen: set[int] = set()

    def has(self, cells: list[str]) -> bool:
        """Whether the same cells were met before; notes them if not."""
        if not self._counts_once:
            return False
        if self._unnamed:
            cells = [c for at, c in enumerate(cells) if at not in self._unnamed]
        key = hash(tuple(cells))
        if key in self._seen:
            return True
        self._seen.add(key)
        return False


def _fate(
    line: int, cells: list[str], shape: Shape, rows: RowReader, repeats: _Repeats
) -> Comp | Drop:
    """What becomes of a row."""
    found = shape.misfit(line, cells) or rows.read(line, cells)
    if isinstance(found, Drop):
        return found if any(map(str.strip, cells)) else Drop(BLANK)
    return Drop(REPEATED) if repeats.has(cells) else found
