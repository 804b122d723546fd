from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.market.sample import sample_percentile
from offerlab.market.weighted import WeightedSample, effective_count, recency_weights


@given(
    st.lists(st.integers(1_000, 10**6), min_size=1, max_size=40), st.integers(0, 100)
)
def test_equal_weights_are_no_weights(pays: list[int], percent: int) -> None:
    sample = WeightedSample([(float(pay), 2.0) for pay in pays])
    wanted = sample_percentile(sorted(map(float, pays)), percent)
    assert sample.percentile(percent) == pytest.approx(wanted)
    assert sample.effective == pytest.approx(len(pays))


def test_a_half_life_halves() -> None:
    days = [date(2026, 1, 1), date(2024, 1, 1)]
    # 731 days are 2.0014 years: 0.5 ** (2.0014 / 2) = 0.4998
    assert recency_weights(days, 2) == pytest.approx([1, 0.4998], abs=1e-4)


def test_rows_of_unequal_weight_know_less() -> None:
    # (1 + 1/2 + 1/2)² / (1 + 1/4 + 1/4) = 4 / 1.5
    assert effective_count([1, 0.5, 0.5]) == pytest.approx(4 / 1.5)


def test_heavier_rows_pull_the_median() -> None:
    # s = 0, 1 × 3 + 2 × 1 = 5, 2 × 3 + 2 × (1 + 3) = 14; half of it is 7:
    # 200 + (7 - 5) / 9 × 100
    sample = WeightedSample([(100.0, 1.0), (200.0, 3.0), (300.0, 3.0)])
    assert sample.percentile(50) == pytest.approx(200 + 200 / 9)


def test_a_weighted_rank_counts_weights() -> None:
    # Below 250 lie 1 + 3 of 7.
    rank = WeightedSample([(100.0, 1.0), (200.0, 3.0), (300.0, 3.0)]).rank(250)
    assert rank.percent == pytest.approx(100 * 4 / 7)
    assert rank.words.startswith("P57 of 3")


def test_too_few_effective_rows_bound_nothing() -> None:
    sample = WeightedSample([(100.0, 1.0), (200.0, 0.01)])
    assert sample.interval(50) == (None, None)
    wide = WeightedSample([(float(k), 1.0) for k in range(100)])
    low, high = wide.interval(50)
    assert low is not None
    assert high is not None
    assert 36 < low < 49.5 < high < 63
