"""What an employee stock purchase plan is worth: a discount on public stock.

At each purchase you buy at (1 − discount) of the price, with a look-back of the lower
of the prices at the two ends of the offering, and are taken to sell at once. Without a
look-back a dollar put in gains discount / (1 − discount): 17.65% at 15%. An offering
may have several purchases, each at the look-back's price. The law lets you buy stock of
$25,000 a year at the price of the offering's first day.
Source: 26 U.S.C. 423(b).
"""

from __future__ import annotations

from math import erf, sqrt
from typing import TYPE_CHECKING

from offerlab.core.month import employment_day, employment_year
from offerlab.model.cash import base_of_year
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.prices import market_prices, month_day
from offerlab.model.term import is_worked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benefit import StockPurchasePlan
    from offerlab.core.offer import Offer

USUAL_CAP = 0.15
"""Part of base that can be put in where the letter names no cap: a usual plan's."""


def espp_lines(
    offer: Offer, plan: StockPurchasePlan, assumptions: Assumptions, years: int
) -> Iterator[Line]:
    """Gain at each purchase of years one to `years`."""
    if not offer.company.is_public:
        return
    between = purchase_months(plan)
    for month in range(between, 12 * years + 1, between):
        if not is_worked(offer, month):
            return
        yield Line(
            date=employment_day(offer.start_date, month),
            month=month,
            component=Component.BENEFIT,
            amount=purchase_gain(offer, plan, assumptions, month),
            certainty=Certainty.MARKET,
            recurring=True,
            tax_kind=TaxKind.WAGES,
            basis=offer.basis,
            item="espp",
        )


def purchase_months(plan: StockPurchasePlan) -> int:
    """Months from one purchase to the next: the plan's, else its offering, else 12."""
    return plan.purchase_months or plan.offering_months or 12


def purchase_gain(
    offer: Offer, plan: StockPurchasePlan, assumptions: Assumptions, month: int
) -> float:
    """Gain of the purchase at the end of a month, in the offer's currency.

    Stock is counted at the price of the offering's first day. With a look-back the
    lower of that price and the purchase's is paid or, where a volatility is assumed,
    the worth of the option that it is: at the money, without interest.
    """
    discount, length = plan.discount, plan.offering_months
    if length is None:  # what the price does over it is unknown
        risen, lowest = 1.0, 1.0
    else:
        begins = (month - 1) // length * length
        risen = _risen(offer, assumptions, begins, month)
        lowest = min(1.0, risen) if plan.lookback else risen
    paid = (1 - discount) * lowest
    rates = assumptions.amounts("volatility_rate")
    volatility = rates.get("public", rates.get("all", 0.0))
    if plan.lookback and volatility and length is not None:
        years = (month - begins) / 12
        option = erf(volatility * sqrt(years) / (2 * sqrt(2)))
        stock = _stock(offer, plan, assumptions, month, 1 - discount)
        return stock * (discount + (1 - discount) * option)
    return _stock(offer, plan, assumptions, month, paid) * (risen - paid)


def _stock(
    offer: Offer,
    plan: StockPurchasePlan,
    assumptions: Assumptions,
    month: int,
    paid: float,
) -> float:
    """Stock that one purchase buys, at the price of the offering's first day.

    `paid` is what a unit of it costs. Put in is the part of base that is assumed, else
    the plan's cap, else 15%.
    """
    part = purchase_months(plan) / 12
    limit = assumptions.number("espp_limit") * assumptions.rate("USD", offer.currency)
    given = assumptions.number_or_none("espp_contribution")
    if given is None:
        given = plan.max_contribution or USUAL_CAP
    paid_in = given * base_of_year(offer, assumptions, employment_year(month)) * part
    return min(limit * part, paid_in / paid)


def _risen(offer: Offer, assumptions: Assumptions, begins: int, ends: int) -> float:
    """Price at the end of an offering over that at its beginning."""
    prices = market_prices(offer, assumptions)
    return float(prices.growth(month_day(offer, begins), month_day(offer, ends)))
