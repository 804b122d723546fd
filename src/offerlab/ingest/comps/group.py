"""Rows of percentiles: published wages of an occupation, or anybody's own table."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from offerlab.core.grid import AtLeast
from offerlab.ingest.comps.comp import Comp, Tally
from offerlab.ingest.comps.currency import header_currency
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.pay_text import Pay, read_pay
from offerlab.ingest.comps.period import PER_YEAR, header_period
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from offerlab.ingest.comps.plan import Plan
    from offerlab.ingest.sheet.sheet import Row

_NOT_RELEASED = frozenset({"", "*", "**", "~", "-", "na", "n/a", "(na)", "x"})
_CUT_OFF = "#"
_HOURLY = "h median"


def read_groups(
    file: str,
    plan: Plan,
    rows: Iterator[Row],
    tally: Tally,
    library: Library = SHIPPED,
) -> tuple[list[Comp], int]:
    """Groups of the file, and how many rows were read.

    A group of which no yearly wage is published is kept without percentiles, with
    its hourly median, so that a question about it can be told why.
    """
    lines = list(rows)
    cut = _threshold(file, plan, lines, library)
    kept = []
    for line, cells in lines:
        if not any(map(str.strip, cells)):
            tally.add("a blank row", line)
            continue
        found = _percentiles(plan, cells, cut)
        if isinstance(found, str):
            tally.add(
                found, line, " ".join(_cell(cells, p) for p in plan.grid.values())
            )
            continue
        if not found and plan.kind.sampled != "estimates":
            tally.add("no percentile", line)
            continue
        kept.append(_comp(plan, line, cells, found))
    return kept, len(lines)


def _comp(
    plan: Plan, line: int, cells: list[str], found: Mapping[int, float | AtLeast]
) -> Comp:
    labels = tuple(_cell(cells, at) for at in plan.labels.values())
    first = plan.header[next(iter(plan.grid.values()))]
    currency = plan.kind.currency or header_currency(words_of(first))
    hourly = next(
        (
            pay.low
            for place, name in enumerate(plan.header)
            if words_of(name) == _HOURLY
            and isinstance(pay := read_pay(_cell(cells, place)), Pay)
        ),
        None,
    )
    return Comp(
        line, labels, low=hourly, currency=currency, period="year", percentiles=found
    )


def _cell(cells: list[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _percentiles(
    plan: Plan, cells: list[str], cut: float
) -> dict[int, float | AtLeast] | str:
    """Percentiles of a row, a year; the reason if they cannot be."""
    found: dict[int, float | AtLeast] = {}
    for name, place in plan.grid.items():
        text = _cell(cells, place)
        if text.lower() in _NOT_RELEASED:
            continue
        if text == _CUT_OFF:
            found[int(name[1:])] = AtLeast(cut)
            continue
        pay = read_pay(text)
        if isinstance(pay, str) or pay.low is None or pay.low != pay.high:
            return "a percentile was not understood"
        period = pay.period or header_period(words_of(plan.header[place])) or "year"
        found[int(name[1:])] = pay.low * PER_YEAR[period]
    pays = [_least(pay) for pay in found.values()]
    if pays != sorted(pays):
        return "the percentiles are out of order"
    if pays and pays[0] < 1000:
        return "a percentile is under 1,000 a year: give its period or its unit"
    return found


def _least(pay: float | AtLeast) -> float:
    return pay.at_least if isinstance(pay, AtLeast) else pay


def _threshold(file: str, plan: Plan, lines: list[Row], library: Library) -> float:
    """Wage that ``#`` stands for: of the year in the file's name, else of its values.

    Without a year the lowest threshold holds, unless the file publishes a wage
    above it.
    """
    path = library.find("market_data/oews_topcode.csv")
    with path.open(encoding="utf-8", newline="") as table:
        steps = [(int(r["since"]), float(r["yearly"])) for r in csv.DictReader(table)]
    year = re.search(r"(?<!\d)(?:M|_|-)?(20\d\d)(?!\d)", file.rpartition("/")[2])
    if year:
        return max(cut for since, cut in steps if since <= int(year[1]))
    pays = [
        pay.low or 0.0
        for _, cells in lines
        for place in plan.grid.values()
        if isinstance(pay := read_pay(_cell(cells, place)), Pay)
    ]
    highest = max(pays, default=0.0)
    cuts = sorted(cut for _, cut in steps)
    return next((cut for cut in cuts if cut >= highest), cuts[0])
