"""What the paper leaves open, as questions to ask the recruiter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind, conversion_price, granted_shares
from offerlab.core.money import format_money
from offerlab.model.component import COMPONENTS, Component

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.company import Company
    from offerlab.core.offer import Offer
    from offerlab.core.payment import Payment


@dataclass(frozen=True, slots=True)
class Question:
    """A missing fact: its field, the question, and what the answer decides."""

    field: str
    question: str
    why: str


def questions(offer: Offer) -> list[Question]:
    """Questions whose answers change a figure or a verdict, most telling first."""
    found = [*_equity(offer), *_terms(offer)]
    by_field = {question.field: question for question in reversed(found)}
    return [by_field[field] for field in dict.fromkeys(q.field for q in found)]


def _equity(offer: Offer) -> Iterator[Question]:
    if offer.equity is None:
        yield Question(
            "equity",
            "What equity comes with the offer: what kind, how many shares or what"
            " percent of the fully diluted company, and on what vesting schedule?",
            "without it the equity cannot be assessed",
        )
    if not offer.equity:
        return
    if offer.company.stage is None:
        yield Question(
            "company.stage",
            "Is the company public, and if not, what was its last round?",
            "only public stock can be counted as money",
        )
    for grant in offer.equity:
        yield from _size(offer, grant)
        yield from _terms_of_grant(offer, grant)


def _size(offer: Offer, grant: Grant) -> Iterator[Question]:
    company = offer.company
    if not grant.kind.is_stock:
        return
    if not company.is_public:
        yield from _total_shares(company, grant)
    is_value = grant.value is not None or grant.annual_value is not None
    if is_value and conversion_price(grant, company) is None:
        yield Question(
            f"{grant.field}.conversion_price",
            "At what price does the grant's value convert to shares: a closing price"
            " or an average, and on which dates?",
            "until then the grant is money by weight, and its shares are unknown",
        )
    if company.is_public:
        has_price = company.share_price is not None or grant.conversion_price
        if granted_shares(grant, company) is not None and not has_price:
            yield Question(
                "company.share_price",
                "What is the share price, and as of what date?",
                "without it the shares have no market value",
            )
        yield from _total_shares(company, grant)
    elif company.valuation is None:
        yield Question(
            "company.valuation",
            "What was the post-money valuation of the last round, and when?",
            "a percent of the company is worth nothing known without it",
        )


def _total_shares(company: Company, grant: Grant) -> Iterator[Question]:
    """What part of the company the grant is."""
    if company.total_shares is not None or grant.value is not None:
        return
    if grant.shares is not None:
        yield Question(
            "company.fully_diluted_shares",
            "How many fully diluted shares does the company have (options pool"
            " and convertibles included)?",
            "the share count alone does not say what part of the company it is",
        )
    elif grant.percent is not None:
        yield Question(
            "company.fully_diluted_shares",
            "How many shares is the grant, and out of how many fully diluted?",
            "a percent becomes whole shares only with the total",
        )


def _terms_of_grant(offer: Offer, grant: Grant) -> Iterator[Question]:
    company = offer.company
    if grant.vesting is None and grant.vesting_file is None:
        yield Question(
            f"{grant.field}.vesting",
            "On what schedule does the grant vest, and is there a cliff?",
            "what cannot be dated is in no figure",
        )
    if grant.kind.is_option and grant.strike is None:
        yield Question(
            f"{grant.field}.strike",
            "What is the exercise price per share?",
            "an option is worth the price minus the strike",
        )
    yield from _terms_of_kind(grant)
    if company.is_public or not grant.kind.is_stock:
        return
    if company.preferred_price is None:
        yield Question(
            "company.preferred_price",
            "What was the price per share in the last round?",
            "the notional value depends on it",
        )
    if company.fmv_409a is None:
        yield Question(
            "company.fmv_409a",
            "What is the current 409A fair market value per common share?",
            "the intrinsic value depends on it",
        )
    if grant.kind.is_option and not offer.exercise_windows:
        yield Question(
            "exercise_window",
            "How long after leaving can vested options be exercised?",
            "a short window can force a purchase or a loss",
        )


def _terms_of_kind(grant: Grant) -> Iterator[Question]:
    if grant.kind is GrantKind.PPU and grant.threshold is None:
        yield Question(
            f"{grant.field}.threshold",
            "Above which value a unit does the participation begin?",
            "a unit is worth what lies above its threshold",
        )
    if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU:
        yield Question(
            f"{grant.field}.leaving",
            "If I leave before a sale or listing, do I keep the units that have met"
            " their time condition?",
            "some plans keep them until they lapse, others take them back",
        )
    if grant.annual_value is not None and grant.years == 1:
        yield Question(
            f"{grant.field}.years",
            "For how many years is the yearly grant promised?",
            "only the first year is counted until the company says",
        )
    if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU and grant.expires_months is None:
        yield Question(
            f"{grant.field}.expires_months",
            "When do vested units lapse if no sale or listing has happened by then?",
            "units that lapse are worth nothing, however long you stayed",
        )


def _terms(offer: Offer) -> Iterator[Question]:
    if offer.start_date is None:
        yield Question(
            "start_date",
            "What is the start date?",
            "payments and vests have months and no dates without it",
        )
    if offer.deadline is None:
        yield Question(
            "deadline",
            "By when do you need my answer, with the day, time, and time zone?",
            "it says how long you can compare",
        )
    for key, number, payment in offer.payments:
        several = len([each for each in offer.payments if each[0] == key]) > 1
        name = COMPONENTS[Component(key)].name
        if several:
            amount = format_money(payment.amount, offer.currency)
            name += f" of {amount} (month {payment.paid_month})"
        yield from _clawback(f"{key}.{number}" if several else key, name, payment)
    yield from _later(offer)
    yield from _untold(offer)


def _clawback(key: str, name: str, payment: Payment) -> Iterator[Question]:
    if payment.clawback_steps:
        return
    if payment.clawback_months is None:
        yield Question(
            f"{key}.clawback_months",
            f"If I leave early, do I have to pay back the {name}? If so, until when,"
            " and all of it or pro rata?",
            "money that can be claimed back is not yet yours",
        )
    elif payment.clawback_months and payment.clawback is None:
        yield Question(
            f"{key}.clawback",
            f"If I leave early, is the {name} owed back in part, by the months that"
            " are left, or all of it?",
            "until you know, all of it is taken as owed",
        )


UNTOLD = {
    "target_bonus": (
        "Is there a yearly bonus? If so, what is the target, is any of it guaranteed,"
        " and when is it paid?"
    ),
    "refreshers": "Are there yearly refresher grants? If so, how large are they?",
    "benefits.retirement_match": (
        "Does the company match retirement savings? If so, at what rate, and up to what"
        " share of pay?"
    ),
    "relocation": "Does the company help with moving costs?",
}
"""Pay that letters usually speak of, by its key, with the question where none is."""


OF_YEARS = ("target_bonus", "refreshers", "benefits.retirement_match")
"""What a job of some months, such as an internship, does not come with."""
_SHORT_DAYS = 300


def is_short_term(offer: Offer) -> bool:
    """Whether a job ends within months: an internship, a fixed term."""
    start, end = offer.start_date, offer.end_date
    return start is not None and end is not None and (end - start).days < _SHORT_DAYS


def untold(offer: Offer) -> list[str]:
    """Keys of `UNTOLD` of which the paper says nothing; `none` is an answer."""
    benefits = offer.benefits
    told = {
        "target_bonus": offer.target_bonus is not None,
        "refreshers": offer.refreshers is not None,
        "benefits.retirement_match": benefits is not None
        and benefits.retirement_match is not None,
        "relocation": bool(offer.relocation),
    }
    return [key for key in UNTOLD if not told[key] and not offer.says_none(key)]


def _untold(offer: Offer) -> Iterator[Question]:
    short = is_short_term(offer)
    for key in untold(offer):
        if short and key in OF_YEARS:
            continue
        if key == "refreshers" and offer.equity == ():
            continue  # where no stock is granted, none is refreshed
        yield Question(key, UNTOLD[key], "not stated, so it counts as 0 in every total")


def _later(offer: Offer) -> Iterator[Question]:
    """What is open of refreshers and benefits."""
    refreshers, benefits = offer.refreshers, offer.benefits
    if refreshers is not None and refreshers.promised:
        sizes = (refreshers.annual_value, refreshers.percent, refreshers.shares)
        if all(size is None for size in sizes):
            yield Question(
                "refreshers",
                "How large is the yearly refresher, and on what schedule does it vest?",
                "a promise without a size counts as nothing",
            )
        if refreshers.vesting is None:
            yield Question(
                "refreshers.vesting",
                "On what schedule does a refresher vest?",
                "until you know, that of the first grant is assumed, if there is one",
            )
        if any(grant.kind.is_option for grant in offer.equity or ()):
            yield Question(
                "refreshers.kind",
                "Are refreshers options or units, and at what strike?",
                "public ones are counted as units, private ones as the first grant",
            )
    plan = benefits.espp if benefits is not None else None
    if plan is not None and plan.lookback and plan.offering_months is None:
        yield Question(
            "benefits.espp.offering_months",
            "How long is an offering of the stock purchase plan?",
            "a look-back is worth nothing known without it",
        )
