from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from offerlab.core.claim import Claim


def test_a_portion_of_a_claim_keeps_its_part_of_the_grant() -> None:
    # 30 of 40 shares that are a quarter of the grant: 3/16 of it.
    claim = Claim(shares=40, part=Fraction(1, 4), hurdle=2.0, month=12)
    some = claim.portion(30)
    assert (some.shares, some.part) == (30, Fraction(3, 16))
    assert (some.hurdle, some.month) == (2.0, 12)


@pytest.mark.parametrize(
    ("shares", "percent", "bare"),
    [
        (None, Decimal("0.04"), True),
        (20_000, Decimal("0.04"), False),  # the percent became shares
        (20_000, None, False),
        (None, None, False),  # money
    ],
)
def test_a_percent_is_bare_where_no_shares_are_told(
    shares: int | None, percent: Decimal | None, bare: bool
) -> None:
    assert Claim(shares=shares, percent=percent).is_bare_percent is bare
