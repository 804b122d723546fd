from __future__ import annotations

from collections.abc import Callable

from offerlab.core.offer import Offer
from offerlab.model.not_counted import not_counted
from tests.conftest import PUBLIC
from tests.ingest.test_offer import EVERYTHING

Read = Callable[[str], Offer]


def test_nothing_that_no_figure_counts_is_dropped_silently(read: Read) -> None:
    assert [item.field for item in not_counted(read(EVERYTHING))] == [
        "sign_on.1.clawback",
        "equity.1.acceleration",
        "equity.1.expires_months",
        "equity.1.early_exercise",
        "equity.3",
        "equity.4",
        "equity.5",
        "refreshers",
        "exercise_window_months",
        "benefits.retirement_match",
        "benefits.hsa",
        "benefits.health_premium",
        "benefits.espp",
        "benefits.stipends",
        "benefits.pto_days",
        "hours_per_week",
        "ratings",
        "tax",
    ]
    assert all(item.reason for item in not_counted(read(EVERYTHING)))


def test_a_plain_offer_is_only_before_tax(read: Read) -> None:
    assert [item.field for item in not_counted(read(PUBLIC))] == ["tax"]


def test_equity_not_told_is_listed(read: Read) -> None:
    text = PUBLIC.partition("equity:")[0] + "equity: unknown\n"
    assert "equity" in [item.field for item in not_counted(read(text))]


def test_a_calendar_bonus_without_a_start_date_is_listed(read: Read) -> None:
    text = PUBLIC.replace("start_date: 2027-02-01\n", "")
    text += "target_bonus: {target: 10%, paid_in_month: 3}\n"
    fields = [item.field for item in not_counted(read(text))]
    assert "target_bonus.paid_in_month" in fields
