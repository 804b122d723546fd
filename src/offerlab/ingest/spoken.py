"""Answers as people say them, in the words of an offer file.

``11 January 2027`` is a date, ``three months`` a span of time, ``5/15/40/40`` a
schedule. What is not understood stays as it was said: the reader of the file says
what is wrong with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.ingest.amount import read_money

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

DATES = ("start_date", "end_date", "company.as_of")
_COUNTRY_OF = {
    "dollar": "USD", "dollars": "USD", "us dollars": "USD", "pound": "GBP",
    "pounds": "GBP", "sterling": "GBP", "euro": "EUR", "euros": "EUR", "rupee": "INR",
    "rupees": "INR", "yen": "JPY", "won": "KRW", "francs": "CHF", "swiss francs": "CHF",
    "canadian dollars": "CAD", "australian dollars": "AUD", "singapore dollars": "SGD",
    "shekels": "ILS",
}  # fmt: skip
_SIGNS = {
    "$": "USD", "us$": "USD", "ca$": "CAD", "c$": "CAD", "a$": "AUD", "au$": "AUD",
    "s$": "SGD", "nz$": "NZD", "hk$": "HKD", "£": "GBP", "€": "EUR", "₹": "INR",
    "rs": "INR", "rs.": "INR", "₩": "KRW", "₪": "ILS",
}  # fmt: skip
_STAGES = {
    "listed": "public", "public company": "public", "ipo": "public", "nasdaq": "public",
    "nyse": "public", "preseed": "pre-seed", "late stage": "late", "late-stage": "late",
}  # fmt: skip


class Said(NamedTuple):
    """A key of the offer file and its value, as the file writes them."""

    key: str
    value: str


def spoken(key: str, answer: str, today: date) -> Said:
    """An answer to the question of a key, in the file's own words.

    Parameters
    ----------
    key : str
        Dotted key of the offer file.
    answer : str
    today : date
        A day without a year is the next after it.

    Examples
    --------
    >>> from datetime import date
    >>> spoken("start_date", "11 January 2027", date(2026, 11, 1)).value
    '2027-01-11'
    >>> spoken("exercise_window_months", "90 days", date(2026, 11, 1))
    Said(key='exercise_window', value='90 days')
    """
    last = key.rpartition(".")[2]
    if key in DATES:
        return Said(key, _day(answer, today) or answer)
    if key == "company.stage":
        named = answer.strip().lower()
        return Said(key, _STAGES.get(named, named.replace("series ", "series-")))
    by_last: dict[str, Callable[[str], str | None]] = {
        "currency": currency_code,
        "vesting": _vesting,
        "clawback_months": _months,
    }
    if key == "deadline":
        return Said(key, _deadline(answer, today) or answer)
    if last == "exercise_window_months":
        months = _months(answer)
        span = None if months else _span(answer)
        return Said("exercise_window", span) if span else Said(key, months or answer)
    read = by_last.get(last)
    return Said(key, (read(answer) if read else None) or answer)


def currency_code(text: str) -> str | None:
    """Code of a currency by its code, sign or name; None where it is none known.

    Examples
    --------
    >>> currency_code("£"), currency_code("ca$"), currency_code("rupees")
    ('GBP', 'CAD', 'INR')
    """
    word = text.strip().lower()
    if len(word) == 3 and word.isascii() and word.isalpha():
        return word.upper()
    return _SIGNS.get(word) or _COUNTRY_OF.get(word)


def is_money(answer: str) -> bool:
    """Whether an answer is an amount."""
    try:
        read_money(answer)
    except ValueError:
        return False
    return True


def currency_beside(amount: str) -> str | None:
    """Code of the currency that is written beside an amount, where one is."""
    try:
        mark = read_money(amount, is_price=True).mark
    except ValueError:
        return None
    return currency_code(mark) if mark else None


def _day(answer: str, today: date) -> str | None:
    """The one day that an answer names; None for none, or for one of two meanings."""
    from offerlab.ingest.letter.spans import days_in

    days = {day.value for first in (True, False)
            for day in days_in(answer, today, day_first=first)}  # fmt: skip
    return days.pop().isoformat() if len(days) == 1 else None


def _deadline(answer: str, today: date) -> str | None:
    """A day, and its clock time and zone where they are said."""
    from offerlab.ingest.letter.deadline import clock_in

    day = _day(answer, today)
    if day is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", answer):
        return None
    return day + clock_in(answer)


def _months(answer: str) -> str | None:
    """Whole months of ``a year``, ``three months``, ``12``."""
    span = _span(answer)
    if span is None:
        return None
    number, unit = span.split()
    if unit.startswith("day"):
        return None
    return str(int(number) * (12 if unit.startswith("year") else 1))


def _span(answer: str) -> str | None:
    """A span of time in digits: ``3 months``."""
    from offerlab.ingest.letter.spans import COUNT, count_in

    found = re.fullmatch(
        rf"{COUNT.format('n')}[ -]?(?P<unit>day|week|month|mo|year|yr)s?",
        answer.strip().lower(),
    )
    if not found or (number := count_in(found, "n")) is None:
        return None
    unit = {"mo": "month", "yr": "year"}.get(found["unit"], found["unit"])
    if unit == "week":
        number, unit = 7 * number, "day"
    return f"{number} {unit}s"


def _vesting(answer: str) -> str | None:
    """A block of ``5/15/40/40`` or of a sentence of a letter; None for a name."""
    from offerlab.ingest.letter.vesting import vesting_block

    said = answer.strip()
    if said.startswith(("{", "[")):
        return None
    block = vesting_block(f"It vests {said}.") or vesting_block(said)
    if block is None:
        return None
    parts = (
        f"{key}: {str(value).replace(chr(39), '')}" for key, value in block.items()
    )
    return f"{{{', '.join(parts)}}}"
