from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.question import questions
from tests.conftest import NOTHING_MORE, PRIVATE, PUBLIC

Read = Callable[[str], Offer]
COMPLETE = (
    PRIVATE + "exercise_window_months: 3\ndeadline: 2026-12-04\n"
    "sign_on: {amount: 1k, clawback_months: 0}\n" + NOTHING_MORE
)


def asked(offer: Offer) -> list[str]:
    return [question.field for question in questions(offer)]


def test_a_complete_letter_leaves_nothing_to_ask(read: Read) -> None:
    assert asked(read(COMPLETE)) == []


@pytest.mark.parametrize(
    ("gone", "field"),
    [
        ("  stage: series-b\n", "company.stage"),
        ("  valuation: 150_000_000\n", "company.valuation"),
        ("  preferred_price: 3.00\n", "company.preferred_price"),
        ("  fmv_409a: 1.40\n", "company.fmv_409a"),
        (", strike: 0.90", "equity.1.strike"),
        (", vesting: standard-startup-option", "equity.1.vesting"),
        ("exercise_window_months: 3\n", "exercise_window"),
        ("start_date: 2027-01-11\n", "start_date"),
        ("deadline: 2026-12-04\n", "deadline"),
        (", clawback_months: 0", "sign_on.clawback_months"),
    ],
)
def test_a_missing_fact_becomes_a_question(read: Read, gone: str, field: str) -> None:
    assert gone in COMPLETE
    assert asked(read(COMPLETE.replace(gone, ""))) == [field]


def test_a_total_that_follows_is_not_asked_for(read: Read) -> None:
    gone = "  fully_diluted_shares: 50_000_000\n"
    assert asked(read(COMPLETE.replace(gone, ""))) == []
    gone += "  preferred_price: 3.00\n"
    assert gone in COMPLETE
    assert "company.fully_diluted_shares" in asked(read(COMPLETE.replace(gone, "")))


def test_unknown_equity_is_asked_for(read: Read) -> None:
    text = COMPLETE.replace("equity:\n", "notes: |\n") + "equity: unknown\n"
    assert "equity" in asked(read(text))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (", share_price: 100", "", "company.share_price"),
        ("share_price: 100", "valuation: 1e9", "company.share_price"),
    ],
)
def test_a_public_company_has_a_price_to_ask_for(
    read: Read, old: str, new: str, field: str
) -> None:
    assert field in asked(read(PUBLIC.replace(old, new)))


def test_the_conversion_rule_is_asked_for(read: Read) -> None:
    text = PUBLIC.replace(", share_price: 100", "").replace(
        "shares: 1000", "value: 1e5"
    )
    assert "equity.1.conversion_price" in asked(read(text))
