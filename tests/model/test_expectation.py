from __future__ import annotations

from offerlab.model.expectation import leaving_chances


def test_who_surely_leaves_leaves_at_once() -> None:
    assert leaving_chances(1.0, 3) == [1.0, 0.0, 0.0]
    assert leaving_chances(0.0, 3) == [0.0, 0.0, 0.0]
