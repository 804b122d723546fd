"""Conversion: how a size becomes shares on the day of its grant, and at what strike.

Whole shares are worked out once and exactly, in the company's own currency; money is
in the currency of the offer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import granted_shares, rounded
from offerlab.core.money import exact
from offerlab.model.dilution import kept_share
from offerlab.model.prices import market_prices, month_day, preferred_prices

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.month import Moment
    from offerlab.core.offer import Offer
    from offerlab.model.prices import Prices


def size_in_shares(
    offer: Offer, grant: Grant, assumptions: Assumptions, number: int, made: Moment
) -> int | None:
    """Whole shares that a grant gives on one of its days, None if unknown.

    Parameters
    ----------
    number : int
        Which of its yearly grants it is, from 0.
    made : Moment
        Of the grant.

    Raises
    ------
    CurrencyError
        If money in one currency has to be converted at a price in another.
    AssumptionError
        If the assumed prices have a gap on a day of the conversion.
    """
    money = grant.value if grant.annual_value is None else grant.annual_value
    if money is None:
        return granted_shares(grant, offer.company)
    price, currency = _conversion_price(offer, grant, assumptions, number, made)
    return shares_of(grant, money, assumptions, price, currency)


def shares_of(
    grant: Grant,
    money: float,
    assumptions: Assumptions,
    price: float | None,
    currency: str,
) -> int | None:
    """Money of a grant at a price in a currency, rounded once as the letter says."""
    if not price:
        return None
    rate = assumptions.exact_rate(grant.currency, currency)
    return rounded(exact(money) * rate / exact(price), grant.rounding)


def _conversion_price(
    offer: Offer, grant: Grant, assumptions: Assumptions, number: int, made: Moment
) -> tuple[float | None, str]:
    """Price at which money becomes shares or options, and its currency."""
    if grant.kind.is_option:
        return _option_price(offer, grant, assumptions, number, made), grant.prices_in
    if grant.conversion_price is not None and number == 0:
        return grant.conversion_price, grant.prices_in
    into = offer.company.currency
    return market_price_on(offer, grant, assumptions, number, made), into


def market_price_on(
    offer: Offer, grant: Grant, assumptions: Assumptions, number: int, made: Moment
) -> float | None:
    """Price of the day, or the average that the letter names, in company currency."""
    into = offer.company.currency
    prices = _own_prices(offer, grant, assumptions, into)
    rule = grant.conversion
    if rule is None or rule.rule != "average" or not (rule.days or rule.over):
        return _number(prices.at(*made))
    if rule.before == "start" and number == 0:
        made = month_day(offer, 0)
    return _number(prices.average(*made, rule))


def _own_prices(
    offer: Offer, grant: Grant, assumptions: Assumptions, into: str
) -> Prices:
    """Prices of a share, public or private, in a currency."""
    if not offer.company.is_public:
        return preferred_prices(offer, assumptions, into)
    quoted = assumptions.convert(grant.conversion_price, grant.prices_in, into)
    return market_prices(offer, assumptions, quoted, into)


def _number(price: float | None) -> float | None:
    return None if price is None else float(price)


def _option_price(
    offer: Offer, grant: Grant, assumptions: Assumptions, number: int, made: Moment
) -> float | None:
    """What one option takes of the money: its fair value, or its strike.

    The fair value of a later year's option rises with the share.
    """
    if grant.value_basis == "face" and number == 0 and grant.strike is not None:
        return grant.strike
    if grant.value_basis == "face":
        strike, _ = strike_on(offer, grant, assumptions, number, made)
        return assumptions.convert(strike, offer.currency, grant.prices_in)
    if grant.value_basis != "fair-value" or grant.option_value is None:
        return None
    if number == 0:
        return grant.option_value
    prices = _own_prices(offer, grant, assumptions, grant.prices_in)
    return grant.option_value * float(prices.growth(month_day(offer, 0), made))


def strike_on(
    offer: Offer, grant: Grant, assumptions: Assumptions, number: int, made: Moment
) -> tuple[float | None, bool]:
    """Hurdle of a grant made on a day, and whether it is the price of that day.

    The options of a later year strike at that year's own price. At a private company
    the fair value of the first day is the 409A, and that of a later day is unknown.
    """
    given = assumptions.convert(grant.hurdle, grant.prices_in, offer.currency)
    if not grant.kind.is_option or (number == 0 and not grant.strike_at_grant):
        return given, False
    company = offer.company
    if company.is_public:
        quoted = quoted_price(offer, grant, assumptions)
        return _number(market_prices(offer, assumptions, quoted).at(*made)), True
    fmv = company.fmv_409a if made.month == 0 else None
    return assumptions.convert(fmv, company.currency, offer.currency), True


def quoted_price(offer: Offer, grant: Grant, assumptions: Assumptions) -> float | None:
    """Price at which the letter itself converts, or None."""
    return assumptions.convert(grant.conversion_price, grant.prices_in, offer.currency)


def grant_money(
    offer: Offer, grant: Grant, assumptions: Assumptions, *, diluted: bool = True
) -> float | None:
    """Grant (of a year, if yearly) as money by its own words.

    Its value, else percent × valuation, diluted by later rounds; a price a share has
    that already.
    """
    company = offer.company
    value = grant.value if grant.annual_value is None else grant.annual_value
    if value is not None:
        return assumptions.convert(value, grant.currency, offer.currency)
    if grant.percent is None or company.valuation is None:
        return None
    kept = 1.0
    if diluted and not company.is_public:
        kept = kept_share(company, assumptions)
    money = float(grant.percent) / 100 * company.valuation * kept
    return assumptions.convert(money, company.currency, offer.currency)
