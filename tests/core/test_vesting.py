from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.core.schedule import VestingSchedule, even_schedule, yearly_schedule
from offerlab.core.vesting import partly_dated, tranches
from offerlab.errors import OverGrantError, VestingError
from offerlab.ocf import parse_terms
from tests.conftest import DATA
from tests.ocf_terms import monthly, on_date, period
from tests.schedules import even_schedules

OCF_EVEN = json.loads((DATA / "ocf_even.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", OCF_EVEN, ids=[case["id"] for case in OCF_EVEN])
def test_even_schedules_equal_the_published_vectors(case: dict[str, Any]) -> None:
    schedule = replace(
        even_schedule(case["months"], case["every"], case["cliff"]),
        allocation=Allocation(case["allocation"]),
        day_of_month=case["day"],
    )
    start = date.fromisoformat(case["start"])
    found = tranches(schedule, case["quantity"], start)
    dated = [[str(each.date), each.shares] for each in found]
    assert dated == case["expected"]


def test_a_cliff_delays_and_does_not_lose() -> None:
    # 20,000 over 48 months: 12/48 at month 12 is 5,000, then 20000/48 = 416.67 a
    # month: floors of the running total give 416, 417, 417, 416, ...
    found = tranches(even_schedule(48, 1, 12), 20_000, date(2027, 1, 11))
    assert len(found) == 37
    assert (found[0].date, found[0].shares) == (date(2028, 1, 11), 5_000)
    assert [each.shares for each in found[1:4]] == [416, 417, 417]
    assert found[-1].cumulative == 20_000
    assert found[-1].date == date(2031, 1, 11)


def test_zero_share_tranches_are_left_out() -> None:
    # One share over 48 months: the running total reaches 1 only at month 48.
    found = tranches(even_schedule(48, 1), 1, None)
    assert [(each.month, each.shares) for each in found] == [(48, 1)]


def test_an_unknown_size_gives_parts_and_no_shares() -> None:
    found = tranches(yearly_schedule([Fraction(38), Fraction(62)]), None, None)
    assert [each.share for each in found] == [Fraction(38, 100), Fraction(62, 100)]
    assert {each.shares for each in found} == {None}


@given(even_schedules(20), st.integers(0, 10**8))
def test_tranches_sum_to_the_grant_and_never_fall(
    schedule: VestingSchedule, quantity: int
) -> None:
    found = tranches(schedule, quantity, date(2027, 1, 31))
    running = 0
    for each in found:
        assert each.shares is not None
        assert each.shares > 0
        assert (each.month or 0) >= schedule.cliff_months
        running += each.shares  # type: ignore[assignment]
        assert each.cumulative == running
    assert running == quantity
    assert [each.date for each in found] == sorted(
        each.date for each in found if each.date
    )


def test_shares_without_a_date_are_told_apart_from_rounding() -> None:
    half = parse_terms(monthly(portion={"numerator": "1", "denominator": "8"}))
    # Four eighths have a date: 500 of 1,000 shares, and 1 of 2 is one short.
    assert partly_dated(half, 1_000, None) == 500
    assert partly_dated(half, 2, None) == 1
    assert partly_dated(half, None, None) is None
    whole = parse_terms(monthly())
    assert partly_dated(whole, 1_000, None) is None
    waiting = parse_terms(monthly(trigger={"type": "VESTING_EVENT"}))
    assert partly_dated(waiting, 10, None) == 0


def test_days_and_dates_need_a_vesting_start() -> None:
    # 4 times 30 days from 2027-01-01: the last on 2027-05-01.
    days = parse_terms(monthly(**period(type="DAYS", length=30, day_of_month=None)))
    with pytest.raises(VestingError, match="need a start date"):
        tranches(days, 100, None)
    assert partly_dated(days, 100, date(2027, 1, 1)) is None
    assert str(tranches(days, 100, date(2027, 1, 1))[-1].date) == "2027-05-01"
    dated = monthly()
    dated["vesting_conditions"].insert(1, on_date("until", "2027-03-01"))
    dated["vesting_conditions"][0]["next_condition_ids"].append("until")
    with pytest.raises(VestingError, match="need a start date"):
        tranches(parse_terms(dated), 100, None)


def test_months_without_a_start_are_counted_from_a_first() -> None:
    # On the 31st of each month by its own rule: still months 1 to 4.
    late = parse_terms(monthly(**period(day_of_month="31_OR_LAST_DAY_OF_MONTH")))
    assert [each.month for each in tranches(late, 100, None)] == [1, 2, 3, 4]


def test_one_share_more_than_the_grant_is_too_many() -> None:
    # Four halves of one share are two.
    much = parse_terms(monthly(portion={"numerator": "1", "denominator": "2"}))
    with pytest.raises(OverGrantError):
        tranches(much, 1, None)
