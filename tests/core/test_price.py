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


def test_a_trading_average_takes_the_last_rows() -> None:
    near = PricePath(
        "p.csv",
        (date(2027, 1, 1), date(2027, 1, 12), date(2027, 1, 13)),
        (100.0, 110.0, 130.0),
    )
    # 12 and 13 January: (110 + 130) / 2, whatever comes before.
    assert near.trading_average(date(2027, 1, 25), 2) == 120
    # Up to 12 January: the row of the 13th is not yet known. Eleven days apart is
    # just near enough for two rows (2 × 2 + 7).
    assert near.trading_average(date(2027, 1, 12), 2) == 105
    assert near.trading_average(date(2027, 1, 13), 1) == 130
    with pytest.raises(AssumptionError, match="1 rows up to 2027-01-11"):
        near.trading_average(date(2027, 1, 11), 2)
    with pytest.raises(AssumptionError, match="does not have a row for each trading"):
        PATH.trading_average(date(2027, 1, 25), 2)  # 19 days apart


def test_a_months_average_takes_its_own_rows() -> None:
    path = PricePath(
        "p.csv",
        (date(2027, 12, 1), date(2027, 12, 31), date(2028, 1, 1)),
        (100.0, 120.0, 500.0),
    )
    assert path.month_average(2027, 12) == 110  # both ends are of the month
    assert path.month_average(2028, 1) == 500
    with pytest.raises(AssumptionError, match="no price in 2027-11"):
        path.month_average(2027, 11)
    with pytest.raises(AssumptionError, match="no price in 2028-02"):
        path.month_average(2028, 2)
