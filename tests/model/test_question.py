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


YEARLY = "vesting: {months: 48, every_months: 12}}"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        # worth 10,000 of what? only with the basis it is a number of options
        (f"equity: {{kind: nso, value: 10_000, strike: 40, {YEARLY}", "value_basis"),
        (f"equity: {{kind: option, shares: 100, strike: 40, {YEARLY}", "kind"),
    ],
)
def test_a_fact_of_a_grant_is_asked_for(read: Read, more: str, field: str) -> None:
    found = asked(read(PUBLIC.partition("equity:")[0] + more))
    assert f"equity.1.{field}" in found
    assert "equity.1.conversion_price" not in found


@pytest.mark.parametrize(
    ("payment", "counted"),
    [
        ("paid_month: 1, clawback_months: 12, clawback: prorated", "the first day"),
        ("paid_month: 13, clawback_months: 12, clawback: prorated", "the payment"),
        ("clawback: [{until_month: 12, owed: all}]", "the first day"),
    ],
)
def test_from_when_a_clawback_counts_is_asked_for(
    read: Read, payment: str, counted: str
) -> None:
    text = PUBLIC + NOTHING_MORE + f"sign_on: {{amount: 9_000, {payment}"
    (only,) = [q for q in questions(read(text + "}\n")) if "clawback" in q.field]
    assert only.field == "sign_on.clawback_from"
    assert only.why.endswith(counted)
    told = asked(read(text + ", clawback_from: start}\n"))
    assert "sign_on.clawback_from" not in told


@pytest.mark.parametrize("key", ["sign_on", "relocation", "refreshers", "target_bonus"])
def test_what_the_file_calls_unknown_is_asked_for(read: Read, key: str) -> None:
    text = PUBLIC.partition("equity:")[0]  # no stock, so no refreshers to expect
    assert key in asked(read(f"{text}{key}: unknown\n"))
    assert key not in asked(read(f"{text}{key}: none\n"))


def test_years_that_a_bonus_leaves_out_are_asked_for(read: Read) -> None:
    text = PUBLIC + "target_bonus: [{year: 1, amount: 9_000}, {year: 3, target: 10%}]\n"
    (only,) = [q for q in questions(read(text)) if q.field == "target_bonus"]
    assert "years 2 and 4" in only.question
    # a term of two years leaves out its second only
    short = read(text + "end_date: 2029-01-31\n")
    (only,) = [q for q in questions(short) if q.field == "target_bonus"]
    assert "year 2" in only.question
    assert "4" not in only.question


@pytest.mark.parametrize(
    ("hours", "asks"), [("", True), ("hours_per_week: 38\n", False)]
)
def test_the_hours_of_an_hourly_base_are_asked_for(
    read: Read, hours: str, asks: bool
) -> None:
    text = PUBLIC.replace("145_000", "{amount: 60, per: hour}") + hours
    assert ("hours_per_week" in asked(read(text))) is asks


def test_a_letter_without_equity_is_asked_whether_any_is_meant(read: Read) -> None:
    silent = PRIVATE.partition("equity:")[0]
    assert "equity" in asked(read(silent))
    assert "equity" not in asked(read(silent + "equity: none\n"))
    assert "equity" not in asked(read(PUBLIC.partition("equity:")[0]))  # public
    # an internship comes without
    assert "equity" not in asked(read(silent + "end_date: 2027-04-09\n"))
