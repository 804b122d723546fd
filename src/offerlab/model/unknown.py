"""Why figures of stock are unknown: the fact that the paper leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.errors import AssumptionError, CurrencyError, VestingError
from offerlab.model.counted import left_out
from offerlab.model.granting import award_shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


def unknown_stock(offer: Offer, assumptions: Assumptions) -> Iterator[tuple[str, str]]:
    """Field of the offer file and the reason, for all that is unknown of its stock."""
    if offer.equity is None:
        yield "equity", "the letter does not say whether there is any"
        return
    own = assumptions.for_offer(offer.id)
    out = {each.field: each.reason for each in left_out(offer, own)}
    yield from out.items()
    for grant in offer.equity:
        if grant.field in out:
            continue
        reason = unknown_shares(offer, grant, own)
        if reason is not None:
            yield grant.field, reason
        if grant.kind.is_option and grant.strike is None and not grant.strike_at_grant:
            yield f"{grant.field}.strike", "the letter does not give the strike"


def unknown_price(offer: Offer) -> str | None:
    """Why private stock of a known number of shares may have no notional worth."""
    if offer.company.is_public or offer.company.preferred_price is not None:
        return None
    return (
        "the price of preferred stock is not given, nor a valuation and the number of"
        " shares to divide it by"
    )


def unknown_shares(offer: Offer, grant: Grant, assumptions: Assumptions) -> str | None:
    """Why the number of a grant's shares is unknown; None if it is known, or no stock.

    `assumptions` are those of the offer.
    """
    if not grant.kind.is_stock:
        return None
    try:
        if award_shares(offer, grant, assumptions) is not None:
            return None
    except (AssumptionError, CurrencyError, VestingError) as error:
        return str(error)
    if grant.percent is not None:
        return (
            "the letter gives a percent, and not the number of fully diluted shares, so"
            " its shares are unknown"
        )
    if grant.value is not None or grant.annual_value is not None:
        return (
            "the letter gives money, and no price at which it becomes shares, so its"
            " shares are unknown"
        )
    return "the letter does not say how large it is"
