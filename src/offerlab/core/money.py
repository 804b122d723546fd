"""How amounts and percents are written, and the exact numbers behind floats."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def exact(amount: float) -> Fraction:
    """Fraction that equals the decimal the person wrote: 52.1 is 521/10.

    A float keeps up to 15 digits of what was typed; its shortest form gives
    them back.
    """
    return Fraction(repr(amount))


def format_money(amount: float, currency: str = "USD") -> str:
    """Whole units, with the cents only where there are some: ``$150,000``.

    Examples
    --------
    >>> format_money(139999.99), format_money(60_000, "CHF")
    ('$139,999.99', 'CHF 60,000')
    """
    cents = round(abs(amount) * 100)
    digits = f"{cents // 100:,}" + (f".{cents % 100:02d}" if cents % 100 else "")
    sign = _SIGNS.get(currency, f"{currency} ")
    return f"{'-' if amount < 0 and cents else ''}{sign}{digits}"


def format_whole(amount: float, currency: str = "USD") -> str:
    """Rounded to whole units, for tables: ``$150,000``; percents in full: ``0.25%``."""
    if currency == "%":
        return f"{amount:.4g}%"
    return format_money(float(round(amount)), currency)


def format_large(amount: float, currency: str = "USD") -> str:
    """A valuation in words where that is exact: ``$150 million``, ``$1.2 billion``."""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        scaled = exact(amount) / size
        if scaled >= 1 and scaled * 1000 == int(scaled * 1000):
            return f"{format_scaled(scaled, currency)} {word}"
    return format_money(amount, currency)


def format_said(amount: float, currency: str = "USD") -> str:
    """Money as people of the country say it: rupees in lakh and crore.

    Examples
    --------
    >>> format_said(2_850_000, "INR"), format_said(150_000)
    ('₹28.5 lakh', '$150,000')
    """
    if currency != "INR":
        return format_money(amount, currency)
    for size, word in ((10**7, "crore"), (10**5, "lakh")):
        scaled = exact(amount) / size
        if scaled >= 1 and scaled * 1000 == int(scaled * 1000):
            return f"₹{format_scaled(scaled, '').strip()} {word}"
    return format_money(amount, currency).replace("INR ", "₹")


def format_scaled(scaled: Fraction, currency: str) -> str:
    """Up to three decimals and no trailing zeros."""
    digits = f"{float(scaled):,.3f}".rstrip("0").rstrip(".")
    return f"{_SIGNS.get(currency, f'{currency} ')}{digits}"


def format_shares(shares: int | Fraction | None) -> str:
    """Shares with commas, fractions with up to four decimals, unknown as nothing."""
    if shares is None:
        return ""
    if shares.denominator == 1:
        return f"{int(shares):,}"
    return f"{float(shares):,.4f}".rstrip("0").rstrip(".")


def format_percent(percent: Decimal) -> str:
    """A percent with all its digits and no others: ``0.04%``.

    More than six decimals come from a division and are cut to six.
    """
    plain = f"{percent:f}"
    if len(plain.partition(".")[2]) > 6:
        plain = f"{percent:.6f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f"{plain}%"
