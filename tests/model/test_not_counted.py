from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.not_counted import NotCounted
from offerlab.model.not_counted import not_counted as not_counted_by
from tests.conftest import NOTHING_MORE, PRIVATE, PUBLIC, assume
from tests.ingest.test_offer import EVERYTHING

Read = Callable[[str], Offer]


def not_counted(offer: Offer) -> list[NotCounted]:
    return not_counted_by(offer, assume())


def test_nothing_that_no_figure_counts_is_dropped_silently(read: Read) -> None:
    assert [item.field for item in not_counted(read(EVERYTHING))] == [
        "equity.4",  # the file of its vesting terms is not there
        "equity.5",  # it has no schedule
        "benefits.espp",  # of a private company
        "benefits.pto_days",
        "hours_per_week",
        "ratings",
        "tax",
    ]
    assert all(item.reason for item in not_counted(read(EVERYTHING)))


def test_a_plain_offer_is_only_before_tax(read: Read) -> None:
    assert [item.field for item in not_counted(read(PUBLIC + NOTHING_MORE))] == ["tax"]


def test_equity_not_told_is_listed(read: Read) -> None:
    text = PUBLIC.partition("equity:")[0] + "equity: unknown\n"
    assert "equity" in [item.field for item in not_counted(read(text))]


def test_a_calendar_bonus_without_a_start_date_is_listed(read: Read) -> None:
    text = PUBLIC.replace("start_date: 2027-02-01\n", "")
    text += "target_bonus: {target: 10%, paid_in_month: 3}\n"
    fields = [item.field for item in not_counted(read(text))]
    assert "target_bonus.paid_in_month" in fields


@pytest.mark.parametrize(
    ("payment", "fields"),
    [
        ("paid_month: 48", []),  # the last month of four years
        ("paid_month: 49", ["sign_on.1"]),
        ("paid_month: 1, grossed_up: true", ["sign_on.1.grossed_up"]),
    ],
)
def test_payments_that_no_figure_counts_in_full(
    read: Read, payment: str, fields: list[str]
) -> None:
    text = f"{PUBLIC}{NOTHING_MORE}sign_on: {{amount: 9_000, {payment}}}\n"
    found = [item.field for item in not_counted(read(text))]
    assert found == [*fields, "tax"]


def test_a_purchase_plan_counts_at_a_public_company_only(read: Read) -> None:
    plan = "benefits: {espp: {discount: 15%}, retirement_match: none}\n"
    more = NOTHING_MORE.replace("benefits: {retirement_match: none}\n", plan)
    assert "benefits.espp" not in [x.field for x in not_counted(read(PUBLIC + more))]
    private = not_counted(read(PRIVATE + more))
    assert "benefits.espp" in [item.field for item in private]
