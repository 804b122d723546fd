"""Equity as real letters promise it, each figure with its sum.

The letters are in ``tests/data/cases``; what they have in common is that a first
model counted them wrong, or could not write them down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import DATA, Said

Run = Callable[..., Said]
FOLDER = DATA / "cases"


def figures(offerlab: Run, command: str, name: str, *settings: str) -> Any:
    """JSON of a command on one of the letters; prices are named without folder."""
    given = [
        word
        for each in settings
        for word in ("--set", each.replace("prices=", f"prices={FOLDER}/"))
    ]
    said = offerlab(command, FOLDER / f"{name}.yaml", *given, "--json")
    assert said.code == 0, said.err
    return said.json


def grants(offerlab: Run, name: str, *settings: str) -> Any:
    return figures(offerlab, "vest", name, *settings)["grants"]


def equity(offerlab: Run, name: str, *settings: str) -> list[float]:
    years = figures(offerlab, "show", name, *settings)["years"]
    return [year["components"]["equity"] for year in years]


def test_an_average_of_trading_days_ends_with_the_day_of_the_grant(
    offerlab: Run,
) -> None:
    # 30 closes up to 1 September 2026 are 380 ... 409: mean 394.50; 120,000 / 394.50
    # is 304.2. It vests from 8 June, so what is dated before September vests then.
    (grant,) = grants(
        offerlab, "05_grant_date_trading_days", "share_prices=05_prices.csv"
    )
    assert grant["total_shares"] == 304
    assert grant["tranches"][0]["date"] == "2026-09-08"


def test_an_average_of_the_month_before_is_rounded_up(offerlab: Run) -> None:
    # 280,100 / 160 (June) = 1,750.6; 2,000 / 175 = 11.4; both rounded up.
    found = grants(offerlab, "06_prior_month_rounded_up", "share_prices=06_prices.csv")
    assert [grant["total_shares"] for grant in found] == [1_751, 12]


def test_a_later_grant_is_converted_and_lost_from_its_own_day(offerlab: Run) -> None:
    # 225,000 / 30 on 1 March 2024 = 7,500. Within four years: 1,250 × 20 + 18,750 × 30
    # of the first, and 14 of 16 quarters, floor(6,562.5) × 30, of the second.
    name, prices = "07_second_award_later", "share_prices=07_prices.csv"
    first, second = grants(offerlab, name, prices)
    assert (first["total_shares"], second["total_shares"]) == (20_000, 7_500)
    assert sum(equity(offerlab, name, prices)) == pytest.approx(784_360)
    rows = figures(offerlab, "walkaway", name, prices)["walkaway"]
    # Month 5: 15/16 of 20,000. Month 6 is the day of the grant: 14/16 and no more.
    # Month 7: 17,500 + 7,500.
    lost = [rows[month]["forfeited"]["shares"] for month in (5, 6, 7)]
    assert lost == [18_750, 17_500, 25_000]
    assert [case["month"] for case in second["acceleration"]["cases"]] == [
        12, 24, 36, 48,
    ]  # fmt: skip


def test_yearly_options_strike_at_the_price_of_their_own_year(offerlab: Run) -> None:
    # 20% a year: strikes 10, 12, 14.40, 17.28; 562,500 / strike = 56,250, 46,875,
    # 39,062, 32,552 options, a quarter of each a year after its day. Year one:
    # 14,062 × (12 - 10) = 28,124. Year two: 14,063 × 4.40 + 11,718 × 2.40 = 90,000.40.
    name, growth = "08_yearly_options_at_grant", "share_growth_rate=0.2"
    found = equity(offerlab, name, growth)
    assert found[:2] == pytest.approx([28_124, 90_000.40])
    assert sum(found) == pytest.approx(653_855, abs=1)


def test_options_by_fair_value(offerlab: Run) -> None:
    # 650,000 / 16 = 40,625 options at $40. With 15% a year: 10,156.25 × 40 ×
    # (1.15 + 1.3225 + 1.520875 + 1.749006 - 4) = 707,855; 16,250 shares: 933,145.
    name = "09_options_by_fair_value"
    assert grants(offerlab, name)[0]["total_shares"] == 40_625
    found = sum(equity(offerlab, name, "share_growth_rate=0.15"))
    assert found == pytest.approx(1_641_000, abs=20)


def test_options_by_a_value_of_which_nobody_says_what_are_not_counted(
    offerlab: Run,
) -> None:
    # 4 × 90,000 + 250 shares × 40.
    found = figures(offerlab, "show", "10_options_by_untold_value")
    assert found["total"] == pytest.approx(370_000)
    assert "equity.2" in [each["field"] for each in found["not_counted"]]


def test_performance_units_are_discretionary_and_paid_at_target(offerlab: Run) -> None:
    # 287,000 × 1.40 = 401,800; 150,000 × 1.40 = 210,000; 4 × 400,000.
    name = "11_psu_beside_rsu"
    assert figures(offerlab, "show", name)["total"] == pytest.approx(2_211_800)
    none = figures(offerlab, "show", name, "psu_payout=0")["total"]
    assert none == pytest.approx(1_810_000)
    half = figures(offerlab, "show", name, "psu_payout=50%")["total"]
    assert half == pytest.approx(1_810_000 + 143_500 * 1.40)
    tranches = grants(offerlab, name)[1]["tranches"]
    assert {each["certainty"] for each in tranches} == {"discretionary"}


def test_a_percent_with_its_sign_may_be_large(offerlab: Run) -> None:
    (grant,) = grants(offerlab, "12_sixteen_percent")  # 16% of 10,000,000
    assert grant["total_shares"] == 1_600_000
    assert {each["shares"] for each in grant["tranches"]} == {200_000}


def test_bought_stock_is_worth_what_it_has_above_its_price(offerlab: Run) -> None:
    # 10,000 × max(0.20 - 0.20, 0); notional 10,000 × $1, gross.
    found = figures(offerlab, "show", "13_bought_stock")["illiquid"]
    assert found == {"notional": 10_000, "intrinsic": 0}


@pytest.mark.parametrize("name", ["15_two_iso", "15b_two_iso_listed_backwards"])
def test_the_iso_limit_takes_grants_in_date_order_at_their_own_value(
    offerlab: Run, name: str
) -> None:
    # 2021: 25,000 × $1 (the older grant first) + 21,875 × $4 = 112,500: 12,500 too
    # much, which is 3,125 options at $4.
    found = {
        sum(tranche["shares"] for tranche in grant["tranches"]): sum(
            tranche["nso_shares"] for tranche in grant["tranches"]
        )
        for grant in grants(offerlab, name)
    }
    assert found == {100_000: 0, 50_000: 3_125}


def test_money_is_in_the_offers_currency_and_prices_in_the_companys(
    offerlab: Run,
) -> None:
    # EUR 100,000 × 1.10 = $110,000; / $220 = 500; 500 × 220 / 1.10 + 4 × 90,000.
    name = "22_value_in_euro_stock_in_dollars"
    assert grants(offerlab, name, "fx.EUR=1.10")[0]["total_shares"] == 500
    found = figures(offerlab, "show", name, "fx.EUR=1.10")
    assert found["total"] == pytest.approx(460_000)
    # Cash award, stock and refreshers of 12,000 each: all in euros.
    years = figures(offerlab, "show", "22b_one_letter_one_currency", "fx.EUR=1.25")[
        "years"
    ]
    parts = [year["components"] for year in years]
    assert parts[0]["cash_award"] == parts[0]["equity"] == pytest.approx(12_000)
    assert [part["refresher"] for part in parts] == pytest.approx(
        [0, 12_000, 12_000, 12_000]
    )


@pytest.mark.parametrize("horizon", [1, 3, 4, 5])
def test_a_refresher_of_the_last_anniversary_counts_where_it_vests_at_once(
    offerlab: Run, horizon: int
) -> None:
    # 4 × 150,000 + 100 × 100 + 4 × 1,000 × 100, whatever the horizon.
    name = "24_refresher_on_the_last_anniversary"
    found = figures(offerlab, "show", name, f"horizon_years={horizon}")
    assert found["headlines"]["four_year"] == pytest.approx(1_010_000)


def test_a_private_company_may_have_a_price_path(offerlab: Run) -> None:
    # 100,000 / 10, 17, 25, 31 = 10,000 + 5,882 + 4,000 + 3,225 = 23,107 shares, each
    # vesting a year later: 10,000 × 17 + 5,882 × 25 + 4,000 × 31 + 3,225 × 31.
    name, prices = "27_private_price_path", "share_prices=27_prices.csv"
    assert grants(offerlab, name, prices)[0]["total_shares"] == 23_107
    found = figures(offerlab, "show", name, prices)
    assert found["total"] == pytest.approx(600_000)
    assert found["illiquid"]["notional"] == pytest.approx(541_025)


def test_acceleration_of_the_next_months(offerlab: Run) -> None:
    # 48,000 over 48 months: the next twelve months' vests are 12,000, of the first
    # year the cliff's.
    (grant,) = grants(offerlab, "36_twelve_months_accelerate")
    cases = grant["acceleration"]["cases"]
    assert [(case["month"], case["accelerated"]) for case in cases] == [
        (0, 12_000), (12, 12_000), (24, 12_000), (36, 12_000),
    ]  # fmt: skip


def test_no_exercise_after_the_options_own_term(offerlab: Run) -> None:
    # A window of ten years from 1 September 2027, and a term of 120 months from the
    # grant on 1 September 2026.
    rows = figures(offerlab, "walkaway", "14_ten_year_window")["walkaway"]
    assert rows[12]["exercise_by"] == "2036-09-01"
    # Month 15 is 1 December 2027: 90 days; month 30: five years.
    rows = figures(offerlab, "walkaway", "14b_window_in_days")["walkaway"]
    assert rows[15]["exercise_by"] == "2028-02-29"
    assert rows[30]["exercise_by"] == "2034-03-01"


def test_vested_options_are_worth_the_spread_of_the_month_of_leaving(
    offerlab: Run,
) -> None:
    # 500 vest in month 12 at $160: 500 × 60; in months 18 and 24 the price is $80.
    rows = figures(
        offerlab, "walkaway", "30_options_that_fall", "share_prices=30_prices.csv"
    )["walkaway"]
    assert [rows[m]["vested"]["amount"] for m in (12, 18, 24)] == [30_000, 0, 0]
    assert rows[18]["paid"] == pytest.approx(18 * 12_500)


def present_values(offerlab: Run, *names: str, settings: tuple[str, ...] = ()) -> Any:
    given = [word for each in settings for word in ("--set", each)]
    paths = [FOLDER / f"{name}.yaml" for name in names]
    said = offerlab("compare", *paths, *given, "--json")
    return [each["present_value"] for each in said.json["offers"]]


@pytest.mark.parametrize("growth", ["0", "0.2"])
def test_stock_counts_at_todays_price_whatever_it_is_assumed_to_do(
    offerlab: Run, growth: str
) -> None:
    # Base 150,000 × 3.695972 = 554,395.81. A grant of 400,000: whole. One of 100,000 a
    # year: × (1 + 1/1.04 + 1/1.04² + 1/1.04³) = 377,509.10.
    names = ("31_stock_today", "31b_stock_each_year")
    settings = (f"share_growth_rate={growth}",)
    found = present_values(offerlab, *names, settings=settings)
    assert found == pytest.approx([954_395.81, 931_904.91], abs=0.01)
