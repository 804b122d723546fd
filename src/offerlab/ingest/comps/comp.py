"""The table of comps: one row a pay as a source gives it, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from offerlab.core.grid import AtLeast
    from offerlab.ingest.comps.kind import Kind

EXAMPLES = 3
REPEATED = "an exact repeat of another row: counted once"
SAME_CASE = "the same case again: its last row counts"


_NO_GROUP: Mapping[int, float | AtLeast] = MappingProxyType({})


class Comp(NamedTuple):
    """One row: the ends of a pay, or the percentiles of one group.

    Attributes
    ----------
    line : int
        Line, or row of the workbook.
    labels : tuple of str
        In the order of `Comps.labels`.
    low, high : float or None
        Ends of the pay in `currency` a `period`, equal for one amount.
    currency, period : str
        Empty where the source does not say.
    indian : bool
        Whether the digits are grouped as 12,50,000.
    percentiles : mapping of int to float or AtLeast
        Of a group, a year; empty for one pay.
    case : str
        Number of the filing, which a later file may repeat.
    times : int
        Rows of this pay, where rows are counted and not listed.
    """

    line: int
    labels: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    currency: str = ""
    period: str = ""
    indian: bool = False
    percentiles: Mapping[int, float | AtLeast] = _NO_GROUP
    case: str = ""
    times: int = 1


class Drop(NamedTuple):
    """Why a row is left out, and the cell that says so."""

    reason: str
    text: str = ""


@dataclass(slots=True)
class Dropped:
    """Rows that were left out for one reason, with a few examples."""

    reason: str
    rows: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, line: int, text: str = "", rows: int = 1) -> None:
        """Count a row, or several of which it is the first."""
        self.rows += rows
        if len(self.examples) < EXAMPLES:
            shown = f": {text[:60]}" if text.strip() else ""
            example = f"line {line}{shown}"
            self.examples.append(
                "".join(c if c.isprintable() else " " for c in example)
            )


class Tally:
    """What was left out, by reason in the order of meeting."""

    def __init__(self) -> None:
        self._reasons: dict[str, Dropped] = {}

    def add(self, reason: str, line: int, text: str = "", rows: int = 1) -> None:
        """Count a row, or several of which it is the first."""
        self._reasons.setdefault(reason, Dropped(reason)).add(line, text, rows)

    @property
    def dropped(self) -> list[Dropped]:
        """All reasons that have a row."""
        return list(self._reasons.values())


@dataclass(frozen=True, slots=True)
class Comps:
    """A file of comps, read for one measure.

    Attributes
    ----------
    file, format : str
    kind : Kind
        What the file was recognized as.
    measure : str
        ``base``, ``total``, ``bonus``, ``equity_value`` or ``equity_percent``.
    measures : tuple of str
        All that the file has.
    is_grid : bool
        Whether a row is the percentiles of a group and not one pay.
    labels : tuple of str
        Names of the labels that the rows carry.
    rows : sequence of Comp
    columns : mapping of str to str
        Field to the header that it was read from.
    read, repaired : int
        Rows of the file; those of them that were kept after a repair.
    dropped : sequence of Dropped
    notes : sequence of str
    cases : iterable of str
        Numbers of all filings that were read.
    """

    file: str
    format: str
    kind: Kind
    measure: str
    measures: tuple[str, ...]
    is_grid: bool
    labels: tuple[str, ...]
    rows: Sequence[Comp]
    columns: Mapping[str, str]
    read: int
    repaired: int
    dropped: Sequence[Dropped]
    notes: Sequence[str]
    cases: Iterable[str] = ()

    def place(self, label: str) -> int | None:
        """Place of a label in `Comp.labels`; None if the file has none."""
        return self.labels.index(label) if label in self.labels else None

    def to_frame(self) -> pd.DataFrame:
        """Rows as a DataFrame: one row a pay, or the percentiles of one group.

        Labels, currency and period are categories; a percentile is a column such as
        ``p50``, and one that the source cut off is its lower bound.
        """
        import pandas as pd  # only if asked for

        rows = list(self.rows)
        frame = pd.DataFrame({"line": pd.Series([r.line for r in rows], dtype="int64")})
        for place, label in enumerate(self.labels):
            frame[label] = pd.Categorical([row.labels[place] for row in rows])
        if self.is_grid:
            for percent in sorted({p for row in rows for p in row.percentiles}):
                found = [row.percentiles.get(percent) for row in rows]
                frame[f"p{percent}"] = pd.Series(map(_pay, found), dtype="float64")
            return frame
        for name in ("low", "high"):
            ends = [getattr(row, name) for row in rows]
            frame[name] = pd.Series(ends, dtype="float64")
        for name in ("currency", "period"):
            frame[name] = pd.Categorical([getattr(row, name) for row in rows])
        return frame


def _pay(pay: float | AtLeast | None) -> float | None:
    """A percentile as a number; of one that is cut off, the least it can be."""
    return pay if pay is None or isinstance(pay, (int, float)) else pay.at_least
