from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.core.schedule import VestingSchedule, even_schedule, yearly_schedule
from offerlab.core.vesting import tranches
from offerlab.errors import OverGrantError, VestingError
from offerlab.model.vesting_table import vesting_table
from offerlab.ocf import parse_terms
from tests.ocf_terms import monthly
from tests.schedules import even_schedules

WHOLE = [kind for kind in Allocation if kind is not Allocation.FRACTIONAL]


@st.composite
def plain_schedules(draw: st.DrawFn) -> VestingSchedule:
    if draw(st.booleans()):
        return draw(even_schedules(48, WHOLE))
    years = draw(st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any))
    weights = [Fraction(100 * weight, sum(years)) for weight in years]
    schedule = yearly_schedule(weights, draw(st.sampled_from([1, 3, 6, 12])))
    return replace(schedule, allocation=draw(st.sampled_from(WHOLE)))


@given(
    plain_schedules(),
    st.lists(st.integers(0, 10**18) | st.integers(0, 10**4), min_size=1, max_size=8),
    st.none() | st.dates(date(2000, 1, 1), date(2060, 12, 31)),
)
def test_many_grants_at_once_equal_the_engine(
    schedule: VestingSchedule, quantities: list[int], start: date | None
) -> None:
    table = vesting_table(schedule, quantities, start)
    for quantity, row in zip(quantities, table.shares.tolist(), strict=True):
        dated = [
            (when, month, shares)
            for when, month, shares in zip(table.dates, table.months, row, strict=True)
            if shares
        ]
        exact = tranches(schedule, quantity, start)
        assert dated == [(t.date, t.month, t.shares) for t in exact]


def test_what_does_not_fit_64_bits_is_still_exact() -> None:
    large = 10**18 + 1
    table = vesting_table(even_schedule(48, 1), [large])
    assert table.shares.dtype == object
    assert sum(table.shares[0]) == large


def test_an_array_of_quantities_is_taken_as_it_is() -> None:
    table = vesting_table(even_schedule(12, 3), np.array([18, 27], dtype=np.int32))
    assert table.shares.tolist() == [[4, 5, 4, 5], [6, 7, 7, 7]]
    assert vesting_table(even_schedule(12, 3), []).shares.shape == (0, 4)


@pytest.mark.parametrize("quantities", [[-1], [1.5], [[1]], [[1], 2], ["many"]])
def test_quantities_that_cannot_be_are_refused(quantities: list[int]) -> None:
    with pytest.raises(VestingError):
        vesting_table(even_schedule(12, 3), quantities)


def test_only_plain_terms_are_taken() -> None:
    fractional = replace(even_schedule(12, 3), allocation=Allocation.FRACTIONAL)
    with pytest.raises(VestingError, match="whole shares"):
        vesting_table(fractional, [10])
    fixed = parse_terms(monthly(portion=None, quantity="5") | {})
    with pytest.raises(VestingError, match="in portions"):
        vesting_table(fixed, [100], date(2027, 1, 1))
    much = parse_terms(monthly(portion={"numerator": "1", "denominator": "2"}))
    with pytest.raises(VestingError, match="more than the grant"):
        vesting_table(much, [100], date(2027, 1, 1))


def test_terms_that_date_nothing_give_no_column() -> None:
    waiting = parse_terms(monthly(trigger={"type": "VESTING_EVENT"}))
    for kind in WHOLE:
        table = vesting_table(replace(waiting, allocation=kind), [10, 20])
        assert table.shares.shape == (2, 0)


def test_the_rounding_of_decimals_is_taken_as_the_engine_takes_it() -> None:
    hair = {"numerator": "25.0000000001", "denominator": "100"}
    terms = parse_terms(monthly(portion=hair))
    assert vesting_table(terms, [1000]).shares.sum() == 1000
    assert tranches(terms, 1000, None)[-1].cumulative == 1000


def test_a_table_is_a_frame_with_a_column_a_date() -> None:
    schedule = even_schedule(12, 3)
    frame = vesting_table(schedule, [18, 27], date(2027, 1, 31)).to_frame()
    # A quarter each: 4.5 and 6.75 shares, rounded down over what has vested so far.
    assert frame.to_numpy().tolist() == [[4, 5, 4, 5], [6, 7, 7, 7]]
    days = ["2027-04-30", "2027-07-31", "2027-10-31", "2028-01-31"]
    assert frame.columns.equals(pd.DatetimeIndex(days))
    undated = vesting_table(schedule, [18]).to_frame()
    assert undated.columns.equals(pd.Index([3, 6, 9, 12]))
    assert undated.columns.name == "month"
    # Larger than 64 bits stays exact: 4 × 10^30 in quarters.
    huge = vesting_table(schedule, [4 * 10**30]).to_frame()
    assert huge.to_numpy().tolist() == [[10**30] * 4]


def test_doubling_before_a_division_needs_more_than_64_bits() -> None:
    # Halves up: 2 × 2^60 × 4 + 4 passes 2^63 in the last of four equal quarters.
    schedule = replace(even_schedule(12, 3), allocation=Allocation.CUMULATIVE_ROUNDING)
    assert vesting_table(schedule, [2**60]).shares.tolist() == [[2**58] * 4]


def test_a_late_grant_moves_what_is_dated_before_it() -> None:
    # Quarters from 2027-01-01; granted on 2027-08-01, two of them vest on that day.
    start, late = date(2027, 1, 1), date(2027, 8, 1)
    schedule = even_schedule(12, 3)
    table = vesting_table(schedule, [100], start, grant_date=late)
    assert [str(day) for day in table.dates] == [
        "2027-08-01", "2027-10-01", "2028-01-01",
    ]  # fmt: skip
    assert table.shares.tolist() == [[50, 25, 25]]


def test_64_bits_are_kept_as_long_as_they_hold() -> None:
    # Twice (2^60 - 2 + 1) × 4 is 2^63 - 8; one share more does not fit.
    quarters = even_schedule(12, 3)
    assert vesting_table(quarters, [2**60 - 2]).shares.dtype == np.int64
    assert vesting_table(quarters, [2**60 - 1]).shares.dtype == object
    assert vesting_table(quarters, []).shares.dtype == np.int64
    waiting = parse_terms(monthly(trigger={"type": "VESTING_EVENT"}))
    assert vesting_table(waiting, [10]).shares.dtype == np.int64


@pytest.mark.parametrize(
    ("quantities", "words"),
    [
        ([-1, 5], "a quantity is negative: -1"),
        ([1.5], "the quantities are not a list of whole numbers"),
        ([[1], 2], "the quantities are not one list of numbers"),
    ],
)
def test_refused_quantities_are_explained(quantities: list[int], words: str) -> None:
    with pytest.raises(VestingError, match=f"^{words}$"):
        vesting_table(even_schedule(12, 3), quantities)


def test_terms_that_are_not_plain_are_explained() -> None:
    fractional = replace(even_schedule(12, 3), allocation=Allocation.FRACTIONAL)
    words = "many grants at once need vesting terms in portions and whole shares"
    with pytest.raises(VestingError, match=f"^{words}$"):
        vesting_table(fractional, [10])


@pytest.mark.parametrize(("quantity", "most"), [(1, 2), (100, 200)])
def test_terms_of_more_than_the_grant_say_how_many(quantity: int, most: int) -> None:
    # Four halves: twice the grant, and already a share too much of one.
    much = parse_terms(monthly(portion={"numerator": "1", "denominator": "2"}))
    with pytest.raises(OverGrantError) as caught:
        vesting_table(much, [quantity])
    assert str(caught.value) == str(OverGrantError(float(most), quantity))
