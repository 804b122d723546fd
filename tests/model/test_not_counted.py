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


def test_years_that_a_bonus_leaves_out_are_listed(read: Read) -> None:
    text = PUBLIC + "target_bonus: [{year: 1, amount: 9_000}, {year: 3, target: 10%}]\n"
    (only,) = [item for item in not_counted(read(text)) if item.field == "target_bonus"]
    assert only.named == "target_bonus of years 2 and 4"
    assert only.is_untold


def test_hours_that_make_the_base_are_counted(read: Read) -> None:
    text = PUBLIC.replace("145_000", "{amount: 60, per: hour}") + "hours_per_week: 38\n"
    assert "hours_per_week" not in [item.field for item in not_counted(read(text))]


def test_what_is_dated_after_the_last_day_is_listed(read: Read) -> None:
    # 1 February 2027 to 31 January 2028: month 12 is worked to its end, month 13 is not
    text = (
        f"{PUBLIC.partition('equity:')[0]}{NOTHING_MORE}end_date: 2028-01-31\n"
        "sign_on: [{amount: 9k, paid_month: 12}, {amount: 7k, paid_month: 13}]\n"
        "equity: {kind: rsu, shares: 9, vesting_start: 2028-02-01, vesting: snap-4yr}\n"
    ).replace("target_bonus: none", "target_bonus: {target: 10%, paid_in_month: 3}")
    found = not_counted(read(text))
    assert [item.named for item in found] == [
        "sign_on.2",
        "target_bonus of 2027",  # paid on 31 March 2028
        "target_bonus of 2028",
        "equity.1",
        "tax",
    ]
    assert all("2028-01-31" in item.reason for item in found[:-1])
