from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said, monthly_prices

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
RICH = (
    PUBLIC
    + "target_bonus: 10%\nsign_on: [{amount: 30k}, {amount: 9k, paid_month: 25}]\n"
)
SETTINGS = ("--set", "raise_rate=3%", "--set", "share_growth_rate=5%")


EVERY_KIND = (
    PUBLIC.partition("equity:")[0]
    + """\
sign_on: {amount: 24k, clawback_months: 24, clawback: prorated}
equity:
  - {kind: rsu, shares: 1000, vesting: amazon-new-hire}
  - {kind: rsu, annual_value: 10k, years: 2, vesting: {months: 12, every_months: 3}}
  - {kind: nso, shares: 400, strike: 60, vesting: snap-4yr}
  - {kind: cash-award, value: 40k, vesting: {months: 48, every_months: 12}}
refreshers: {annual_value: 12k, vesting: {months: 48, every_months: 3}}
benefits:
  retirement_match: {rate: 50%, up_to: 6%, vesting: {yearly: [20, 20, 20, 20, 20]}}
  hsa: 1_000
  health_premium: 1_800
  espp: {discount: 15%, lookback: true, offering_months: 6}
"""
)


def figures(found: Any) -> Iterator[tuple[str, float]]:
    """Every number of `show`'s object with its path."""
    for name, value in found["headlines"].items():
        yield f"headlines.{name}", value
    for name, value in found["illiquid"].items():
        yield f"illiquid.{name}", value
    for name in ("shares", "value", "notional"):
        yield f"beyond_horizon.{name}", found["beyond_horizon"][name]
    yield "total", found["total"]
    for place, year in enumerate(found["years"]):
        yield f"years[{place}].total", year["total"]
        yield f"years.{place}", year["total"]
        for name, value in year["components"].items():
            yield f"years[{place}].components.{name}", value
        for name, value in year["illiquid"].items():
            yield f"years[{place}].illiquid.{name}", value
        for name, value in (year["benefits"] or {}).items():
            yield f"years[{place}].benefits.{name}", value
    for case, found_case in (found["refresher_cases"] or {}).items():
        yield f"refresher_cases.{case}.total", found_case["total"]
        for place, value in enumerate(found_case["years"]):
            yield f"refresher_cases.{case}.years[{place}]", value


@pytest.mark.parametrize(
    "text", [RICH, PRIVATE, EVERY_KIND], ids=["public", "private", "every-kind"]
)
def test_every_figure_of_show_and_compare_is_explained(
    offerlab: Run, write: Write, text: str
) -> None:
    path = write("a.yaml", text)
    shown = offerlab("show", path, *SETTINGS, "--set", "horizon_years=3", "--json").json
    compared = offerlab("compare", path, path, *SETTINGS, "--json").json["offers"][0]
    checked = 0
    for figure, value in figures(shown):
        said = offerlab(
            "explain", path, figure, *SETTINGS, "--set", "horizon_years=3", "--json"
        )
        assert said.code == 0, (figure, said.err)
        assert said.json["value"] == pytest.approx(value), figure
        parts = [line["part"] for line in said.json["lines"]]
        assert sum(parts) == pytest.approx(value, abs=1e-4), figure
        checked += 1
    assert checked > 20
    found = offerlab("explain", path, "present_value", *SETTINGS, "--json").json
    assert found["value"] == pytest.approx(compared["present_value"])


def test_each_input_has_its_basis(offerlab: Run, write: Write) -> None:
    found = offerlab("explain", write("a.yaml", RICH), "total", "--json").json
    inputs = {each["name"]: each for each in found["inputs"]}
    assert inputs["base_salary"]["basis"] == "letter"
    assert inputs["raise_rate"]["basis"] == "assumption"
    assert inputs["raise_rate"]["source"]
    vesting = inputs["equity.1.vesting"]
    assert vesting["basis"] == "catalogue"
    assert "confidence high" in vesting["source"]
    assert "2019-2025" in vesting["source"]
    assert inputs["company.share_price"]["source"] == "undated"
    assert inputs["sign_on.1"]["value"] == "$30,000 in month 1"


