"""Valuations of private stock, which is not cash: each question in its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.model.dilution import kept_share
from offerlab.model.input import Input, assumed, company_fact
from offerlab.model.prices import Dated, Growth, Prices, above, preferred_prices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from offerlab.core.assumption import Assumptions
    from offerlab.core.claim import Claim
    from offerlab.core.offer import Offer
    from offerlab.model.prices import Worth


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
        """The preferred price, or what takes its place."""
        if not claims:
            return
        company = offer.company
        if isinstance(self.prices, Dated):
            yield assumed(self.assumptions, self.prices.key)
        else:
            yield from company_fact(offer, "preferred_price")
        bare = any(claim.is_bare_percent for claim in claims)
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


def at_exit(offer: Offer, assumptions: Assumptions, value: float | None) -> AtExit:
    """Private stock in one exit; `value` is the company's, in its currency."""
    company = offer.company
    left = assumptions.convert(value, company.currency, offer.currency)
    if left is not None:
        left *= kept_share(company, assumptions)
    return AtExit(left, company.total_shares, assumptions)


def _rounds(assumptions: Assumptions) -> Iterator[Input]:
    yield assumed(assumptions, "rounds")
    if assumptions.whole("rounds"):
        yield assumed(assumptions, "dilution_per_round")
