"""The user's own comps: a CSV of rows, one data point each, or of percentiles.

Columns are told from their headers, and the telling is given back, so that it can be
shown and corrected. A row that cannot be used is counted with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place
from offerlab.ingest import amount
from offerlab.ingest.csv_rows import overfull, read_rows
from offerlab.ingest.fields import nearest
from offerlab.ingest.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
THOUSANDS_BELOW = 1000
"""A yearly pay below this is in thousands, if all of the file are."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "base_salary": (
        "base_salary", "base", "salary", "base_pay", "pay", "wage", "annual_salary",
        "annual_base_salary", "base_salary_usd", "basesalary", "salary_usd",
    ),
    "role": ("role", "title", "job_title", "position", "job"),
    "level": ("level", "grade", "seniority", "experience_level"),
    "location": ("location", "city", "place", "metro", "office", "area"),
    "state": ("state",),
    "employer": ("employer", "company", "employer_name", "organization"),
    "year": ("year", "date", "work_year", "timestamp", "as_of"),
    "source": ("source",),
    "count": ("n", "count", "sample_size"),
    "p10": ("p10", "pct10", "10th"), "p25": ("p25", "pct25", "25th"),
    "p50": ("p50", "median", "pct50", "50th"), "p75": ("p75", "pct75", "75th"),
    "p90": ("p90", "pct90", "90th"),
}  # fmt: skip
PERCENTILE_COLUMNS = ("p10", "p25", "p50", "p75", "p90")


@dataclass(frozen=True, slots=True)
class Comp:
    """One row: a pay, or the percentiles of one group; texts for filtering."""

    line: int
    texts: Mapping[str, str]
    pay: float | None = None
    percentiles: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comps:
    """A file of comps.

    Attributes
    ----------
    file : str
    kind : str
        ``rows`` or ``percentiles``.
    rows : tuple of Comp
    columns : mapping of str to str
        Field to the header that it was read from.
    read : int
        Data rows of the file.
    dropped : mapping of str to list of int
        Reason to the lines that were not used.
    in_thousands : bool
        Whether every pay was in thousands and was scaled.
    """

    file: str
    kind: str
    rows: tuple[Comp, ...]
    columns: Mapping[str, str]
    read: int
    dropped: Mapping[str, list[int]]
    in_thousands: bool = False


def read_comps(path: str | Path, mapping: Iterable[str] = ()) -> Comps:
    """Read a CSV of comps.

    Parameters
    ----------
    path : path
    mapping : iterable of str
        ``field=header``, over what the headers tell.

    Raises
    ------
    InputError
        If the file cannot be read, has no wage column, no usable row, or a
        mapping names what is not there.
    """
    text = read_text(path, max_bytes=MAX_BYTES)
    header, lines = read_rows(text, path)
    columns = _columns(header, mapping, str(path))
    is_grid = any(name in columns for name in PERCENTILE_COLUMNS)
    if not is_grid and "base_salary" not in columns:
        raise InputError(
            path,
            f"has no wage column among {', '.join(header)}; name one with"
            " --map base_salary=HEADER",
        )
    places = {name: header.index(column) for name, column in columns.items()}
    read = _grids if is_grid else _points
    wide = [line for line, row in lines if overfull(row, header)]
    skipped = set(wide)
    rows, dropped, in_thousands = read(
        [each for each in lines if each[0] not in skipped], places
    )
    if wide:
        dropped["the row has more cells than the header"] = wide
    if not rows:
        reasons = "; ".join(f"{why} ({len(at)})" for why, at in dropped.items())
        raise InputError(path, f"has no usable row: {reasons or 'it has no row'}")
    return Comps(
        file=str(path),
        kind="percentiles" if is_grid else "rows",
        rows=tuple(rows),
        columns=columns,
        read=len(lines),
        dropped=dropped,
        in_thousands=in_thousands,
    )


def _columns(header: list[str], mapping: Iterable[str], path: str) -> dict[str, str]:
    repeated = [name for name, count in Counter(header).items() if count > 1 and name]
    if repeated:
        raise InputError(Place(path, 1), f"the header '{repeated[0]}' stands twice")
    plain = {re.sub(r"[^a-z0-9]+", "_", h.lower()).strip("_"): h for h in header}
    columns = {}
    for name, known in COLUMNS.items():
        found = [plain[word] for word in known if word in plain]
        if found:
            columns[name] = found[0]
    for item in mapping:
        name, _, column = item.partition("=")
        if name not in COLUMNS:
            field_hint = nearest(name, COLUMNS) or "base_salary"
            raise InputError(
                "--map", f"'{name}' is no field; did you mean '{field_hint}'?"
            )
        if column not in header:
            close = nearest(column, header)
            hint = f"; did you mean '{close}'?" if close else ""
            raise InputError(Place(path, 1), f"there is no header '{column}'{hint}")
        columns[name] = column
    return columns


_Line = tuple[int, list[str]]
_Read = tuple[list[Comp], dict[str, list[int]], bool]
_NOT_TEXT = frozenset({"base_salary", *PERCENTILE_COLUMNS})


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _texts(row: list[str], places: Mapping[str, int]) -> dict[str, str]:
    return {n: _cell(row, at) for n, at in places.items() if n not in _NOT_TEXT}


def _points(lines: list[_Line], places: Mapping[str, int]) -> _Read:
    """Rows of one pay each; what is no pay is dropped with its reason."""
    dropped: dict[str, list[int]] = {}
    found: list[tuple[int, list[str], float]] = []
    for line, row in lines:
        cell = _cell(row, places["base_salary"])
        try:
            pay = amount.parse_amount(cell)
        except ValueError:
            reason = "the pay is not a number" if cell else "no pay"
            dropped.setdefault(reason, []).append(line)
            continue
        if not 0 < pay < 1e8:
            dropped.setdefault("the pay is not positive or absurd", []).append(line)
            continue
        found.append((line, row, pay))
    in_thousands = bool(found) and all(pay < THOUSANDS_BELOW for _, _, pay in found)
    scale = 1000 if in_thousands else 1
    rows = []
    for line, row, pay in found:
        if pay < THOUSANDS_BELOW and not in_thousands:
            reason = "the pay is under 1,000 where others are whole dollars"
            dropped.setdefault(reason, []).append(line)
        else:
            rows.append(Comp(line, _texts(row, places), pay * scale))
    return rows, dropped, in_thousands


def _grids(lines: list[_Line], places: Mapping[str, int]) -> _Read:
    """Rows of percentiles; those out of order are dropped."""
    rows: list[Comp] = []
    dropped: dict[str, list[int]] = {}
    for line, row in lines:
        percentiles: dict[int, float] = {}
        reason = ""
        for name in PERCENTILE_COLUMNS:
            cell = _cell(row, places[name]) if name in places else ""
            if not cell:
                continue
            try:
                percentiles[int(name[1:])] = amount.parse_amount(cell)
            except ValueError:
                reason = "a percentile is not a number"
        pays = list(percentiles.values())
        if not reason and not pays:
            reason = "no percentile"
        elif not reason and pays != sorted(pays):
            reason = "the percentiles are out of order"
        elif not reason and min(pays) < THOUSANDS_BELOW:
            reason = "a percentile is under 1,000: write whole dollars"
        if reason:
            dropped.setdefault(reason, []).append(line)
        else:
            rows.append(Comp(line, _texts(row, places), percentiles=percentiles))
    return rows, dropped, False
