"""Pay as people write it: one amount or a range, its currency, its period.

What is not understood whole is not understood: no word is skipped that could change
the meaning. Nothing is assumed: a currency or a period that the text does not name
stays empty.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from offerlab.ingest.comps.currency import find_currencies
from offerlab.ingest.comps.months_paid import months_paid
from offerlab.ingest.comps.number_text import (
    AMOUNT,
    Amount,
    amount_of,
    one_currency,
)
from offerlab.ingest.comps.period import find_periods, spell_years

NO_PAY = "no pay"
UNCLEAR = "the pay was not understood"
_LONGEST = 160


class Pay(NamedTuple):
    """A pay as a text gives it.

    Attributes
    ----------
    low, high : float or None
        Both ends; equal for one amount, one of them None for an open range.
    currency : str
        Code; ``$``, ``¥`` or ``kr`` for a bare sign; empty if not named.
    period : str
        A key of `PER_YEAR`; empty if not named.
    indian : bool
        Whether the digits are grouped as in India: then it is not a dollar.
    """

    low: float | None
    high: float | None
    currency: str = ""
    period: str = ""
    indian: bool = False


_FILLERS = frozenset(
    {
        "-", "--", "-1", "-1.0", "0", "0.0", "0.00", "na", "n/a", "n.a.", "nan", "null",
        "none", "nil", "unknown", "(na)", "(n/a)", "#", "*", "**", "~", "?", ".", "tbd",
        "doe", "dni", "select pay range", "not disclosed", "undisclosed", "blank",
        "not specified", "prefer not to say", "prefer not to answer", "not provided",
        "not applicable",
    }
)  # fmt: skip
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_NEGATIVE = re.compile(r"\(\D{0,4}[\d.,' ]+\D{0,4}\)")
"""An amount in brackets alone: how accountants write a negative one."""
_ALONE = re.compile(r"\d+(?:\.\d{1,2})?")
_EXCLUDED = re.compile(
    r"\b(?:excl(?:uding|\.)?|without|before|not incl(?:uding|\.)?|ex|no|w/o)"
    r" (?:any |the )?(?:bonus(?:es)?|equity|stocks?|rsus?|benefits|commissions?)"
    r"(?: (?:and|or|&) (?:bonus(?:es)?|equity|stocks?|rsus?|benefits))*"
)
_SHARE = re.compile(r"[•·|] ?[\d.]+ ?%(?: ?(?:-|to) ?[\d.]+ ?%)?(?: equity)?")
"""Equity that a posting writes behind the pay: `$120k - $160k • 0.1% - 0.5%`."""
_TOTAL = re.compile(
    r"\b(?:incl(?:uding|udes|usive|\.)?|with|w/|all[- ]in|total|tc|ote|ctc|overall)"
    r"(?!\w)"
)
_EXTRA = (
    r"(?:bonus(?:es)?|equity|stocks?|rsus?|options?|commissions?|benefits|shares?"
    r"|super|overtime|tips|sign[- ]?on|signing|perks|pension|401plan|incentives?)"
)
_TAIL = re.compile(rf"(?:\+|\bplus\b|&|\band\b|,|;)[^+]*?\b{_EXTRA}\b.*$")
_BASE = r"(?:base|basic|salary|base salary|base pay)"
_NOISE = re.compile(
    r"\b(?:glassdoor|employer|est|estimated?|provided|salary|pay|base|basic|wage|gross"
    r"|brutto|pre-?tax|before tax(?:es)?|approx(?:imately)?|about|around|circa|roughly"
    r"|ca|compensation|cash|only|full[- ]?time|fte|ft|range|currently|negotiable"
    r"|equivalent|ish|flat|rate|offered|advertised|indeed|linkedin|doe)\b|(?<=@)ish\b"
)
_MARKS = re.compile(r"[\s:().,;~=*\[\]\"≈]+")
_RANGE = re.compile(r"@ ?(?:-|to|until|~|至) ?@|between @ and @")
_FROM = re.compile(
    r"(?:from|starting(?: at| from)?|minimum|min|at least|over|above|more than|>=?|≥)"
    r" ?@ ?\+?|@ ?(?:\+|-|and up|and above|or more|plus|or above|minimum|min)"
)
_UP_TO = re.compile(
    r"(?:up ?to|upto|max(?:imum)?|at most|under|below|less than|<=?|≤|bis) ?@"
    r"|@ ?(?:or less|and below|max(?:imum)?)"
)


@lru_cache(maxsize=200_000)
def read_pay(text: str) -> Pay | str:
    """Read the text of a pay; a reason if it has none or is not understood.

    Examples
    --------
    >>> pay = read_pay("$120K-$150K (Glassdoor est.)")
    >>> pay.low, pay.high, pay.currency
    (120000.0, 150000.0, '$')
    >>> read_pay("150k or 160k")
    'the pay was not understood'
    """
    text = text.strip()
    if _ALONE.fullmatch(text):
        amount = float(text)
        return Pay(amount, amount) if amount else NO_PAY
    plain = _plain(text)
    if not plain or plain in _FILLERS:
        return NO_PAY
    if len(plain) > _LONGEST or not any(char.isdigit() for char in plain):
        return UNCLEAR
    if _NEGATIVE.fullmatch(plain):
        return UNCLEAR
    return _of_months(plain) or UNCLEAR


def _plain(text: str) -> str:
    """Lower case, one kind of dash, quote and blank."""
    text = unicodedata.normalize("NFKC", text).lower().replace("@", " at ")
    text = _UNSEEN.sub("", text)
    text = re.sub("[‐-―−]", "-", text)
    text = re.sub("[’‘´`]", "'", text)
    text = re.sub(r"\b401 ?\(?k\)?", "401plan", text)
    return " ".join(text.split())


def _of_months(text: str) -> Pay | None:
    """A pay that may come more than twelve times a year."""
    rest, months, times = months_paid(text)
    pay = _read(rest)
    if not months or pay is None or (pay.period == "year" and not times):
        return pay
    if pay.period not in (("month", "") if times else ("month",)):
        return None  # of a year and a month at once, or of neither
    low, high = (end and end * months / 12 for end in (pay.low, pay.high))
    return pay._replace(low=low, high=high, period="month")


def _read(text: str) -> Pay | None:
    text = _SHARE.sub(" ", text)
    text = spell_years(_EXCLUDED.sub(" ", text))
    if _TOTAL.search(text):
        return None
    amounts: list[Amount] = []
    failed = False

    def take(match: re.Match[str]) -> str:
        nonlocal failed
        amount = amount_of(match)
        if amount is None:
            failed = True
        else:
            amounts.append(amount)
        return "@"

    shape = AMOUNT.sub(take, text)
    shape, kept = _base_of(shape, len(amounts))
    periods, shape = find_periods(shape)
    codes, shape = find_currencies(shape)
    shape = _NOISE.sub(" ", shape)
    if failed:
        return None
    amounts = [amounts[place] for place in kept]
    if any(amount.yearly for amount in amounts):
        periods = [*periods, "year"]
    code = one_currency([a.currency for a in amounts if a.currency] + codes)
    if code is None or len(set(periods)) > 1 or not amounts:
        return None
    ends = _ends(_bare(shape), amounts)
    if ends is None:
        return None
    indian = any(amount.indian for amount in amounts)
    return Pay(*ends, code, periods[0] if periods else "", indian)


def _bare(shape: str) -> str:
    """The shape without marks that mean nothing: ``@-@``, ``up to @``, ``@ +``."""
    return " ".join(_MARKS.sub(" ", shape).split())


def _base_of(shape: str, count: int) -> tuple[str, list[int]]:
    """The part of the text that is about base pay, and which amounts are in it."""
    first = shape.find("@")
    cut = _TAIL.search(shape, first + 1) if first >= 0 else None
    if cut:
        shape = shape[: cut.start()]
    kept = list(range(shape.count("@")))
    if len(kept) < 2 or count < 2:
        return shape, kept
    named = re.findall(rf"@ ?({_BASE}|{_EXTRA})\b", shape)
    if len(named) != len(kept):
        named = re.findall(rf"\b({_BASE}|{_EXTRA}) ?:? ?@", shape)
    base = [place for place, name in enumerate(named) if re.fullmatch(_BASE, name)]
    if len(named) == len(kept) and len(base) == 1:
        return "@", base
    return shape, kept


def _ends(
    shape: str, amounts: list[Amount]
) -> tuple[float | None, float | None] | None:
    """Both ends of what the shape says; None if it says nothing known."""
    if len(amounts) == 1:
        value = amounts[0].value
        if not value:
            return None  # no pay is 0, and `up to 0` or `0+` says none
        if shape == "@":
            return value, value
        if _FROM.fullmatch(shape):
            return value, None
        return (None, value) if _UP_TO.fullmatch(shape) else None
    if len(amounts) != 2 or not _RANGE.fullmatch(shape):
        return None
    low, high = amounts
    return _in_order(low, high)


def _in_order(first: Amount, last: Amount) -> tuple[float | None, float | None] | None:
    """Ends of a range, where one size may serve both (``120-150k``)."""
    low, high = first.value, last.value
    if first.size == 1 and last.size > 1:
        low = first.number * last.size
    elif last.size == 1 and first.size > 1 and last.number < 1000:
        high = last.number * first.size
    if not high:
        # `66000 - 0`: a form's mark for no upper end
        return (low, None) if low else None
    return (low, high) if 0 < low <= high else None
