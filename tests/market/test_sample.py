from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from offerlab.market.sample import percentile_interval, sample_percentile, sample_rank

PAYS = st.lists(st.integers(1_000, 10**6), min_size=2, max_size=60, unique=True)


def test_percentiles_interpolate_linearly() -> None:
    # h = (5 - 1) × 0.40 = 1.6: 110 + 0.6 × (150 - 110) = 134
    assert sample_percentile([100, 110, 150, 160, 400], 40) == 134


@given(PAYS, st.integers(0, 100))
def test_rank_and_percentile_are_inverse(pays: list[int], percent: int) -> None:
    rows = sorted(map(float, pays))
    pay = sample_percentile(rows, percent)
    rank = sample_rank(rows, pay)
    assert rank.percent == pytest.approx(percent, abs=1e-6)
    assert sample_percentile(rows, rank.percent or 0) == pytest.approx(pay)


@given(PAYS, st.integers(1_000, 10**6))
def test_a_percentile_of_a_rank_is_the_pay(pays: list[int], pay: int) -> None:
    rows = sorted(map(float, pays))
    assume(rows[0] <= pay <= rows[-1])
    rank = sample_rank(rows, pay)
    assert rank.interval is not None
    assert sample_percentile(rows, rank.percent or 0) == pytest.approx(pay)


def test_equal_rows_have_the_middle_of_their_ranks() -> None:
    # Ranks 1, 2 and 3 of 0 to 4: the middle is 2 of 4.
    assert sample_rank([1, 5, 5, 5, 9], 5).percent == 50


def test_a_rank_has_an_exact_interval() -> None:
    # 50 of 100 rows lie below: Clopper-Pearson at 95% is 39.83 to 60.17.
    rank = sample_rank([float(k) for k in range(100)], 49.5)
    assert rank.interval == pytest.approx((39.83, 60.17), abs=0.01)
    assert rank.words == "P50 of 100, interval P40-P60"


def test_beyond_the_rows_only_one_side_is_known() -> None:
    rank = sample_rank([100.0, 200.0, 300.0], 50)
    assert rank.words == "below all 3, interval P0-P71"  # 1 - 0.025^(1/3) = 0.7076
    assert sample_rank([100.0, 200.0, 300.0], 500).percent == 100


def test_a_percentile_has_a_distribution_free_interval() -> None:
    # The classic table: the median of 10 rows lies between the 2nd and the 9th with
    # 97.9%: P(at most 1 below) = 11/1024 = 0.011, P(at most 2) = 0.055.
    rows = [float(k) for k in range(1, 11)]
    assert percentile_interval(rows, 50) == (2.0, 9.0)
    assert percentile_interval(rows[:3], 50) == (None, None)
