"""Totals of a ledger: by year and component, four headlines, present value."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING, Any

from offerlab.core.month import employment_day
from offerlab.model.figure import Tree, ledger_figures, present_value_query
from offerlab.model.offer_ledger import build_ledger

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Component, Ledger
    from offerlab.model.query import Query


@dataclass(frozen=True, slots=True)
class Illiquid:
    """Private stock beside the totals, never in them; None if unknown.

    Zero where an offer has none. `scenario` holds its worth in each exit scenario by
    name, and is None where none is assumed.
    """

    notional: float | None
    intrinsic: float | None
    scenario: dict[str, float | None] | None = None

    def times(self, rate: float) -> Illiquid:
        """The same in another currency."""
        scenario = self.scenario and {
            name: _times(value, rate) for name, value in self.scenario.items()
        }
        return Illiquid(
            _times(self.notional, rate), _times(self.intrinsic, rate), scenario
        )


@dataclass(frozen=True, slots=True)
class Year:
    """One year of employment: dates after `begins` (day 0 too) up to `ends`."""

    year: int
    begins: date | None
    ends: date | None
    components: dict[Component, float]
    illiquid: Illiquid
    benefits: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Sum of the components."""
        return fsum(self.components.values())

    @property
    def benefit_total(self) -> float:
        """Sum of the benefits, which stand beside the total."""
        return fsum(self.benefits.values())


@dataclass(frozen=True, slots=True)
class Headlines:
    """The four figures of an offer; each answers another question."""

    guaranteed_recurring_cash: float
    year_one: float
    annual_average: float
    four_year: float


@dataclass(frozen=True, slots=True)
class BeyondHorizon:
    """What comes after the horizon: in no total.

    `shares` and `notional` are None where they are unknown; `value` is the
    market's, 0 for private stock. `bonus` is earned within the horizon and paid after
    it.
    """

    vests: int
    shares: Shares | None
    value: float
    notional: float | None
    bonus: float = 0.0


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything that `show` prints of one ledger, in the offer's currency."""

    years: tuple[Year, ...]
    headlines: Headlines
    illiquid: Illiquid
    has_illiquid: bool
    beyond_horizon: BeyondHorizon

    @property
    def by_component(self) -> dict[Component, float]:
        """Each component over the whole horizon; their sum is the total."""
        return {
            kind: fsum(year.components[kind] for year in self.years)
            for kind in (self.years[0].components if self.years else ())
        }

    @property
    def benefit_total(self) -> float:
        """Benefits over the whole horizon, beside the total."""
        return fsum(year.benefit_total for year in self.years)

    @property
    def total(self) -> float:
        """Sum over the whole horizon."""
        return fsum(year.total for year in self.years)


def summarize(ledger: Ledger) -> Totals:
    """Totals of a ledger.

    Examples
    --------
    >>> from offerlab.model.ledger import Ledger
    >>> summarize(Ledger((), "USD", 4, None)).total
    0.0
    """
    figures = ledger_figures(ledger)
    return Totals(
        years=tuple(
            _year(ledger, number, tree)
            for number, tree in enumerate(figures["years"], start=1)
        ),
        headlines=Headlines(**_values(figures["headlines"])),
        illiquid=_illiquid(figures["illiquid"]),
        has_illiquid=any(line.is_illiquid for line in ledger),
        beyond_horizon=BeyondHorizon(
            vests=len(ledger.after_horizon()), **_values(figures["beyond_horizon"])
        ),
    )


def present_value(offer: Offer, assumptions: Assumptions) -> float:
    """Worth on day 0 of what the total of an offer counts, in its currency.

    Cash is divided by (1 + `discount_rate`) to the power of its month of employment /
    12, so that twelve months are exactly one year. Public stock counts at today's
    price, neither grown nor discounted; money that becomes shares later is discounted
    to the day of its conversion.

    Raises
    ------
    OfferlabError
        As `build_ledger` does.
    """
    own = assumptions.for_offer(offer.id)
    ledger = build_ledger(offer, assumptions, benefits=False)
    worth: float = present_value_query(offer, ledger, own).value
    return worth


def _year(ledger: Ledger, number: int, figures: Tree) -> Year:
    return Year(
        year=number,
        begins=employment_day(ledger.start_date, 12 * (number - 1)),
        ends=employment_day(ledger.start_date, 12 * number),
        components=_values(figures["components"]),
        illiquid=_illiquid(figures["illiquid"]),
        benefits=_values(figures["benefits"]),
    )


def _values(queries: Mapping[Any, Query]) -> dict[Any, Any]:
    return {name: query.value for name, query in queries.items()}


def _illiquid(figures: Tree) -> Illiquid:
    exits = figures.get("scenario")
    return Illiquid(
        figures["notional"].value,
        figures["intrinsic"].value,
        exits and _values(exits),
    )


def _times(value: float | None, rate: float) -> float | None:
    return None if value is None else value * rate
