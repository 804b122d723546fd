from __future__ import annotations

import pytest

from offerlab.ingest.rupees import parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
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
def test_rupees_are_read_in_lakh(text: str, amount: float) -> None:
    assert parse_money(text, "INR") == amount


@pytest.mark.parametrize("text", ["18.4 lakh", "12,50,000", "1.2 crore"])
@pytest.mark.parametrize("currency", ["USD", "EUR", None])
def test_lakh_in_another_currency_are_refused(text: str, currency: str | None) -> None:
    with pytest.raises(ValueError, match="counts in lakh"):
        parse_money(text, currency)


@pytest.mark.parametrize("text", ["12,5,000", "lakh", "12 lakh crore", "1,25,00"])
def test_what_is_no_amount_stays_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"amount|comma"):
        parse_money(text, "INR")
