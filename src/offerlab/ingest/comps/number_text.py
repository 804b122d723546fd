"""Numbers inside a text: their grouping, their thousands or lakhs, their currency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from offerlab.ingest.comps import currency

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?"  # 123,456.78
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"  # 12,50,000: Indian
    r"|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?"  # 45.000,00
    r"|\d{1,3}(?:[' ]\d{3})+(?:[.,]\d{1,2})?"  # 98'500 and 48 000
    r"|\d+,\d{1,2}"  # 52,50
    r"|\d+(?:\.\d*)?(?:e[+-]?\d{1,2})?"
    r")(?!\d|[.,']\d)"
)
_SIZE = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "千": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6,
    "mio": 1e6, "million": 1e6, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5,
    "l": 1e5, "lpa": 1e5, "cr": 1e7, "crore": 1e7, "crores": 1e7, "万": 1e4,
}  # fmt: skip
_INDIAN = frozenset({"lakh", "lakhs", "lac", "lacs", "lpa", "cr", "crore", "crores"})
_SIZES = "|".join(sorted(_SIZE, key=len, reverse=True))
AMOUNT = re.compile(
    rf"(?<![\w.,'])(?P<pre>{currency.PATTERN})?\.? ?(?P<number>{_NUMBER})"
    rf"(?! ?%)(?: ?(?P<size>{_SIZES})(?![a-z]|[a-z]*\d)|"
    rf" ?(?P<glued>{_SIZES})(?={currency.PATTERN}(?![a-z])))?"
    rf"(?:(?:,-)? ?(?P<post>{currency.PATTERN})(?![a-z0-9]))?"
)
"""An amount of money in a lower-case text, with its sign and its size."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was written.

    Attributes
    ----------
    number : float
        Before its size is applied.
    size : float
        1, or what the suffix multiplies by: k 1,000, lakh 100,000.
    currency : str
        Code, a bare sign, or nothing.
    yearly, indian : bool
        Whether the suffix says a year (LPA); whether digits are grouped as 12,50,000.
    """

    number: float
    size: float
    currency: str
    yearly: bool = False
    indian: bool = False

    @property
    def value(self) -> float:
        """The amount."""
        return self.number * self.size


def amount_of(match: re.Match[str]) -> Amount | None:
    """Amount of a match of `AMOUNT`; None if its signs contradict each other."""
    size = match["size"] or match["glued"] or ""
    signs = [currency.code_of(sign) for sign in (match["pre"], match["post"]) if sign]
    if size in _INDIAN:
        signs.append("INR")
    code = one_currency(signs)
    if code is None or (size == "l" and code != "INR"):
        return None
    digits = match["number"]
    indian = bool(re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", digits))
    return Amount(
        _plain(digits, bool(size)), _SIZE.get(size, 1.0), code, size == "lpa", indian
    )


def one_currency(signs: list[str]) -> str | None:
    """The one currency of several signs; a bare ``$`` gives way to a dollar's code."""
    codes = set(signs)
    if "$" in codes and codes & currency.DOLLARS:
        codes.discard("$")
    if "¥" in codes and codes & {"JPY", "CNY"}:
        codes.discard("¥")
    if len(codes) > 1:
        return None
    return codes.pop() if codes else ""


def _plain(digits: str, is_scaled: bool) -> float:
    """Value of the digits, whatever separates thousands and decimals."""
    digits = digits.replace("'", "").replace(" ", "")
    if is_scaled and re.fullmatch(r"\d+\.\d+", digits):
        return float(digits)  # 1.125 lakh: nobody writes thousands and a size
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return float(digits.replace(",", "."))
    return float(digits.replace(",", ""))
