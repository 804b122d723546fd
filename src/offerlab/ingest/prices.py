"""A CSV of dated prices of a share: the columns ``date`` and ``price`` or ``close``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.price import PricePath
from offerlab.errors import InputError, Place
from offerlab.ingest import amount
from offerlab.ingest.csv_rows import overfull, read_rows
from offerlab.ingest.text import read_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

COLUMNS = (("date",), ("price", "close"))
SHOWN = 3
"""Bad rows that the sentence quotes."""


def read_prices(path: Path) -> PricePath:
    """Read the prices of a file.

    Raises
    ------
    InputError
        If it cannot be read or lacks a column, and for rows that cannot be used:
        all are counted and the first are quoted with their lines.
    """
    header, lines = read_rows(read_text(path), path)
    names = [name.lower() for name in header]
    places = [_place(names, known, path) for known in COLUMNS]
    found: dict[date, float] = {}
    faults: list[str] = []
    for line, row in lines:
        try:
            if fault := overfull(row, header):
                raise ValueError(fault)
            when, price = _row(row, places)
            if when in found:
                raise ValueError(f"{when} appears twice")
            found[when] = price
        except ValueError as error:
            faults.append(f"line {line}: {error}")
    if faults:
        more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        raise InputError(
            path,
            f"{len(faults)} of {len(lines)} rows cannot be used: "
            + "; ".join(faults[:SHOWN])
            + more,
        )
    if not found:
        raise InputError(path, "has a header and no price below it")
    days = tuple(sorted(found))
    return PricePath(str(path), days, tuple(found[day] for day in days))


def _place(header: list[str], names: tuple[str, ...], path: Path) -> int:
    found = [place for place, name in enumerate(header) if name in names]
    if len(found) != 1:
        what = f"no column '{names[0]}'" if not found else f"two columns '{names[0]}'"
        raise InputError(
            Place(path, 1), f"there is {what}; it needs 'date' and 'price'"
        )
    return found[0]


def _row(row: list[str], places: list[int]) -> tuple[date, float]:
    cells = [row[at].strip() if at < len(row) else "" for at in places]
    when, price = amount.parse_date(cells[0]), amount.parse_price(cells[1])
    if price <= 0:
        raise ValueError(f"a price of {cells[1]} is not above 0")
    return when, price
