"""An offer: what the paper says, and nothing else.

What is not on paper is an assumption. There is on purpose no field for current or
past pay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time
    from decimal import Decimal

    from offerlab.core.company import Company
    from offerlab.core.grant import Grant
    from offerlab.core.terms import VestingTerms

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx"})

BASES = ("contract", "letter", "verbal")
"""Where a fact comes from, strongest first."""


class TargetBonus(NamedTuple):
    """A yearly bonus: a rate of base, or an amount; exactly one is set."""

    basis: str
    rate: float | None = None
    amount: float | None = None
    guaranteed_first_year: bool = False
    paid_in_month: int | None = None


class Payment(NamedTuple):
    """A one-off payment in a month of employment, with what a leaver owes back."""

    amount: float
    basis: str
    paid_month: int = 1
    clawback_months: int | None = None
    clawback: str | None = None
    grossed_up: bool | None = None


class RetirementMatch(NamedTuple):
    """An employer's match: `rate` of the first `up_to` of base.

    `vesting` is None where it is the employee's at once, and where the schedule that
    the letter names could not be read: then `vesting_told` is false.
    """

    rate: float
    up_to: float
    vesting: VestingTerms | None = None
    vesting_told: bool = True


class StockPurchasePlan(NamedTuple):
    """An employee stock purchase plan."""

    discount: float
    lookback: bool = False
    offering_months: int | None = None


class Benefits(NamedTuple):
    """Yearly benefits in money, and days off."""

    retirement_match: RetirementMatch | None = None
    hsa: float | None = None
    health_premium: float | None = None
    espp: StockPurchasePlan | None = None
    stipends: float | None = None
    pto_days: float | None = None


class Refreshers(NamedTuple):
    """Later grants that the paper speaks of; at most one size is set.

    `vesting_name`, `vesting_source` and `vesting_file` are as in a grant.
    """

    promised: bool
    basis: str
    annual_value: float | None = None
    percent: Decimal | None = None
    shares: int | None = None
    vesting: VestingTerms | None = None
    vesting_name: str | None = None
    vesting_source: str = ""
    vesting_file: str | None = None


class Deadline(NamedTuple):
    """When the offer lapses; `assumed` if the paper gave no clock time."""

    date: date
    time: time | None = None
    zone: str | None = None
    assumed: bool = True


class Contact(NamedTuple):
    """A person at the company."""

    name: str
    role: str | None = None
    email: str | None = None

    @property
    def first_name(self) -> str:
        """First word of the name that is no title."""
        words = self.name.split()
        names = [word for word in words if word.lower().rstrip(".") not in _TITLES]
        return (names or words)[0]


class Promise(NamedTuple):
    """Something that was said but is not in the letter."""

    text: str
    by: str | None = None
    medium: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer. None means that the paper does not say.

    Attributes
    ----------
    file : str
        Where it was read from, as the user named it.
    id : str
        Label, else company, unique in a run.
    equity : tuple of Grant, or None
        Empty: the paper gives none. None: not told yet.
    """

    file: str
    id: str
    company: Company
    role: str
    location: str
    base_salary: float
    currency: str = "USD"
    basis: str = "letter"
    base_basis: str = "letter"
    label: str | None = None
    level: str | None = None
    start_date: date | None = None
    target_bonus: TargetBonus | None = None
    sign_on: tuple[Payment, ...] = ()
    relocation: tuple[Payment, ...] = ()
    equity: tuple[Grant, ...] | None = ()
    refreshers: Refreshers | None = None
    exercise_window_months: int | None = None
    benefits: Benefits | None = None
    hours_per_week: float | None = None
    deadline: Deadline | None = None
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()
    ratings: Mapping[str, float] = field(default_factory=dict)
    notes: str | None = None

    @property
    def stock(self) -> tuple[Grant, ...]:
        """Grants of stock: cash awards are left out."""
        return tuple(grant for grant in self.equity or () if grant.kind.is_stock)

    @property
    def payments(self) -> tuple[tuple[str, int, Payment], ...]:
        """One-off payments: their key in the offer file, number from 1, and terms."""
        both = (("sign_on", self.sign_on), ("relocation", self.relocation))
        return tuple(
            (key, number, payment)
            for key, payments in both
            for number, payment in enumerate(payments, start=1)
        )

    @property
    def state(self) -> str | None:
        """Two-letter state in the location, or None: ``San Francisco, CA`` is CA."""
        last = self.location.rpartition(",")[2].strip()
        return last.upper() if len(last) == 2 and last.isalpha() else None


def unique_ids(names: Iterable[str]) -> list[str]:
    """Make names unique by adding `` (2)``, `` (3)`` to repeats, in order.

    Examples
    --------
    >>> unique_ids(["Acme", "Acme"])
    ['Acme', 'Acme (2)']
    """
    seen: set[str] = set()
    unique: list[str] = []
    for name in names:
        candidate, count = name, 1
        while candidate in seen:
            count += 1
            candidate = f"{name} ({count})"
        seen.add(candidate)
        unique.append(candidate)
    return unique
