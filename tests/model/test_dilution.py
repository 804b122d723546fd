"""What later rounds leave: one factor a round, each of its own stage."""

from __future__ import annotations

import pytest

from offerlab.core.company import Company
from offerlab.errors import AssumptionError
from offerlab.model.dilution import kept_share
from tests.conftest import assume


@pytest.mark.parametrize(
    ("stage", "rounds", "kept"),
    [
        # The next rounds: seed; series A, B; and series D stays the last one listed.
        ("pre-seed", 1, 1 - 0.205),
        ("seed", 2, (1 - 0.195) * (1 - 0.172)),
        ("series-c", 3, (1 - 0.103) ** 3),
        ("series-d", 1, 1 - 0.103),
        ("growth", 2, (1 - 0.103) ** 2),
        ("seed", 0, 1),
    ],
)
def test_each_round_dilutes_by_its_own_stage(
    stage: str, rounds: int, kept: float
) -> None:
    own = assume(settings=[f"rounds={rounds}"])
    assert kept_share(Company("A", stage=stage), own) == pytest.approx(kept)


def test_rounds_of_an_unknown_stage_are_not_guessed() -> None:
    with pytest.raises(AssumptionError, match="stage of A is unknown"):
        kept_share(Company("A"), assume(settings=["rounds=1"]))
