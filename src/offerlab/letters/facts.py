"""Facts of an offer, an ask, a benchmark and a market, as texts for a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import granted_percent, granted_shares
from offerlab.core.money import format_large, format_money, format_percent, format_whole
from offerlab.model.equity_percent import equity_percent
from offerlab.model.granting import schedule_vests
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.question import questions
from offerlab.model.totals import summarize
from offerlab.model.verdict import benchmark_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Contact, Deadline, Offer
    from offerlab.market.evidence import Evidence

Fact = str | list[str] | None

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


def long_date(day: date) -> str:
    """A day with its own weekday, in English whatever the machine's language.

    Examples
    --------
    >>> from datetime import date
    >>> long_date(date(2026, 12, 4))
    'Friday 4 December 2026'
    """
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def deadline_words(deadline: Deadline | None) -> str | None:
    """A deadline with clock time and zone, if the paper gives them."""
    if deadline is None:
        return None
    words = long_date(deadline.date)
    if deadline.time is None:
        return words
    return f"{words}, {deadline.time:%H:%M} ({deadline.zone})"


def recruiter_of(offer: Offer) -> Contact | None:
    """Recruiter among the contacts, else the first contact, or None."""
    for contact in offer.contacts:
        if contact.role and "recruit" in contact.role.lower():
            return contact
    return offer.contacts[0] if offer.contacts else None


def offer_facts(
    offer: Offer, benchmark: Benchmark, assumptions: Assumptions
) -> dict[str, Fact]:
    """Facts of the offer that is answered."""
    company = offer.company
    recruiter = recruiter_of(offer)
    percent, complete = equity_percent(offer, assumptions.for_offer(offer.id))
    valuation = company.valuation
    return {
        "company": company.name,
        "role": offer.role,
        "recruiter": recruiter.first_name if recruiter else None,
        "offer_base": format_money(offer.base_salary, offer.currency),
        "offer_equity": format_percent(percent) if complete and percent else None,
        "vesting": _vesting_words(offer, benchmark),
        "valuation": format_large(valuation, company.currency) if valuation else None,
        "deadline": deadline_words(offer.deadline),
        "start_date": long_date(offer.start_date) if offer.start_date else None,
        "questions": [each.question for each in questions(offer)] or None,
        "terms": [*_terms(offer)],
    }


def _vesting_words(offer: Offer, benchmark: Benchmark) -> str | None:
    """Schedule of the longest grant; without a grant the benchmark's own."""
    if offer.equity is not None and not offer.stock:
        return benchmark.vesting.wording
    dated = [(_months(offer, g), g.vesting.wording) for g in offer.stock if g.vesting]
    return max(dated, key=lambda each: each[0])[1] if dated else None


def _months(offer: Offer, grant: Grant) -> int:
    """Month in which a grant vests for the last time."""
    return max((month for month, _ in schedule_vests(offer, grant)), default=0)


def other_facts(
    offer: Offer, others: Sequence[Offer], assumptions: Assumptions
) -> dict[str, Fact]:
    """Facts of another offer on file; nothing is cited without one.

    A figure stands beside the offer's own only where the other's is higher.
    """
    if not others:
        return {}
    other = others[0]
    facts: dict[str, Fact] = {
        "other_company": other.company.name,
        "other_basis": "verbal" if other.basis == "verbal" else "written",
        "other_deadline": deadline_words(other.deadline),
    }
    if other.currency != offer.currency:
        return facts
    if other.base_salary > offer.base_salary:
        facts["other_base"] = format_money(other.base_salary, other.currency)
    mine, theirs = (_year_one(each, assumptions) for each in (offer, other))
    if theirs > mine:
        facts["other_year_one"] = format_whole(theirs, other.currency)
        facts["offer_year_one"] = format_whole(mine, offer.currency)
    return facts


def _year_one(offer: Offer, assumptions: Assumptions) -> float:
    return summarize(build_ledger(offer, assumptions)).headlines.year_one


def ask_facts(
    offer: Offer, base: float | None, percent: Decimal | None, assumptions: Assumptions
) -> dict[str, Fact]:
    """Facts of what the user asks for."""
    facts: dict[str, Fact] = {}
    if base is not None:
        facts["ask_base"] = format_money(base, offer.currency)
    if percent is not None:
        facts["ask_equity"] = format_percent(percent)
        worth = benchmark_value(offer, percent, assumptions.for_offer(offer.id))
        if worth is not None:
            facts["ask_value"] = format_whole(worth, offer.currency)
    return facts


def benchmark_facts(offer: Offer, benchmark: Benchmark) -> dict[str, Fact]:
    """Facts of the benchmark profile, where they speak for the ask.

    An offer above the band is not argued down with it, and a band in dollars says
    nothing about a salary in euros.
    """
    if offer.currency != benchmark.currency or offer.base_salary > benchmark.high:
        return {}
    return {
        "benchmark_low": format_money(benchmark.low, benchmark.currency),
        "benchmark_high": format_money(benchmark.high, benchmark.currency),
        "benchmark_equity": format_percent(benchmark.equity_percent),
        "benchmark_role": benchmark.description,
    }


def market_facts(offer: Offer, evidence: Sequence[Evidence]) -> dict[str, Fact]:
    """The nearest source whose median is above the offer, as one sentence, or none."""
    if offer.currency != "USD":
        return {}
    for each in evidence:
        median = each.percentiles.get(50)
        if not isinstance(median, float) or each.currency != offer.currency:
            continue
        if median > offer.base_salary and each.sufficient:
            source = "figures I collected" if each.rung == "yours" else each.source
            dated = source if each.as_of[:4] in source else f"{source}, {each.as_of}"
            return {
                "market": f"The median base for {each.group} in {each.area} is"
                f" {format_whole(median)} ({dated}, {each.level})."
            }
    return {}


def _terms(offer: Offer) -> Iterator[str]:
    """What the offer says, line by line, for an acceptance."""
    currency = offer.currency
    yield f"base salary of {format_money(offer.base_salary, currency)} a year"
    bonus = offer.target_bonus
    if bonus is not None:
        size = format_money(bonus.amount or 0, currency)
        if bonus.rate is not None:
            size = f"{bonus.rate * 100:g}% of base"
        yield f"target bonus of {size} a year"
    for name, payments in (
        ("sign-on", offer.sign_on),
        ("relocation", offer.relocation),
    ):
        for payment in payments:
            paid = format_money(payment.amount, currency)
            yield f"{name} payment of {paid}, paid in month {payment.paid_month}"
    for grant in offer.equity or ():
        yield _grant_term(offer, grant)


def _grant_term(offer: Offer, grant: Grant) -> str:
    kind = grant.kind.row.words
    shares = granted_shares(grant, offer.company)
    percent = granted_percent(grant, offer.company)
    if grant.value is not None:
        size = f"{format_money(grant.value, grant.currency)} of {kind}"
    elif grant.annual_value is not None:
        size = f"{format_money(grant.annual_value, grant.currency)} a year of {kind}"
        if grant.years > 1:
            size += f", for {grant.years} years"
    elif shares is not None:
        size = f"{shares:,} {kind}"
    else:
        size = f"{kind}"
    if grant.percent is not None and percent is not None:
        size += f" ({format_percent(percent)} of the company, fully diluted)"
    if grant.strike is not None:
        size += f" at {format_money(grant.strike, grant.currency)} a share"
    return f"{size}, {grant.vesting.wording}" if grant.vesting else size
