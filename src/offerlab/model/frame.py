"""Results as DataFrames: `pandas` is loaded by nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from offerlab.core.certainty import Certainty, TaxKind
from offerlab.model.component import Component

if TYPE_CHECKING:
    from enum import StrEnum

    from offerlab.model.ledger import Ledger, Line

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
