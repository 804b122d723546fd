from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from offerlab.views.cell import (
    Amount,
    Cell,
    Count,
    Percent,
    Ratio,
    cell_value,
    cell_words,
)


@pytest.mark.parametrize(
    ("cell", "words", "value"),
    [
        (None, "", None),
        ("base", "base", "base"),
        (12, "12", 12),
        (1200, "1200", 1200),  # a year is not "1,200"
        (date(2027, 1, 4), "2027-01-04", date(2027, 1, 4)),
        (Amount(150_000.4, "USD"), "$150,000", 150_000.4),
        (Amount(150_000.4, "USD", cents=True), "$150,000.40", 150_000.4),
        (Amount(150_000.4), "150,000", 150_000.4),
        (Amount(None, "USD"), "unknown", None),
        (Count(12_000), "12,000", 12_000),
        (Count(Fraction(5, 2)), "2.5", Fraction(5, 2)),
        (Count(None), "", None),
        (Count(None, "unknown"), "unknown", None),
        (Percent(Decimal("0.0400")), "0.04%", Decimal("0.0400")),
        (Percent(None), "unknown", None),
        (Ratio(0.125), "12.50%", 0.125),
        (Ratio(Fraction(1, 8), digits=0), "12%", Fraction(1, 8)),
    ],
)
def test_a_cell_is_read_by_a_person_and_by_a_program(
    cell: Cell, words: str, value: object
) -> None:
    assert cell_words(cell) == words
    assert cell_value(cell) == value


def test_the_unit_of_a_table_scales_amounts_without_a_currency_only() -> None:
    assert cell_words(Amount(151_250), unit=1000) == "151.2"  # half to even
    assert cell_words(Amount(151_250, "USD"), unit=1000) == "$151,250"
    assert cell_words(Count(5000), unit=1000) == "5,000"
