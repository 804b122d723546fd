"""How long a job lasts: what of a month, and which payments, a fixed term leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING

from offerlab.core.month import add_months, employment_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.offer import Offer


def is_worked(offer: Offer, month: int) -> bool:
    """Whether the last day of a month of employment is worked; month 0 is day 0."""
    return month <= 0 or worked_part(offer, month) == 1


def worked_part(offer: Offer, month: int) -> float:
    """Part of a month of employment, from 1, that a fixed term leaves.

    A month whose last day is worked is whole; a broken last one counts
    (last day - its first day) / its days, so that a term which ends on an anniversary
    adds nothing to the months before.
    """
    start, end = offer.start_date, offer.end_date
    if start is None or end is None:
        return 1.0
    begins, after = add_months(start, month - 1), add_months(start, month)
    if after - timedelta(days=1) <= end:
        return 1.0
    return max(0, (end - begins).days) / (after - begins).days


def within_shortest(offers: Sequence[Offer]) -> list[Offer]:
    """Offers as if each ended after the shortest of their terms, from its own start.

    An offer without a start date takes the start of the one with the shortest term.
    """
    shortest = min(offers, key=term_years)
    years, start, end = term_years(shortest), shortest.start_date, shortest.end_date
    if years == inf or start is None or end is None:
        return list(offers)
    after = end + timedelta(days=1)
    months = employment_month(start, after)
    if add_months(start, months) > after:
        months -= 1
    days = (after - add_months(start, months)).days

    def shortened(offer: Offer) -> Offer:
        begins = offer.start_date or start
        ends = add_months(begins, months) + timedelta(days=days - 1)
        if term_years(offer) <= years:
            return offer
        return replace(offer, start_date=begins, end_date=ends)

    return [shortened(offer) for offer in offers]


def term_years(offer: Offer) -> float:
    """Years from the first to the last day; infinite without an end."""
    start, end = offer.start_date, offer.end_date
    if start is None or end is None:
        return inf
    after = end + timedelta(days=1)
    months = employment_month(start, after)
    ends, begins = add_months(start, months), add_months(start, months - 1)
    # A broken last month counts by its days.
    part = (ends - after).days / (ends - begins).days
    return (months - part) / 12
