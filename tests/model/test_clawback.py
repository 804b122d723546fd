from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.core.payment import ClawbackStep, Payment
from offerlab.model.clawback import clawback, clawback_words, clawbacks
from tests.conftest import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer


@pytest.mark.parametrize(
    ("month", "paid_month", "kind", "owed"),
    [
        # 12,000 over 12 months, paid in month 1: after month 1, 11/12 are left.
        (1, 1, "prorated", 11_000),
        (6, 1, "prorated", 6_000),
        (11, 1, "prorated", 1_000),
        (12, 1, "prorated", 0),
        (0, 1, "prorated", 0),  # not paid yet
        # Paid on the first day, or with its own term: all twelve months are ahead.
        (0, 0, "prorated", 12_000),
        (13, 13, "prorated", 12_000),
        (14, 13, "prorated", 11_000),
        (12, 13, "prorated", 0),
        (11, 1, "all-or-nothing", 12_000),
        (12, 1, "all-or-nothing", 0),
        (11, 1, None, 12_000),  # months, and no word of proration
    ],
)
def test_clawback_is_prorated_or_all_of_it(
    month: int, paid_month: int, kind: str | None, owed: float
) -> None:
    payment = Payment(12_000, "letter", paid_month, 12, kind)
    assert clawback(payment, month) == pytest.approx(owed)


def test_a_payment_without_a_clawback_is_yours() -> None:
    assert clawback(Payment(12_000, "letter"), 1) == 0
    assert clawback(Payment(12_000, "letter", 1, 0, "prorated"), 1) == 0


@pytest.mark.parametrize(
    ("month", "owed"),
    [
        # All of it for a year, then prorated over the twelve months of the second.
        (0, 0),  # not paid yet
        (1, 12_000),
        (11, 12_000),
        (12, 12_000),  # 12 of its 12 months are left
        (18, 6_000),
        (23, 1_000),
        # A quarter of it in the third year, and nothing after.
        (24, 3_000),
        (35, 3_000),
        (36, 0),
    ],
)
def test_a_step_runs_over_its_own_months(month: int, owed: float) -> None:
    steps = (
        ClawbackStep(12),
        ClawbackStep(24, prorated=True),
        ClawbackStep(36, share=0.25),
    )
    payment = Payment(12_000, "letter", clawback_steps=steps)
    assert clawback(payment, month) == pytest.approx(owed)
    assert payment.can_be_owed
    assert payment.last_owed_month == 35
    assert clawback_words(payment) == (
        "all of it until 12 months, prorated until 24 months, 25% until 36 months;"
        " served from the first day"
    )


@pytest.mark.parametrize(
    ("since", "owed", "last", "words"),
    [
        # Left at the end of month 7 of a job, with 12 months to serve: what is left
        # of them where they count from month -2, 0, 3 and the payment's month 6.
        (-2, 3_000, 9, "month -2"),
        ("start", 5_000, 11, "the first day"),
        (3, 8_000, 14, "month 3"),
        ("payment", 11_000, 17, "the payment"),
        (None, 11_000, 17, "the payment"),
    ],
)
def test_service_counts_from_the_month_of_the_letter(
    since: int | str | None, owed: float, last: int, words: str
) -> None:
    payment = Payment(12_000, "letter", 6, 12, "prorated", clawback_from=since)
    assert clawback(payment, 7) == pytest.approx(owed)
    assert payment.last_owed_month == last
    assert clawback(payment, last) > 0
    assert clawback(payment, last + 1) == 0
    assert clawback_words(payment) == f"12 months, prorated; served from {words}"


def test_a_first_step_runs_down_from_the_first_day() -> None:
    # Nine of its twelve months are left after three.
    steps = (ClawbackStep(12, prorated=True),)
    payment = Payment(12_000, "letter", clawback_steps=steps)
    assert clawback(payment, 3) == pytest.approx(9_000)


def test_months_without_a_word_are_said_to_be_all_or_nothing() -> None:
    assert clawback_words(Payment(12_000, "letter", 1, 12)) == (
        "12 months, all-or-nothing: the letter does not say prorated; served from the"
        " first day"
    )


def test_only_what_is_paid_and_asked_back_is_owed(
    read: Callable[[str], Offer],
) -> None:
    text = PUBLIC.replace("base_salary", "end_date: 2028-01-31\nbase_salary") + (
        "relocation: 5_000\n"
        "sign_on:\n  - {amount: 12k, clawback_months: 12, clawback: prorated}\n"
        "  - {amount: 20k, paid_month: 13, clawback_months: 12}\n"
    )
    # The relocation is not asked back, and the second part comes after the last day.
    found = [(owed.field, owed.amount) for owed in clawbacks(read(text), 3)]
    assert found == [("sign_on.1", 9_000)]
