"""An award: what a grant gives on one day, ready to be vested.

Most grants are one award. A grant of an annual value is one a year, each converted at
the price of its own day; a refresher one at each anniversary.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.allocation import sum_shares
from offerlab.core.claim import Claim
from offerlab.core.month import Moment, add_months, employment_day, employment_month
from offerlab.core.timetable import Tranche
from offerlab.core.vesting import tranches
from offerlab.model.component import Component

if TYPE_CHECKING:
    from offerlab.core.allocation import Shares
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer

START = Moment(0, None)


class Vest(NamedTuple):
    """A tranche with its month of employment."""

    month: int
    tranche: Tranche


class Award(NamedTuple):
    """Shares or money granted on one day, money in the offer's currency.

    Attributes
    ----------
    grant : Grant
    component : Component
    shares : int or None
        None where it is money, or a percent that cannot become shares yet.
    money : float or None
        What it is by the words of the letter, where they tell money.
    made : Moment
        Month of employment and day on which it is granted.
    number : int
        Which of the yearly grants of one promise it is, from 0.
    hurdle : float or None
        Strike, threshold or purchase price a share; None where it is unknown.
    own_day : bool
        Whether the hurdle is the price of the day of the grant.
    face : float or None
        Money that becomes shares at a market price of a day still to come.
    quoted : float or None
        Price at which the letter itself converts.
    basis : str
    expected : bool
        True where nothing on paper promises it.
    """

    grant: Grant
    component: Component
    shares: int | None
    money: float | None
    made: Moment = START
    number: int = 0
    hurdle: float | None = 0.0
    own_day: bool = False
    face: float | None = None
    quoted: float | None = None
    basis: str = "letter"
    expected: bool = False

    def held_from(self, offer: Offer) -> int:
        """First month at whose end somebody who leaves has been granted it.

        Somebody who leaves on the day of a later grant does not receive it.
        """
        month, day = self.made
        ends = employment_day(offer.start_date, month)
        late = day is None or ends is None or day >= ends
        return month + 1 if month and late else month

    def vests(self, offer: Offer) -> list[Vest]:
        """Tranches by month of employment; none if the letter gives no schedule.

        What the schedule dates before the day of the grant vests on it, and nothing
        vests after the end of a fixed term.
        """
        terms, (granted_month, day) = self.grant.vesting, self.made
        if terms is None:
            return []
        first = offer.start_date
        if first is None or day is None:
            found = tranches(terms, self.shares, None)
            later = granted_month if self._from_own_day else 0
            return [Vest(max(granted_month, later + (t.month or 0)), t) for t in found]
        start, start_day = self._vesting_start(first, day)
        found = tranches(terms, self.shares, start, grant_date=day, start_day=start_day)
        last = offer.end_date or date.max
        return [
            Vest(employment_month(first, tranche.date), tranche)
            for tranche in found
            if tranche.date is not None and tranche.date <= last
        ]

    @property
    def _from_own_day(self) -> bool:
        """Whether it vests from the day of its grant: yearly grants, and refreshers."""
        grant = self.grant
        return grant.annual_value is not None or self.component is Component.REFRESHER

    def _vesting_start(self, first: date, day: date) -> tuple[date, int]:
        """Day from which it vests, and the day of the month that is kept."""
        grant = self.grant
        if not self._from_own_day:
            start = grant.vesting_start or first
            return start, start.day
        if grant.grant_dates:
            start = (grant.vesting_start or day) if self.number == 0 else day
            return start, start.day
        # Counted from the first, so that a short month pulls no later day down.
        origin = grant.vesting_start or grant.grant_date
        years = 12 * self.number
        if origin is None:
            origin, years = first, self.made.month
        return add_months(origin, years), origin.day

    def claim(self, offer: Offer, vest: Vest) -> Claim:
        """What vests, ready to be valued."""
        tranche = vest.tranche
        return Claim(
            shares=tranche.shares,
            part=tranche.share or Fraction(0),
            money=self.money,
            percent=self.grant.percent,
            hurdle=self.hurdle,
            is_option=self.grant.kind.is_option,
            own_day=self.own_day,
            face=self.face,
            quoted=self.quoted,
            month=vest.month,
            day=tranche.date,
            granted_month=self.made.month,
            granted_on=self.made.day,
        )


def merged(offer: Offer, made: list[Award]) -> list[Vest]:
    """Vests of some awards as those of one: one a day, with one running total.

    `share` becomes the part of all of them, taken as equal.
    """
    found = [vest for award in made for vest in award.vests(offer)]
    if len(made) == 1:
        return found

    def key(vest: Vest) -> tuple[int, date]:
        return vest.month, vest.tranche.date or date.min

    running: Shares = 0
    result = []
    for (month, _), group in groupby(sorted(found, key=key), key=key):
        each = [vest.tranche for vest in group]
        shares = sum_shares(tranche.shares for tranche in each)
        running += shares or 0
        result.append(
            Vest(
                month,
                Tranche(
                    month=each[0].month,
                    date=each[0].date,
                    share=sum((t.share for t in each if t.share), Fraction(0))
                    / len(made),
                    shares=shares,
                    cumulative=running if shares is not None else None,
                ),
            )
        )
    return result
