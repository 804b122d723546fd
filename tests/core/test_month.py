from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.month import add_months, employment_month, employment_year

DATES = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "rule", "expected"),
    [
        # The day returns when the month allows: 30 Jan, 28 Feb, 30 Mar.
        ("2027-01-30", 1, "", "2027-02-28"),
        ("2027-01-30", 2, "", "2027-03-30"),
        ("2028-02-29", 12, "", "2029-02-28"),
        ("2028-02-29", 48, "", "2032-02-29"),
        ("2027-01-20", 1, "15", "2027-02-15"),
        ("2027-01-31", 1, "30_OR_LAST_DAY_OF_MONTH", "2027-02-28"),
        ("2027-01-05", 2, "31_OR_LAST_DAY_OF_MONTH", "2027-03-31"),
        ("2027-11-30", 3, "", "2028-02-29"),
    ],
)
def test_day_of_month_rules(start: str, months: int, rule: str, expected: str) -> None:
    rules = (rule,) if rule else ()
    assert add_months(date.fromisoformat(start), months, *rules).isoformat() == expected


def test_the_first_anniversary_is_in_year_one() -> None:
    start = date(2027, 1, 11)
    assert employment_month(start, date(2028, 1, 11)) == 12
    assert employment_year(12) == 1
    assert employment_month(start, date(2028, 1, 12)) == 13
    assert employment_year(13) == 2
    assert employment_year(employment_month(start, start)) == 1


@given(DATES, st.integers(0, 600))
def test_months_counted_from_the_start_come_back(start: date, months: int) -> None:
    assert employment_month(start, add_months(start, months)) == months


@given(DATES, DATES)
def test_a_date_lies_within_its_month_of_employment(start: date, when: date) -> None:
    month = employment_month(start, when)
    if when > start:
        assert add_months(start, month - 1) < when <= add_months(start, month)
    else:
        assert month == 0
