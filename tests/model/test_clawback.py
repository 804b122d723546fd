from __future__ import annotations

import pytest

from offerlab.core.payment import Payment
from offerlab.model.clawback import clawback


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
