"""Offers side by side, in one currency, ranked by present value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING

from offerlab.core.price import PricePath
from offerlab.errors import AssumptionError
from offerlab.model.figure import present_value_query
from offerlab.model.lead import Lead, find_lead
from offerlab.model.ledger import VESTING, Certainty, Component
from offerlab.model.not_counted import NotCounted, not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.prices import check_price_paths
from offerlab.model.term import term_years, within_shortest
from offerlab.model.totals import Headlines, Illiquid, Totals, summarize
from offerlab.model.verdict import Flag, assess

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger
    from offerlab.model.query import Query


@dataclass(frozen=True, slots=True)
class ComparedOffer:
    """One offer's figures in the currency of the comparison.

    `present_components` are the parts of the present value; `share_prices` is what is
    assumed of its public stock, growth a year or dated
    prices; None where it has none.
    """

    offer: Offer
    totals: Totals
    rate: float
    present_value: float
    present_components: dict[Component, float]
    flags: tuple[Flag, ...]
    not_counted: tuple[NotCounted, ...]
    share_prices: float | PricePath | None

    @property
    def prices(self) -> str | None:
        """What is assumed of its public stock, in words."""
        if isinstance(self.share_prices, PricePath):
            return f"at the prices of {self.share_prices.source}"
        if self.share_prices is None:
            return None
        return f"assumed to grow {100 * self.share_prices:g}% a year"

    @property
    def years(self) -> list[float]:
        """Total of each year."""
        return [year.total * self.rate for year in self.totals.years]

    @property
    def total(self) -> float:
        """Total of the horizon."""
        return self.totals.total * self.rate

    @property
    def benefits(self) -> float:
        """Benefits of the horizon, beside the total."""
        return self.totals.benefit_total * self.rate

    @property
    def headlines(self) -> Headlines:
        """The four headlines."""
        own = self.totals.headlines
        return Headlines(
            guaranteed_recurring_cash=own.guaranteed_recurring_cash * self.rate,
            year_one=own.year_one * self.rate,
            annual_average=own.annual_average * self.rate,
            four_year=own.four_year * self.rate,
        )

    @property
    def illiquid(self) -> Illiquid:
        """Private stock, beside the totals."""
        return self.totals.illiquid.times(self.rate)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Offers in the order given, and their ranking by present value."""

    currency: str
    offers: tuple[ComparedOffer, ...]
    discount_rate: float
    notes: tuple[str, ...]

    @property
    def ranking(self) -> list[tuple[int, ComparedOffer]]:
        """Rank and offer, best first; equal present values share a rank."""
        ordered = sorted(self.offers, key=lambda each: -each.present_value)
        ranks: list[tuple[int, ComparedOffer]] = []
        for place, each in enumerate(ordered, start=1):
            ties = bool(ranks) and ranks[-1][1].present_value == each.present_value
            ranks.append((ranks[-1][0] if ties else place, each))
        return ranks

    @property
    def lead(self) -> Lead | None:
        """Who leads, by how much and why; None for one offer alone."""
        return find_lead([each for _, each in self.ranking])

    @property
    def term_note(self) -> str | None:
        """What is counted, where the shortest term ends before the horizon."""
        horizon = max((len(each.years) for each in self.offers), default=0)
        return _term_note(self.offers, horizon)

    def to_frame(self) -> pd.DataFrame:
        """Offers as a DataFrame, one row each in the order given.

        Money is in `currency`; NaN where a figure is unknown, and where an offer has no
        such year or scenario.
        """
        from offerlab.model.frame import comparison_frame  # pandas, only if asked for

        return comparison_frame(self)


def compare(
    offers: Sequence[Offer], benchmark: Benchmark, assumptions: Assumptions
) -> Comparison:
    """Compare offers on their ledgers.

    The currency is the one that all share, else US dollars.

    Raises
    ------
    CurrencyError
        If the currencies differ and a rate is missing.
    AssumptionError
        If one offer has a horizon of its own.
    """
    if any("horizon_years" in own for own in assumptions.by_offer.values()):
        raise AssumptionError(
            "horizon_years: offers are compared over one horizon; set it for all"
        )
    check_price_paths(offers, assumptions)
    currencies = {offer.currency for offer in offers}
    currency = currencies.pop() if len(currencies) == 1 else "USD"
    compared = [
        _figures(offer, short, currency, benchmark, assumptions)
        for offer, short in zip(offers, within_shortest(offers), strict=True)
    ]
    return Comparison(
        currency=currency,
        offers=tuple(compared),
        discount_rate=assumptions.number("discount_rate"),
        notes=tuple(_notes(compared, assumptions)),
    )


def _figures(
    offer: Offer,
    short: Offer,
    currency: str,
    benchmark: Benchmark,
    assumptions: Assumptions,
) -> ComparedOffer:
    """Figures of an offer; `short` is it over the term that all are compared over."""
    own = assumptions.for_offer(offer.id)
    ledger = build_ledger(short, assumptions)
    rate = own.rate(offer.currency, currency)
    worth = present_value_query(short, ledger, own)
    totals = summarize(ledger)
    if short is not offer:  # headlines are each offer's own
        whole = summarize(build_ledger(offer, assumptions, benefits=False))
        totals = replace(totals, headlines=whole.headlines)
    return ComparedOffer(
        offer=offer,
        totals=totals,
        rate=rate,
        present_value=worth.value * rate,
        present_components=_by_component(worth, rate),
        flags=assess(offer, benchmark, assumptions).flags,
        not_counted=tuple(not_counted(offer, assumptions)),
        share_prices=_share_prices(ledger, own),
    )


def _by_component(worth: Query, rate: float) -> dict[Component, float]:
    """Parts of a figure by component; private stock has none."""
    lines = [line for line in worth.lines if not line.is_illiquid]
    return {
        kind: fsum(worth.part(x) for x in lines if x.component is kind) * rate
        for kind in Component
        if any(line.component is kind for line in lines)
    }


def _share_prices(ledger: Ledger, assumptions: Assumptions) -> float | PricePath | None:
    """What is assumed of the share's price; None without public stock."""
    stock = (Certainty.MARKET, Certainty.DISCRETIONARY)
    if not any(x.certainty in stock and x.component in VESTING for x in ledger):
        return None
    path = assumptions.price_path()
    return assumptions.number("share_growth_rate") if path is None else path


def _term_note(compared: Sequence[ComparedOffer], horizon: int) -> str | None:
    shortest = min((each.offer for each in compared), key=term_years)
    if term_years(shortest) >= horizon:
        return None
    return (
        f"{shortest.id} ends on {shortest.end_date}: every offer is counted over that"
        " time only"
    )


def _notes(compared: Sequence[ComparedOffer], assumptions: Assumptions) -> list[str]:
    """Say what the ranking does not see."""
    notes = ["Before tax."]
    if len({each.offer.state for each in compared}) > 1:
        notes = ["Before tax; state tax differs."]
    term = _term_note(compared, assumptions.whole("horizon_years"))
    if term:
        notes.append(f"{term}; headlines are each offer's own.")
    if any(each.totals.has_illiquid for each in compared):
        notes.append(
            "The ranking counts cash and public stock; private stock is not cash and"
            " stands beside it."
        )
    return notes
