"""Checks of a grant that need the whole offer: whether its vesting fits its shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import granted_shares
from offerlab.core.vesting import tranches
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.ingest.fields import Fields


def check_grants(fields: Fields, offer: Offer) -> None:
    """Note grants whose vesting does not fit, at the `equity` key of the file."""
    for grant in offer.equity or ():
        if grant.vesting is None:
            continue
        if grant.vesting_file is not None:
            for is_fault, message in _faults(offer, grant):
                note = fields.fault if is_fault else fields.warn
                note("equity", f"grant {grant.number}, {grant.vesting_file}: {message}")
        if grant.vesting_start is not None and offer.start_date is None:
            fields.warn(
                "equity",
                f"grant {grant.number}: 'vesting_start' is of no use without"
                " 'start_date'",
            )
        _check_lapse(fields, grant)


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


def _faults(offer: Offer, grant: Grant) -> Iterator[tuple[bool, str]]:
    """Whether it is an error, and what is wrong."""
    assert grant.vesting is not None
    start = grant.vesting_start or offer.start_date
    last = grant.vesting.last_date
    if start is not None and last is not None and start > last:
        yield (
            True,
            f"the vesting start of {start} is after every date of the terms, of which"
            f" {last} is the last; check both",
        )
        return
    shares = granted_shares(grant, offer.company)
    try:
        found = tranches(grant.vesting, shares, start)
    except VestingError as error:
        # Without a start date the terms may still be right.
        yield offer.start_date is not None or "more than" in str(error), str(error)
        return
    vested = found[-1].cumulative if found else 0
    if shares is not None and vested is not None and vested < shares:
        yield (
            False,
            f"the terms vest {int(vested):,} of {shares:,} shares: less than the grant;"
            " the rest waits for an event, or is in no portion",
        )
