"""Rows of percentiles: published wages of an occupation, or anybody's own table."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from offerlab.core.grid import AtLeast
from offerlab.ingest.comps.comp import Comp, Drop, Tally
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.label_reader import cell_of
from offerlab.ingest.comps.pay_text import Pay, read_pay
from offerlab.ingest.comps.percent_text import PERCENT, read_percent
from offerlab.ingest.comps.period import PER_YEAR, header_period
from offerlab.ingest.comps.row import told_of
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
    its hourly median, so that an answer can say why.
    """
    lines = list(rows)
    cut = _threshold(file, plan, lines, library)
    kept = []
    for line, cells in lines:
        if not any(map(str.strip, cells)):
            tally.add("a blank row", line)
            continue
        found = _percentiles(plan, cells, cut)
        if isinstance(found, Drop):
            tally.add(found.reason, line, found.text)
        elif not found[0] and plan.kind.sampled != "estimates":
            tally.add("no percentile", line)
        else:
            kept.append(_comp(plan, line, cells, *found))
    return kept, len(lines)


def _comp(
    plan: Plan, line: int, cells: list[str], found: Mapping[int, float | AtLeast],
    currency: str,
) -> Comp:  # fmt: skip
    labels = tuple(cell_of(cells, at) for at in plan.labels.values())
    hourly = next(
        (
            pay.low
            for place, name in enumerate(plan.header)
            if words_of(name) == _HOURLY
            and isinstance(pay := read_pay(cell_of(cells, place)), Pay)
        ),
        None,
    )
    return Comp(
        line, labels, low=hourly, currency=currency, period="year", percentiles=found
    )


def _percentiles(
    plan: Plan, cells: list[str], cut: float
) -> tuple[dict[int, float | AtLeast], str] | Drop:
    """Percentiles of a row, a year, and their currency; why they cannot be."""
    (source,) = plan.sources
    shown = " ".join(cell_of(cells, place) for place in plan.grid.values())
    found: dict[int, float | AtLeast] = {}
    currency = PERCENT if source.percent else plan.kind.currency
    for name, place in plan.grid.items():
        text = cell_of(cells, place)
        if text.lower() in _NOT_RELEASED:
            continue
        if text == _CUT_OFF:
            found[int(name[1:])] = AtLeast(cut)
            continue
        pay = (read_percent if source.percent else read_pay)(text)
        if isinstance(pay, str) or pay.low is None or pay.low != pay.high:
            return Drop("a percentile was not understood", shown)
        told = told_of(pay, source, cells)
        if isinstance(told, Drop):
            return told
        period = (
            header_period(words_of(plan.header[place])) or told.period or plan.period
        )
        found[int(name[1:])] = (told.low or 0.0) * PER_YEAR[period]
        currency = told.currency or currency
    pays = [_least(pay) for pay in found.values()]
    if pays != sorted(pays):
        return Drop("the percentiles are out of order", shown)
    if pays and pays[0] < 1000 and not source.percent:
        why = "a percentile is under 1,000 a year: give its period or its unit"
        return Drop(why, shown)
    return found, currency


def _least(pay: float | AtLeast) -> float:
    return pay.at_least if isinstance(pay, AtLeast) else pay


def _threshold(file: str, plan: Plan, lines: list[Row], library: Library) -> float:
    """Wage that ``#`` means: of the year in the file's name, else of its values.

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
        if isinstance(pay := read_pay(cell_of(cells, place)), Pay)
    ]
    highest = max(pays, default=0.0)
    cuts = sorted(cut for _, cut in steps)
    return next((cut for cut in cuts if cut >= highest), cuts[0])
