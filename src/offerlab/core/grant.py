"""An equity grant of an offer letter: its kind, its size, its shares and its percent.

A size becomes shares once, rounded down: percent of the fully diluted shares, or
value at a conversion price. Verdicts use the unrounded percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.money import exact

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.company import Company
    from offerlab.core.terms import VestingTerms


class GrantKind(StrEnum):
    """Kinds of equity, in the words of offer letters."""

    RSU = "rsu"
    DOUBLE_TRIGGER_RSU = "double-trigger-rsu"
    ISO = "iso"
    NSO = "nso"
    RESTRICTED_STOCK = "restricted-stock"
    PPU = "ppu"
    CASH_AWARD = "cash-award"

    @property
    def is_option(self) -> bool:
        """Whether shares are bought at a strike."""
        return self in (GrantKind.ISO, GrantKind.NSO)

    @property
    def is_stock(self) -> bool:
        """Whether it is stock or a right to it, and no money."""
        return self is not GrantKind.CASH_AWARD


class Acceleration(NamedTuple):
    """Unvested shares that vest early: on one event, or on two (``double``)."""

    trigger: str
    share: Fraction


class Conversion(NamedTuple):
    """How a value becomes shares: at a close, or at an average of some days."""

    rule: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One grant. Exactly one of the four sizes is set; amounts are in `currency`.

    Attributes
    ----------
    number : int
        Its place in the offer, from 1.
    kind : GrantKind
    percent : Decimal or None
        Percent of the fully diluted company.
    shares : int or None
    value : float or None
        Money, converted to shares once.
    annual_value : float or None
        Money a year, converted anew each year, for `years` years.
    strike : float or None
        Exercise price a share.
    conversion_price : float or None
        Price at which a value is converted.
    vesting : VestingTerms or None
        None when the letter does not say.
    vesting_name : str or None
        Its name in the catalogue, when it came from there.
    vesting_source : str
        Date, confidence and source of the catalogue's entry.
    vesting_start : date or None
        None means the start of employment.
    vesting_file : str or None
        File of Open Cap Format vesting terms, when it came from there.
    threshold : float or None
        Value a unit below which a participation unit is worth nothing.
    """

    number: int
    kind: GrantKind
    currency: str
    basis: str
    percent: Decimal | None = None
    shares: int | None = None
    value: float | None = None
    annual_value: float | None = None
    years: int = 1
    strike: float | None = None
    conversion_price: float | None = None
    conversion: Conversion | None = None
    vesting: VestingTerms | None = None
    vesting_name: str | None = None
    vesting_source: str = ""
    vesting_start: date | None = None
    vesting_file: str | None = None
    acceleration: Acceleration | None = None
    expires_months: int | None = None
    early_exercise: bool = False
    threshold: float | None = None

    @property
    def hurdle(self) -> float | None:
        """Price a share that its owner does not get: the strike or the threshold.

        0 for whole shares; None where the letter leaves it out.
        """
        if self.kind is GrantKind.PPU:
            return self.threshold
        return self.strike if self.kind.is_option else 0.0

    @property
    def field(self) -> str:
        """Dotted key of the grant in its offer file."""
        return f"equity.{self.number}"


def conversion_price(grant: Grant, company: Company) -> float | None:
    """Price at which a value becomes shares, in the grant's currency, or None.

    The letter's own price, else the market price (private: the preferred
    price) if it is in the same currency.
    """
    if grant.conversion_price is not None:
        return grant.conversion_price
    if grant.currency != company.currency:
        return None
    return company.share_price if company.is_public else company.preferred_price


def granted_shares(grant: Grant, company: Company) -> int | None:
    """Whole shares of the grant, rounded down once, or None if unknown.

    Examples
    --------
    >>> from offerlab.core.company import Company
    >>> grant = Grant(1, GrantKind.ISO, "USD", "letter", percent=Decimal("0.04"))
    >>> granted_shares(grant, Company("Northwind", fully_diluted_shares=50_000_000))
    20000
    """
    unrounded = _unrounded_shares(grant, company)
    return None if unrounded is None else floor(unrounded)


def _unrounded_shares(grant: Grant, company: Company) -> Fraction | None:
    if grant.kind is GrantKind.CASH_AWARD:
        return None
    if grant.shares is not None:
        return Fraction(grant.shares)
    if grant.percent is not None and company.fully_diluted_shares is not None:
        return Fraction(grant.percent) / 100 * company.fully_diluted_shares
    price = conversion_price(grant, company)
    if grant.value is not None and price:
        return exact(grant.value) / exact(price)
    return None


def granted_percent(grant: Grant, company: Company) -> Decimal | None:
    """Percent of the fully diluted company, unrounded, or None if unknown.

    The letter's percent, else shares over fully diluted shares, else value over
    valuation.
    """
    if grant.percent is not None:
        return grant.percent
    shares = _unrounded_shares(grant, company)
    if shares is not None and company.fully_diluted_shares:
        return _to_decimal(100 * shares / company.fully_diluted_shares)
    value = grant.value
    if grant.annual_value is not None:
        value = grant.annual_value * grant.years
    if value is not None and company.valuation and grant.currency == company.currency:
        return _to_decimal(100 * exact(value) / exact(company.valuation))
    return None


def _to_decimal(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        return Decimal(value.numerator) / Decimal(value.denominator)
