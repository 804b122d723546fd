"""A claim: what a vest of stock gives, and nothing about what it is worth.

A line of the ledger carries one. What it is worth is a question that a valuation
answers, so that a new price needs no new ledger.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from offerlab.core.allocation import Shares


@dataclass(frozen=True, slots=True)
class Claim:
    """Stock that vests on one day, money in the currency of its offer.

    Attributes
    ----------
    shares : int, Fraction or None
        None where the grant is money (or a percent) that cannot become shares yet.
    part : Fraction
        Exact part of the grant that vests.
    money : float or None
        Worth of the whole grant when it was granted, used where `shares` is None.
    percent : Decimal or None
        Percent of the company of the whole grant, where the letter speaks in percent.
    hurdle : float or None
        Strike or threshold a share; 0 for whole shares, None where it is unknown.
    is_option : bool
        Whether the hurdle is paid to exercise.
    own_day : bool
        Whether the hurdle is the price of the day of the grant.
    face : float or None
        Money of the whole grant that becomes shares at the market's price of a day
        that is still to come; None where the shares do not depend on it.
    quoted : float or None
        Price a share at which the letter itself converts: what a share is worth on
        day 0 where the market price is unknown.
    month, day : int, date or None
        Of employment, on which it vests.
    granted_month, granted_on : int, date or None
        Of employment, on which it was granted.
    """

    shares: Shares | None
    part: Fraction = Fraction(1)
    money: float | None = None
    percent: Decimal | None = None
    hurdle: float | None = 0.0
    is_option: bool = False
    own_day: bool = False
    face: float | None = None
    quoted: float | None = None
    month: int = 0
    day: date | None = None
    granted_month: int = 0
    granted_on: date | None = None

    @property
    def is_bare_percent(self) -> bool:
        """Whether a percent stays a percent: the number of shares is unknown."""
        return self.percent is not None and self.shares is None

    def portion(self, shares: Shares) -> Claim:
        """Some of its shares, with their part of the grant."""
        part = self.part * shares / (self.shares or 1)
        return replace(self, shares=shares, part=part)
