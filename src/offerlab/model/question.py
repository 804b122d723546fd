"""What the paper leaves open, as questions to ask the recruiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_money
from offerlab.core.offer import ASSUMED_HOURS
from offerlab.core.question import Question
from offerlab.model.component import COMPONENTS, Component
from offerlab.model.grant_question import grant_questions
from offerlab.model.untold import (
    OF_YEARS,
    UNTOLD,
    is_short_term,
    untold,
    untold_years,
    years_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.offer import Offer
    from offerlab.core.payment import Payment


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
    if offer.says_none("equity"):
        return
    if offer.company.stage is None:
        yield Question(
            "company.stage",
            "Is the company public, and if not, what was its last round?",
            "only public stock can be counted as money",
        )
    is_silent = offer.equity == () and not is_short_term(offer)
    if is_silent and not offer.company.is_public:
        yield Question(
            "equity",
            "Does the offer come with equity? If so, how much, of what kind, and on"
            " what vesting schedule?",
            "the letter names none, so it counts as 0 percent of the company",
        )
    for grant in offer.equity or ():
        yield from grant_questions(offer, grant)


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
    if offer.assumes_hours:
        yield Question(
            "hours_per_week",
            "How many hours a week are paid?",
            f"until you know, {ASSUMED_HOURS} are assumed",
        )
    named = list(_named_payments(offer))
    for key, name, payment in named:
        yield from _clawback(key, name, payment)
    yield from _later(offer)
    yield from _untold(offer)
    for key, name, payment in named:
        yield from _served_from(key, name, payment)


def _named_payments(offer: Offer) -> Iterator[tuple[str, str, Payment]]:
    """Key, name and terms of each payment; several of a kind are told apart."""
    for key, number, payment in offer.payments:
        several = len([each for each in offer.payments if each[0] == key]) > 1
        name = COMPONENTS[Component(key)].name
        if several:
            amount = format_money(payment.amount, offer.currency)
            name += f" of {amount} (month {payment.paid_month})"
        yield f"{key}.{number}" if several else key, name, payment


def _clawback(key: str, name: str, payment: Payment) -> Iterator[Question]:
    if payment.clawback_months is None and not payment.clawback_steps:
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


def _served_from(key: str, name: str, payment: Payment) -> Iterator[Question]:
    if not payment.can_be_owed or payment.clawback_from is not None:
        return
    counted = "the first day" if payment.served_from == 0 else "the payment"
    yield Question(
        f"{key}.clawback_from",
        f"From which day do the months of the clawback of the {name} count: the first"
        " day of work, or the day it is paid?",
        f"until you know, they count from {counted}",
    )


def _untold(offer: Offer) -> Iterator[Question]:
    short = is_short_term(offer)
    for key in untold(offer):
        if not offer.says_unknown(key):
            if short and key in OF_YEARS:
                continue
            if key == "refreshers" and offer.equity == ():
                continue  # where no stock is granted, none is refreshed
        yield Question(key, UNTOLD[key], "not stated, so it counts as 0 in every total")
    if missing := untold_years(offer):
        yield Question(
            "target_bonus",
            f"What is the bonus of {years_words(missing)}?",
            "not stated, so it counts as 0 in every total",
        )


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
