"""The words of an ask, as typed, into an `Ask` in the offer's currency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from offerlab.core.ask import Ask, BonusAsk, SignOnAsk
from offerlab.errors import AskError
from offerlab.ingest.amount import (
    parse_date,
    parse_percent,
    parse_percentage,
    parse_whole,
    read_money,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from offerlab.core.offer import Offer

LEAST_MONEY = 1000
"""Money asked for is never less: 150 is a slip for 150k."""

LATEST_YEAR = 5
"""Last year of employment in which a sign-on is asked for."""

LONGEST_REVIEW = 36
"""Months after the start within which a salary review is asked for."""

_PER = re.compile(r"(.+?)\s*(?:/|\bper\b|\ban?\b)\s*(hour|hr|day|week)", re.IGNORECASE)
MOST_PERCENT = 5
"""A percent of a company above it is refused, as in an offer file."""


class AskWords(NamedTuple):
    """What was typed after the options ``--ask-...``; None or empty where nothing."""

    base: str | None = None
    bonus: str | None = None
    sign_on: tuple[str, ...] = ()
    equity_value: str | None = None
    equity_percent: str | None = None
    shares: str | None = None
    level: str | None = None
    start: str | None = None
    relocation: str | None = None
    review: str | None = None


def read_ask(words: AskWords, offer: Offer | None) -> Ask:
    """Read an ask about an offer; without one any currency's sign will do.

    Raises
    ------
    AskError
        If a word is not an amount, percent or date, or carries the sign of another
        currency; the sentence names the option.
    """

    def read(name: str, parse: Callable[[str], object]) -> object:
        text = getattr(words, name)
        return None if text is None else _named(name, parse, text)

    def money(text: str) -> float:
        return parse_money(text, offer.currency if offer else None)

    def bonus(text: str) -> BonusAsk:
        if text.strip().endswith("%"):
            return BonusAsk(rate=float(parse_percentage(text) / 100))
        return BonusAsk(amount=money(text))

    def base(text: str) -> float:
        found = _PER.fullmatch(text.strip())
        return money(text) if found is None else _yearly(offer, *found.groups())

    fields = {
        "base": read("base", base),
        "target_bonus": read("bonus", bonus),
        "sign_on": _named("sign_on", lambda x: _by_year(x, money), words.sign_on),
        "equity_value": read("equity_value", money),
        "equity_percent": read("equity_percent", _percent),
        "shares": read("shares", _shares),
        "level": read("level", _level),
        "start": read("start", parse_date),
        "relocation": read("relocation", money),
        "review": read("review", _review),
    }
    return Ask(**fields)  # type: ignore[arg-type]


T = TypeVar("T")
R = TypeVar("R")


def _named(name: str, parse: Callable[[T], R], text: T) -> R:
    try:
        return parse(text)
    except ValueError as error:
        raise AskError(f"--ask-{name.replace('_', '-')}: {error}") from error


def parse_money(text: str, currency: str | None) -> float:
    """Money in a currency: ``150k``, ``£78k`` on a GBP offer, ``CHF 120,000``.

    Raises
    ------
    ValueError
        If it is not an amount, is under `LEAST_MONEY`, or has another currency's mark.

    Examples
    --------
    >>> parse_money("£78k", "GBP"), parse_money("120,000 CHF", "CHF")
    (78000.0, 120000.0)
    """
    written = read_money(text)
    if currency is not None and not written.is_in(currency):
        raise ValueError(f"{text} is not in {currency}, the offer's currency")
    if written.number < LEAST_MONEY:
        raise ValueError(
            f"{text} is too little for pay; 150k means 150,000, and pay by the hour is"
            f" written {text}/hour"
        )
    return float(written.number)


def _yearly(offer: Offer | None, amount: str, per: str) -> float:
    """Base asked by the hour, day or week, as the year of the paper counts it."""
    written = read_money(amount)
    if offer is None:
        return float(written.number)
    pay, period = offer.base_pay, "hour" if per.lower() == "hr" else per.lower()
    if pay is None or pay.per != period:
        said = "year" if pay is None else pay.per
        raise ValueError(f"{amount}: write it by the {said}, as the offer does")
    if not written.is_in(offer.currency):
        raise ValueError(f"{amount} is not in {offer.currency}, the offer's currency")
    return float(written.number) * offer.base_salary / pay.amount


def _by_year(
    texts: tuple[str, ...], money: Callable[[str], float]
) -> tuple[SignOnAsk, ...]:
    """Sign-on by year: ``50k`` is of year one, ``2=36k`` of year two."""
    paid: dict[int, float] = {}
    for text in texts:
        number, equals, amount = text.rpartition("=")
        year = parse_whole(number) if equals else 1
        if not 1 <= year <= LATEST_YEAR:
            raise ValueError(f"{text}: the year is from 1 to {LATEST_YEAR}")
        if year in paid:
            raise ValueError(f"{text}: year {year} is named twice")
        paid[year] = money(amount)
    return tuple(SignOnAsk(year, paid[year]) for year in sorted(paid))


def _percent(text: str) -> Decimal:
    percent = parse_percent(text)
    if not 0 < percent <= MOST_PERCENT:
        raise ValueError(
            f"{text} percent of the company is out of range; 0.04 means 0.04 percent"
        )
    return percent


def _shares(text: str) -> int:
    shares = parse_whole(text)
    if shares <= 0:
        raise ValueError(f"{text} is not a number of shares")
    return shares


def _level(text: str) -> str:
    level = text.strip()
    if not level or not level.isprintable() or len(level) > 30 or "{" in level:
        raise ValueError("a level is one short word or two, such as L4")
    return level


def _review(text: str) -> date | int:
    """A day, or months after the start: ``2027-07-01``, ``6``, ``6 months``."""
    months = re.fullmatch(r"(\d{1,2})(?:\s*months?)?", text.strip())
    if months is None:
        return parse_date(text.strip())
    if not 1 <= int(months[1]) <= LONGEST_REVIEW:
        raise ValueError(f"{text}: a review is 1 to {LONGEST_REVIEW} months after")
    return int(months[1])
