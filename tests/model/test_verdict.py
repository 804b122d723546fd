from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from offerlab.core.offer import Offer
from offerlab.model.verdict import assess
from tests.conftest import PRIVATE, PUBLIC, UNTOLD_TOTAL, assume

if TYPE_CHECKING:
    from offerlab.core.benchmark import Benchmark

Read = Callable[[str], Offer]


def with_base(base: str) -> str:
    return PRIVATE.replace("base_salary: 150_000", f"base_salary: {base}")


@pytest.mark.parametrize(
    ("base", "verdict", "ratio"),
    [
        ("139_999.99", "below", 0.9333),
        ("140_000", "within", 0.9333),
        ("160_000", "within", 1.0667),
        ("160_000.01", "above", 1.0667),
    ],
)
def test_the_band_is_inclusive(
    read: Read, benchmark: Benchmark, base: str, verdict: str, ratio: float
) -> None:
    found = assess(read(with_base(base)), benchmark, assume()).base_salary
    assert found.verdict == verdict
    assert found.midpoint_ratio == pytest.approx(ratio, abs=1e-4)


def test_below_the_band_is_never_worded_below_market(
    read: Read, benchmark: Benchmark
) -> None:
    text = with_base("138_000").replace("percent: 0.04", "percent: 0.02")
    messages = [f.message for f in assess(read(text), benchmark, assume()).flags]
    assert messages == [
        "base $138,000 is $2,000 below offerlab's default band, which begins at"
        " $140,000",
        "equity 0.02% of the company is below offerlab's default 0.04%"
        " (worth $60,000 at the stated valuation)",
    ]


def test_a_base_in_another_currency_needs_a_rate(
    read: Read, benchmark: Benchmark
) -> None:
    offer = read(with_base("120_000") + "currency: EUR\n")
    unknown = assess(offer, benchmark, assume())
    assert unknown.base_salary.verdict == "not_assessable"
    assert unknown.flags == ()
    # 120,000 × 1.10 = 132,000
    known = assess(offer, benchmark, assume(settings=["fx.EUR=1.10"])).base_salary
    assert known.verdict == "below"
    assert known.value == pytest.approx(132_000)


def test_every_equity_verdict_shows_dollars(
    private_offer: Offer, benchmark: Benchmark
) -> None:
    found = assess(private_offer, benchmark, assume()).equity_percent
    assert (found.verdict, found.value) == ("meets", Decimal("0.04"))
    assert found.grant_value == pytest.approx(60_000)
    assert found.benchmark_value == pytest.approx(60_000)
    assert found.unit_in_market == "percent"


@pytest.mark.parametrize(
    ("valuation", "unit"), [("500_000_000", "percent"), ("500_000_001", "dollars")]
)
def test_above_500_million_the_market_speaks_dollars(
    read: Read, benchmark: Benchmark, valuation: str, unit: str
) -> None:
    text = PRIVATE.replace("150_000_000", valuation).replace("0.04", "0.03")
    found = assess(read(text), benchmark, assume())
    assert found.equity_percent.unit_in_market == unit
    assert [flag.code for flag in found.flags] == ["equity-below-benchmark"]
    assert ("dollars" in found.equity_percent.note) == (unit == "dollars")


def test_a_public_company_is_still_flagged_in_percent(
    read: Read, benchmark: Benchmark
) -> None:
    # 1,000 shares × $100 = $100,000 of a $2T company: 0.000005%.
    text = PUBLIC.replace("share_price: 100", "share_price: 100, valuation: 2e12")
    text = text.replace("shares: 1000", "value: 100000")
    found = assess(read(text), benchmark, assume())
    assert found.equity_percent.value == Decimal("0.000005")
    assert found.equity_percent.grant_value == pytest.approx(100_000)
    assert found.equity_percent.benchmark_value == pytest.approx(800_000_000)
    assert [flag.code for flag in found.flags] == ["equity-below-benchmark"]


def test_grants_are_added_up(read: Read, benchmark: Benchmark) -> None:
    text = PRIVATE.replace("percent: 0.04", "percent: 0.03").replace(
        "contacts:",
        "  - {kind: iso, shares: 5000, strike: 1, vesting: lyft-1yr}\ncontacts:",
    )
    found = assess(read(text), benchmark, assume()).equity_percent
    assert (found.verdict, found.value) == ("meets", Decimal("0.04"))


