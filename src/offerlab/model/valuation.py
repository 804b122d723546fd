"""Valuations: questions put to the claims of a ledger.

A valuation has its formula in words, the worth of a claim, and the facts and
assumptions that move it: what computes a figure and what explains it are one object.
A new one is a class here, and a line in `valuations_of`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from offerlab.model.dilution import kept_share
from offerlab.model.input import Input, assumed, company_fact
from offerlab.model.prices import (
    Dated,
    Growth,
    Prices,
    market_prices,
    preferred_prices,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from fractions import Fraction

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


def above(gain: Worth) -> Worth:
    """The gain, at least 0: exactly, and for arrays too."""
    return (gain + abs(gain)) / 2


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
        if any(map(is_bare_percent, claims)):
            yield from company_fact(offer, "valuation")
        if self.prices.key:
            yield assumed(self.assumptions, self.prices.key)


@dataclass(frozen=True, slots=True)
class AtPreferred:
    """Private stock by the investors' price, gross of strike."""

    prices: Prices
    assumptions: Assumptions = field(repr=False)
    name: str = "notional"
    words: str = (
        "notional: shares × preferred price (else valuation / fully diluted shares;"
        " else percent × valuation × what later rounds leave), gross of strike"
    )

    def worth(self, claim: Claim) -> Worth | None:
        """Shares × price; where shares are unknown, the money they were granted as."""
        if claim.shares is None:
            return None if claim.money is None else claim.money * float(claim.part)
        price = self.prices.at(claim.month, claim.day)
        # Shares that nobody has put a price on are worth something unknown.
        return None if price is None else float(claim.shares) * price

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """The preferred price, or what stands for it."""
        if not claims:
            return
        company = offer.company
        if isinstance(self.prices, Dated):
            yield assumed(self.assumptions, self.prices.key)
        else:
            yield from company_fact(offer, "preferred_price")
        bare = any(map(is_bare_percent, claims))
        if bare or company.preferred_price is None:
            yield from company_fact(offer, "valuation", "fully_diluted_shares")
        if bare:
            yield from _rounds(self.assumptions)


@dataclass(frozen=True, slots=True)
class At409A:
    """Private stock at the fair market value of a common share, net of its hurdle."""

    fmv: float | None
    name: str = "intrinsic"
    words: str = "intrinsic: shares × (409A - strike), at least 0"

    def worth(self, claim: Claim) -> Worth | None:
        """Shares × what the 409A has above the hurdle."""
        if claim.shares is None or self.fmv is None or claim.hurdle is None:
            return None
        return float(claim.shares) * above(self.fmv - claim.hurdle)

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """The 409A."""
        if claims:
            yield from company_fact(offer, "fmv_409a")


@dataclass(frozen=True, slots=True)
class AtExit:
    """Private stock in one exit scenario, net of its hurdle.

    Attributes
    ----------
    left : float, array or None
        Value of the company at the exit in the offer's currency, × what later rounds
        leave of a share in it.
    fully_diluted : Fraction or None
    """

    left: Worth | None
    fully_diluted: Fraction | None
    assumptions: Assumptions = field(repr=False)
    name: str = "scenario"
    words: str = (
        "scenario: shares × (value at exit × what later rounds leave / fully diluted"
        " shares - strike), at least 0; preferences of investors are not taken off"
    )

    def worth(self, claim: Claim) -> Worth | None:
        """Shares × what the exit's price has above the hurdle; else percent × value."""
        if self.left is None or claim.hurdle is None:
            return None
        if claim.shares is not None and self.fully_diluted:
            price = self.left / float(self.fully_diluted)
            return float(claim.shares) * above(price - claim.hurdle)
        if claim.percent is None or claim.hurdle != 0:
            return None
        return float(claim.percent) / 100 * self.left * float(claim.part)

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """The fully diluted shares, the exits, and the rounds before them."""
        if claims:
            yield from company_fact(offer, "fully_diluted_shares")
            yield assumed(self.assumptions, "exit_scenarios")
            yield from _rounds(self.assumptions)


@dataclass(frozen=True, slots=True)
class ExerciseCost:
    """What exercising options costs before tax; 0 for what is not an option."""

    name: str = "exercise_cost"
    words: str = "exercise cost: strike × shares of options; tax is not counted"

    def worth(self, claim: Claim) -> float | None:
        """Strike × shares."""
        if not claim.is_option:
            return 0.0
        if claim.shares is None or claim.hurdle is None:
            return None
        return float(claim.shares) * claim.hurdle

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """Nothing but the strike, which is the claim's own."""
        yield from ()


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
            found[f"scenario.{name}"] = _at_exit(offer, assumptions, left)
    return found


def at_market(offer: Offer, assumptions: Assumptions) -> AtMarket:
    """Public stock at the prices that are assumed."""
    return AtMarket(market_prices(offer, assumptions), assumptions)


def at_preferred(offer: Offer, assumptions: Assumptions) -> AtPreferred:
    """Private stock at the preferred price, else valuation / fully diluted shares."""
    company = offer.company
    prices = preferred_prices(offer, assumptions)
    known = company.preferred_price is not None or isinstance(prices, Dated)
    if not known and company.fully_diluted_shares:
        price = company.valuation and company.valuation / company.fully_diluted_shares
        first = assumptions.convert(price, company.currency, offer.currency)
        prices = Growth(first or None)
    return AtPreferred(prices, assumptions)


def _at_exit(offer: Offer, assumptions: Assumptions, value: float | None) -> AtExit:
    company = offer.company
    left = assumptions.convert(value, company.currency, offer.currency)
    if left is not None:
        left *= kept_share(company, assumptions)
    return AtExit(left, company.total_shares, assumptions)


def is_bare_percent(claim: Claim) -> bool:
    """Whether a percent stays a percent: how many shares it is cannot be told."""
    return claim.percent is not None and claim.shares is None


def _rounds(assumptions: Assumptions) -> Iterator[Input]:
    yield assumed(assumptions, "rounds")
    if assumptions.whole("rounds"):
        yield assumed(assumptions, "dilution_per_round")
