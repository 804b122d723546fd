"""Rows of a file of comps on their way into the store, and out of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb  # this module is imported for kept files only

from offerlab.core.grid import AtLeast
from offerlab.errors import InputError
from offerlab.ingest.comps.comp import Comp
from offerlab.ingest.comps.rows import Table
from offerlab.ingest.comps.store import DAMAGED
from offerlab.ingest.sheet.sheet import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from offerlab.ingest.comps.comp import Comps

LEAST_ROWS = 30_000
"""Rows from which a table is the faster."""

_BATCH = 20_000
_PAY = ("low", "high", "currency", "period", "indian")


def frame_of(comps: Comps) -> pd.DataFrame:
    """Rows of one measure as they are kept, and the cases that were left out."""
    import pandas as pd

    rows = comps.rows
    kept = (
        rows.columns() if isinstance(rows, Table) else _columns(rows, len(comps.labels))
    )
    own = set(kept["case"])
    none = ("",) * len(comps.labels)
    others = [Comp(0, none, case=each) for each in sorted(set(comps.cases) - own)]
    frames = []
    for columns, is_kept in ((kept, True), (_columns(others, len(none)), False)):
        frame = pd.DataFrame({"line": columns["line"]})
        frame.insert(0, "measure", comps.measure)
        for name in _PAY:
            frame[name] = columns[name]
        frame["percentiles"] = columns["percentiles"]
        frame["case_number"] = columns["case"]
        frame["kept"] = is_kept
        for label, texts in zip(comps.labels, columns["labels"], strict=True):
            frame[f"label_{label}"] = texts
        frames.append(frame)
    frame = pd.concat(frames if others else frames[:1], ignore_index=True)
    return frame.astype({"low": "float64", "high": "float64", "percentiles": "object"})


def _columns(rows: Sequence[Comp], labels: int) -> Mapping[str, Any]:
    columns: dict[str, Any] = {
        name: [getattr(row, name) for row in rows] for name in ("line", "case", *_PAY)
    }
    columns["percentiles"] = [_grid_text(row) for row in rows]
    columns["labels"] = [[row.labels[at] for row in rows] for at in range(labels)]
    return columns


def read_kept(
    path: Path, measure: str, labels: Sequence[str], *, is_large: bool
) -> tuple[Sequence[Comp], Iterable[str]]:
    """Rows of one measure, as a table if they are many, and the numbers of all filings.

    Raises
    ------
    InputError
        If the file is damaged.
    """
    try:
        return (_table if is_large else _listed)(path, measure, labels)
    except (duckdb.Error, NotPlainError) as error:
        raise InputError(path, DAMAGED) from error


def _table(
    path: Path, measure: str, labels: Sequence[str]
) -> tuple[Sequence[Comp], Iterable[str]]:
    import numpy as np

    from offerlab.ingest.comps.pay_text import Pay
    from offerlab.ingest.comps.table import Cases, CompTable, groups_of
    from offerlab.ingest.sheet.scan import Scan

    columns = {name: f"{name}::VARCHAR" for name in _PAY}
    names = [f"label_{label}" for label in labels]
    scan = Scan(
        "(SELECT * FROM read_parquet(?) WHERE measure = ?)",
        [str(path), measure],
        columns | {name: f'"{name}"' for name in names},
        {"line": "line", "kept": "kept"},
    )
    pay = [scan.column(name) for name in _PAY]
    first, pay_of, _ = groups_of([each.codes for each in pay])
    pays = []
    for row in first.tolist():
        low, high, currency, period, indian = (c.texts[c.codes[row]] for c in pay)
        ends = [float(end) if end else None for end in (low, high)]
        pays.append(Pay(ends[0], ends[1], currency, period, indian == "true"))
    cases = Cases(scan, "case_number")
    return CompTable(
        pays, pay_of, [scan.column(name) for name in names], scan.numbers("line"),
        np.flatnonzero(scan.numbers("kept")), cases,
    ), cases  # fmt: skip


def _listed(
    path: Path, measure: str, labels: Sequence[str]
) -> tuple[Sequence[Comp], Iterable[str]]:
    columns = "".join(f', "label_{label}"' for label in labels)
    query = (
        f"SELECT line, {', '.join(_PAY)}, percentiles, case_number, kept{columns}"
        " FROM read_parquet(?) WHERE measure = ? ORDER BY line"
    )
    rows: list[Comp] = []
    cases: set[str] = set()
    with duckdb.connect() as connection:
        found = connection.execute(query, [str(path), measure])
        while batch := found.fetchmany(_BATCH):
            for row in batch:
                line, low, high, currency, period, indian, grid, case, own = row[:9]
                if case:
                    cases.add(case)
                if own:
                    pay = low, high, currency, period, indian, _grid(grid), case
                    rows.append(Comp(line, row[9:], *pay))
    return tuple(rows), cases


def _grid_text(row: Comp) -> str:
    """Percentiles of a group as JSON; one that a source cut off is a list of one."""
    if not row.percentiles:
        return ""
    return json.dumps(
        {
            str(percent): [pay.at_least] if isinstance(pay, AtLeast) else pay
            for percent, pay in row.percentiles.items()
        }
    )


def _grid(text: str) -> dict[int, float | AtLeast]:
    if not text:
        return {}
    return {
        int(percent): AtLeast(pay[0]) if isinstance(pay, list) else pay
        for percent, pay in json.loads(text).items()
    }
