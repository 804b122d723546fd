from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.ingest import amount

if TYPE_CHECKING:
    from collections.abc import Callable


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
        ("12.5 million", 12_500_000),
        ("139999.999", 139_999.999),
        ("0.125", 0.125),
    ],
)
def test_amounts_as_people_write_them(text: str, number: float) -> None:
    assert amount.parse_amount(text) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("15,00", "comma separates thousands"),
        ("1,50,000", "counts in lakh"),
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


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("False", False)])
def test_flags(text: str, value: bool) -> None:
    assert amount.parse_flag(text) is value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("18.4 lakh", 1_840_000),
        ("18.4 Lakhs", 1_840_000),
        ("1.2 crore", 12_000_000),
        ("2 cr", 20_000_000),
        ("12,50,000", 1_250_000),
        ("₹12,50,000.50", 1_250_000.5),
        ("1,20,00,000", 12_000_000),
        ("1,250,000", 1_250_000),  # the other way of grouping stays right
        ("1250k", 1_250_000),
    ],
)
def test_rupees_are_read_in_lakh(text: str, number: float) -> None:
    assert amount.parse_money(text, "INR") == number


@pytest.mark.parametrize("text", ["18.4 lakh", "12,50,000", "1.2 crore"])
@pytest.mark.parametrize("currency", ["USD", "EUR", None])
def test_lakh_in_another_currency_are_refused(text: str, currency: str | None) -> None:
    with pytest.raises(ValueError, match="counts in lakh"):
        amount.parse_money(text, currency)


@pytest.mark.parametrize("text", ["12,5,000", "lakh", "12 lakh crore", "1,25,00"])
def test_what_is_no_amount_stays_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"amount|comma"):
        amount.parse_money(text, "INR")


@pytest.mark.parametrize("text", ["160.000", "4.000", "-50.500", "999.999"])
def test_a_point_before_three_digits_is_refused_for_pay_and_shares(text: str) -> None:
    # 160.000 is 160,000 to half of the world: once read as a grant of $160.
    with pytest.raises(ValueError, match=r" can be .*: write \d+, or "):
        amount.parse_money(text)
    with pytest.raises(ValueError, match="is not a whole number"):
        amount.parse_whole(text)


@pytest.mark.parametrize(
    ("parse", "text", "number"),
    [
        (amount.parse_price, "160.125", 160.125),
        (amount.parse_price, "$1.400", 1.4),
        (amount.parse_percent, "0.125%", Decimal("0.125")),
        (amount.parse_rate, "0.045", 0.045),
        (amount.parse_fraction, "33.333", Fraction(33333, 1000)),
        (amount.parse_decimal, "1.083", Decimal("1.083")),
    ],
)
def test_prices_rates_and_percents_have_any_decimals(
    parse: Callable[[str], object], text: str, number: object
) -> None:
    assert parse(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "1,5", "1,,8", "10,00", "_18", "1_5_0", "15_00", "1,0000", "150,00", "5\nk",
        "1.234.567", "150 000", "150'000", "0x30", "060b1", "1:00", "１５０", "١٥٠٠٠٠",
        "14５_000", "𝟏𝟓𝟎", "²", "5²", "1e", "+5", "--5", "5-", "$", "k", ".", "5.",
        "1.5.",
        "150o00", "9" * 41,
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "parse",
    [
        amount.parse_money, amount.parse_whole, amount.parse_percent,
        amount.parse_fraction, amount.parse_rate, amount.parse_price,
    ],
)  # fmt: skip
def test_what_is_no_number_is_none_to_every_reader(
    parse: Callable[[str], object], text: str
) -> None:
    with pytest.raises(ValueError, match=r"amount|comma|number|too long"):
        parse(text)


@pytest.mark.parametrize("text", ["２０２７-01-11", "2027-٠1-11", "2027-01-1²"])
def test_the_digits_of_a_date_are_0_to_9(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        amount.parse_date(text)


@pytest.mark.parametrize("text", ["5", "1.5", "3.5", "100"])
def test_a_rate_above_one_takes_its_sign(text: str) -> None:
    with pytest.raises(ValueError, match="write it with its sign"):
        amount.parse_rate(text)
    assert amount.parse_rate(f"{text}%") == float(text) / 100


@pytest.mark.parametrize(
    ("text", "currency"),
    [("£78k", "GBP"), ("CHF 120,000", "CHF"), ("US$5", "USD"), ("C$5", "CAD"),
     ("5 EUR", "EUR"), ("₹5 lakh", "INR"), ("Rs. 12,50,000", "INR"), ("-$5", "USD")],
)  # fmt: skip
def test_a_mark_must_be_that_of_the_currency(text: str, currency: str) -> None:
    amount.parse_money(text, currency)
    with pytest.raises(ValueError, match=r"is not in JPY|counts in lakh"):
        amount.parse_money(text, "JPY")


@given(st.integers(0, 10**12), st.sampled_from(["{:d}", "{:,d}", "{:_d}", "${:,d}"]))
def test_whole_amounts_read_back(number: int, form: str) -> None:
    assert amount.parse_money(form.format(number)) == number


@given(st.text(max_size=50))
def test_any_text_is_a_number_or_a_sentence(text: str) -> None:
    for parse in (amount.read_money, amount.parse_whole, amount.parse_date):
        with suppress(ValueError):
            parse(text)
