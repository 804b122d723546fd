from __future__ import annotations

from datetime import date

import pytest

from offerlab.core.price import PricePath
from offerlab.errors import AssumptionError

PATH = PricePath(
    "p.csv",
    (date(2027, 1, 1), date(2027, 1, 20), date(2027, 6, 1)),
    (100.0, 110.0, 90.0),
)


def test_a_price_holds_until_the_next_row() -> None:
    assert PATH.on(date(2027, 1, 1)) == 100
    assert PATH.on(date(2027, 1, 19)) == 100
    assert PATH.on(date(2027, 2, 20)) == 110  # 31 days after the row


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (date(2026, 12, 31), "begins on 2027-01-01"),
        (date(2027, 2, 21), "row before is of 2027-01-20, the row after of 2027-06-01"),
        (date(2027, 8, 1), "ends on 2027-06-01"),
    ],
)
def test_a_gap_is_told_and_not_filled(when: date, words: str) -> None:
    with pytest.raises(AssumptionError, match=words):
        PATH.on(when)


def test_an_average_takes_the_rows_of_its_days() -> None:
    # 30 days up to 30 January: from 1 January on, (100 + 110) / 2.
    assert PATH.average(date(2027, 1, 30), 30) == 105
    assert PATH.average(date(2027, 1, 31), 30) == 110  # 1 January is the 31st day back
    with pytest.raises(AssumptionError, match="no price in the 30 days up to"):
        PATH.average(date(2027, 5, 1), 30)
