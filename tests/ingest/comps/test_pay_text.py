from __future__ import annotations

import csv

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from offerlab.ingest.comps.currency import named_dollar
from offerlab.ingest.comps.pay_text import NO_PAY, UNCLEAR, Pay, read_pay
from tests.conftest import DATA

with (DATA / "comps" / "pay_texts_expected.csv").open(encoding="utf-8") as file:
    EXPECTED = list(csv.DictReader(file))


@pytest.mark.parametrize("row", EXPECTED, ids=[row["salary"] for row in EXPECTED])
def test_texts_of_real_files_are_understood_or_not(row: dict[str, str]) -> None:
    pay = read_pay(row["salary"])
    if row["understood"] == "no":
        assert pay in (NO_PAY, UNCLEAR)
        return
    assert isinstance(pay, Pay)
    wanted = [float(row[end]) if row[end] else None for end in ("low", "high")]
    assert [pay.low, pay.high] == wanted
    assert (named_dollar(pay.currency), pay.period) == (row["currency"], row["period"])


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("GBP 45k", 45_000, 45_000, "GBP", ""),
        ("€60k-€70k", 60_000, 70_000, "EUR", ""),
        ("60.000 - 75.000 €", 60_000, 75_000, "EUR", ""),
        ("50.000,- €", 50_000, 50_000, "EUR", ""),
        ("70kEUR", 70_000, 70_000, "EUR", ""),
        ("$150k base + $20k bonus", 150_000, 150_000, "$", ""),
        ("base: 150k, bonus: 20k", 150_000, 150_000, "", ""),
        ("60-70 USD/hour", 60, 70, "USD", "hour"),
        ("Rs. 12,00,000 per annum", 1_200_000, 1_200_000, "INR", "year"),
        ("6-8 Lakhs", 600_000, 800_000, "INR", ""),
        ("1-1.5万/月", 10_000, 15_000, "", "month"),
        ("$100k DOE", 100_000, 100_000, "$", ""),
        ("USD$95,000", 95_000, 95_000, "USD", ""),
        ("$95,000 CAD", 95_000, 95_000, "CAD", ""),
        ("A$ 95k + super", 95_000, 95_000, "AUD", ""),
        ("90k not including bonus", 90_000, 90_000, "", ""),
        ("150k+", 150_000, None, "", ""),
        ("less than $20,000", None, 20_000, "$", ""),
        ("between 50k and 60k", 50_000, 60_000, "", ""),
        ("R$ 5.000", 5_000, 5_000, "BRL", ""),
        ("100 000 - 120 000 kr", 100_000, 120_000, "kr", ""),
        ("1.2e+05", 120_000, 120_000, "", ""),
        ("$70,000 - $80,000 a year (Indeed est.)", 70_000, 80_000, "$", "year"),
        ("£1,200 semi-monthly", 1_200, 1_200, "GBP", "half-month"),
        ("1,00,000", 100_000, 100_000, "", ""),
    ],
)
def test_more_ways_of_writing(
    text: str, low: float | None, high: float | None, currency: str, period: str
) -> None:
    pay = read_pay(text)
    assert isinstance(pay, Pay)
    assert (pay.low, pay.high, pay.currency, pay.period) == (
        low, high, currency, period,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "$50,000 - €60,000", "120k CTC", "total comp 200k", "50000 in Boston",
        "60,000 (60% position)", "1,2345", "1.234.5", "-50000", "5 figures", "401k",
        "3 months", "100k-120k-140k", "150k-120k", "900-1.2k", "20 L", "x" * 500,
        "$1 000 00", "80k for 3 days", "50k + 20k",
    ],
)  # fmt: skip
def test_what_could_mean_something_else_is_not_understood(text: str) -> None:
    assert read_pay(text) == UNCLEAR


def test_indian_grouping_is_told() -> None:
    pay = read_pay("12,50,000")
    assert isinstance(pay, Pay)
    assert pay.indian


@given(st.integers(1, 10**8))
def test_a_whole_amount_is_the_same_however_it_is_grouped(amount: int) -> None:
    for text in (f"{amount}", f"{amount:,}", f"${amount:,}.00", f"{amount:,} USD"):
        pay = read_pay(text)
        assert isinstance(pay, Pay)
        assert (pay.low, pay.high) == (amount, amount)


@given(st.integers(1_000, 10**7), st.integers(1_000, 10**7))
def test_a_range_keeps_both_ends_or_is_refused(one: int, two: int) -> None:
    pay = read_pay(f"${one:,} - ${two:,}")
    if one > two:
        assert pay == UNCLEAR
    else:
        assert isinstance(pay, Pay)
        assert (pay.low, pay.high) == (one, two)


@given(st.text(max_size=40))
@example("<0")
@example("0+")
@example("from 0")
@example("0 - 0")
def test_any_text_is_read_or_refused(text: str) -> None:
    pay = read_pay(text)
    if isinstance(pay, Pay):
        assert pay.low is not None or pay.high is not None
        assert all(end is None or end > 0 for end in (pay.low, pay.high))


@pytest.mark.parametrize(
    ("text", "low", "period"),
    [
        ("$300,000 over 4 years", 300_000, "4-years"),
        ("300k / 4yr", 300_000, "4-years"),
        ("200000 over three years", 200_000, "3-years"),
        ("\u200b$140,000", 140_000, ""),  # a blank that nobody sees
        ("\ufeff140000", 140_000, ""),
    ],
)
def test_a_grant_over_years_and_blanks_of_no_width(
    text: str, low: float, period: str
) -> None:
    pay = read_pay(text)
    assert isinstance(pay, Pay)
    assert (pay.low, pay.high, pay.period) == (low, low, period)


@pytest.mark.parametrize(
    "text", ["(140,000)", "($140,000)", "(140000.00)", "$140,000, 4 years experience"]
)
def test_a_negative_amount_or_years_of_a_person_are_no_pay(text: str) -> None:
    assert read_pay(text) == "the pay was not understood"


@pytest.mark.parametrize(
    ("text", "yearly", "currency"),
    [
        ("20k-40K·14薪", (280_000, 560_000), ""),  # 20,000 x 14, 40,000 x 14
        ("¥15-25K/month·13薪", (195_000, 325_000), "¥"),  # 15,000 x 13
        ("€3.500 x 14", (49_000, 49_000), "EUR"),
        ("CHF 8'000 x 13", (104_000, 104_000), "CHF"),
        ("2,500 per month x 13", (32_500, 32_500), ""),
        ("3.000 € per month (14 payments)", (42_000, 42_000), "EUR"),
    ],
)
def test_more_than_twelve_months_are_paid(
    text: str, yearly: tuple[float, float], currency: str
) -> None:
    pay = read_pay(text)
    assert isinstance(pay, Pay)
    assert (pay.currency, pay.period) == (currency, "month")
    assert pay.low is not None
    assert pay.high is not None
    assert (pay.low * 12, pay.high * 12) == pytest.approx(yearly)


def test_a_year_in_fourteen_payments_is_a_year() -> None:
    assert read_pay("45,000 EUR a year in 14 payments") == Pay(
        45_000, 45_000, "EUR", "year"
    )


@pytest.mark.parametrize(
    "text",
    ["45,000 EUR a year x 13", "30 an hour x 13", "120k x 2", "45k in 14 payments"],
)
def test_months_of_what_is_no_month_are_unclear(text: str) -> None:
    assert read_pay(text) == UNCLEAR
