"""Acceleration: what vests on the event that the letter names, as cases by year."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import add_months
from offerlab.model.award import dated_awards

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer

TRIGGERS = {
    "single": "one event that the letter defines, such as a sale of the company",
    "double": "a sale of the company, and then dismissal without cause or resignation"
    " for good reason within the time that the letter sets",
}


class AccelerationCase(NamedTuple):
    """The event at the end of a month of employment.

    Attributes
    ----------
    month, date : int, date or None
    unvested : int, Fraction or None
        Shares that have not vested by then; None if the size is unknown.
    unvested_share : float
        The same as a part of the grant.
    accelerated : int or None
        Shares that vest on the event: whole, rounded down.
    """

    month: int
    date: date | None
    unvested: Shares | None
    unvested_share: float
    accelerated: int | None


def acceleration_cases(
    offer: Offer, grant: Grant, assumptions: Assumptions
) -> list[AccelerationCase]:
    """What vests if the event comes on the first day or an anniversary.

    None without an acceleration in the letter, or without a schedule.
    """
    if grant.acceleration is None:
        return []
    dated = [
        (award.granted_month, vest)
        for award in dated_awards(offer, grant, assumptions)
        for vest in award.vests(offer)
    ]
    last = max((vest.month for _, vest in dated), default=0)
    years = Fraction(grant.years)
    cases = []
    for month in range(0, last, 12):
        # A later year's grant has not been made yet.
        left = [v.tranche for made, v in dated if made <= month < v.month]
        sizes = [t.shares for t in left if t.shares is not None]
        unvested: Shares | None = sum(sizes) if len(sizes) == len(left) else None
        cases.append(
            AccelerationCase(
                month=month,
                date=offer.start_date and add_months(offer.start_date, month),
                unvested=unvested,
                unvested_share=float(sum(t.share or 0 for t in left) / years),
                accelerated=None
                if unvested is None
                else floor(unvested * grant.acceleration.share),
            )
        )
    return cases
