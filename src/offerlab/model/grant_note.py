"""What must be said of a grant beside its figures, by its kind and its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind
from offerlab.core.money import format_money, format_shares
from offerlab.core.month import add_months
from offerlab.model.granting import grant_moments
from offerlab.model.iso_limit import nso_shares, value_words
from offerlab.model.unknown import unknown_shares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger


def grant_notes(
    offer: Offer, grant: Grant, assumptions: Assumptions, ledger: Ledger | None
) -> list[str]:
    """Sentences about one grant; `ledger` is None where it could not be built."""
    unknown = unknown_shares(offer, grant, assumptions)
    notes = [*([unknown] if unknown else []), *_kind(offer, grant)]
    if ledger is not None and grant.kind is GrantKind.ISO:
        notes += _iso_limit(offer, grant, assumptions, ledger)
    start, first = grant.vesting_start, offer.start_date
    if start is not None and first is not None and start < first:
        notes.append(
            f"vesting counts from {start}; what is dated before the first day vests on"
            " it"
        )
    return notes


def lapses_on(offer: Offer, grant: Grant) -> date | None:
    """Day on which a grant ends by its own term, counted from the day of the grant.

    Of yearly grants the first one's.
    """
    made = next(iter(grant_moments(offer, grant)), None)
    if grant.expires_months is None or made is None or made.day is None:
        return None
    return add_months(made.day, grant.expires_months)


def _kind(offer: Offer, grant: Grant) -> Iterator[str]:
    if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU and not offer.company.is_public:
        yield (
            "double trigger: the dates are those of the time condition; nothing can be"
            f" spent before a sale or listing of the company{_lapse(offer, grant)}"
        )
    elif grant.expires_months is not None:
        yield f"lapses {grant.expires_months} months after the grant"
    if grant.kind is GrantKind.RESTRICTED_STOCK:
        yield (
            "restricted stock: the shares are yours from the start, and what has not"
            " vested can be bought back when you leave"
        )
    if grant.kind is GrantKind.PPU:
        yield (
            "participation units: worth what a unit's value exceeds the threshold by;"
            " the notional value is gross of it"
        )
    if grant.early_exercise:
        yield "all of it can be exercised from the first day; what vests is the same"
    if grant.kind.is_option:
        for window in offer.exercise_windows:
            after = window.after_months
            since = f" after {after} months of service" if after else ""
            yield f"vested options lapse {window.wording} after you leave{since}"


def _lapse(offer: Offer, grant: Grant) -> str:
    when = lapses_on(offer, grant)
    if when is not None:
        return f"; what has not been settled by {when} lapses"
    if grant.expires_months is not None:
        return f"; what has not been settled after {grant.expires_months} months lapses"
    return "; the letter does not say when it lapses"


def _iso_limit(
    offer: Offer, grant: Grant, assumptions: Assumptions, ledger: Ledger
) -> Iterator[str]:
    if offer.start_date is None:
        yield (
            "without a start date nobody can say which options the yearly limit"
            " turns into nso"
        )
        return
    above = nso_shares(line for line in ledger if line.grant == grant.number)
    if not above:
        return
    value = value_words(offer, grant)
    limit = assumptions.by_key["iso_limit"]
    amount = format_money(assumptions.number("iso_limit"))
    yield (
        f"above {amount} first exercisable in a calendar year (at the {value})"
        f" incentive options count as nso: {format_shares(above)} shares of this grant"
        f" [{limit.source}]"
    )
