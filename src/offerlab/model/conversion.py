"""Conversion: how a value becomes shares on the day of its grant, once, rounded down.

Whole shares are worked out exactly; money is in the currency of the offer.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from offerlab.core.grant import granted_shares
from offerlab.core.money import exact
from offerlab.model.dilution import kept_share
from offerlab.model.prices import market_prices, month_day, preferred_prices

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


def conversion_price_on(
    offer: Offer,
    grant: Grant,
    assumptions: Assumptions,
    month: int,
    day: date | None,
) -> float | None:
    """Price at which money becomes shares in a month, None if it is unknown.

    Public: the price of that day, or its average over the days that the letter names.
    Private: the preferred price.
    """
    if not offer.company.is_public:
        return preferred_prices(offer, assumptions).at(month, day)
    days = 0
    if grant.conversion is not None and grant.conversion.rule == "average":
        days = grant.conversion.days or 0
    prices = market_prices(offer, assumptions, quoted_price(offer, grant, assumptions))
    return prices.average(month, day, days) if days else prices.at(month, day)


def quoted_price(offer: Offer, grant: Grant, assumptions: Assumptions) -> float | None:
    """Price at which the letter itself converts, or None."""
    return assumptions.convert(grant.conversion_price, grant.currency, offer.currency)


def grant_shares(offer: Offer, grant: Grant, assumptions: Assumptions) -> int | None:
    """Whole shares of a grant that is made once, on the first day."""
    by_path = (
        grant.value is not None
        and grant.conversion_price is None
        and offer.company.is_public
        and assumptions.price_path() is not None
    )
    if not by_path:
        return granted_shares(grant, offer.company)
    price = conversion_price_on(offer, grant, assumptions, *month_day(offer, 0))
    return whole_shares(offer, grant, grant.value, assumptions, price)


def whole_shares(
    offer: Offer,
    grant: Grant,
    value: float | None,
    assumptions: Assumptions,
    price: float | None,
) -> int | None:
    """Money of a grant at a price in the offer's currency, rounded down."""
    if value is None or not price:
        return None
    rate = assumptions.rate(grant.currency, offer.currency)
    return floor(exact(value) * exact(rate) / exact(price))


def grant_money(
    offer: Offer, grant: Grant, assumptions: Assumptions, *, diluted: bool = True
) -> float | None:
    """Whole grant as money by its own words: its value, or percent × valuation.

    Percent × valuation is diluted by later rounds; a price a share has that already.
    """
    company = offer.company
    if grant.value is not None:
        return assumptions.convert(grant.value, grant.currency, offer.currency)
    if grant.percent is None or company.valuation is None:
        return None
    kept = 1.0
    if diluted and not company.is_public:
        kept = kept_share(company, assumptions)
    money = float(grant.percent) / 100 * company.valuation * kept
    return assumptions.convert(money, company.currency, offer.currency)


def hurdle_of(offer: Offer, grant: Grant, assumptions: Assumptions) -> float | None:
    """Strike or threshold; 0 for whole shares."""
    return assumptions.convert(grant.hurdle, grant.currency, offer.currency)
