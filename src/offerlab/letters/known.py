"""What a letter may claim: the facts of the offers, of the ask, and attested ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from offerlab.core.ask import offered_percent, paid_as
from offerlab.letters.claims import find_claims
from offerlab.letters.days import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from offerlab.core.ask import Ask
    from offerlab.core.offer import Offer


@dataclass(slots=True)
class Known:
    """Facts by their kind; a claim of a letter must equal one of its own kind.

    Attributes
    ----------
    amounts, percents : set of Decimal
    days : set of date
    company : str
        Who the letter goes to.
    rivals : tuple of str
        Companies whose offers are on file.
    names : tuple of str
        First names of the people it may go to.
    """

    amounts: set[Decimal] = field(default_factory=set)
    percents: set[Decimal] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    company: str = ""
    rivals: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def add_text(self, texts: Iterable[str], today: date) -> None:
        """Take in what texts claim that are facts themselves."""
        for text in texts:
            # In a fact every percent is one, whatever it is said of.
            for claim in find_claims(f"{text} (equity)", today):
                if claim.kind is Kind.MONEY:
                    self.amounts.add(Decimal(str(claim.value)))
                elif claim.kind is Kind.PERCENT:
                    self.percents.add(Decimal(str(claim.value)))
                elif isinstance(claim.value, date):
                    self.days.add(claim.value)

    def add_offer(self, offer: Offer) -> None:
        """Take in what the paper of an offer says."""
        self.amounts.update(_number(x) for x in _amounts(offer) if x)
        self.percents.update(_number(x) for x in _percents(offer) if x)
        days = [offer.start_date, offer.end_date]
        days.append(offer.deadline.date if offer.deadline else None)
        self.days.update(day for day in days if day is not None)

    def add_ask(self, ask: Ask) -> None:
        """Take in what is asked for."""
        amounts = [ask.base, ask.equity_value, ask.relocation]
        amounts += [each.amount for each in ask.sign_on]
        bonus = ask.target_bonus
        if bonus is not None:
            amounts.append(bonus.amount)
        if bonus is not None and bonus.rate:
            self.percents.add(_number(round(bonus.rate * 100, 6)))
        self.amounts.update(_number(x) for x in amounts if x)
        if ask.equity_percent is not None:
            self.percents.add(ask.equity_percent.normalize())
        for day in (ask.start, ask.review):
            if isinstance(day, date):
                self.days.add(day)

    def has_weekday(self, number: int) -> bool:
        """Whether a known day falls on a weekday, from Monday as 0."""
        return any(day.weekday() == number for day in self.days)


def known_facts(
    offers: Iterable[Offer],
    ask: Ask,
    facts: Iterable[str] = (),
    *,
    today: date,
) -> Known:
    """Facts that a letter to the first of some offers may state."""
    known = Known()
    for place, offer in enumerate(offers):
        known.add_offer(offer)
        if place:
            known.rivals += (offer.company.name,)
            continue
        known.company = offer.company.name
        names = [contact.first_name for contact in offer.contacts]
        known.names = tuple(name for name in names if name)
        if ask.base is not None:
            known.amounts.add(_number(paid_as(offer, ask.base)[0]))
    known.add_ask(ask)
    known.add_text(facts, today)
    return known


def _number(value: Any) -> Decimal:
    return Decimal(str(value)).normalize()


def _amounts(offer: Offer) -> Iterator[float | None]:
    company, bonus = offer.company, offer.target_bonus
    yield offer.base_salary
    yield offer.base_pay.amount if offer.base_pay else None
    yield from (each.amount for _, _, each in offer.payments)
    if bonus is not None:
        yield bonus.amount
        yield from (each.amount for each in bonus.years)
    for grant in offer.equity or ():
        yield from (grant.value, grant.annual_value, grant.strike)
        yield from (grant.conversion_price, grant.purchase_price)
    if offer.refreshers is not None:
        yield offer.refreshers.annual_value
    yield from (company.valuation, company.preferred_price, company.fmv_409a)
    yield company.share_price
    if offer.posted_range is not None:
        yield from (offer.posted_range.low, offer.posted_range.high)
    if offer.published_range is not None:
        yield from (offer.published_range.low, offer.published_range.high)


def _percents(offer: Offer) -> Iterator[Any]:
    bonus = offer.target_bonus
    if bonus is not None:
        yield bonus.rate and round(bonus.rate * 100, 6)
        yield from (each.rate and round(each.rate * 100, 6) for each in bonus.years)
    yield from (grant.percent for grant in offer.equity or ())
    yield offered_percent(offer)
