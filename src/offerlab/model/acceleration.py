"""Acceleration: what vests on the event that the letter names, as cases by year."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import sum_shares
from offerlab.core.month import employment_day
from offerlab.model.award import awards
from offerlab.model.leaving_query import is_made

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.model.award import Award, Vest

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

    Empty without an acceleration in the letter, or without a schedule.
    """
    if grant.acceleration is None:
        return []
    made = list(awards(offer, grant, assumptions))
    dated = [(award, award.vests(offer)) for award in made]
    last = max((vest.month for _, found in dated for vest in found), default=0)
    cases = []
    for month in range(0, last, 12):
        # A later year's grant has not been made yet.
        left = [
            _left(award, found, month)
            for award, found in dated
            if is_made(award.granted_month, month)
        ]
        part = sum((share for share, _ in left), Fraction(0)) / len(made)
        if part:
            unvested = sum_shares(shares for _, shares in left)
            share = grant.acceleration.share
            cases.append(
                AccelerationCase(
                    month=month,
                    date=employment_day(offer.start_date, month),
                    unvested=unvested,
                    unvested_share=float(part),
                    accelerated=None if unvested is None else floor(unvested * share),
                )
            )
    return cases


def _left(
    award: Award, found: list[Vest], month: int
) -> tuple[Fraction, Shares | None]:
    """What has not vested of an award: a part of it, and shares.

    What waits for an event, and has no date, has not vested either.
    """
    vested = [vest.tranche for vest in found if vest.month <= month]
    part = 1 - sum((t.share for t in vested if t.share), Fraction(0))
    if award.shares is None:
        return part, None
    return part, award.shares - sum(t.shares or 0 for t in vested)
