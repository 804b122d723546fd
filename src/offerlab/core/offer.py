"""An offer: what the paper says, and nothing else.

What is not on paper is an assumption. There is on purpose no field for current or
past pay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time
    from decimal import Decimal

    from offerlab.core.benefit import Benefits
    from offerlab.core.bonus import TargetBonus
    from offerlab.core.company import Company
    from offerlab.core.grant import Grant
    from offerlab.core.payment import Payment
    from offerlab.core.posting import CapTable, PostedRange, PublishedRange
    from offerlab.core.terms import VestingTerms
    from offerlab.core.window import ExerciseWindow

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx"})
_AFTER_A_NAME = frozenset({"phd", "ph.d", "md", "jr", "sr", "mba", "esq", "shrm-cp"})

BASES = ("contract", "letter", "verbal")
"""Where a fact comes from, strongest first."""
ASSUMED_HOURS = 40
"""Hours a week where an hourly base comes without them."""


class BasePay(NamedTuple):
    """Base pay as the letter writes it, where that is not by the year.

    `per` is hour, week, two-weeks, half-month or month.
    """

    amount: float
    per: str


class Refreshers(NamedTuple):
    """Later grants that the paper mentions; at most one size is set.

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


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in _TITLES


class Contact(NamedTuple):
    """Somebody at the company, by name or only by role."""

    name: str | None = None
    role: str | None = None
    email: str | None = None

    @property
    def first_name(self) -> str | None:
        """First name, without a title; None where there is no name of a person.

        "Lee, Dana" is Dana, and so is "DANA LEE"; an address is nobody's name.
        """
        name = self.name or ""
        before, comma, after = (part.strip() for part in name.partition(","))
        suffix = after.lower().rstrip(".") in _AFTER_A_NAME
        if comma and len(before.split()) == 1 and after and not suffix:
            name = after  # the family name is written first
        words = [word.strip(",;") for word in name.split()]
        first = next((word for word in words if not _is_title(word)), "")
        first = first or next(iter(words), "")
        if len(words) == 2 and _is_title(words[0]) and "." in words[0]:
            return " ".join(words)  # "Dr. Lee": the family name alone
        if "@" in name or not first[:1].isalpha():
            return None
        shouted = first.isupper() and len(first) > 2
        return first.capitalize() if shouted or first.islower() else first


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
    base_salary : float
        A year.
    base_pay : BasePay or None
        As the letter writes it, where that is not by the year.
    equity : tuple of Grant, or None
        Empty: the paper gives none. None: not known yet.
    exercise_windows : tuple of ExerciseWindow
        By months served, in order; empty: not stated.
    said : mapping of str to str
        Keys for which the paper has one word in place of terms: ``none`` or
        ``unknown``.
    written : mapping or None
        What was read, as nested texts; `offerlab.offer_text` writes it again.
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
    base_pay: BasePay | None = None
    label: str | None = None
    level: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    target_bonus: TargetBonus | None = None
    sign_on: tuple[Payment, ...] = ()
    relocation: tuple[Payment, ...] = ()
    equity: tuple[Grant, ...] | None = ()
    refreshers: Refreshers | None = None
    exercise_windows: tuple[ExerciseWindow, ...] = ()
    benefits: Benefits | None = None
    hours_per_week: float | None = None
    deadline: Deadline | None = None
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()
    ratings: Mapping[str, float] = field(default_factory=dict)
    notes: str | None = None
    posted_range: PostedRange | None = None
    published_range: PublishedRange | None = None
    cap_table: CapTable | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    def says_none(self, key: str) -> bool:
        """Whether the paper says in so many words that it gives none."""
        return self.said.get(key) == "none"

    def says_unknown(self, key: str) -> bool:
        """Whether the paper, or who wrote the file, says that it is not told yet."""
        return self.said.get(key) == "unknown"

    @property
    def is_hourly(self) -> bool:
        """Whether base pay is by the hour, and follows from the hours of a week."""
        return self.base_pay is not None and self.base_pay.per == "hour"

    @property
    def assumes_hours(self) -> bool:
        """Whether the hours of an hourly base are assumed."""
        return self.is_hourly and self.hours_per_week is None

    def exercise_window(self, month: int) -> ExerciseWindow | None:
        """Window of somebody who leaves at the end of a month; None: not stated."""
        served = [each for each in self.exercise_windows if each.after_months <= month]
        return served[-1] if served else None

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
