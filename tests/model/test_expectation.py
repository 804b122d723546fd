from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.model.expectation import expected_queries, leaving_chances
from offerlab.model.offer_ledger import build_ledger
from tests.conftest import PUBLIC, assume

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer


def test_who_surely_leaves_leaves_at_once() -> None:
    assert leaving_chances(1.0, 3) == [1.0, 0.0, 0.0]
    assert leaving_chances(0.0, 3) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(("horizon", "owed"), [(1, 1_900), (2, 3_439)])
def test_what_is_owed_back_is_expected_within_the_horizon(
    read: Callable[[str], Offer], horizon: int, owed: float
) -> None:
    # Whoever leaves within two years owes all of 10,000: 19% of them in one year,
    # and 1 - 0.81² = 34.39% in two.
    sign_on = "sign_on: {amount: 10_000, clawback_months: 25, clawback: all-or-nothing}"
    offer = read(f"{PUBLIC}{sign_on}\n")
    own = assume(settings=["leaving_rate=19%", f"horizon_years={horizon}"])
    ledger = build_ledger(offer, own)
    found = expected_queries(offer, ledger, own)
    assert found["owed_back"].value == pytest.approx(owed)
    assert found["stay_chance"].value == pytest.approx(0.81**horizon)
