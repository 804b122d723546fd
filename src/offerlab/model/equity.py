"""Equity lines: what vests when, and what it is worth and is not.

Public stock has a market amount. Stock of a company that is not public, or whose
stage nobody told, is illiquid whatever its kind: its amount is 0, and it carries a
notional and an intrinsic value that no total contains.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind, granted_shares
from offerlab.core.month import employment_month
from offerlab.core.vesting import Tranche, tranches
from offerlab.model.equity_value import (
    has_market_price,
    intrinsic_amount,
    market_amount,
    notional_amount,
)
from offerlab.model.ledger import Certainty, Component, Line, TaxKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

COUNTED_KINDS = frozenset(
    {GrantKind.RSU, GrantKind.DOUBLE_TRIGGER_RSU, GrantKind.ISO, GrantKind.NSO}
)
"""Kinds that the ledger counts today."""


@dataclass(frozen=True, slots=True)
class Vest:
    """A tranche with its month of employment."""

    month: int
    tranche: Tranche


def grant_tranches(offer: Offer, grant: Grant) -> tuple[Tranche, ...]:
    """Dated whole shares of a grant; empty if the letter gives no schedule.

    What the schedule dates before employment begins vests on its first day.
    """
    if grant.vesting is None:
        return ()
    start = offer.start_date and (grant.vesting_start or offer.start_date)
    result = tranches(grant.vesting, granted_shares(grant, offer.company), start)
    first = offer.start_date
    if first is None or not any(t.date and t.date < first for t in result):
        return result
    moved = [t._replace(date=max(t.date, first)) for t in result if t.date]
    return tuple(
        _merged(list(group)) for _, group in groupby(moved, key=lambda t: t.date)
    )


def _merged(group: list[Tranche]) -> Tranche:
    last = group[-1]
    share = sum((tranche.share for tranche in group), Fraction(0))
    if last.shares is None:
        return last._replace(share=share)
    shares: Shares = sum(t.shares for t in group if t.shares is not None)
    return last._replace(share=share, shares=shares)


def vests(offer: Offer, grant: Grant) -> list[Vest]:
    """Tranches of a grant by month of employment."""
    result = []
    for tranche in grant_tranches(offer, grant):
        month = tranche.month
        if offer.start_date and tranche.date:
            month = employment_month(offer.start_date, tranche.date)
        result.append(Vest(month, tranche))
    return result


def equity_lines(offer: Offer, assumptions: Assumptions) -> Iterator[Line]:
    """One line for each vest of the grants that are counted, to the last vest."""
    for grant in offer.equity or ():
        if uncounted_reason(offer, grant) is None:
            for vest in vests(offer, grant):
                yield _line(offer, grant, vest, assumptions)


def _line(offer: Offer, grant: Grant, vest: Vest, assumptions: Assumptions) -> Line:
    tranche = vest.tranche
    public = offer.company.is_public
    amount = 0.0
    notional = intrinsic = None
    if public:
        worth = market_amount(
            offer, grant, tranche.shares, tranche.share, assumptions, vest.month
        )
        assert worth is not None, "uncounted_reason lets only priced grants through"
        amount = worth
    else:
        notional = notional_amount(
            offer, grant, tranche.shares, tranche.share, assumptions
        )
        intrinsic = intrinsic_amount(offer, grant, tranche.shares, assumptions)
    return Line(
        date=tranche.date,
        month=vest.month,
        component=Component.EQUITY,
        amount=amount,
        certainty=Certainty.MARKET if public else Certainty.ILLIQUID,
        recurring=False,
        tax_kind=_tax_kind(grant),
        basis=grant.basis,
        grant=grant.number,
        shares=tranche.shares,
        notional=notional,
        intrinsic=intrinsic,
    )


def _tax_kind(grant: Grant) -> TaxKind:
    if grant.kind is GrantKind.ISO:
        return TaxKind.ISO_SPREAD
    return TaxKind.SUPPLEMENTAL


def uncounted_reason(offer: Offer, grant: Grant) -> str | None:
    """Why a grant is not in the ledger, or None if it is."""
    if grant.kind not in COUNTED_KINDS:
        return f"'{grant.kind}' is not counted yet"
    if grant.annual_value is not None:
        return "a grant of an annual value is not counted yet"
    if grant.vesting_terms is not None:
        return "Open Cap Format vesting terms are not counted yet"
    if grant.vesting is None:
        return "the letter gives no vesting schedule, so nothing can be dated"
    if offer.company.is_public and not has_market_price(offer, grant):
        return "no share price is known, so the shares have no market value"
    return None
