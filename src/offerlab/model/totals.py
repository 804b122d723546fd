"""Totals of a ledger: by year and component, four headlines, present value."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING

from offerlab.core.month import employment_day
from offerlab.model.ledger import VESTING, Certainty, Component, Ledger, Line
from offerlab.model.offer_ledger import HEADLINE_YEARS
from offerlab.model.query import Query, amounts, private_stock, shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from offerlab.core.allocation import Shares

STEADY_YEAR = 3
"""Year whose total, without one-off cash, stands for the years after the start."""


@dataclass(frozen=True, slots=True)
class Illiquid:
    """Private stock beside the totals, never in them; None if it cannot be told.

    Zero where an offer has none. `scenario` holds its worth in each exit scenario by
    name, and is None where none is assumed.
    """

    notional: float | None
    intrinsic: float | None
    scenario: dict[str, float | None] | None = None


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
    steady_state: float
    four_year: float


@dataclass(frozen=True, slots=True)
class BeyondHorizon:
    """Shares that vest after the horizon: in no total.

    `shares` and `notional` are None where they cannot be told; `value` is the
    market's, 0 for private stock.
    """

    vests: int
    shares: Shares | None
    value: float
    notional: float | None


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything that `show` prints of one ledger, in the offer's currency."""

    years: tuple[Year, ...]
    headlines: Headlines
    illiquid: Illiquid
    has_illiquid: bool
    beyond_horizon: BeyondHorizon

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
    kinds = _components(ledger)
    years = tuple(
        _year(ledger, number, kinds) for number in range(1, ledger.horizon_years + 1)
    )
    return Totals(
        years=years,
        headlines=Headlines(**{k: _sum(x) for k, x in headline_lines(ledger).items()}),
        illiquid=_illiquid(ledger, ledger.within()),
        has_illiquid=any(line.is_illiquid for line in ledger),
        beyond_horizon=_beyond(ledger),
    )


def present_value(ledger: Ledger, discount_rate: float) -> float:
    """Worth on day 0 of the lines that the total counts.

    Each line is divided by (1 + `discount_rate`) to the power of its month of
    employment / 12, so that twelve months are exactly one year.
    """
    worth: float = present_value_query(ledger, discount_rate).value
    return worth


def present_value_query(ledger: Ledger, discount_rate: float) -> Query:
    """Lines that the total counts, each discounted."""
    return Query(
        ledger.within(),
        "present value",
        "the sum of amount / (1 + discount rate)^(month / 12)",
        lambda line: line.amount / (1 + discount_rate) ** (line.month / 12),
        valuation=ledger.valuations.get("market"),
    )


def _components(ledger: Ledger) -> list[Component]:
    """Components that the ledger pays, in the order of a table; base always."""
    paid = {line.component for line in ledger.within() if not line.is_illiquid}
    return [kind for kind in Component if kind in paid or kind is Component.BASE_SALARY]


def _year(ledger: Ledger, number: int, kinds: list[Component]) -> Year:
    lines = ledger.of_year(number)
    return Year(
        year=number,
        begins=employment_day(ledger.start_date, 12 * (number - 1)),
        ends=employment_day(ledger.start_date, 12 * number),
        components={
            kind: _sum(line for line in lines if line.component is kind)
            for kind in kinds
        },
        illiquid=_illiquid(ledger, lines),
        benefits=_benefits(ledger, number),
    )


def _benefits(ledger: Ledger, number: int) -> dict[str, float]:
    """Benefits of a year by item, those of the ledger in every year."""
    items = dict.fromkeys(str(line.item) for line in ledger.beside)
    of_year = [line for line in ledger.beside if line.year == number]
    return {item: _sum(x for x in of_year if x.item == item) for item in items}


def _sum(lines: Iterable[Line]) -> float:
    return fsum(line.amount for line in lines)


def _illiquid(ledger: Ledger, lines: Sequence[Line]) -> Illiquid:
    if not ledger.equity_told:
        return Illiquid(None, None)
    found = {
        name: query.value for name, query in illiquid_queries(ledger, lines).items()
    }
    scenario = {path.partition(".")[2]: found[path] for path in ledger.exits}
    return Illiquid(found["notional"], found["intrinsic"], scenario or None)


def illiquid_queries(
    ledger: Ledger, lines: Sequence[Line], when: str = ""
) -> dict[str, Query]:
    """Figures of private stock among the lines, by their path below ``illiquid``.

    `when` says in words of which time the lines are.
    """
    words = f"the sum over vests of private stock {when}; it is not cash"
    return {
        path: private_stock(ledger, lines, path, words)
        for path in ("notional", "intrinsic", *ledger.exits)
    }


def headline_lines(ledger: Ledger) -> dict[str, list[Line]]:
    """Lines that each headline sums, by its name."""
    first = list(ledger.of_year(1))
    return {
        "guaranteed_recurring_cash": [
            line
            for line in first
            if line.certainty is Certainty.GUARANTEED and line.recurring
        ],
        "year_one": first,
        # Vests stay although they end: only one-off cash is left out.
        "steady_state": [
            line
            for line in ledger.of_year(STEADY_YEAR)
            if line.recurring or line.component in VESTING
        ],
        "four_year": list(ledger.within(HEADLINE_YEARS)),
    }


def _beyond(ledger: Ledger) -> BeyondHorizon:
    found = {name: query.value for name, query in beyond_queries(ledger).items()}
    return BeyondHorizon(vests=len(ledger.after_horizon()), **found)


def beyond_queries(ledger: Ledger) -> dict[str, Query]:
    """Shares, market value and notional of what vests after the horizon."""
    later = ledger.after_horizon()
    stock = [line for line in later if line.component is not Component.CASH_AWARD]
    words = "the {} of vests after the horizon, of grants made within it".format
    return {
        "shares": shares(stock, words("shares"), known=ledger.complete),
        "value": amounts(ledger, later, words("value")),
        "notional": private_stock(ledger, stock, "notional", words("notional")),
    }
