from __future__ import annotations

from decimal import Decimal

import pytest

from offerlab.core.number_words import plain_digits, spoken_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one sixty five", "165"),
        ("one hundred and sixty five", "165"),
        ("sixty five thousand", "65000"),
        ("three hundred fifty thousand", "350000"),
        ("two million three hundred thousand", "2300000"),
        ("a hundred grand", "100000"),
        ("twelve thousand five hundred", "12500"),
        ("half a million", "500000"),
    ],
)
def test_a_number_in_words_is_the_number(text: str, value: str) -> None:
    (found,) = spoken_numbers(text)
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("１２０", "120"),
        ("٣٤", "34"),
        ("一六〇", "160"),
        ("½ 十", "½ 十"),  # no digits: a half, and ten
        ("＄１５０，０００", "$150,000"),
    ],
)
def test_digits_of_any_script_are_plain(text: str, plain: str) -> None:
    assert plain_digits(text) == plain
