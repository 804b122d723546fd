"""Equity lines: what vests when, and what it is worth and is not.

Public stock has a market amount. Stock of a company that is not public, or whose
stage nobody told, is illiquid whatever its kind: its amount is 0, and it carries a
notional, an intrinsic and a scenario value that no total contains. A cash award is
money, whatever the company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind, granted_shares
from offerlab.core.money import format_shares
from offerlab.core.vesting import partly_dated, tranches
from offerlab.errors import VestingError
from offerlab.model.award import Award, Vest, awards
from offerlab.model.equity_value import (
    Piece,
    exercise_cost,
    has_market_price,
    intrinsic_amount,
    market_amount,
    notional_amount,
    scenario_amounts,
)
from offerlab.model.iso_limit import IsoLimit
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.refresher import counted_refresher, refresher_awards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


def equity_lines(offer: Offer, assumptions: Assumptions, years: int) -> Iterator[Line]:
    """Lines of each vest of the grants that are counted, to the last vest.

    Parameters
    ----------
    years : int
        Years of employment in which refreshers are granted.
    """
    limit = IsoLimit(offer, assumptions)
    for award in counted_awards(offer, assumptions, years):
        for vest in award.vests(offer):
            yield from _lines(offer, award, vest, assumptions, limit)


def counted_awards(
    offer: Offer, assumptions: Assumptions, years: int
) -> Iterator[Award]:
    """Awards of the grants that are counted, then of the refreshers."""
    for grant in offer.equity or ():
        if uncounted_reason(offer, grant, assumptions) is None:
            yield from awards(offer, grant, assumptions)
    if refresher_reason(offer, assumptions) is None:
        yield from refresher_awards(offer, assumptions, years)


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


def _lines(
    offer: Offer,
    award: Award,
    vest: Vest,
    assumptions: Assumptions,
    limit: IsoLimit,
) -> Iterator[Line]:
    """One line, or two where the limit of incentive options splits a vest."""
    piece = award.piece(offer, vest, assumptions)
    split = limit.split(award.grant, vest)
    if split is None or not split[1]:
        yield _line(offer, award, piece, assumptions, _tax_kind(award.grant))
        return
    for shares, tax_kind in zip(
        split, (TaxKind.ISO_SPREAD, TaxKind.SUPPLEMENTAL), strict=True
    ):
        if shares:
            share = piece.share * shares / (piece.shares or 1)
            part = piece._replace(shares=shares, share=share)
            yield _line(offer, award, part, assumptions, tax_kind)


def _line(
    offer: Offer,
    award: Award,
    piece: Piece,
    assumptions: Assumptions,
    tax_kind: TaxKind,
) -> Line:
    grant, certainty = award.grant, _certainty(offer, award)
    amount = 0.0
    notional = intrinsic = None
    scenario: tuple[float | None, ...] = ()
    if award.component is Component.CASH_AWARD:
        amount = (piece.money or 0.0) * float(piece.share)
    elif offer.company.is_public:
        worth = market_amount(offer, grant, piece, assumptions)
        assert worth is not None, "uncounted_reason lets only priced grants through"
        amount = worth
    else:
        notional = notional_amount(offer, piece, assumptions)
        intrinsic = intrinsic_amount(offer, grant, piece, assumptions)
        scenario = scenario_amounts(offer, grant, piece, assumptions)
    return Line(
        date=piece.day,
        month=piece.month,
        component=award.component,
        amount=amount,
        certainty=certainty,
        recurring=False,
        tax_kind=tax_kind,
        basis=award.basis,
        grant=grant.number or None,
        shares=piece.shares,
        notional=notional,
        intrinsic=intrinsic,
        scenario=scenario,
        exercise_cost=exercise_cost(offer, grant, piece.shares, assumptions),
        granted_month=award.granted_month,
    )


def _certainty(offer: Offer, award: Award) -> Certainty:
    if award.component is Component.CASH_AWARD:
        return Certainty.GUARANTEED
    if not offer.company.is_public:
        return Certainty.ILLIQUID
    return Certainty.DISCRETIONARY if award.expected else Certainty.MARKET


def _tax_kind(grant: Grant) -> TaxKind:
    if grant.kind is GrantKind.ISO:
        return TaxKind.ISO_SPREAD
    return TaxKind.SUPPLEMENTAL


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
    if grant.hurdle is None:
        what = "threshold" if grant.kind is GrantKind.PPU else "strike"
        return f"its {what} is not told, so it has no market value"
    return None
