"""The dated ledger: one line per payment or vest, and nothing else to sum.

Every figure that anyone sees is a query over these lines.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING

from offerlab.core.month import employment_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    import pandas as pd

    from offerlab.core.allocation import Shares


class Component(StrEnum):
    """What a line pays, in the order of a table."""

    BASE_SALARY = "base_salary"
    TARGET_BONUS = "target_bonus"
    SIGN_ON = "sign_on"
    RELOCATION = "relocation"
    EQUITY = "equity"
    REFRESHER = "refresher"
    CASH_AWARD = "cash_award"
    EMPLOYER_MATCH = "employer_match"
    BENEFIT = "benefit"


VESTING = frozenset({Component.EQUITY, Component.REFRESHER, Component.CASH_AWARD})
"""What vests: grants, later grants, and money that vests like stock."""

BESIDE = frozenset({Component.EMPLOYER_MATCH, Component.BENEFIT})
"""Components that stand beside the total and in no headline."""


class Certainty(StrEnum):
    """How sure a line is; the basis that is printed with every figure."""

    GUARANTEED = "guaranteed"
    TARGET = "target"
    DISCRETIONARY = "discretionary"
    MARKET = "market"  # public stock, at an assumed price
    ILLIQUID = "illiquid"  # private stock: not cash


class TaxKind(StrEnum):
    """How the law will look at a line; no tax is computed yet."""

    WAGES = "wages"
    SUPPLEMENTAL = "supplemental wages"
    ISO_SPREAD = "ISO spread"
    CAPITAL = "capital"
    UNTAXED = "untaxed"


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
    shares : int, Fraction or None
        Shares that vest; None for cash, or when the number is unknown.
    notional, intrinsic : float or None
        Illiquid stock at the preferred price, gross of strike; and at the 409A
        net of strike. None when an input is missing.
    scenario : tuple of float or None
        Illiquid stock in each exit scenario of the ledger, net of strike.
    exercise_cost : float or None
        What exercising the options that vest costs, tax not counted; 0 for what is
        no option, None when the strike is unknown.
    granted_month : int
        Month of employment in which it was granted.
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
    shares: Shares | None = None
    notional: float | None = None
    intrinsic: float | None = None
    scenario: tuple[float | None, ...] = ()
    exercise_cost: float | None = 0.0
    granted_month: int = 0
    item: str | None = None

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
    not counted, `equity_told` where private equity is unknown or not counted in full;
    `scenarios` are the names of the exit scenarios.
    """

    lines: tuple[Line, ...]
    currency: str
    horizon_years: int
    start_date: date | None
    equity_told: bool = True
    complete: bool = True
    scenarios: tuple[str, ...] = ()

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
            and line.granted_month < 12 * self.horizon_years
        )

    def to_frame(self) -> pd.DataFrame:
        """Lines as a DataFrame, one row a line, columns named as in `Line`."""
        import pandas as pd  # only the callers who want a DataFrame pay for it

        names = [field.name for field in fields(Line)]
        return pd.DataFrame([asdict(line) for line in self.lines], columns=names)


def sum_known(values: Iterable[float | None]) -> float | None:
    """Sum, or None if one part is unknown."""
    known: list[float] = []
    for value in values:
        if value is None:
            return None
        known.append(value)
    return fsum(known)