@pytest.mark.parametrize(
    ("percent", "verdict"), [("0.05", "meets"), ("0.03", "not_assessable")]
)
def test_a_known_part_can_meet_and_cannot_miss(
    read: Read, benchmark: Benchmark, percent: str, verdict: str
) -> None:
    text = PRIVATE.replace("percent: 0.04", f"percent: {percent}")
    text = text.replace(UNTOLD_TOTAL, "").replace(
        "contacts:",
        "  - {kind: iso, shares: 5000, strike: 1, vesting: lyft-1yr}\ncontacts:",
    )
    assert assess(read(text), benchmark, assume()).equity_percent.verdict == verdict


def test_no_equity_is_zero_and_unknown_equity_is_not_assessable(
    read: Read, benchmark: Benchmark
) -> None:
    none = PRIVATE.partition("equity:")[0]
    found = assess(read(none), benchmark, assume())
    assert found.equity_percent.verdict == "below"
    assert found.equity_percent.value == 0
    assert found.equity_percent.grant_value == 0
    unknown = assess(read(none + "equity: unknown\n"), benchmark, assume())
    assert unknown.equity_percent.verdict == "not_assessable"
    assert unknown.equity_percent.grant_value is None
    assert unknown.flags == ()


def test_a_cash_award_is_no_part_of_the_company(
    read: Read, benchmark: Benchmark
) -> None:
    text = PRIVATE.partition("equity:")[0]
    text += "equity: {kind: cash-award, value: 100k, vesting: lyft-1yr}\n"
    assert assess(read(text), benchmark, assume()).equity_percent.value == 0


def test_a_grant_in_a_currency_without_a_rate_is_still_assessed(
    read: Read, benchmark: Benchmark
) -> None:
    text = PRIVATE.replace("name: Northwind", "currency: GBP\n  name: Northwind")
    found = assess(read(text), benchmark, assume()).equity_percent
    assert (found.verdict, found.grant_value) == ("meets", None)
    assert "fx.GBP" in found.note


def test_an_annual_value_counts_for_its_years(read: Read, benchmark: Benchmark) -> None:
    # $20,000 a year for two years: $40,000, beside a benchmark in percent.
    grant = "annual_value: 20k, years: 2, vesting: {months: 12, every_months: 3}"
    text = PUBLIC.replace("shares: 1000, vesting: amazon-new-hire", grant)
    found = assess(read(text), benchmark, assume()).equity_percent
    assert found.grant_value == pytest.approx(40_000)


def test_later_rounds_dilute_neither_the_grant_nor_its_benchmark(
    read: Read, benchmark: Benchmark
) -> None:
    # A percent of no known shares is 0.04% × $150,000,000 = $60,000 today, as the
    # benchmark of 0.04% beside it: rounds to come dilute both.
    text = "".join(
        line
        for line in PRIVATE.splitlines(keepends=True)
        if "fully_diluted" not in line and "preferred" not in line
    )
    later = assume(settings=["rounds=2"])
    found = assess(read(text), benchmark, later).equity_percent
    assert found.grant_value == pytest.approx(60_000)
    assert found.benchmark_value == pytest.approx(60_000)


def test_the_pace_and_the_worth_of_a_percent_in_another_currency(
    read: Read, benchmark: Benchmark
) -> None:
    # 0.04% of EUR 150,000,000 is EUR 60,000, × 1.25 = $75,000; at EUR 3.00 a share
    # the grant's 20,000 are $75,000 too, and the strike of $0.90 takes $18,000.
    text = PRIVATE.replace("name: Northwind", "currency: EUR\n  name: Northwind")
    text = text.replace("kind: iso", "kind: iso, currency: USD")
    found = assess(read(text), benchmark, assume(settings=["fx.EUR=1.25"]))
    equity = found.equity_percent
    assert equity.benchmark_value == pytest.approx(75_000)
    assert equity.grant_value == pytest.approx(75_000)
    assert equity.grant_value_net == pytest.approx(57_000)
    # All of it vests in four years: that is its pace.
    assert equity.four_year_pace == equity.value == Decimal("0.04")


def test_a_pace_other_than_the_percent_is_said(
    read: Read, benchmark: Benchmark
) -> None:
    # 0.04% in five years is 0.032% in four.
    five = "vesting: {months: 60, every_months: 12}"
    text = PRIVATE.replace("vesting: standard-startup-option", five)
    found = assess(read(text), benchmark, assume()).equity_percent
    assert found.four_year_pace == Decimal("0.032")
    assert "at the pace of its vesting 0.032% in four years" in found.note
    unknown = text.replace("percent: 0.04", "value: 100_000")
    equity = assess(read(unknown), benchmark, assume()).equity_percent
    assert (equity.value, equity.four_year_pace) == (None, None)
