from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.offer import Offer
from offerlab.model.ledger import Certainty, Component, Ledger, Line, TaxKind
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import present_value, summarize
from tests.conftest import PRIVATE, PUBLIC, assume

Read = Callable[[str], Offer]
FULL = PUBLIC + "target_bonus: 10%\nsign_on: 30k\nrelocation: 5k\n"


def line(month: int, amount: float) -> Line:
    return Line(
        date=None,
        month=month,
        component=Component.BASE_SALARY,
        amount=amount,
        certainty=Certainty.GUARANTEED,
        recurring=True,
        tax_kind=TaxKind.WAGES,
        basis="letter",
    )


def test_four_headlines(read: Read) -> None:
    # Base 145, bonus 14.5, equity 5 / 15 / 40 / 40 of 100; sign-on 30 and relocation 5.
    headlines = summarize(build_ledger(read(FULL), assume())).headlines
    assert headlines.guaranteed_recurring_cash == pytest.approx(145_000)
    assert headlines.year_one == pytest.approx(145_000 + 14_500 + 35_000 + 5_000)
    assert headlines.steady_state == pytest.approx(145_000 + 14_500 + 40_000)
    assert headlines.four_year == pytest.approx(4 * 159_500 + 35_000 + 100_000)


def test_steady_state_leaves_one_off_cash_of_year_three_out(read: Read) -> None:
    text = PUBLIC + "sign_on: {amount: 9k, paid_month: 25}\n"
    headlines = summarize(build_ledger(read(text), assume())).headlines
    assert headlines.steady_state == pytest.approx(145_000 + 40_000)


def test_four_year_is_four_years_whatever_the_horizon(read: Read) -> None:
    totals = summarize(build_ledger(read(FULL), assume(settings=["horizon_years=2"])))
    assert len(totals.years) == 2
    assert totals.headlines.four_year == pytest.approx(773_000)
    # 2 × 159,500 + 35,000 + 5,000 + 15,000
    assert totals.total == pytest.approx(374_000)
    assert totals.beyond_horizon.shares == 800
    assert totals.beyond_horizon.value == pytest.approx(80_000)


def test_the_total_is_the_sum_of_the_components(read: Read) -> None:
    totals = summarize(build_ledger(read(FULL), assume()))
    parts = [x for year in totals.years for x in year.components.values()]
    assert totals.total == pytest.approx(sum(parts))
    assert set(totals.years[1].components) == set(totals.years[0].components)


def test_year_bounds_are_anniversaries(read: Read) -> None:
    year = summarize(build_ledger(read(PUBLIC), assume())).years[1]
    assert (str(year.begins), str(year.ends)) == ("2028-02-01", "2029-02-01")


def test_private_shares_after_the_horizon_are_told(read: Read) -> None:
    # 20,000 shares, half of them after two years; notional at $3.00.
    ledger = build_ledger(read(PRIVATE), assume(settings=["horizon_years=2"]))
    beyond = summarize(ledger).beyond_horizon
    assert (beyond.shares, beyond.value) == (10_000, 0)
    assert beyond.notional == pytest.approx(30_000)


def test_equity_not_told_is_unknown_and_not_zero(read: Read) -> None:
    text = PUBLIC.partition("equity:")[0] + "equity: unknown\n"
    assert summarize(build_ledger(read(text), assume())).illiquid.notional is None


def test_twelve_months_are_exactly_one_year() -> None:
    # 104 / 1.04 + 100 × 1.04^-0.5 = 100 + 98.058068
    ledger = Ledger((line(12, 104), line(6, 100)), "USD", 4, None)
    assert present_value(ledger, 0.04) == pytest.approx(198.058068)


@given(
    st.lists(st.tuples(st.integers(0, 48), st.floats(0, 1e6))),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_a_larger_rate_never_raises_a_present_value(
    flows: list[tuple[int, float]], first: float, second: float
) -> None:
    ledger = Ledger(tuple(line(m, x) for m, x in flows), "USD", 4, None)
    low, high = sorted((first, second))
    nominal = sum(amount for _, amount in flows)
    slack = 1e-9 * (1 + nominal)
    assert present_value(ledger, high) <= present_value(ledger, low) + slack
    assert present_value(ledger, low) <= nominal + slack
