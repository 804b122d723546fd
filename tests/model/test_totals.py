from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.offer import Offer
from offerlab.model.figure import discounted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import Illiquid, summarize
from tests.conftest import PRIVATE, PUBLIC, assume

Read = Callable[[str], Offer]
FULL = PUBLIC + "target_bonus: 10%\nsign_on: 30k\nrelocation: 5k\n"


def test_four_headlines(read: Read) -> None:
    # Base 145, bonus 14.5, equity 5 / 15 / 40 / 40 of 100; sign-on 30 and relocation 5.
    headlines = summarize(build_ledger(read(FULL), assume())).headlines
    assert headlines.guaranteed_recurring_cash == pytest.approx(145_000)
    assert headlines.year_one == pytest.approx(145_000 + 14_500 + 35_000 + 5_000)
    # (4 × 159.5 + 100) / 4: without sign-on and relocation.
    assert headlines.annual_average == pytest.approx(184_500)
    assert headlines.four_year == pytest.approx(4 * 159_500 + 35_000 + 100_000)


def test_the_annual_average_leaves_sign_on_and_relocation_out(read: Read) -> None:
    # 145 a year and 100 of stock in four years, whatever the horizon.
    text = PUBLIC + "sign_on: {amount: 9k, paid_month: 25}\nrelocation: 3k\n"
    for years in (1, 4, 6):
        ledger = build_ledger(read(text), assume(settings=[f"horizon_years={years}"]))
        headlines = summarize(ledger).headlines
        assert headlines.annual_average == pytest.approx(145_000 + 25_000)


def test_the_annual_average_of_a_fixed_term_is_of_its_own_years(read: Read) -> None:
    # Two years of base and the vests of months 12 and 24, 5% and 15% of 100,000.
    text = PUBLIC + "end_date: 2029-02-01\n"
    headlines = summarize(build_ledger(read(text), assume())).headlines
    worked = 2 + 1 / 28 / 12  # two years, and one day of 28
    assert headlines.annual_average == pytest.approx(headlines.four_year / worked)


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
    found = discounted(104, 12, 0.04) + discounted(100, 6, 0.04)
    assert found == pytest.approx(198.058068)


@given(
    st.lists(st.tuples(st.integers(0, 48), st.floats(0, 1e6))),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_a_larger_rate_never_raises_a_present_value(
    flows: list[tuple[int, float]], first: float, second: float
) -> None:
    low, high = sorted((first, second))
    nominal = sum(amount for _, amount in flows)
    slack = 1e-9 * (1 + nominal)
    less, more = (
        sum(discounted(amount, month, rate) for month, amount in flows)
        for rate in (high, low)
    )
    assert less <= more + slack
    assert more <= nominal + slack


def test_an_unknown_figure_is_unknown_in_every_currency() -> None:
    found = Illiquid(None, 10.0, {"sale": None, "ipo": 20.0}).times(1.1)
    assert found.notional is None
    assert found.intrinsic == pytest.approx(11)
    assert found.scenario == {"sale": None, "ipo": pytest.approx(22)}


def test_years_are_numbered_from_one(read: Read) -> None:
    years = summarize(build_ledger(read(PUBLIC), assume())).years
    assert [year.year for year in years] == [1, 2, 3, 4]
