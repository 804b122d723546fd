"""Puts an offer and its assumptions together into one ledger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from offerlab.model.benefits import benefit_lines
from offerlab.model.bonus import bonus_lines, unpaid_bonus
from offerlab.model.cash import cash_lines
from offerlab.model.component import Component
from offerlab.model.counted import REFRESHERS, counted
from offerlab.model.equity import equity_lines
from offerlab.model.ledger import Ledger
from offerlab.model.term import term_years
from offerlab.model.valuation import valuations_of

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

HEADLINE_YEARS = 4
"""Years that the four-year headline counts, whatever the horizon."""


def build_ledger(
    offer: Offer, assumptions: Assumptions, *, benefits: bool = True
) -> Ledger:
    """All dated lines of an offer.

    Parameters
    ----------
    offer : Offer
    assumptions : Assumptions
        The offer's own values are put in here.
    benefits : bool
        Whether the benefits beside the total are wanted.

    Raises
    ------
    CurrencyError
        If a grant is in a currency without a rate into the offer's.
    AssumptionError
        If the assumed prices have a gap, or an assumption lacks what it needs.
    VestingError
        If vesting terms give more than their grant.
    """
    own = assumptions.for_offer(offer.id)
    horizon = own.whole("horizon_years")
    years = max(horizon, HEADLINE_YEARS)
    cash = [*cash_lines(offer, own, years), *bonus_lines(offer, own, years)]
    awards, left_out = counted(offer, own, years)
    has_stock = any(award.component is not Component.CASH_AWARD for award in awards)
    valuations = valuations_of(offer, own, has_stock=has_stock)
    lines = [
        *cash,
        *equity_lines(offer, awards, own, valuations),
        *(benefit_lines(offer, own, years) if benefits else ()),
    ]
    order, told = list(Component), offer.equity is not None
    stock_out = any(each.is_stock and each.field != REFRESHERS for each in left_out)
    lines.sort(
        key=lambda line: (
            line.month,
            line.date or date.min,
            order.index(line.component),
        )
    )
    return Ledger(
        lines=tuple(lines),
        currency=offer.currency,
        horizon_years=horizon,
        start_date=offer.start_date,
        average_years=min(float(HEADLINE_YEARS), term_years(offer)),
        equity_told=told and (offer.company.is_public or not stock_out),
        complete=told and not left_out,
        unpaid_bonus=unpaid_bonus(offer, own),
        valuations=valuations,
    )
