from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.model.expectation import expected_queries, leaving_chances
from offerlab.model.leaving_query import clawback_inputs
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


EACH = (
    "of each month m × the chance to leave at its end,"
    " (1 - leaving rate)^((m - 1) / 12) - (1 - leaving rate)^(m / 12)"
)


def test_an_expectation_says_what_it_is_and_rests_on(
    read: Callable[[str], Offer],
) -> None:
    sign_on = "sign_on: {amount: 10_000, clawback_months: 25, clawback: all-or-nothing}"
    offer = read(f"{PUBLIC}{sign_on}\n")
    own = assume(settings=["leaving_rate=19%", "horizon_years=2"])
    ledger = build_ledger(offer, own)
    found = expected_queries(offer, ledger, own)
    lost, owed, stay = (
        found["forfeited"], found["owed_back"], found["stay_chance"],
    )  # fmt: skip
    assert (lost.measure, owed.measure, stay.measure) == (
        "expected amount",
        "expected amount",
        "chance",
    )
    assert lost.words == f"what is forfeited by leaving, {EACH}"
    assert owed.words == f"what is owed back on leaving, {EACH}; gross"
    assert stay.words == "(1 - leaving rate)^2: the chance to stay 2 years"
    assert lost.valuation is ledger.valuations["market"]
    assert owed.inputs == tuple(clawback_inputs(offer)) != ()
    # What is owed, and the chance to stay, have no lines.
    assert (tuple(owed.lines), tuple(stay.lines)) == ((), ())


def test_a_grant_that_is_not_counted_leaves_the_expectation_unknown(
    read: Callable[[str], Offer],
) -> None:
    offer = read(PUBLIC.replace(", share_price: 100", ""))
    own = assume(settings=["leaving_rate=19%"])
    found = expected_queries(offer, build_ledger(offer, own), own)
    assert found["forfeited"].value is None


def test_what_vests_in_the_first_month_is_not_at_risk(
    read: Callable[[str], Offer],
) -> None:
    # Half of 1,000 shares at $100 in month 1: nobody leaves before its end. The rest
    # in month 2 is lost by whoever leaves at the end of month 1: 1 - 0.81^(1/12).
    vesting = "vesting: {months: 2, every_months: 1}"
    offer = read(PUBLIC.replace("vesting: amazon-new-hire", vesting))
    own = assume(settings=["leaving_rate=19%"])
    found = expected_queries(offer, build_ledger(offer, own), own)
    expected = 50_000 * (1 - 0.81 ** (1 / 12))
    assert found["forfeited"].value == pytest.approx(expected)
