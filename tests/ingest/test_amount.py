from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from offerlab.ingest import amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("150000", 150_000),
        ("150_000", 150_000),
        ("150,000", 150_000),
        ("$150,000", 150_000),
        ("150k", 150_000),
        ("0.2M", 200_000),
        ("1.5B", 1_500_000_000),
        ("1.5e5", 150_000),
        ("139999.99", 139_999.99),
        (".5", 0.5),
        ("-5", -5),
    ],
)
def test_amounts_as_people_write_them(text: str, number: float) -> None:
    assert amount.parse_amount(text) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("15,00", "comma separates thousands"),
        ("1,50,000", "comma separates thousands"),
        ("NaN", "is not a number"),
        ("-inf", "is not a number"),
        ("10%", "is a percentage"),
        ("lots", "is not an amount"),
        ("", "is not an amount"),
        ("€5", "is not an amount"),
        ("1 000", "is not an amount"),
        ("0x10", "is not an amount"),
    ],
)
def test_what_is_no_amount_is_explained(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        amount.parse_amount(text)


def test_percentages_need_their_sign_unless_the_key_says_percent() -> None:
    assert amount.parse_percentage("10%") == 10
    assert (
        amount.parse_percent("0.04") == amount.parse_percent("0.04%") == Decimal("0.04")
    )
    with pytest.raises(ValueError, match="with its sign"):
        amount.parse_percentage("10")


def test_rates_are_decimals_or_percentages() -> None:
    assert amount.parse_rate("0.03") == amount.parse_rate("3%") == 0.03


def test_fractions_are_exact() -> None:
    assert amount.parse_fraction("100/3") == Fraction(100, 3)
    with pytest.raises(ValueError, match="divides by zero"):
        amount.parse_fraction("1/0")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-02-30", "there is no date 2027-02-30"),
        ("01/11/2027", "write it as 2027-01-11"),
        ("0027-01-11", "out of range"),
    ],
)
def test_impossible_dates_are_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        amount.parse_date(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-12-04T17:00", "no zone"),
        ("2026-12-04T17:00 Mars/Olympus", "no time zone"),
        ("2026-12-04T25:00 UTC", "no clock time"),
        ("2026-12-04T5pm UTC", "not a clock time"),
        ("2026-12-04 UTC", "write 2026-12-04T17:00"),
    ],
)
def test_a_deadline_needs_a_zone_for_its_clock(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        amount.parse_deadline(text)


def test_a_deadline_may_be_a_day() -> None:
    assert amount.parse_deadline("2026-12-04")[1:] == (None, None)
    zone = amount.parse_deadline("2026-12-04T17:00 America/Los_Angeles")[2]
    assert zone == "America/Los_Angeles"


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("False", False)])
def test_flags(text: str, value: bool) -> None:
    assert amount.parse_flag(text) is value
