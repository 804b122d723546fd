"""Facts of an offer, an ask and a rival, as texts for a letter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from offerlab.core.ask import said_base
from offerlab.core.ask_stop import quoted_in_money
from offerlab.core.money import format_large, format_percent, format_said
from offerlab.letters.terms import accepted_terms
from offerlab.letters.wording import (
    closing,
    deadline_words,
    greeting,
    in_words,
    letter_day,
    long_date,
    month_first,
    with_article,
)
from offerlab.model.verdict import benchmark_value
from offerlab.negotiate.employer import employer_of
from offerlab.negotiate.inquiry import MOST_QUESTIONS, inquiries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.ask import Ask
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

Fact = str | list[str] | None


def offer_facts(offer: Offer, today: date, line: float) -> dict[str, Fact]:
    """Facts of the offer that is answered; `line` as `money_line` gives it."""
    company, start = offer.company, offer.start_date
    valuation = company.valuation
    percent_counts = not quoted_in_money(offer, line)
    return {
        "greeting": greeting(offer),
        "closing": closing(offer),
        "company": company.name,
        "role": offer.role,
        "a_role": with_article(offer.role),
        "rung": "level" if offer.level else "role",
        "valuation": _valuation(valuation, company.currency)
        if valuation and percent_counts
        else None,
        "deadline": deadline_words(offer, today),
        "start_date": long_date(start, american=month_first(offer)) if start else None,
        "questions": open_questions(offer, line) or None,
        "verbal": "yes" if offer.basis == "verbal" else None,
        "terms": [*accepted_terms(offer)],
    }


def _valuation(amount: float, currency: str) -> str:
    said = format_said if currency == "INR" else format_large
    return said(amount, currency)


def open_questions(offer: Offer, line: float) -> list[str]:
    """At most five questions, those worth most first, each asked as a person would."""
    return inquiries(offer, employer_of(offer, line).kind)[:MOST_QUESTIONS]


def ask_facts(
    offer: Offer, ask: Ask, assumptions: Assumptions, today: date, line: float
) -> dict[str, Fact]:
    """What is asked for, as one phrase, and what a percent comes to."""
    if not ask:
        return {}
    facts: dict[str, Fact] = {"ask": in_words(_asked(offer, ask, today))}
    if ask.equity_percent is not None:
        worth = benchmark_value(
            offer, ask.equity_percent, assumptions.for_offer(offer.id)
        )
        if worth is not None and not quoted_in_money(offer, line):
            facts["ask_value"] = format_said(float(round(worth)), offer.currency)
    return facts


def _asked(offer: Offer, ask: Ask, today: date) -> list[str]:
    """Each thing that is asked for, in words, in the order of an offer letter."""
    return [
        *_asked_cash(offer, ask),
        *_asked_stock(offer, ask),
        *_asked_else(offer, ask, today),
    ]


def _asked_cash(offer: Offer, ask: Ask) -> Iterator[str]:
    if ask.base is not None:
        yield said_base(offer, ask.base)
    bonus = ask.target_bonus
    if bonus is not None:
        amount = format_said(bonus.amount or 0, offer.currency)
        yield f"a target bonus of {f'{bonus.rate * 100:g}%' if bonus.rate else amount}"
    years = {each.year for each in ask.sign_on}
    years |= {max(each.paid_month - 1, 0) // 12 + 1 for each in offer.sign_on}
    by_year = any(year > 1 for year in years)
    paid = [
        format_said(each.amount, offer.currency)
        + (f" in year {_ordinal(each.year)}" if by_year else "")
        for each in ask.sign_on
    ]
    if paid:
        yield f"a sign-on of {in_words(paid)}"


def _asked_stock(offer: Offer, ask: Ask) -> Iterator[str]:
    if ask.equity_value is not None:
        what = "RSUs" if _has_units(offer) else "equity"
        value = format_said(ask.equity_value, offer.currency)
        yield f"{value} in {what} over the vesting schedule"
    if ask.equity_percent is not None:
        yield f"{format_percent(ask.equity_percent)} of the company over four years"
    if ask.shares is not None:
        options = any(grant.kind.is_option for grant in offer.stock)
        yield f"{'options over ' if options else ''}{ask.shares:,} shares"


def _asked_else(offer: Offer, ask: Ask, today: date) -> Iterator[str]:
    if ask.level is not None:
        yield f"level {ask.level}"
    if ask.start is not None:
        yield f"a start on {letter_day(offer, ask.start, today)}"
    if ask.relocation is not None:
        yield f"{format_said(ask.relocation, offer.currency)} for the move"
    if isinstance(ask.review, date):
        yield f"a salary review on {letter_day(offer, ask.review, today)}"
    elif ask.review is not None:
        yield f"a salary review after {ask.review} months"


def _ordinal(year: int) -> str:
    return {1: "one", 2: "two", 3: "three", 4: "four"}.get(year, str(year))


def _has_units(offer: Offer) -> bool:
    return any("rsu" in grant.kind for grant in offer.stock) or not offer.stock
