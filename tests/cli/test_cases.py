"""Terms of real letters, each with its right figure and the sum behind it.

The files are in ``tests/data/cases``; names are made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import DATA, Said

Run = Callable[..., Said]
CASES = DATA / "cases"
TWELFTHS = sum(1.04 ** (-p / 12) for p in range(1, 25)) / 12  # 1.920428


def at(tree: Any, path: str) -> Any:
    """Value at a path such as ``years[0].total``."""
    for key in re.findall(r"[^.\[\]]+", path):
        tree = tree[int(key)] if key.isdigit() else tree[key]
    return tree


SHOW_EQUITY = [f"years[{k}].components.equity" for k in range(4)]

FIGURES: list[tuple[str, str, str, str | list[str], float | str | None]] = [
    # 12,000 until 12 months, then prorated over 12: 12,000 × (24 - 14) / 12
    ("01_clawback_steps", "walkaway", "", "walkaway[12].clawback", 12_000),
    ("01_clawback_steps", "walkaway", "", "walkaway[14].clawback", 10_000),
    ("01_clawback_steps", "walkaway", "", "walkaway[23].clawback", 1_000),
    ("01_clawback_steps", "walkaway", "", "walkaway[24].clawback", 0),
    # paid three months before the first day: 8 + 3 = 11 months served in month 8
    ("02_clawback_before_start", "walkaway", "", "walkaway[8].clawback", 15_000),
    ("02_clawback_before_start", "walkaway", "", "walkaway[9].clawback", 0),
    ("03_clawback_day_one", "walkaway", "", "walkaway[11].clawback", 15_000),
    ("03_clawback_day_one", "walkaway", "", "walkaway[12].clawback", 0),
    # two months into the second year: 10,000 × 10 / 12
    ("04_clawback_second_payment", "walkaway", "", "walkaway[14].clawback", 8_333.33),
    # 30 closes to 1 September: (380 + 409) / 2 = 394.50; 120,000 / 394.50 = 304.2
    ("05_grant_date_trading_days", "vest", "05", "grants[0].total_shares", 304),
    # 280,100 / 160 = 1,750.6 and 2,000 / 175 = 11.4, both up
    ("06_prior_month_rounded_up", "vest", "06", "grants[0].total_shares", 1_751),
    ("06_prior_month_rounded_up", "vest", "06", "grants[1].total_shares", 12),
    # 225,000 / 30; 1,250 × 20 + 18,750 × 30 + 6,562 × 30
    ("07_second_award_later", "vest", "07", "grants[1].total_shares", 7_500),
    ("07_second_award_later", "show", "07", SHOW_EQUITY, 784_360),
    ("07_second_award_later", "walkaway", "07", "walkaway[5].forfeited.shares", 18_750),
    ("07_second_award_later", "walkaway", "07", "walkaway[7].forfeited.shares", 25_000),
    # strikes 10, 12, 14.40, 17.28; 28,124 + 90,000 + 192,371 + 343,360
    (
        "08_yearly_options_at_grant",
        "show",
        "share_growth_rate=0.2",
        SHOW_EQUITY,
        653_855,
    ),
    # 650,000 / 16; both grants at 15% a year: 707,855 + 933,145
    ("09_options_by_fair_value", "vest", "", "grants[0].total_shares", 40_625),
    (
        "09_options_by_fair_value",
        "show",
        "share_growth_rate=0.15",
        SHOW_EQUITY,
        1_641_000,
    ),
    # 4 × 90,000 + 250 × 40; value of what is not told
    ("10_options_by_untold_value", "show", "", "total", 370_000),
    # (287,000 × 1.40) + 210,000 + 1,600,000; without the units 1,810,000
    ("11_psu_beside_rsu", "show", "", "total", 2_211_800),
    ("11_psu_beside_rsu", "show", "psu_payout=0", "total", 1_810_000),
    # 16% of 10 million
    ("12_sixteen_percent", "vest", "", "grants[0].total_shares", 1_600_000),
    ("12_sixteen_percent", "vest", "", "grants[0].tranches[0].shares", 200_000),
    # bought at 0.20, worth 0.20
    ("13_bought_stock", "show", "", "illiquid.intrinsic", 0),
    # 2026-09-01 + 120 months; month 15 + 90 days; month 30 + 5 years
    ("14_ten_year_window", "walkaway", "", "walkaway[12].exercise_by", "2036-09-01"),
    ("14b_window_in_days", "walkaway", "", "walkaway[15].exercise_by", "2028-02-29"),
    ("14b_window_in_days", "walkaway", "", "walkaway[30].exercise_by", "2034-03-01"),
    # 500,000 + 2 × 1,000 × 40: the third vest never comes
    ("16_fixed_term", "show", "", "total", 580_000),
    ("16c_last_day_of_a_term", "show", "", "total", 120_000),
    # whole, whatever the payout
    (
        "17_guarantee_by_year",
        "show",
        "bonus_payout=0",
        "years[0].components.target_bonus",
        125_000,
    ),
    (
        "17_guarantee_by_year",
        "show",
        "bonus_payout=0",
        "years[1].components.target_bonus",
        109_375,
    ),
    # 20% of 150,000
    (
        "18_guarantee_on_a_stub",
        "show",
        "bonus_payout=0",
        "years[0].components.target_bonus",
        30_000,
    ),
    # 4 × 150,000; the 20,000 is beside
    ("20_relocation_reimbursed", "show", "", "total", 600_000),
    ("20_relocation_reimbursed", "show", "", "years[0].benefits.relocation", 20_000),
    # 15% of 60,000 = 9,000; 9,000 / 0.85 - 9,000
    ("21_espp_plan_cap", "show", "", "years[0].benefits.espp", 1_588.24),
    # 7,500 / 85 × (120 + 144) - 15,000, then × (172.80 + 207.36)
    (
        "21b_espp_four_purchases",
        "show",
        "share_growth_rate=0.44",
        "years[0].benefits.espp",
        8_294,
    ),
    (
        "21b_espp_four_purchases",
        "show",
        "share_growth_rate=0.44",
        "years[1].benefits.espp",
        18_544,
    ),
    # 110,000 / 220; 360,000 + 100,000
    (
        "22_value_in_euro_stock_in_dollars",
        "vest",
        "fx.EUR=1.10",
        "grants[0].total_shares",
        500,
    ),
    ("22_value_in_euro_stock_in_dollars", "show", "fx.EUR=1.10", "total", 460_000),
    # 12,000 in three words: 15,000 / 100 × 100 / 1.25
    (
        "22b_one_letter_one_currency",
        "show",
        "fx.EUR=1.25",
        "years[0].components.cash_award",
        12_000,
    ),
    (
        "22b_one_letter_one_currency",
        "show",
        "fx.EUR=1.25",
        "years[0].components.equity",
        12_000,
    ),
    (
        "22b_one_letter_one_currency",
        "show",
        "fx.EUR=1.25",
        [f"years[{k}].components.refresher" for k in range(4)],
        36_000,
    ),
    # 600,000 + 10,000 + 4 × 100,000 at any horizon
    *(
        (
            "24_refresher_on_the_last_anniversary",
            "show",
            f"horizon_years={years}",
            "headlines.four_year",
            1_010_000.0,
        )
        for years in (1, 2, 3, 4, 5)
    ),
    # 100,000 / 10, 17, 25, 31; 10,000 × 17 + 5,882 × 25 + 4,000 × 31 + 3,225 × 31
    ("27_private_price_path", "vest", "27", "grants[0].total_shares", 23_107),
    ("27_private_price_path", "show", "27", "total", 600_000),
    ("27_private_price_path", "show", "27", "illiquid.notional", 541_025),
    # 55 × 38 × 52 = 108,680 and a tenth of it
    ("28_hourly", "show", "", "headlines.year_one", 119_548),
    # 1,250,000 + 150,000 + 62,500
    ("29_lakh", "show", "", "headlines.year_one", 1_462_500),
    # 500 × 60; at a price of 80 nothing
    ("30_options_that_fall", "walkaway", "30", "walkaway[12].vested.amount", 30_000),
    ("30_options_that_fall", "walkaway", "30", "walkaway[18].vested.amount", 0),
    ("30_options_that_fall", "walkaway", "30", "walkaway[24].vested.amount", 0),
    # 600,000 and 400,000, a quarter of it
    ("33_back_loaded", "show", "", "headlines.annual_average", 250_000),
    # 5,000 of 50 million: 0.01%, in one year 0.04% at that pace; 15,000, net 2,500
    (
        "34_options_net_of_strike",
        "check",
        "",
        "offers[0].verdicts.equity_percent.value",
        0.01,
    ),
    (
        "34_options_net_of_strike",
        "check",
        "",
        "offers[0].verdicts.equity_percent.verdict",
        "below",
    ),
    (
        "34_options_net_of_strike",
        "check",
        "",
        "offers[0].verdicts.equity_percent.four_year_pace",
        0.04,
    ),
    (
        "34_options_net_of_strike",
        "check",
        "",
        "offers[0].verdicts.equity_percent.grant_value",
        15_000,
    ),
    (
        "34_options_net_of_strike",
        "check",
        "",
        "offers[0].verdicts.equity_percent.grant_value_net",
        2_500,
    ),
    # 0.85⁴
    ("35_nothing_at_risk", "walkaway", "leaving_rate=15%", "expected.forfeited", 0),
    ("35_nothing_at_risk", "walkaway", "leaving_rate=15%", "expected.owed_back", 0),
    (
        "35_nothing_at_risk",
        "walkaway",
        "leaving_rate=15%",
        "expected.stay_chance",
        0.52200625,
    ),
]


@pytest.mark.parametrize(("name", "command", "setting", "path", "right"), FIGURES)
def test_a_letters_figure(
    offerlab: Run,
    name: str,
    command: str,
    setting: str,
    path: str | list[str],
    right: float | str,
) -> None:
    if setting.isdigit():
        setting = f"share_prices={CASES / f'{setting}_prices.csv'}"
    told = ["--set", setting] if setting else []
    told += ["--no-market"] if command == "check" else []
    said = offerlab(command, CASES / f"{name}.yaml", "--json", *told).json
    paths = [path] if isinstance(path, str) else path
    values = [at(said, each) for each in paths]
    found = values[0] if isinstance(values[0], str) else sum(values)
    assert found == (right if isinstance(right, str) else pytest.approx(right, abs=0.6))


@pytest.mark.parametrize("name", ["15_two_iso", "15b_two_iso_listed_backwards"])
def test_the_iso_limit_in_date_order(offerlab: Run, name: str) -> None:
    # 25,000 × 1 + 21,875 × 4 = 112,500 in one year: 12,500 / 4 too many, of the later
    grants = offerlab("vest", CASES / f"{name}.yaml", "--json").json["grants"]
    over = {
        grant["total_shares"]: sum(t["nso_shares"] for t in grant["tranches"])
        for grant in grants
    }
    assert sum(over.values()) == 3_125
    assert over[50_000] == 3_125


def test_a_fixed_term_beside_a_permanent_job(offerlab: Run) -> None:
    # over 24 months: 250,000 and 300,000 × 1.920428, and 80,000 of stock
    files = [CASES / f"{name}.yaml" for name in ("16_fixed_term", "16b_permanent")]
    said = offerlab("compare", *files, "--json").json
    first, second = said["offers"]
    assert first["present_value"] == pytest.approx(250_000 * TWELFTHS + 80_000, abs=1)
    assert second["present_value"] == pytest.approx(300_000 * TWELFTHS, abs=1)
    assert [first["total"], second["total"]] == pytest.approx([580_000, 600_000])
    assert any("ends on" in note for note in said["notes"])


def test_a_bonus_that_is_not_told_is_asked_for_and_said(offerlab: Run) -> None:
    unknown, none = CASES / "19_bonus_unknown.yaml", CASES / "19b_bonus_none.yaml"

    def asked(path: object) -> list[str]:
        said = offerlab("check", path, "--no-market", "--json").json
        return [each["field"] for each in said["offers"][0]["questions"]]

    def left_out(path: object) -> list[str]:
        said = offerlab("show", path, "--json").json
        return [each["field"] for each in said["not_counted"]]

    assert "target_bonus" in asked(unknown)
    assert "target_bonus" in left_out(unknown)
    assert "target_bonus" not in asked(none)
    assert "target_bonus" not in left_out(none)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("10_options_by_untold_value", "equity.2.value_basis"),
        ("34_options_net_of_strike", "equity.1.kind"),  # ISO or NSO
        ("04_clawback_second_payment", "sign_on.1.clawback_from"),
    ],
)
def test_what_a_letter_leaves_open_is_asked(
    offerlab: Run, name: str, field: str
) -> None:
    said = offerlab("check", CASES / f"{name}.yaml", "--no-market", "--json").json
    assert field in [each["field"] for each in said["offers"][0]["questions"]]


def test_prices_of_one_company_are_not_another_ones(offerlab: Run) -> None:
    files = [CASES / "23_prices_big.yaml", CASES / "23b_prices_penny.yaml"]
    prices = CASES / "23_prices.csv"
    refused = offerlab("compare", *files, "--set", f"share_prices={prices}")
    assert refused.code == 1
    assert "share_prices" in refused.err
    said = offerlab("compare", *files, "--json", "--set", f"Big:share_prices={prices}")
    totals = [each["total"] for each in said.json["offers"]]
    assert totals == pytest.approx([700_000, 610_000])


def test_an_iso_under_its_value_is_told(offerlab: Run) -> None:
    said = offerlab("check", CASES / "25_iso_below_409a.yaml", "--no-market", "--json")
    assert any("strike" in each["message"] for each in said.json["problems"])


def test_a_key_outside_the_schema_of_the_terms_is_told(offerlab: Run) -> None:
    said = offerlab("check", CASES / "26_ocf_key_unknown.yaml", "--no-market")
    assert "cliff_condition" in said.err


@pytest.mark.parametrize(
    "names",
    [
        ("32_private_beside_public", "32b_public_beside_private"),
        ("32b_public_beside_private", "32_private_beside_public"),
    ],
)
def test_what_private_stock_would_have_to_be_worth(
    offerlab: Run, names: tuple[str, str]
) -> None:
    # 1,239,194 - 1,108,792 = 130,403 of a notional of 2,000,000
    files = [CASES / f"{name}.yaml" for name in names]
    verdict = offerlab("compare", *files, "--json").json["verdict"]
    assert verdict["gap"] == pytest.approx(130_403, abs=2)
    assert verdict["break_even"]["notional_share"] == pytest.approx(0.0652, abs=1e-4)


def test_twelve_months_accelerate(offerlab: Run) -> None:
    path = CASES / "36_twelve_months_accelerate.yaml"
    (grant,) = offerlab("vest", path, "--json").json["grants"]
    found = {c["month"]: c["accelerated"] for c in grant["acceleration"]["cases"]}
    assert [found[month] for month in (0, 12, 24, 36)] == [12_000] * 4


@pytest.mark.parametrize(
    ("name", "right"), [("31_stock_today", 954_396), ("31b_stock_each_year", 931_905)]
)
def test_stock_counts_at_todays_price(offerlab: Run, name: str, right: float) -> None:
    # 150,000 × 3.695972 = 554,396, + 400,000; or + 100,000 × (1 + 1/1.04 + ...)
    files = [CASES / f"{name}.yaml", CASES / "16b_permanent.yaml"]
    growth = ["--set", "share_growth_rate=0.3"]
    said = offerlab("compare", *files, "--json", *growth).json
    assert said["offers"][0]["present_value"] == pytest.approx(right, abs=1)


@pytest.mark.parametrize(
    "role",
    [
        "Mechanical Engineer", "Sales Engineer", "Civil Engineer", "Chemical Engineer",
        "Electrical Engineer", "Process Engineer", "Customer Support Engineer",
        "Research Scientist, Biology",
    ],
)  # fmt: skip
def test_other_engineers_are_not_software_developers(offerlab: Run, role: str) -> None:
    told = ["--role", role, "--city", "Austin, TX", "--value", "100k", "--json"]
    said = offerlab("market", "percentile", *told)
    assert said.code == 1 or said.json["filters"].get("soc") != "15-1252"
