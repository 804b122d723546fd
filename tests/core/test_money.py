from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from offerlab.core.money import (
    exact,
    format_large,
    format_money,
    format_percent,
    format_said,
    format_shares,
    format_whole,
)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (150_000, "USD", "$150,000"),
        (139_999.99, "USD", "$139,999.99"),
        (0.004, "USD", "$0"),
        (-1_500.5, "EUR", "-€1,500.50"),
        (60_000, "CHF", "CHF 60,000"),
    ],
)
def test_money_shows_cents_only_where_there_are_some(
    amount: float, currency: str, text: str
) -> None:
    assert format_money(amount, currency) == text


def test_tables_round_to_whole_units() -> None:
    assert format_whole(139_999.99) == "$140,000"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (150_000_000, "$150 million"),
        (1_250_000_000, "$1.25 billion"),
        (950_000, "$950,000"),
        # Not exact in thousandths of a million: written out, never rounded.
        (123_456_789, "$123,456,789"),
    ],
)
def test_a_valuation_in_words_is_exact(amount: float, text: str) -> None:
    assert format_large(amount) == text


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        ("0.04", "0.04%"),
        ("0.0400", "0.04%"),
        ("0.0399", "0.0399%"),
        ("1E+1", "10%"),
        ("0.0333333333333", "0.033333%"),
    ],
)
def test_a_percent_keeps_its_digits(percent: str, text: str) -> None:
    assert format_percent(Decimal(percent)) == text


def test_a_float_stands_for_the_decimal_that_was_typed() -> None:
    assert exact(52.1) == Fraction(521, 10)
    assert Fraction(52.1) != Fraction(521, 10)


@pytest.mark.parametrize(
    ("shares", "text"),
    [
        (20_000, "20,000"),
        (Fraction(9, 2), "4.5"),
        (Fraction(20_000), "20,000"),
        (None, ""),
    ],
)
def test_shares_are_written_whole_or_as_decimals(
    shares: int | Fraction | None, text: str
) -> None:
    assert format_shares(shares) == text


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (12_340_000, "INR", "₹1.234 crore"),
        (10_000_000, "INR", "₹1 crore"),
        (9_999_900, "INR", "₹99.999 lakh"),
        (2_550_000, "INR", "₹25.5 lakh"),
        (12_345_678, "INR", "₹12,345,678"),  # more decimals than are spoken
        (99_000, "INR", "₹99,000"),
        (12_340_000, "USD", "$12,340,000"),
    ],
)
def test_rupees_are_spoken_in_lakh_and_crore(
    amount: float, currency: str, words: str
) -> None:
    assert format_said(amount, currency) == words
