"""The dated ledger: one line per payment or vest, and nothing else to sum.

Every figure that anyone sees is a query over these lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING, Any

from offerlab.core.certainty import Certainty as Certainty
from offerlab.core.certainty import TaxKind as TaxKind
from offerlab.core.month import employment_year
from offerlab.model.component import BESIDE as BESIDE
from offerlab.model.component import VESTING as VESTING
from offerlab.model.component import Component as Component

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    import pandas as pd

    from offerlab.core.allocation import Shares
    from offerlab.core.claim import Claim
    from offerlab.model.valuation import Valuation


@dataclass(frozen=True, slots=True)
class Line:
    """One payment or vest.

    Attributes
    ----------
    date : date or None
        None when the offer has no start date.
    month : int
        Month of employment, 0 on day 0.
    component : Component
    amount : float
        Money in the offer's currency, nominal, before tax; 0 for illiquid stock.
    certainty : Certainty
    recurring : bool
        Repeats every year, or one-off.
    tax_kind : TaxKind
    basis : str
        Where the number comes from: contract, letter, verbal, assumption.
    grant : int or None
        Number of the grant, for equity.
    claim : Claim or None
        What vests, for stock: nothing about its price. None for cash.
    held_from : int
        First month at whose end somebody who leaves has been granted it.
    item : str or None
        Which benefit it is.
    """

    date: date | None
    month: int
    component: Component
    amount: float
    certainty: Certainty
    recurring: bool
    tax_kind: TaxKind
    basis: str
    grant: int | None = None
    claim: Claim | None = None
    held_from: int = 0
    item: str | None = None

    @property
    def shares(self) -> Shares | None:
        """Shares that vest; None for cash, or when the number is unknown."""
        return None if self.claim is None else self.claim.shares

    @property
    def is_illiquid(self) -> bool:
        """Whether it is private stock, which is not cash."""
        return self.certainty is Certainty.ILLIQUID

    @property
    def year(self) -> int:
        """Year of employment, from 1; a first anniversary is in year 1."""
        return employment_year(self.month)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All lines of one offer, in date order, for `horizon_years` and after.

    Cash goes on for as long as a headline needs it (four years at least); equity
    lines go on to the last vest. `within` gives what the horizon counts, `beside` the
    benefits that stand beside it. `complete` is false where any equity is unknown or
    not counted, `average_years` are what a yearly average of the first four years
    divides by (less for a shorter job), `equity_told` is false where private equity is
    unknown or not counted in full, and `unpaid_bonus` is earned within the horizon and
    paid after it.
    `valuations` are the questions that its claims answer, by the path of their figures:
    ``market`` (public stock, whose worth is the lines' amount), ``notional``,
    ``intrinsic``, ``exercise_cost``, ``scenario.NAME``.
    """

    lines: tuple[Line, ...]
    currency: str
    horizon_years: int
    start_date: date | None
    average_years: float = 4.0
    equity_told: bool = True
    complete: bool = True
    unpaid_bonus: float = 0.0
    valuations: Mapping[str, Valuation] = field(default_factory=dict)

    @property
    def exits(self) -> tuple[str, ...]:
        """Paths of the exit scenarios among its valuations: ``scenario.NAME``."""
        return tuple(path for path in self.valuations if path.startswith("scenario."))

    def worth(self, line: Line, path: str) -> Any:
        """Worth of a line's claim by one of the valuations; 0 for a line without one.

        None if it is unknown; an array where the valuation's prices are arrays.
        """
        return 0.0 if line.claim is None else self.valuations[path].worth(line.claim)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    @property
    def counted(self) -> tuple[Line, ...]:
        """All lines but the benefits, which are in no total."""
        return tuple(line for line in self.lines if line.component not in BESIDE)

    @property
    def beside(self) -> tuple[Line, ...]:
        """Benefits: lines that stand beside the total."""
        return tuple(line for line in self.lines if line.component in BESIDE)

    def within(self, years: int | None = None) -> tuple[Line, ...]:
        """Counted lines of years one to `years` (default: the horizon)."""
        last = self.horizon_years if years is None else years
        return tuple(line for line in self.counted if line.year <= last)

    def of_year(self, year: int) -> tuple[Line, ...]:
        """Counted lines of one year of employment, from 1."""
        return tuple(line for line in self.counted if line.year == year)

    def up_to(self, month: int) -> tuple[Line, ...]:
        """Counted lines up to the end of a month of employment."""
        return tuple(line for line in self.counted if line.month <= month)

    def after_horizon(self) -> tuple[Line, ...]:
        """Vests after the horizon of what was granted within it."""
        return tuple(
            line
            for line in self.counted
            if line.component in VESTING
            and line.year > self.horizon_years
            and line.held_from <= 12 * self.horizon_years
        )

    def to_frame(self) -> pd.DataFrame:
        """Lines as a DataFrame: one row a line, one column a valuation.

        Columns are those of `Line`, with `date` as datetime64 and words as categories;
        then the valuations by name, NaN where a line has no claim or is not known.
        """
        from offerlab.model.frame import ledger_frame  # only for who wants a DataFrame

        return ledger_frame(self)


def sum_known(values: Iterable[float | None]) -> float | None:
    """Sum, or None if one part is unknown."""
    known: list[float] = []
    for value in values:
        if value is None:
            return None
        known.append(value)
    return fsum(known)
