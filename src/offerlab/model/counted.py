"""Which grants the ledger counts, and why it leaves the others out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.grant import Grant, granted_shares
from offerlab.core.money import format_shares
from offerlab.core.vesting import partly_dated, tranches
from offerlab.errors import VestingError
from offerlab.model.granting import awards
from offerlab.model.refresher import counted_refresher, refresher_awards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.award import Award


class LeftOut(NamedTuple):
    """A grant, or what of it, is not in the ledger.

    Attributes
    ----------
    field : str
        Its key in the offer file.
    reason : str
    is_stock : bool
    """

    field: str
    reason: str
    is_stock: bool


class Counted(NamedTuple):
    """Awards that are counted, in the order of the file, and what is left out."""

    awards: tuple[Award, ...]
    left_out: tuple[LeftOut, ...]


def counted(offer: Offer, assumptions: Assumptions, years: int) -> Counted:
    """Awards of the grants that are counted, then of the refreshers.

    Parameters
    ----------
    years : int
        Years of employment in which refreshers are granted.
    """
    out = tuple(left_out(offer, assumptions))
    fields = {each.field for each in out}
    made: list[Award] = []
    for grant in offer.equity or ():
        if grant.field not in fields:
            made += awards(offer, grant, assumptions)
    if REFRESHERS not in fields:
        made += refresher_awards(offer, assumptions, years)
    return Counted(tuple(made), out)


REFRESHERS = "refreshers"


def left_out(offer: Offer, assumptions: Assumptions) -> Iterator[LeftOut]:
    """Grants that are not counted, or not in full, and the refreshers if so."""
    for grant in offer.equity or ():
        field, stock = grant.field, grant.kind.is_stock
        reason = uncounted_reason(offer, grant, assumptions)
        if reason is not None:
            yield LeftOut(field, reason, stock)
        elif (waiting := waiting_reason(offer, grant)) is not None:
            yield LeftOut(f"{field}.vesting", waiting, stock)
    reason = refresher_reason(offer, assumptions)
    if reason is not None:
        yield LeftOut(REFRESHERS, reason, True)


def uncounted_reason(
    offer: Offer, grant: Grant, assumptions: Assumptions
) -> str | None:
    """Why a grant is not in the ledger, or None if it is."""
    if grant.vesting is None:
        if grant.vesting_file is not None:
            return f"its vesting terms, {grant.vesting_file}, were not read"
        return "the letter gives no vesting schedule, so nothing can be dated"
    try:
        waits = not tranches(grant.vesting, None, offer.start_date)
    except VestingError as error:
        return str(error)
    # The kind of a refresher (number 0) is an assumption, and so is how many it is.
    if grant.number and grant.value_is_untold:
        return "the letter does not say of what the value of the options is"
    if waits:
        return "its vesting terms wait for an event, and no date is known"
    if not (grant.kind.is_stock and offer.company.is_public):
        return None
    if not has_market_price(offer, grant, assumptions):
        return "no share price is known, so the shares have no market value"
    if grant.hurdle is None and not grant.strike_at_grant:
        return f"its {grant.kind.row.hurdle} is not stated, so it has no market value"
    return None


def waiting_reason(offer: Offer, grant: Grant) -> str | None:
    """What of a grant's terms has no date yet, or None."""
    shares = granted_shares(grant, offer.company)
    if grant.vesting is None or grant.vesting_file is None:
        return None
    start = offer.start_date and (grant.vesting_start or offer.start_date)
    dated = partly_dated(grant.vesting, shares, start)
    if shares is None or dated is None:
        return None
    return (
        f"its terms date {format_shares(dated)} of {shares:,} shares; the rest waits"
        " for an event, or is in no portion"
    )


def refresher_reason(offer: Offer, assumptions: Assumptions) -> str | None:
    """Why the refreshers of the case that is assumed are not counted, or None."""
    grant, reason = counted_refresher(offer, assumptions)
    return uncounted_reason(offer, grant, assumptions) if grant is not None else reason


def has_market_price(offer: Offer, grant: Grant, assumptions: Assumptions) -> bool:
    """Whether public stock of a grant can be given a market value."""
    company = offer.company
    has_price = (
        company.share_price is not None
        or grant.conversion_price is not None
        or assumptions.price_path() is not None
    )
    if grant.annual_value is not None:
        return has_price or grant.hurdle == 0
    if granted_shares(grant, company) is not None:
        return has_price
    has_money = grant.value is not None or (
        grant.percent is not None and company.valuation is not None
    )
    return has_money and (has_price or grant.hurdle == 0)
