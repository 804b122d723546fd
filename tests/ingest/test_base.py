from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import BasePay, Offer
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


def base(read: Read, line: str, more: str = "") -> Offer:
    kept = PUBLIC.replace("base_salary: 145_000", f"base_salary: {line}")
    return read(kept + more)


@pytest.mark.parametrize(
    ("amount", "per", "yearly"),
    [
        ("150k", "year", 150_000),
        ("10k", "month", 120_000),
        ("5k", "half-month", 120_000),  # × 24
        ("5k", "two-weeks", 130_000),  # × 26
        ("2k", "week", 104_000),  # × 52
    ],
)
def test_pay_of_a_period_becomes_a_years(
    read: Read, amount: str, per: str, yearly: float
) -> None:
    offer = base(read, f"{{amount: {amount}, per: {per}}}")
    assert offer.base_salary == yearly
    assert (offer.base_pay is None) is (per == "year")


def test_an_hourly_base_takes_the_hours_of_the_letter(read: Read) -> None:
    # 55 × 38 × 52 = 108,680.
    offer = base(read, "{amount: 55, per: hour}", "hours_per_week: 38\n")
    assert offer.base_salary == 108_680
    assert offer.base_pay == BasePay(55, "hour")


def test_without_hours_an_hourly_base_counts_forty(read: Read) -> None:
    # 55 × 40 × 52 = 114,400; the hours are asked for.
    offer = base(read, "{amount: 55, per: hour}")
    assert (offer.base_salary, offer.hours_per_week) == (114_400, None)


@pytest.mark.parametrize(
    ("value", "field", "words"),
    [
        ("55", "base_salary", "{amount: 55, per: hour}"),
        ("{amount: 55, per: hourly}", "base_salary.per", "write 'hour'"),
        ("{amount: 55, per: day}", "base_salary.per", "one of: year"),
        ("{amount: 0.2, per: hour}", "base_salary.amount", "too little"),
        ("{amount: 150k, per: hour}", "base_salary.amount", "absurd"),
        ("{per: hour}", "base_salary.amount", "is missing"),
        ("18.4 lakh", "base_salary", "write 1,840,000"),
        ("12,50,000", "base_salary", "write 1,250,000"),
    ],
)
def test_a_base_that_cannot_be_is_refused(
    faults: Faults, value: str, field: str, words: str
) -> None:
    assert_refused(faults, f"base_salary: {value}", field, words)
