from __future__ import annotations

import pytest

from offerlab.ingest.in_digits import unit_of, why_not_whole


@pytest.mark.parametrize(
    ("key", "text", "form"),
    [
        ("until_month", "12 months", "write 12"),
        ("expires_months", "ten years", "write 120, in months"),
        ("granted_month", "six", "write 6"),
        # a month of employment is no calendar month, and days are no months
        ("granted_month", "March", "write the months in digits, such as 12"),
        ("clawback_months", "90 days", "write the months in digits, such as 12"),
        ("paid_in_month", "Sept.", "write 9, the number of the month"),
        ("days", "30 trading days", "write 30"),
        ("days", "3 months", "write the days in digits, such as 30"),
        ("shares", "4000 shares", "write 4000"),
        ("shares", "3 years", "write it in digits, such as 12"),
    ],
)
def test_the_nearest_whole_number(key: str, text: str, form: str) -> None:
    assert why_not_whole(text, unit_of(key)).endswith(form)
