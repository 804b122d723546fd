"""Valuations: questions put to the claims of a ledger.

A valuation has its formula in words, the worth of a claim, and the facts and
assumptions that move it: what computes a figure and what explains it are one object.
A new one is a file of its own, and a line in `valuations_of`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from offerlab.model.input import Input, assumed, company_fact
from offerlab.model.prices import Growth, Prices, above, market_prices
from offerlab.model.private_stock import (
    At409A,
    AtPreferred,
    ExerciseCost,
    at_exit,
    at_preferred,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.claim import Claim
    from offerlab.core.offer import Offer
    from offerlab.model.prices import Worth


class Valuation(Protocol):
    """One question put to a claim: what it is worth."""

    @property
    def name(self) -> str:
        """Of the measure: market, notional, intrinsic, scenario, exercise_cost."""

    @property
    def words(self) -> str:
        """Its formula."""

    def worth(self, claim: Claim) -> Worth | None:
        """Worth in the offer's currency; None where an input is missing."""

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """Facts and assumptions that the worth of these claims rests on.

        How many shares they are is not among them.
        """


@dataclass(frozen=True, slots=True)
class AtMarket:
    """Public stock at the price of the day on which it vests, net of its hurdle."""

    prices: Prices
    assumptions: Assumptions = field(repr=False)
    name: str = "market"
    words: str = "market: shares × the price of the day, net of strike or threshold"

    def worth(self, claim: Claim) -> Worth | None:
        """Shares × what the price has above the hurdle; else money, grown."""
        vests, made = (
            (claim.month, claim.day),
            (claim.granted_month, claim.granted_on),
        )
        if claim.shares is not None:
            price = self._price(claim, *vests)
            if price is None or claim.hurdle is None:
                return None
            return float(claim.shares) * above(price - claim.hurdle)
        if claim.money is None:
            return None
        grown = self.prices.growth(made, vests)
        if claim.hurdle == 0:
            return claim.money * float(claim.part) * grown
        # Money's worth of shares, each net of its hurdle: that takes their price.
        then = self._price(claim, *made)
        if then is None or claim.hurdle is None:
            return None
        return claim.money * float(claim.part) * above(grown - claim.hurdle / then)

    def left_in(self, claim: Claim, month: int, day: date | None) -> Worth | None:
        """Worth of vested stock on a later day: an option that is not exercised yet."""
        return self.worth(replace(claim, month=month, day=day))

    def _price(self, claim: Claim, month: int, day: date | None) -> Worth | None:
        price = self.prices.at(month, day)
        if price is None and claim.quoted is not None:
            return claim.quoted * self.prices.growth((0, None), (month, day))
        return price

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """The share price, and what it is assumed to do."""
        if not claims:
            return
        yield from company_fact(offer, "share_price")
        if any(claim.is_bare_percent for claim in claims):
            yield from company_fact(offer, "valuation")
        if self.prices.key:
            yield assumed(self.assumptions, self.prices.key)


def valuations_of(
    offer: Offer, assumptions: Assumptions, *, has_stock: bool = True
) -> dict[str, Valuation]:
    """Valuations of an offer's claims, by the path of their figures.

    `has_stock` is false where there are no claims: then no price is looked up.

    Raises
    ------
    CurrencyError
        If a price is in a currency without a rate into the offer's.
    """
    company = offer.company
    private = has_stock and not company.is_public
    found: dict[str, Valuation] = {}
    if has_stock and company.is_public:
        found["market"] = at_market(offer, assumptions)
    found["notional"] = AtPreferred(Growth(None), assumptions)
    if private:
        found["notional"] = at_preferred(offer, assumptions)
    fmv = company.fmv_409a if private else None
    found["intrinsic"] = At409A(
        assumptions.convert(fmv, company.currency, offer.currency)
    )
    found["exercise_cost"] = ExerciseCost()
    if not company.is_public:
        for name, value in assumptions.amounts("exit_scenarios").items():
            left = value if private else None
            found[f"scenario.{name}"] = at_exit(offer, assumptions, left)
    return found


def at_market(offer: Offer, assumptions: Assumptions) -> AtMarket:
    """Public stock at the prices that are assumed."""
    return AtMarket(market_prices(offer, assumptions), assumptions)
