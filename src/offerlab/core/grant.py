"""An equity grant of an offer letter: its kind, its size, its shares and its percent.

A size becomes shares once, rounded down: percent of the fully diluted shares, or
value at a conversion price. Verdicts use the unrounded percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.grant_kind import GrantKind as GrantKind
from offerlab.core.money import exact

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.company import Company
    from offerlab.core.terms import VestingTerms


class Acceleration(NamedTuple):
    """Unvested shares that vest early: on one event, or on two (``double``).

    A part of them, or with `months` those of the next months.
    """

    trigger: str
    share: Fraction = Fraction(1)
    months: int | None = None


class Conversion(NamedTuple):
    """How a value becomes shares: at a close, or at an average of some days.

    Attributes
    ----------
    rule : str
        ``close`` or ``average``.
    days : int or None
    calendar : str
        ``calendar`` or ``trading``: which days are counted.
    before : str or None
        ``start`` or ``grant``: the day that ends the average.
    over : str or None
        ``prior-month``: the calendar month before, in place of `days`.
    """

    rule: str
    days: int | None = None
    calendar: str = "calendar"
    before: str | None = None
    over: str | None = None


ROUNDINGS = ("down", "up", "nearest")
"""How a part of a share is rounded when money or a percent becomes shares."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One grant. Exactly one of the four sizes is set.

    Money is in `currency`; prices a share (strike, conversion price, threshold,
    purchase price, value of an option) are in `price_currency`.

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
        Money a year, converted again each year, for `years` years.
    grant_date : date or None
        Day on which it is made; None means the start of employment.
    granted_month : int or None
        The same in months of employment.
    grant_dates : tuple of date
        Days of the yearly grants of an `annual_value`, where the paper has them.
    strike : float or None
        Exercise price a share.
    strike_at_grant : bool
        The strike is the fair market value of the day of the grant.
    purchase_price : float or None
        Price a share at which stock is bought.
    value_basis : str or None
        What the value of options is: their ``fair-value``, or ``face``.
    option_value : float or None
        Fair value of one option.
    rounding : str
        One of `ROUNDINGS`.
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
    price_currency: str | None = None
    grant_date: date | None = None
    granted_month: int | None = None
    grant_dates: tuple[date, ...] = ()
    strike_at_grant: bool = False
    purchase_price: float | None = None
    value_basis: str | None = None
    option_value: float | None = None
    rounding: str = "down"

    @property
    def hurdle(self) -> float | None:
        """Price a share that its owner does not get: strike, threshold, or purchase.

        0 for whole shares; None where the letter leaves it out.
        """
        row = self.kind.row
        price: float | None = getattr(self, row.hurdle) if row.hurdle else 0.0
        return price if row.must_have else price or 0.0

    @property
    def value_is_untold(self) -> bool:
        """Whether it is options by value, whose number does not follow from it."""
        by_value = self.value is not None or self.annual_value is not None
        return self.kind.is_option and by_value and self.value_basis is None

    @property
    def prices_in(self) -> str:
        """Currency of its prices a share."""
        return self.price_currency or self.currency

    @property
    def field(self) -> str:
        """Dotted key of the grant in its offer file."""
        return f"equity.{self.number}"


def conversion_price(grant: Grant, company: Company) -> float | None:
    """Price at which a value becomes shares, in the grant's currency, or None.

    The letter's own price, else the market price (private: the preferred
    price) if it is in the same currency. Options by value are counted at the fair
    value of one, or at the strike where the value is their face value.
    """
    if grant.kind.is_option:
        by_basis = {"fair-value": grant.option_value, "face": grant.strike}
        return by_basis.get(grant.value_basis or "")
    if grant.conversion_price is not None:
        return grant.conversion_price
    if grant.currency != company.currency:
        return None
    return company.share_price if company.is_public else company.preferred_price


def granted_shares(grant: Grant, company: Company) -> int | None:
    """Whole shares of the grant, rounded once, or None if unknown.

    Examples
    --------
    >>> from offerlab.core.company import Company
    >>> grant = Grant(1, GrantKind.ISO, "USD", "letter", percent=Decimal("0.04"))
    >>> granted_shares(grant, Company("Northwind", fully_diluted_shares=50_000_000))
    20000
    """
    unrounded = _unrounded_shares(grant, company)
    return None if unrounded is None else rounded(unrounded, grant.rounding)


def rounded(shares: Fraction, rounding: str) -> int:
    """Whole shares, by one of `ROUNDINGS`; half a share goes up.

    Examples
    --------
    >>> [rounded(Fraction(7, 2), word) for word in ROUNDINGS]
    [3, 4, 4]
    """
    if rounding == "up":
        return ceil(shares)
    return floor(shares + Fraction(1, 2)) if rounding == "nearest" else floor(shares)


def _unrounded_shares(grant: Grant, company: Company) -> Fraction | None:
    if grant.kind is GrantKind.CASH_AWARD:
        return None
    if grant.shares is not None:
        return Fraction(grant.shares)
    total = company.total_shares
    if grant.percent is not None and total is not None:
        return Fraction(grant.percent) / 100 * total
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
    shares, total = _unrounded_shares(grant, company), company.total_shares
    if shares is not None and total is not None:
        return _to_decimal(100 * shares / total)
    if grant.value_is_untold:
        return None
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
