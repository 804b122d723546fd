from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.grid import AtLeast, Grid
from offerlab.market.grid import grid_percentile, grid_rank

GRID = Grid(
    {10: 99_170.0, 25: 130_430.0, 50: 170_110.0, 75: 212_970.0, 90: 272_430.0},
    "BLS", "2025-05", "Data Scientists", "San Francisco", "metro", "all", 10_460,
)  # fmt: skip


def test_published_percentiles_are_kept() -> None:
    assert {p: grid_percentile(GRID, p) for p in GRID.percentiles} == GRID.percentiles


def test_between_them_it_is_a_straight_line() -> None:
    # 130,430 + 10/25 × (170,110 - 130,430) = 146,302
    assert grid_percentile(GRID, 35) == pytest.approx(146_302)
    assert grid_percentile(GRID, 5) is None
    assert grid_percentile(GRID, 95) is None


def test_a_rank_says_between_what() -> None:
    # 25 + (150,000 - 130,430) / 39,680 × 25 = 37.33
    rank = grid_rank(GRID, 150_000)
    assert rank.percent == pytest.approx(37.33, abs=0.01)
    assert rank.words == "between P25 and P50, about P37"
    assert rank.interval is None


def test_beyond_the_ends_only_the_side_is_known() -> None:
    assert grid_rank(GRID, 90_000).words == "below P10"
    assert grid_rank(GRID, 300_000).words == "above P90"
    assert grid_rank(GRID, 300_000).percent is None


def test_equal_percentiles_and_missing_ones() -> None:
    flat = replace(GRID, percentiles={25: 100.0, 50: 200.0, 75: 200.0})
    assert grid_rank(flat, 200).percent == 62.5
    assert grid_rank(replace(GRID, percentiles={}), 1).percent is None
    assert grid_percentile(replace(GRID, percentiles={50: 5.0}), 50) == 5


@given(st.floats(99_170, 272_430))
def test_rank_and_percentile_are_inverse_on_a_grid(pay: float) -> None:
    rank = grid_rank(GRID, pay)
    assert rank.percent is not None
    assert grid_percentile(GRID, rank.percent) == pytest.approx(pay)


CUT = replace(
    GRID, percentiles={25: 100.0, 50: 200.0, 75: AtLeast(240), 90: AtLeast(240)}
)


def test_a_percentile_that_was_cut_off_is_at_least_what_is_known() -> None:
    assert grid_percentile(CUT, 75) == AtLeast(240)
    assert grid_percentile(CUT, 80) == AtLeast(240)
    assert grid_percentile(CUT, 60) == AtLeast(200)  # somewhere above P50
    assert grid_percentile(CUT, 40) == 160  # 100 + 15/25 × 100


def test_a_rank_in_the_cut_off_part_says_only_what_is_known() -> None:
    assert grid_rank(CUT, 220).words == "between P50 and P75"
    assert grid_rank(CUT, 220).percent is None
    above = grid_rank(CUT, 300).words
    assert above == "above P50; P75 and above are published only as at least $240"
    only = replace(GRID, percentiles={50: AtLeast(240)})
    assert grid_rank(only, 100).words == "below P50"
