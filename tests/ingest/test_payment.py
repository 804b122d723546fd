from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.core.payment import ClawbackStep, Payment
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


def test_the_steps_of_a_clawback_are_read(read: Read) -> None:
    (payment,) = read(
        PUBLIC + "sign_on: {amount: 20k, paid_month: 0, clawback_from: start, clawback:"
        " [{until_month: 12, owed: all}, {until_month: 18, owed: 40%},"
        " {until_month: 24, owed: prorated}]}\n"
    ).sign_on
    assert payment == Payment(
        20_000,
        "letter",
        0,
        clawback_from="start",
        clawback_steps=(
            ClawbackStep(12),
            ClawbackStep(18, 0.4),
            ClawbackStep(24, prorated=True),
        ),
    )


@pytest.mark.parametrize(
    ("paid_month", "told", "served_from"),
    [
        ("0", "", 0),
        ("1", "", 0),
        ("2", "", 2),
        ("13", "", 13),
        ("13", ", clawback_from: start", 0),
        ("1", ", clawback_from: payment", 1),
        ("13", ", clawback_from: 12", 12),
        ("0", ", clawback_from: -3", -3),
    ],
)
def test_service_counts_from_the_start_or_the_payment(
    read: Read, paid_month: str, told: str, served_from: int
) -> None:
    text = f"sign_on: {{amount: 20k, paid_month: {paid_month}{told}}}\n"
    assert read(PUBLIC + text).sign_on[0].served_from == served_from


def test_a_relocation_may_be_pay_or_a_cost_paid_back(read: Read) -> None:
    text = "relocation: [5k, {amount: 10k, kind: reimbursement}, {amount: 1k, kind:"
    pay, back, lump = read(PUBLIC + f"{text} lump-sum}}]\n").relocation
    assert [pay.reimbursed, back.reimbursed, lump.reimbursed] == [False, True, False]


@pytest.mark.parametrize("key", ["sign_on", "relocation"])
def test_none_is_not_the_same_as_not_told(read: Read, key: str) -> None:
    none, unknown = (read(f"{PUBLIC}{key}: {word}\n") for word in ("none", "unknown"))
    assert none.says_none(key)
    assert not unknown.says_none(key)
    assert unknown.said[key] == "unknown"
    assert none.payments == unknown.payments == ()


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("clawback_from: begin", "sign_on.1.clawback_from", "write start, payment"),
        ("clawback_from: 1.5", "sign_on.1.clawback_from", "write start, payment"),
        ("clawback_from: 2027-01-01", "sign_on.1.clawback_from", "month of employment"),
        ("clawback_from: -500", "sign_on.1.clawback_from", "over 120 months"),
        ("clawback: pro-rata", "sign_on.1.clawback", "one of: prorated"),
        ("kind: reimbursement", "sign_on.1.kind", "under 'relocation'"),
        ("clawback: [{until_month: 12}]", "sign_on.1.clawback.1.owed", "is missing"),
        ("clawback: [{owed: all}]", "sign_on.1.clawback.1.until_month", "is missing"),
        ("clawback: [all]", "sign_on.1.clawback.1", "a block with 'until_month'"),
        (
            "clawback: [{until_month: 12, owed: half}]",
            "sign_on.1.clawback.1.owed",
            "write all, prorated or 50%",
        ),
        (
            "clawback: [{until_month: 12, owed: 150%}]",
            "sign_on.1.clawback.1.owed",
            "between 0% and 100%",
        ),
        (
            "clawback: [{until_month: 24, owed: all}, {until_month: 12, owed: 50%}]",
            "sign_on.1.clawback.2.until_month",
            "in the order of their months",
        ),
        (
            "clawback_months: 12, clawback: [{until_month: 12, owed: all}]",
            "sign_on.1.clawback_months",
            "the steps have their own months",
        ),
    ],
)
def test_a_clawback_that_cannot_be_is_refused(
    faults: Faults, line: str, field: str, words: str
) -> None:
    assert_refused(faults, f"sign_on: {{amount: 20k, {line}}}", field, words)
