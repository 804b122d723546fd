"""The golden cases: hand-checkable offers whose figures are known from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.offer import Offer
from offerlab.model.dilution import kept_share
from offerlab.model.ledger import Component
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from offerlab.model.verdict import assess
from tests.conftest import DATA, assume

if TYPE_CHECKING:
    from offerlab.core.benchmark import Benchmark

GOLDEN = json.loads((DATA / "golden.json").read_text(encoding="utf-8"))
Read = Callable[[str], Offer]
Write = Callable[[str, str], object]


def named(cases: list[dict[str, Any]]) -> dict[str, Any]:
    return {"argvalues": cases, "ids": [case["name"] for case in cases]}


def benchmark_offer(case: dict[str, Any]) -> str:
    """Offer file of a benchmark case."""
    total = case.get("fully_diluted_shares")
    company = (
        f"{{name: Acme, stage: series-b, fully_diluted_shares: {total or 'null'}}}"
    )
    lines = [
        "offerlab: 1",
        f"company: {company}",
        "role: Engineer",
        "location: Remote",
        f"base_salary: {case['base_salary']}",
    ]
    size = ""
    if "equity_shares" in case:
        size = f"shares: {case['equity_shares']}"
    elif case["equity_percent"]:
        size = f"percent: {case['equity_percent']}"
    if size:
        lines.append(
            f"equity: {{kind: iso, strike: 1, vesting: meta-quarterly, {size}}}"
        )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", **named(GOLDEN["benchmark"]))
def test_benchmark(read: Read, benchmark: Benchmark, case: dict[str, Any]) -> None:
    found = assess(read(benchmark_offer(case)), benchmark, assume())
    assert [flag.code for flag in found.flags] == case["flags"]
    if "equity_verdict" in case:
        assert found.equity_percent.verdict == case["equity_verdict"]
    if case.get("fully_diluted_shares"):
        assert str(found.equity_percent.value) == case["equity_percent"]


def four_year_offer(case: dict[str, Any]) -> str:
    """Offer file of a four-year case."""
    price = case.get("share_price")
    size = (
        f"shares: {case['rsu_shares']}"
        if "rsu_shares" in case
        else f"value: {case['equity_value']}"
    )
    lines = [
        "offerlab: 1",
        f"company: {{name: Acme, stage: public, share_price: {price or 'null'}}}",
        "role: Engineer",
        "location: Remote",
        f"base_salary: {case['base_salary']}",
        f"equity: {{kind: rsu, {size}, vesting: {{yearly: {case['yearly_percent']}}}}}",
        "sign_on:",
    ]
    for year, amount in enumerate(case["sign_on_by_year"]):
        lines.append(f"  - {{amount: {amount}, paid_month: {12 * year + 1}}}")
    if "target_bonus" in case:
        lines.append(f"target_bonus: {case['target_bonus']}")
    return "\n".join(lines) + "\n"


FOUR_YEAR = [case for case in GOLDEN["four_year"] if "yearly_percent" in case]


@pytest.mark.parametrize("case", **named(FOUR_YEAR))
def test_four_year(read: Read, case: dict[str, Any]) -> None:
    totals = summarize(build_ledger(read(four_year_offer(case)), assume()))
    assert [year.total for year in totals.years] == pytest.approx(case["years"])
    assert totals.total == pytest.approx(case["total"])
    assert totals.headlines.four_year == pytest.approx(case["total"])


NAMED = {case["name"]: case for case in GOLDEN["four_year"]}


def test_the_golden_file_has_all_cases() -> None:
    assert [case["name"] for case in FOUR_YEAR] == ["Amazon-like", "Google-like"]
    assert len(NAMED) == 4


def four_prices(case: dict[str, Any]) -> str:
    """Prices on the first day and the four anniversaries."""
    days = ["2027-01-04", "2028-01-04", "2029-01-04", "2030-01-04", "2031-01-04"]
    prices = [case["conversion_prices"][0], *case["sold_at"]]
    rows = [f"{day},{price}" for day, price in zip(days, prices, strict=True)]
    return "\n".join(["date,price", *rows]) + "\n"


@pytest.mark.parametrize(
    ("size", "schedule", "total"),
    [
        # $500,000 / $100 = 5,000 shares, 1,250 at each of the four prices.
        ("value: 500_000", "{months: 48, every_months: 12}", "fixed_shares_total"),
        # $125,000 a year at $100, $150, $200, $250.
        (
            "annual_value: 125_000, years: 4",
            "{months: 12, every_months: 12}",
            "annual_value_total_whole_shares",
        ),
    ],
)
def test_fixed_shares_against_annual_value(
    read: Read,
    write: Callable[[str, str], object],
    size: str,
    schedule: str,
    total: str,
) -> None:
    case = NAMED["fixed shares against annual value"]
    path = write("prices.csv", four_prices(case))
    text = (
        "offerlab: 1\ncompany: {name: Acme, stage: public, share_price: 100}\n"
        "role: Engineer\nlocation: Remote\nstart_date: 2027-01-04\n"
        f"base_salary: 100_000\nequity: {{kind: rsu, {size}, vesting: {schedule}}}\n"
    )
    ledger = build_ledger(read(text), assume(settings=[f"share_prices={path}"]))
    vested = [line.amount for line in ledger if line.component is Component.EQUITY]
    assert sum(vested) == pytest.approx(case[total])


def test_initial_grant_plus_refreshers(read: Read) -> None:
    case = NAMED["initial grant plus refreshers"]
    yearly = f"{{months: {12 * case['vesting_years_each']}, every_months: 12}}"
    later = case["refresher_each_year"]
    text = (
        "offerlab: 1\ncompany: {name: Acme, stage: public, share_price: 100}\n"
        "role: Engineer\nlocation: Remote\nstart_date: 2027-01-04\n"
        "base_salary: 100_000\n"
        f"equity: {{kind: rsu, value: {case['grant']}, vesting: {yearly}}}\n"
        f"refreshers: {{annual_value: {later}, vesting: {yearly}}}\n"
    )
    ledger = build_ledger(read(text), assume(settings=["horizon_years=5"]))
    vested = [
        year.components[Component.EQUITY] + year.components[Component.REFRESHER]
        for year in summarize(ledger).years
    ]
    assert vested == pytest.approx(case["vested_by_year"])


@pytest.mark.parametrize("case", GOLDEN["dilution"])
def test_dilution(read: Read, case: dict[str, Any]) -> None:
    # The rounds after A are B, C and D, and the shipped medians are those of the case.
    text = "offerlab: 1\ncompany: {name: Acme, stage: series-a, valuation: 1e8}\n"
    text += "role: Engineer\nlocation: Remote\nbase_salary: 100_000\n"
    text += "equity: {kind: double-trigger-rsu, percent: 1, vesting: snap-4yr}\n"
    offer = read(text)
    rounds = len(case["rounds"])
    kept = kept_share(offer.company, assume(settings=[f"rounds={rounds}"]))
    assert kept == pytest.approx(case["kept_share"], abs=5e-7)
    assert abs(kept - case["wrong_if_summed"]) > 0.04
    ledger = build_ledger(offer, assume(settings=[f"rounds={rounds}"]))
    notional = summarize(ledger).illiquid.notional
    assert notional == pytest.approx(1e6 * case["kept_share"], abs=1)
