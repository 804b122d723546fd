"""How one file is read: which column is which, and which rows are left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from offerlab.ingest.comps.kind import Kind


@dataclass(frozen=True, slots=True)
class Source:
    """Where the pay of a row is.

    Attributes
    ----------
    low : int
        Column of the pay, or of the lower end of its range.
    high, currency_at, period_at : int or None
        Columns of the upper end, the currency and the period.
    currency, period : str
        Stated by the header or the kind; empty if not.
    hourly_at : int or None
        Column that says yes where the pay is one of an hour.
    scale : float
        1,000 or 100,000 where the header says so.
    percent : bool
        Whether the cells are parts of a company, in percent.
    points : bool
        Whether a cell of those without a unit is in basis points.
    """

    low: int
    high: int | None = None
    currency_at: int | None = None
    currency: str = ""
    period_at: int | None = None
    period: str = ""
    hourly_at: int | None = None
    scale: float = 1.0
    percent: bool = False
    points: bool = False

    @property
    def places(self) -> list[int]:
        """All columns that the pay is read from."""
        found = (
            self.low, self.high, self.currency_at, self.period_at, self.hourly_at,
        )  # fmt: skip
        return [place for place in found if place is not None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows that are left out because of one cell."""

    column: int
    reason: str
    leaves_out: Callable[[str], bool]


@dataclass(slots=True)
class Plan:
    """Everything that the reading of the rows needs."""

    kind: Kind
    header: Sequence[str]
    measure: str
    measures: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    grid: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, int] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    case_at: int | None = None
    period: str = "year"
    soc_title_at: int | None = None
    unnamed: frozenset[int] = frozenset()
    columns: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks of the reading.

    Attributes
    ----------
    measure : str
        Empty for the first that the file has.
    mapping : mapping of str to str
        Field to header, over what the headers tell.
    currency, period : str
        Of pay that states none; the wanted currency decides between columns.
    unit : float
        What bare amounts are multiplied by: 1,000 or 100,000.
    """

    measure: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    currency: str = ""
    period: str = ""
    unit: float = 1.0
