"""Acceleration: what vests on the event that the letter names, as cases by year."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import sum_shares
from offerlab.core.month import employment_day
from offerlab.model.granting import awards

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.allocation import Shares
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Acceleration, Grant
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
    accelerated_share : float
        The same as a part of the grant.
    """

    month: int
    date: date | None
    unvested: Shares | None
    unvested_share: float
    accelerated: int | None
    accelerated_share: float


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
    cases = (
        _case(offer, grant.acceleration, dated, month) for month in range(0, last, 12)
    )
    return [case for case in cases if case.unvested_share]


_Dated = list[tuple["Award", "list[Vest]"]]


def _case(
    offer: Offer, terms: Acceleration, dated: _Dated, month: int
) -> AccelerationCase:
    # A later year's grant has not been made yet.
    held = [each for each in dated if each[0].held_from(offer) <= month]
    left = [_left(award, found, month) for award, found in held]
    soon = left
    if terms.months is not None:
        until = month + terms.months
        soon = [_between(award, found, month, until) for award, found in held]
    unvested, faster = (sum_shares(each.shares for each in x) for x in (left, soon))
    part, quick = (
        sum((each.part for each in x), Fraction(0)) / len(dated) for x in (left, soon)
    )
    return AccelerationCase(
        month=month,
        date=employment_day(offer.start_date, month),
        unvested=unvested,
        unvested_share=float(part),
        accelerated=None if faster is None else floor(faster * terms.share),
        accelerated_share=float(quick * terms.share),
    )


class _Part(NamedTuple):
    """Part of an award, and its shares; None if the size is unknown."""

    part: Fraction
    shares: Shares | None


def _left(award: Award, found: list[Vest], month: int) -> _Part:
    """What has not vested of an award by the end of a month.

    What waits for an event, and has no date, has not vested either.
    """
    vested = _between(award, found, -1, month)
    shares = None
    if award.shares is not None and vested.shares is not None:
        shares = award.shares - vested.shares
    return _Part(1 - vested.part, shares)


def _between(award: Award, found: list[Vest], after: int, until: int) -> _Part:
    """What vests of an award after one month and up to the end of another."""
    tranches = [vest.tranche for vest in found if after < vest.month <= until]
    part = sum((each.share for each in tranches if each.share), Fraction(0))
    if award.shares is None:
        return _Part(part, None)
    return _Part(part, sum(each.shares or 0 for each in tranches))
