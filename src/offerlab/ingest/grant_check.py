"""Checks of a grant that need the whole offer: whether its vesting fits its shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import granted_shares
from offerlab.core.money import format_shares
from offerlab.core.vesting import partly_dated, tranches
from offerlab.errors import OverGrantError, VestingError

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.core.terms import VestingTerms
    from offerlab.ingest.fields import Fields


def check_grants(fields: Fields, offer: Offer) -> None:
    """Note grants whose vesting does not fit, at their key of the file."""
    for grant in offer.equity or ():
        name = f"grant {grant.number}"
        if grant.vesting is None:
            continue
        if grant.vesting_file is not None:
            shares = granted_shares(grant, offer.company)
            start = grant.vesting_start or offer.start_date
            _check_terms(fields, "equity", name, grant.vesting, shares, start)
        if grant.vesting_start is not None and offer.start_date is None:
            message = f"{name}: 'vesting_start' is of no use without 'start_date'"
            fields.warn("equity", message)
        _check_lapse(fields, grant)
    later = offer.refreshers
    if later is not None and later.vesting is not None and later.vesting_file:
        start = offer.start_date
        _check_terms(
            fields, "refreshers", "a refresher", later.vesting, later.shares, start
        )


def _check_terms(
    fields: Fields,
    key: str,
    name: str,
    terms: VestingTerms,
    shares: int | None,
    start: date | None,
) -> None:
    """Note terms that vest too much or too little, or need a date."""
    try:
        terms.check_start(start)
        dated = partly_dated(terms, shares, start)
    except VestingError as error:
        # Without a start date the terms may still be right.
        fault = start is not None or isinstance(error, OverGrantError)
        note = fields.fault if fault else fields.warn
        note(key, f"{name}: {error}")
        return
    if shares is not None and dated is not None:
        fields.warn(
            key,
            f"{name}: the terms vest {format_shares(dated)} of {shares:,} shares: less"
            " than the grant; the rest waits for an event, or is in no portion",
        )


def _check_lapse(fields: Fields, grant: Grant) -> None:
    """Note units that lapse before they vest."""
    if grant.expires_months is None or grant.vesting is None:
        return
    try:
        last = tranches(grant.vesting, None, None)[-1].month or 0
    except (VestingError, IndexError):
        return
    if grant.expires_months < last:
        fields.warn(
            "equity",
            f"grant {grant.number} lapses after {grant.expires_months} months, before"
            f" all of it has vested after {last}",
            "one of the two is almost surely a slip; ask",
        )
