"""What the paper leaves open of a grant, as questions to ask the recruiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import Grant, GrantKind, conversion_price, granted_shares
from offerlab.core.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.company import Company
    from offerlab.core.offer import Offer


def grant_questions(offer: Offer, grant: Grant) -> Iterator[Question]:
    """Questions about one grant: its size first, then its terms."""
    yield from _size(offer, grant)
    yield from _terms(offer, grant)


def _size(offer: Offer, grant: Grant) -> Iterator[Question]:
    company = offer.company
    if not grant.kind.is_stock:
        return
    if not company.is_public:
        yield from _total_shares(company, grant)
    is_value = grant.value is not None or grant.annual_value is not None
    if grant.value_is_untold:
        yield Question(
            f"{grant.field}.value_basis",
            "Is the value of the options their fair value, and at how much an option,"
            " or the price of the shares that they buy?",
            "how many options it is follows from that; until then none is counted",
        )
    elif is_value and conversion_price(grant, company) is None:
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


def _terms(offer: Offer, grant: Grant) -> Iterator[Question]:
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
    if grant.kind is GrantKind.OPTION:
        yield Question(
            f"{grant.field}.kind",
            "Are the options incentive stock options (ISO) or non-qualified (NSO)?",
            "they are taxed differently; until you know, they count as NSO",
        )
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
