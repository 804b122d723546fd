"""Results as DataFrames: `pandas` is loaded by nothing else."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from offerlab.core.certainty import Certainty, TaxKind
from offerlab.model.component import Component

if TYPE_CHECKING:
    from enum import StrEnum

    from offerlab.model.comparison import ComparedOffer, Comparison
    from offerlab.model.ledger import Ledger, Line
    from offerlab.model.vesting_table import VestingTable
    from offerlab.model.walkaway import Leaving, Walkaway

_WORDS: dict[str, type[StrEnum]] = {
    "component": Component,
    "certainty": Certainty,
    "tax_kind": TaxKind,
}
_COLUMNS = (
    "date", "month", "year", "component", "item", "amount", "certainty", "recurring",
    "tax_kind", "basis", "grant", "held_from", "shares",
)  # fmt: skip


def ledger_frame(ledger: Ledger) -> pd.DataFrame:
    """Lines of a ledger, one row a line, then one column a valuation.

    Shares are numbers where all are whole, and floats otherwise.
    """
    frame = pd.DataFrame({name: _values(ledger, name) for name in _COLUMNS})
    frame["date"] = pd.to_datetime(frame["date"])
    for name, words in _WORDS.items():
        frame[name] = pd.Categorical(frame[name], [str(word) for word in words])
    for name in ("item", "basis"):
        frame[name] = frame[name].astype("category")
    for name in ("month", "year", "held_from"):
        frame[name] = frame[name].astype("int64")
    frame["amount"] = frame["amount"].astype("float64")
    frame["recurring"] = frame["recurring"].astype("bool")
    frame["grant"] = frame["grant"].astype("Int64")
    frame["shares"] = frame["shares"].astype("float64")
    for path in ledger.valuations:
        worths = [_worth(ledger, line, path) for line in ledger]
        frame[path] = pd.Series(worths, dtype="float64")
    return frame


def comparison_frame(comparison: Comparison) -> pd.DataFrame:
    """Offers of a comparison, one row each in the order given."""
    ranks = {id(each): rank for rank, each in comparison.ranking}
    rows = [
        {"offer": each.offer.id, "rank": ranks[id(each)], **_figures(each)}
        for each in comparison.offers
    ]
    frame = pd.DataFrame(rows)
    figures = frame.columns[2:]
    # None is unknown, and a number that is not there is NaN.
    frame[figures] = frame[figures].astype("float64")
    currency = pd.Series([comparison.currency] * len(rows), dtype="category")
    frame.insert(2, "currency", currency)
    return frame


def _figures(each: ComparedOffer) -> dict[str, float | None]:
    illiquid, headlines = each.illiquid, each.headlines
    years = {f"year_{n}": total for n, total in enumerate(each.years, start=1)}
    exits = {f"scenario.{k}": v for k, v in (illiquid.scenario or {}).items()}
    return {
        "present_value": each.present_value,
        **asdict(headlines),
        **years,
        "total": each.total,
        "benefits": each.benefits,
        "notional": illiquid.notional,
        "intrinsic": illiquid.intrinsic,
        **exits,
    }


def walkaway_frame(leaving: Walkaway) -> pd.DataFrame:
    """Leaving in each month, one row a month."""
    frame = pd.DataFrame([_leaving(row) for row in leaving.rows])
    days = ["when", "exercise_by"]
    frame[days] = frame[days].apply(pd.to_datetime)
    figures = frame.columns.difference(["month", *days], sort=False)
    frame[figures] = frame[figures].astype("float64")
    return frame


def _leaving(row: Leaving) -> dict[str, Any]:
    """One month's cells: of what is held and what is lost, a column a figure."""
    cells: dict[str, Any] = {}
    for name, value in row._asdict().items():
        if name in ("vested", "forfeited"):
            cells |= {f"{name}_{part}": x for part, x in value._asdict().items()}
        else:
            cells[name] = value
    return cells


def vesting_frame(table: VestingTable) -> pd.DataFrame:
    """Shares of many grants, one row a grant and one column a date (else a month)."""
    dated = all(day is not None for day in table.dates)
    columns = (
        pd.DatetimeIndex(table.dates, name="date")
        if dated and table.dates
        else pd.Index(table.months, name="month")
    )
    return pd.DataFrame(table.shares, columns=columns).rename_axis("grant")


def _values(ledger: Ledger, name: str) -> list[Any]:
    """One column; words as plain text."""
    found = [getattr(line, name) for line in ledger]
    if name in _WORDS:
        return [str(each) for each in found]
    if name == "shares":
        return [None if each is None else float(each) for each in found]
    return found


def _worth(ledger: Ledger, line: Line, path: str) -> float | None:
    if line.claim is None:
        return None
    worth: float | None = ledger.worth(line, path)
    return worth
