"""Present value: public stock at today's price, and money discounted to day 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.model.input import Input, company_fact
from offerlab.model.prices import above, market_prices, month_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.claim import Claim
    from offerlab.core.offer import Offer
    from offerlab.model.prices import Worth


@dataclass(frozen=True, slots=True)
class AtToday:
    """Public stock at today's price, neither grown nor discounted.

    A share delivered later is worth about a share now; growth without a discount, or a
    discount without growth, would make or lose money that nobody has.

    Attributes
    ----------
    price : float, array or None
    discount_rate : float
        A year, for money that becomes shares on a later day.
    """

    price: Worth | None
    discount_rate: float
    name: str = "present value"
    words: str = (
        "public stock: shares × today's price, net of strike (an option that is struck"
        " at the price of a later day has no spread today); money that becomes shares"
        " later: discounted to that day; money without a price: at face"
    )

    def worth(self, claim: Claim) -> Worth | None:
        """Shares × what today's price has above the hurdle; else money."""
        price = claim.quoted if self.price is None else self.price
        if claim.own_day:
            return 0.0
        if claim.face is not None:
            years = claim.granted_month / 12
            worth = claim.face * float(claim.part) / (1 + self.discount_rate) ** years
            if not claim.hurdle or price is None:
                return worth
            return worth * above(1 - claim.hurdle / price)
        if claim.hurdle is None:
            return None
        if claim.shares is not None:
            if price is None:
                return None
            return float(claim.shares) * above(price - claim.hurdle)
        if claim.money is None:
            return None
        money = claim.money * float(claim.part)
        if claim.hurdle == 0:
            return money
        return None if price is None else money * above(1 - claim.hurdle / price)

    def inputs(self, offer: Offer, claims: Sequence[Claim]) -> Iterator[Input]:
        """The share price; growth and price rows do not move it."""
        if claims:
            yield from company_fact(offer, "share_price")
        if any(claim.is_bare_percent for claim in claims):
            yield from company_fact(offer, "valuation")


def at_today(offer: Offer, assumptions: Assumptions, discount_rate: float) -> AtToday:
    """Public stock at its share price; else at the first price that is assumed."""
    company = offer.company
    price = company.share_price
    if price is None and assumptions.price_path() is not None:
        first = market_prices(offer, assumptions).at(*month_day(offer, 0))
        return AtToday(first, discount_rate)
    today = assumptions.convert(price, company.currency, offer.currency)
    return AtToday(today, discount_rate)
