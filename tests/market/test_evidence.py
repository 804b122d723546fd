from __future__ import annotations

import pytest

from offerlab.errors import InputError
from offerlab.market.evidence import market_evidence


def test_the_nearest_occupation_comes_first_and_entry_level_last() -> None:
    found = market_evidence(
        "Machine Learning Engineer, New Grad", "San Jose, CA", 150e3
    )
    assert [(each.group, each.rung) for each in found] == [
        ("Data Scientists", "metro"),
        ("Software Developers", "metro"),
        ("Machine Learning Engineer", "nation"),
    ]
    assert found[0].level == "all levels of experience"
    assert found[0].employment == 6_060
    assert [found[0].percentiles[p] for p in (25, 50, 75)] == [
        149_570,
        185_080,
        219_460,
    ]
    assert found[2].count == 276
    assert all(each.as_of and each.source for each in found)


def test_an_unknown_role_has_no_evidence_and_an_unknown_place_is_told() -> None:
    assert market_evidence("Astronaut", "Remote", 1) == []
    with pytest.raises(InputError, match="'Atlantis' is not a place known here"):
        market_evidence("ML Engineer", "Atlantis", 1)
