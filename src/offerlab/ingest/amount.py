"""Words into numbers: amounts, percentages, dates, as people write them.

Each parser takes the text of one value and raises `ValueError` with a sentence that
says what is wrong and how to write it. Digits are 0 to 9 and nothing else: those of
other scripts are refused everywhere alike.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from offerlab.ingest.in_digits import why_not_whole

_FORM = "150000, 150,000 or 150k"
_LONGEST = 40
"""Letters of the longest number that anybody means."""
_UNITS = {
    "": 0, "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6,
    "b": 9, "bn": 9, "billion": 9,
    "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7, "cr": 7,
}  # fmt: skip
_INDIAN_UNITS = frozenset(unit for unit, size in _UNITS.items() if size in (5, 7))
_NUMBER = re.compile(
    r"(?P<minus>-)?"
    r"(?:(?P<indian>\d{1,2}(?:,\d{2})+,\d{3}|\d{1,2}(?:_\d{2})+_\d{3})"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,3}(?:_\d{3})+|\d+))?"
    r"(?P<decimals>\.\d+)?(?P<exponent>e[+-]?\d{1,2})?"
    rf" ?(?P<unit>{'|'.join(sorted(filter(None, _UNITS), key=len, reverse=True))})?",
    re.ASCII | re.IGNORECASE,
)
_SIGNS = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"),
    "£": ("GBP",), "€": ("EUR",), "₹": ("INR",), "¥": ("JPY", "CNY"), "₪": ("ILS",),
    "₩": ("KRW",),
}  # fmt: skip
_SIGN = f"[{''.join(_SIGNS)}]"
_BEFORE = re.compile(rf"(-)?([A-Z]{{3}}(?![A-Za-z])|[A-Z]{{0,2}}{_SIGN}|[Rr]s\.?) ?")
_AFTER = re.compile(rf" ?([A-Z]{{3}}|{_SIGN})\Z")


class Written(NamedTuple):
    """A number, the currency written beside it, and how it was grouped.

    `mark` is a sign or a code as it was written, or None; `grouped_as_if` says that
    the number is one to three digits, a point and three digits: ``160.000``.
    """

    number: Decimal
    mark: str | None = None
    in_lakh: bool = False
    grouped_as_if: bool = False

    def is_in(self, currency: str) -> bool:
        """Whether nothing that was written speaks against a currency."""
        if self.in_lakh and currency != "INR":
            return False
        if self.mark is None or self.mark == currency:
            return True
        if self.mark.lower().startswith("rs"):
            return currency == "INR"
        sign, letters = self.mark[-1], self.mark[:-1]
        return currency in _SIGNS.get(sign, ()) and currency.startswith(letters)


def read_money(text: str, *, is_price: bool = False) -> Written:
    """Number and currency of ``150k``, ``£78k``, ``CHF 120,000``, ``18.4 lakh``.

    Raises
    ------
    ValueError
        If it is not an amount, or could be two: ``160.000``. A price may have any
        number of decimals.

    Examples
    --------
    >>> read_money("£78k").number, read_money("£78k").mark
    (Decimal('7.8E+4'), '£')
    """
    rest, mark = text.strip(), None
    if found := _BEFORE.match(rest):
        mark, rest = found[2], (found[1] or "") + rest[found.end() :]
    elif found := _AFTER.search(rest):
        mark, rest = found[1], rest[: found.start()]
    try:
        written = _read_number(rest)
    except ValueError:
        form = "12.50" if is_price else _FORM
        raise ValueError(_why_no_amount(text, form)) from None
    if written.grouped_as_if and not is_price:
        whole = rest.strip().lstrip("-").replace(".", "")
        raise ValueError(
            f"{text} can be {int(whole):,} or {written.number.normalize():f}: write"
            f" {whole}, or {written.number.normalize():f}"
        )
    return written._replace(mark=mark)


def parse_money(text: str, currency: str | None = None) -> float:
    """Money in a currency; None: nobody knows which, and only ``$`` may be written.

    Raises
    ------
    ValueError
        If it is not an amount, or is written in another currency.

    Examples
    --------
    >>> parse_money("£78k", "GBP"), parse_money("12,50,000", "INR")
    (78000.0, 1250000.0)
    """
    return _in_currency(text, read_money(text), currency)


def parse_price(text: str, currency: str | None = None) -> float:
    """A price of a share, as money is read, with any number of decimals."""
    return _in_currency(text, read_money(text, is_price=True), currency)


def _in_currency(text: str, written: Written, currency: str | None) -> float:
    if currency is None and written.mark == "$" and not written.in_lakh:
        return float(written.number)
    if written.is_in(currency or ""):
        return float(written.number)
    if written.in_lakh:
        raise ValueError(
            f"{text} counts in lakh, as rupees do, and the currency is"
            f" {currency or 'not INR'}; write {written.number:,.0f}, or"
            " 'currency: INR' for rupees"
        )
    if currency is None:
        raise ValueError(_why_no_amount(text))
    raise ValueError(
        f"{text} is not in {currency}, the offer's currency; write the amount in"
        f" {currency}, or the right 'currency:'"
    )


def parse_amount(text: str) -> float:
    """Pay where no currency is known: a plain number, or one with ``$``."""
    return parse_money(text)


def parse_decimal(text: str) -> Decimal:
    """Exact plain number: ``150_000``, ``150,000``, ``150k``, ``0.2M``, ``1.045``."""
    written = _read_number(text)
    if written.in_lakh:
        raise ValueError(_why_no_amount(text))
    return written.number


def _read_number(text: str) -> Written:
    match = _NUMBER.fullmatch(text.strip(" ")) if len(text) <= _LONGEST else None
    whole = (match["digits"] or match["indian"]) if match else None
    if match is None or not (whole or match["decimals"]):
        raise ValueError(_why_no_amount(text))
    unit = (match["unit"] or "").lower()
    decimals = match["decimals"] or ""
    digits = re.sub("[,_]", "", whole or "0")
    number = Decimal(digits + decimals + (match["exponent"] or "")).scaleb(_UNITS[unit])
    return Written(
        -number if match["minus"] else number,
        in_lakh=match["indian"] is not None or unit in _INDIAN_UNITS,
        grouped_as_if=not unit
        and not match["exponent"]
        and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", f"{whole}{decimals}", re.ASCII)
        is not None,
    )


def _why_no_amount(text: str, form: str = _FORM) -> str:
    return _why_no_digits(text) or f"'{text}' is not an amount; write {form}"


def _why_no_digits(text: str) -> str | None:
    """What is wrong with the digits of a text; None where it is no number at all."""
    if len(text) > _LONGEST:
        return f"'{text[:_LONGEST]}…' is too long for a number"
    if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        return f"{text} is not a number"
    if text.strip().endswith("%"):
        return f"{text} is a percentage, and an amount belongs here"
    if any(char.isdigit() and not char.isascii() for char in text):
        return f"'{text}' is not an amount; write it with the digits 0 to 9"
    if re.fullmatch(r"[-$\d,._]*\d?,+\d[-$\d,._]*", text):
        return f"{text}: a comma separates thousands, a point the cents (150,000.50)"
    return None


def parse_whole(text: str, unit: str = "") -> int:
    """A whole number, such as shares or months; `unit` is what it counts."""
    try:
        number = parse_shares(text)
    except ValueError as error:
        known = "is not a whole number" in str(error) or _why_no_digits(text)
        raise ValueError(str(error) if known else why_not_whole(text, unit)) from None
    if number != int(number):
        raise ValueError(f"{text} is not a whole number")
    return int(number)


def parse_shares(text: str) -> Decimal:
    """A number of shares or the like: as people group it, and never ``4.000``."""
    written = _read_number(text)
    if written.in_lakh or written.grouped_as_if:
        plain = re.sub("[,._]", "", text.strip())
        raise ValueError(f"{text} is not a whole number; write {plain}")
    return written.number


def parse_percentage(text: str) -> Decimal:
    """Percent with its sign: ``10%`` is 10; a bare number is refused."""
    if not text.strip().endswith("%"):
        raise ValueError(f"{text}: write a percentage with its sign, such as 10%")
    return parse_percent(text)


def parse_percent(text: str) -> Decimal:
    """Percent where the key says so: ``0.04`` and ``0.04%`` are both 0.04."""
    number = text.strip().removesuffix("%").rstrip()
    if "%" in number:
        raise ValueError(f"{text} has two percent signs; write {number.strip(' %')}%")
    try:
        return parse_decimal(number)
    except ValueError as error:
        known = _why_no_digits(number)
        message = f"'{text}' is not a number of percent; write 10% or 0.04%"
        raise ValueError(str(error) if known else message) from None


def parse_rate(text: str, *, plain_up_to: float = 1) -> float:
    """Decimal rate: ``0.03`` and ``3%`` are both 0.03.

    Above `plain_up_to` it takes the sign: 5 is more often 5% than 500%.
    """
    if text.strip().endswith("%"):
        return float(parse_percentage(text) / 100)
    rate = parse_decimal(text)
    if rate > plain_up_to:
        raise ValueError(f"{text} would be {100 * rate:,.10g}%; write it with its sign")
    return float(rate)


def parse_fraction(text: str) -> Fraction:
    """Exact number that may be a fraction: ``100/3``."""
    top, slash, bottom = text.strip().removesuffix("%").partition("/")
    number = Fraction(parse_decimal(top))
    if not slash:
        return number
    divisor = Fraction(parse_decimal(bottom))
    if not divisor:
        raise ValueError(f"{text} divides by zero")
    return number / divisor


def parse_flag(text: str) -> bool:
    """``true`` or ``false``, ``yes`` or ``no``."""
    known = {"true": True, "yes": True, "false": False, "no": False}
    if text.lower() not in known:
        raise ValueError(f"'{text}' is neither true nor false")
    return known[text.lower()]


def parse_date(text: str) -> date:
    """A date written as 2027-01-11."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"'{text}' is not a date; write it as 2027-01-11")
    try:
        when = date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"there is no date {text}") from error
    if not 1970 <= when.year <= 2200:
        raise ValueError(f"the year of {text} is out of range")
    return when
