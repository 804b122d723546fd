from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation, allocate

WHOLE = [kind for kind in Allocation if kind is not Allocation.FRACTIONAL]


@pytest.mark.parametrize(
    ("kind", "of_18", "of_27"),
    [
        # Exact running totals: 4.5, 9, 13.5, 18; and 6.75, 13.5, 20.25, 27.
        (Allocation.CUMULATIVE_ROUNDING, [5, 4, 5, 4], [7, 7, 6, 7]),
        (Allocation.CUMULATIVE_ROUND_DOWN, [4, 5, 4, 5], [6, 7, 7, 7]),
        (Allocation.FRONT_LOADED, [5, 5, 4, 4], [7, 7, 7, 6]),
        (Allocation.BACK_LOADED, [4, 4, 5, 5], [6, 7, 7, 7]),
        (Allocation.FRONT_LOADED_TO_SINGLE_TRANCHE, [6, 4, 4, 4], [9, 6, 6, 6]),
        (Allocation.BACK_LOADED_TO_SINGLE_TRANCHE, [4, 4, 4, 6], [6, 6, 6, 9]),
    ],
)
def test_published_allocations(
    kind: Allocation, of_18: list[int], of_27: list[int]
) -> None:
    assert allocate([Fraction(18, 4)] * 4, kind) == of_18
    assert allocate([Fraction(27, 4)] * 4, kind) == of_27


def test_fractional_keeps_the_fraction() -> None:
    assert (
        allocate([Fraction(18, 4)] * 4, Allocation.FRACTIONAL) == [Fraction(9, 2)] * 4
    )


@given(
    st.integers(0, 10**9),
    st.lists(st.integers(1, 50), min_size=1, max_size=60),
    st.sampled_from(WHOLE),
)
def test_shares_sum_exactly_to_the_grant(
    quantity: int, weights: list[int], kind: Allocation
) -> None:
    exact = [Fraction(quantity * weight, sum(weights)) for weight in weights]
    shares = allocate(exact, kind)
    assert sum(shares) == quantity
    assert all(share >= 0 for share in shares)


@given(st.integers(0, 10**6), st.integers(1, 60))
def test_round_down_never_says_more_has_vested_than_has(
    quantity: int, count: int
) -> None:
    shares = allocate([Fraction(quantity, count)] * count, WHOLE[1])
    for k in range(1, count + 1):
        assert sum(shares[:k]) == floor(Fraction(quantity * k, count))
