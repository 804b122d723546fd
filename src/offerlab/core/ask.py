"""The ask: what a candidate wants to see changed in an offer, and what it holds now."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.grant import granted_percent, granted_shares
from offerlab.core.money import format_said

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.offer import Offer


class BonusAsk(NamedTuple):
    """A target bonus: a rate of base (0.15), or an amount a year; one is set."""

    rate: float | None = None
    amount: float | None = None


class SignOnAsk(NamedTuple):
    """A sign-on payment in a year of employment, from 1."""

    year: int
    amount: float


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for; None where nothing is. Amounts are in the offer's currency.

    Attributes
    ----------
    base : float or None
        A year.
    target_bonus : BonusAsk or None
    sign_on : tuple of SignOnAsk
        One a year, in the order of the years.
    equity_value : float or None
        Money, of the whole grant.
    equity_percent : Decimal or None
        Percent of the fully diluted company, of the whole grant.
    shares : int or None
        Of the whole grant.
    level : str or None
    start : date or None
    relocation : float or None
    review : date or int or None
        Day of a salary review, or months after the start.
    """

    base: float | None = None
    equity_percent: Decimal | None = None
    target_bonus: BonusAsk | None = None
    sign_on: tuple[SignOnAsk, ...] = ()
    equity_value: float | None = None
    shares: int | None = None
    level: str | None = None
    start: date | None = None
    relocation: float | None = None
    review: date | int | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """Names of what is asked for, in the order of an offer letter."""
        names = (
            "base", "target_bonus", "sign_on", "equity_value", "equity_percent",
            "shares", "level", "start", "relocation", "review",
        )  # fmt: skip
        return tuple(name for name in names if getattr(self, name))

    @property
    def numbers(self) -> int:
        """How many figures of pay it names; a letter carries two at most.

        Sign-on by year is one: a package of one kind.
        """
        words = {"level", "start", "review"}
        return sum(name not in words for name in self.asked)

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return any(getattr(self, each.name) for each in fields(self))


SHORT = ("hour", "day", "week")
"""Periods of pay in which an ask is spoken, where the paper is written in them."""


def paid_as(offer: Offer, base: float) -> tuple[float, str]:
    """A yearly base as the paper counts it: an amount, and the period.

    Parameters
    ----------
    base : float
        A year.
    """
    pay = offer.base_pay
    if pay is None or pay.per not in SHORT:
        return base, "year"
    return round(base * pay.amount / offer.base_salary, 2), pay.per


def spoken_base(offer: Offer, base: float) -> float:
    """A yearly base rounded down to one that can be said: by the hour, to a half."""
    amount, per = paid_as(offer, base)
    if per == "year" or offer.base_pay is None:
        return base
    return floor(2 * amount) / 2 * offer.base_salary / offer.base_pay.amount


def said_base(offer: Offer, base: float) -> str:
    """A base in words: ``$150,000 base``, or ``$62 an hour`` where paid so."""
    amount, per = paid_as(offer, base)
    if per == "year":
        return f"{format_said(amount, offer.currency)} base"
    article = "an" if per == "hour" else "a"
    return f"{format_said(amount, offer.currency)} {article} {per}"


def offered_percent(offer: Offer) -> Decimal | None:
    """Percent of the company in all grants; None if the paper does not tell it."""
    if offer.equity is None:
        return None
    percents = [granted_percent(grant, offer.company) for grant in offer.stock]
    known = [percent for percent in percents if percent is not None]
    return sum(known, Decimal(0)) if len(known) == len(percents) else None


def offered_shares(offer: Offer) -> int | None:
    """Whole shares in all grants; None if the paper does not tell them."""
    if offer.equity is None:
        return None
    shares = [granted_shares(grant, offer.company) for grant in offer.stock]
    known = [each for each in shares if each is not None]
    return sum(known) if len(known) == len(shares) else None


def offered_value(offer: Offer) -> float | None:
    """Equity of an offer that is written in money, in its currency; else None.

    Yearly grants count for the years that the paper promises. Shares of a listed
    company count at the market's price.
    """
    if offer.equity is None:
        return None
    total = 0.0
    for grant in offer.stock:
        value, price = grant.value, offer.company.share_price
        if grant.annual_value is not None:
            value = grant.annual_value * grant.years
        elif value is None and offer.company.is_public and grant.shares and price:
            value = grant.shares * max(price - (grant.strike or 0), 0)
        if value is None or grant.currency != offer.currency:
            return None
        total += value
    return total


def offered_sign_on(offer: Offer, year: int) -> float:
    """Sign-on that the paper pays in a year of employment."""
    paid = [
        p.amount for p in offer.sign_on if max(p.paid_month - 1, 0) // 12 + 1 == year
    ]
    return sum(paid)
