from __future__ import annotations

import random
from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import bdtr, betaincinv

from offerlab.market.binomial import beta_cdf, beta_quantile, binomial_cdf
from offerlab.market.sample import (
    percentile_interval,
    rank_interval,
    sample_percentile,
    sample_rank,
)

PAYS = st.lists(st.integers(1_000, 10**6), min_size=1, max_size=60)


def test_percentiles_interpolate_linearly() -> None:
    # h = (5 - 1) × 0.40 = 1.6: 110 + 0.6 × (150 - 110) = 134
    assert sample_percentile([100, 110, 150, 160, 400], 40) == 134


@given(PAYS, st.integers(0, 100))
def test_percentiles_are_those_of_numpy(pays: list[int], percent: int) -> None:
    rows = sorted(map(float, pays))
    assert sample_percentile(rows, percent) == pytest.approx(
        float(np.percentile(rows, percent))
    )


@given(PAYS, st.integers(1, 99))
def test_rank_and_percentile_are_inverse_within_a_row(
    pays: list[int], percent: int
) -> None:
    rows = sorted(map(float, set(pays)))
    rank = sample_rank(rows, sample_percentile(rows, percent))
    assert rank.percent == pytest.approx(percent, abs=100 / len(rows))


def test_a_rank_is_the_rows_below_and_half_of_the_equal_ones() -> None:
    # One below, three equal of five: (1 + 3 / 2) / 5 = 50%.
    assert sample_rank([1, 5, 5, 5, 9], 5).percent == 50
    # The lowest of four: (0 + 1 / 2) / 4.
    assert sample_rank([1, 2, 3, 4], 1).percent == 12.5
    # Between the second and the third of four: two below.
    assert sample_rank([1, 2, 3, 4], 2.5).percent == 50


@given(PAYS, st.integers(500, 2 * 10**6))
def test_a_rank_lies_inside_its_interval(pays: list[int], pay: int) -> None:
    rank = sample_rank(sorted(map(float, pays)), pay)
    assert rank.interval is not None
    assert rank.percent is not None
    assert 0 <= rank.interval[0] <= rank.percent <= rank.interval[1] <= 100


def test_a_rank_has_an_exact_interval() -> None:
    # 50 of 100 rows lie below: Clopper-Pearson at 95% is 39.83 to 60.17.
    rank = sample_rank([float(k) for k in range(100)], 49.5)
    assert rank.interval == pytest.approx((39.83, 60.17), abs=0.01)
    assert rank.words == "P50 of 100, interval P40-P60"


def test_beyond_the_rows_only_one_side_is_known() -> None:
    below = sample_rank([100.0, 200.0, 300.0], 50)
    assert below.words == "below all 3, interval P0-P71"  # 1 - 0.025^(1/3) = 0.7076
    above = sample_rank([100.0, 200.0, 300.0], 500)
    assert (below.percent, above.percent) == (0, 100)
    assert above.words == "above all 3, interval P29-P100"
    assert sample_rank([100.0], 100.0).percent == 50


def test_a_percentile_has_a_distribution_free_interval() -> None:
    # The classic table: the median of 10 rows lies between the 2nd and the 9th with
    # 97.9%: P(at most 1 below) = 11/1024 = 0.011, P(at most 2) = 0.055.
    rows = [float(k) for k in range(1, 11)]
    assert percentile_interval(rows, 50) == (2.0, 9.0)
    assert percentile_interval(rows[:3], 50) == (None, None)


@pytest.mark.parametrize("count", [1, 5, 36, 412, 20_000])
@pytest.mark.parametrize("percent", [10, 25, 50, 90])
def test_interval_bounds_are_those_of_the_binomial(count: int, percent: int) -> None:
    below = bdtr(np.arange(count), count, percent / 100)
    lows, highs = np.flatnonzero(below <= 0.025), np.flatnonzero(below >= 0.975)
    rows = [float(k) for k in range(count)]
    assert percentile_interval(rows, percent) == (
        float(lows[-1]) if len(lows) else None,
        float(highs[0]) if len(highs) else None,
    )


@pytest.mark.parametrize(
    ("a", "b"), [(0.5, 12.5), (1, 1), (40, 60), (1e5, 3e5), (700.5, 2.5)]
)
def test_the_beta_distribution_is_that_of_scipy(a: float, b: float) -> None:
    for chance in (0.025, 0.5, 0.975):
        quantile = beta_quantile(chance, a, b)
        assert quantile == pytest.approx(float(betaincinv(a, b, chance)), rel=1e-9)
        assert beta_cdf(quantile, a, b) == pytest.approx(chance, rel=1e-8)
    assert binomial_cdf(3, 10, 0.5) == pytest.approx(176 / 1024)


def test_intervals_cover_at_their_stated_rate() -> None:
    # Log-normal pay whose true P25 is e^(11.8 - 0.6745 × 0.3); 400 samples of 80.
    draw = random.Random(7)
    truth = np.exp(11.8 - 0.674_489_75 * 0.3)
    covered = ranked = 0
    for _ in range(400):
        rows = sorted(draw.lognormvariate(11.8, 0.3) for _ in range(80))
        low, high = percentile_interval(rows, 25)
        covered += (low or 0) <= truth <= (high or 1e9)
        interval = sample_rank(rows, truth).interval
        assert interval is not None
        ranked += interval[0] <= 25 <= interval[1]
    # At a true rate of 95% fewer than 93% of 400 has a chance of about 3%; the exact
    # intervals cover more than they promise.
    assert covered >= 372
    assert ranked >= 372


def test_the_interval_of_a_rank_is_of_the_mid_rank() -> None:
    # Pay rounded to 10,000: half of those with the same pay count as below.
    draw = random.Random(11)
    people = sorted(round(draw.lognormvariate(11.8, 0.3), -4) for _ in range(20_000))
    pay = 130_000.0
    below = bisect_left(people, pay)
    truth = 100 * (below + people.count(pay) / 2) / len(people)
    covered = 0
    for _ in range(300):
        interval = sample_rank(sorted(draw.choices(people, k=60)), pay).interval
        assert interval is not None
        covered += interval[0] <= truth <= interval[1]
    assert covered >= 279


def test_a_rank_of_one_row_below_has_a_lower_end() -> None:
    # Exact: the chance of at least 1 of 10 is 2.5% where 1 - (1 - p)^10 = 0.025.
    low, high = rank_interval(1, 10)
    assert low == pytest.approx(100 * (1 - 0.975**0.1))
    # And of 9 of 10 the upper end mirrors it.
    assert rank_interval(9, 10)[1] == pytest.approx(100 - low)
    assert rank_interval(0, 10)[0] == 0
    assert rank_interval(10, 10)[1] == 100
    assert low < 10 < high