def test_only_what_a_figure_rests_on_is_named(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    found = offerlab("explain", path, "illiquid.intrinsic", "--json").json
    names = [each["name"] for each in found["inputs"]]
    assert "company.fmv_409a" in names
    assert "company.preferred_price" not in names
    assert "base_salary" not in names
    assert "it is not cash" in found["formula"][0]


def test_an_explanation_is_printed(offerlab: Run, write: Write) -> None:
    said = offerlab("explain", write("a.yaml", RICH), "headlines.year_one")
    assert "Contoso: headlines.year_one = $194,500" in said.out
    assert "base_salary: $145,000 a year [letter]" in said.out
    assert "guaranteed  1-12" in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 80


@pytest.mark.parametrize(
    "figure",
    ["worth", "years[4].total", "years[0].components.luck", "headlines", "years[-1]"],
)
def test_an_unknown_figure_is_told(offerlab: Run, write: Write, figure: str) -> None:
    said = offerlab("explain", write("a.yaml", PUBLIC), figure)
    assert said.code == 1
    assert f"there is no figure '{figure}'" in said.err


def leaving_figures(found: Any) -> Iterator[tuple[str, float | None]]:
    """Numbers of `walkaway`'s object for some months, with their paths."""
    for name, value in found["expected"].items():
        yield f"expected.{name}", value
    for month in (0, 1, 12, 13, 36):
        row = found["walkaway"][month]
        names = "paid clawback net exercise_cost net_after_exercise benefits"
        for name in names.split():
            yield f"walkaway[{month}].{name}", row[name]
        for side in ("vested", "forfeited"):
            for name, value in row[side].items():
                yield f"walkaway[{month}].{side}.{name}", value


@pytest.mark.parametrize("text", [EVERY_KIND, PRIVATE], ids=["every-kind", "private"])
def test_every_figure_of_walkaway_is_explained(
    offerlab: Run, write: Write, text: str
) -> None:
    path = write("a.yaml", text)
    settings = (*SETTINGS, "--set", "leaving_rate=25%")
    found = offerlab("walkaway", path, *settings, "--json").json
    for figure, value in leaving_figures(found):
        said = offerlab("explain", path, figure, *settings, "--json")
        assert said.code == 0, (figure, said.err)
        assert said.json["value"] == pytest.approx(value), figure
        assert said.json["formula"], figure


def test_a_scenario_is_explained(offerlab: Run, write: Write) -> None:
    # See tests/model/test_kinds.py: 20,000 × ($10 - $0.90) = $182,000.
    path, exit_ = write("a.yaml", PRIVATE), ("--set", "exit_scenarios.sale=500M")
    said = offerlab("explain", path, "illiquid.scenario.sale", *exit_, "--json")
    assert said.json["value"] == pytest.approx(182_000)
    names = {each["name"] for each in said.json["inputs"]}
    assert {"exit_scenarios", "company.fully_diluted_shares"} <= names
    assert "preferences of investors are not taken off" in said.json["formula"][1]
    assert offerlab("explain", path, "illiquid.scenario.sale").code == 1


def test_dated_prices_stand_among_the_inputs(offerlab: Run, write: Write) -> None:
    prices = write("p.csv", monthly_prices("90"))
    path, given = write("a.yaml", PUBLIC), ("--set", f"share_prices={prices}")
    said = offerlab("explain", path, "total", *given)
    assert "60 rows, 2027-01-01 to 2031-12-01" in " ".join(said.out.split())
    assert "share_growth_rate" not in said.out


@pytest.mark.parametrize(
    "figure",
    [
        "walkaway[99].net",
        "walkaway[1].nothing",
        "walkaway[1].vested.nothing",
        "walkaway[one].net",
        "years[0].benefits.hsa",
        "illiquid.scenario.sale",
        "illiquid",
    ],
)
def test_a_figure_that_is_not_there_is_told(
    offerlab: Run, write: Write, figure: str
) -> None:
    said = offerlab("explain", write("a.yaml", PUBLIC), figure)
    assert said.code == 1
    assert f"there is no figure '{figure}'" in said.err


def test_what_the_paper_leaves_out_of_refreshers_is_marked(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PUBLIC + "refreshers: {shares: 100}\n")
    said = offerlab("explain", path, "years[1].components.refresher", "--json")
    basis = {each["name"]: each["basis"] for each in said.json["inputs"]}
    assert basis["refreshers.shares"] == "letter"
    assert basis["refreshers.vesting"] == basis["refreshers.kind"] == "assumption"
    asked = offerlab("check", path, "--json").json["offers"][0]["questions"]
    assert "refreshers.vesting" in [each["field"] for each in asked]


def test_a_bonus_in_percent_rests_on_base(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PUBLIC + "target_bonus: 10%\n")
    figure = "years[0].components.target_bonus"
    said = offerlab("explain", path, figure, "--json")
    names = {each["name"] for each in said.json["inputs"]}
    assert {"base_salary", "raise_rate", "target_bonus", "start_date"} <= names


def test_what_is_unknown_is_unknown_in_both(offerlab: Run, write: Write) -> None:
    # One of two private grants has no schedule, so no sum over both can be told.
    two = "  - {kind: iso, percent: 0.01, strike: 1}\n  - {kind: iso, percent"
    path = write("a.yaml", PRIVATE.replace("  - {kind: iso, percent", two))
    years = ("--set", "horizon_years=2", "--json")
    shown = offerlab("show", path, *years).json["beyond_horizon"]
    for name in ("shares", "value", "notional"):
        said = offerlab("explain", path, f"beyond_horizon.{name}", *years)
        assert said.json["value"] == shown[name], name
    assert (shown["shares"], shown["notional"]) == (None, None)
    text = offerlab("explain", path, "beyond_horizon.notional", *years[:2]).out
    assert "Unknown until these are answered: equity.1.vesting" in " ".join(
        text.split()
    )


def test_without_a_figure_all_are_listed_and_each_is_explained(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", RICH)
    listed = offerlab("explain", path, "--json").json["figures"]
    names = [each["figure"] for each in listed]
    assert names[:2] == ["total", "headlines.guaranteed_recurring_cash"]
    assert names[-1].startswith("years[3].")
    for each in listed[::5]:
        found = offerlab("explain", path, each["figure"], "--json").json
        assert found["value"] == each["value"]
    assert "headlines.year_one" in offerlab("explain", path).out


def test_a_last_word_is_enough_where_it_names_one_figure(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", RICH)
    found = offerlab("explain", path, "year_one", "--json").json
    assert found["figure"] == "headlines.year_one"
    assert offerlab("explain", path, "base_salary").code == 1  # one a year
