"""Currencies: how people write them."""

from __future__ import annotations

import re

CODES = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "CAD",
        "AUD",
        "NZD",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "ISK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "UAH",
        "RUB",
        "TRY",
        "ILS",
        "INR",
        "PKR",
        "BDT",
        "LKR",
        "NPR",
        "CNY",
        "HKD",
        "TWD",
        "JPY",
        "KRW",
        "SGD",
        "MYR",
        "THB",
        "IDR",
        "PHP",
        "VND",
        "BRL",
        "MXN",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "UYU",
        "ZAR",
        "NGN",
        "KES",
        "EGP",
        "MAD",
        "GHS",
        "AED",
        "SAR",
        "QAR",
        "KWD",
    ]
)
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"})
"""Currencies that are often written with a bare dollar sign."""

AMBIGUOUS = {"¥": ("JPY", "CNY"), "kr": ("SEK", "NOK", "DKK", "ISK")}
"""Signs of several currencies; a bare ``$`` is one of US dollars unless named."""

SYMBOLS = {
    "us$": "USD", "usd$": "USD", "cad$": "CAD", "aud$": "AUD",
    "ca$": "CAD", "c$": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD",
    "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "nt$": "TWD", "r$": "BRL",
    "mx$": "MXN", "$us": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "rs.": "INR",
    "rs": "INR", "zł": "PLN", "₪": "ILS", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₫": "VND", "฿": "THB", "₦": "NGN", "₱": "PHP", "元": "CNY", "fr.": "CHF",
    "rmb": "CNY", "inr.": "INR", "$": "$", "¥": "¥", "kr": "kr",
}  # fmt: skip
"""Sign to its code; three signs belong to several currencies and stay as they are."""

_NAMES = {
    "united states dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD",
    "american dollar": "USD", "canadian dollar": "CAD", "australian dollar": "AUD",
    "new zealand dollar": "NZD", "singapore dollar": "SGD", "hong kong dollar": "HKD",
    "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP", "sterling": "GBP",
    "indian rupee": "INR", "rupee": "INR", "swiss franc": "CHF", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "swedish krona": "SEK", "danish krone": "DKK",
    "norwegian krone": "NOK", "zloty": "PLN", "shekel": "ILS", "lakh": "INR",
    "lpa": "INR", "crore": "INR",
}  # fmt: skip
_NAME = re.compile(
    r"\b(?:" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")s?\b"
)
_CODE = re.compile(r"(?<![a-z])(?:" + "|".join(sorted(CODES)).lower() + r")(?![a-z])")

PATTERN = "(?:" + "|".join(
    re.escape(sign) for sign in sorted(SYMBOLS, key=len, reverse=True)
) + "|" + "|".join(sorted(CODES)).lower() + ")"  # fmt: skip
"""A sign or a code beside a number, in lower case."""


def code_of(sign: str) -> str:
    """Code of a sign or code in lower case; ``$``, ``¥`` and ``kr`` stay signs."""
    return SYMBOLS.get(sign) or sign.upper()


def find_currencies(text: str) -> tuple[list[str], str]:
    """Codes that a lower-case text names in words or codes, and the text without."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        word = match[0]
        code = _NAMES.get(word) or _NAMES.get(word.removesuffix("s")) or word.upper()
        if code not in found:
            found.append(code)
        return " "

    return found, _CODE.sub(take, _NAME.sub(take, text))


def currency_of(text: str) -> str | None:
    """Code of a cell such as ``USD United States dollar``, ``£``; None if unknown."""
    words = " ".join(text.lower().split())
    if not words:
        return ""
    if words in SYMBOLS:
        sign = SYMBOLS[words]
        return sign if len(sign) == 3 or sign == "$" else None
    found, _ = find_currencies(words)
    signs = {code for sign, code in SYMBOLS.items() if sign in words and len(sign) > 2}
    codes = set(found) | (signs if not found else set())
    return codes.pop() if len(codes) == 1 else None


def header_currency(words: str) -> str:
    """Currency that the words of a header name, a bare ``$`` or ``kr``, or nothing.

    Examples
    --------
    >>> header_currency("salary in usd"), header_currency("yearly salary in eur")
    ('USD', 'EUR')
    """
    found, _ = find_currencies(words)
    signs = [code_of(sign) for sign in ("€", "£", "₹", "us$", "ca$") if sign in words]
    codes = dict.fromkeys([*found, *signs])
    if not codes and "$" in words:
        return "$"
    if not codes and "kr" in words.split():
        return "kr"
    return next(iter(codes)) if len(codes) == 1 else ""


def named_dollar(sign: str, *named: str) -> str:
    """Code of a bare ``$``: the first dollar that column, header or option name.

    Examples
    --------
    >>> named_dollar("$", "", "CAD"), named_dollar("$"), named_dollar("EUR", "CAD")
    ('CAD', 'USD', 'EUR')
    """
    if sign != "$":
        return sign
    return next((code for code in named if code in DOLLARS), "USD")
