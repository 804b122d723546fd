"""Puts an offer and its assumptions together into one ledger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from offerlab.model.benefits import benefit_lines
from offerlab.model.cash import cash_lines
from offerlab.model.equity import (
    equity_lines,
    refresher_reason,
    uncounted_reason,
    waiting_reason,
)
from offerlab.model.ledger import Component, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    lines = [
        *cash_lines(offer, own, years),
        *equity_lines(offer, own, years),
        *(benefit_lines(offer, own, years) if benefits else ()),
    ]
    order, told = list(Component), offer.equity is not None
    missing = list(_uncounted(offer, own))
    later = refresher_reason(offer, own) is None
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
        equity_told=told and (offer.company.is_public or not any(missing)),
        complete=told and later and not missing,
        scenarios=()
        if offer.company.is_public
        else tuple(own.amounts("exit_scenarios")),
    )


def _uncounted(offer: Offer, assumptions: Assumptions) -> Iterator[bool]:
    """For each grant that is not wholly in the ledger, whether it is stock."""
    for grant in offer.equity or ():
        reason = uncounted_reason(offer, grant, assumptions)
        if reason is not None or waiting_reason(offer, grant) is not None:
            yield grant.kind.is_stock
