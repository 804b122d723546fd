from __future__ import annotations

from fractions import Fraction

from offerlab.core.claim import Claim


def test_a_portion_of_a_claim_keeps_its_part_of_the_grant() -> None:
    # 30 of 40 shares that are a quarter of the grant: 3/16 of it.
    claim = Claim(shares=40, part=Fraction(1, 4), hurdle=2.0, month=12)
    some = claim.portion(30)
    assert (some.shares, some.part) == (30, Fraction(3, 16))
    assert (some.hurdle, some.month) == (2.0, 12)
