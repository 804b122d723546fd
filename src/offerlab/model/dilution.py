"""Dilution: what later financing rounds leave of a percent of the company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.errors import AssumptionError

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.company import Company

_ROUND_ORDER = ("seed", "series-a", "series-b", "series-c", "series-d")


def kept_share(company: Company, assumptions: Assumptions) -> float:
    """Part of a percent that is left after the assumed rounds: a product, not a sum.

    Each coming round dilutes by the figure of its own stage; rounds after the last
    listed stage dilute as that one.

    Raises
    ------
    AssumptionError
        If rounds are assumed and the company's stage is unknown.
    """
    rounds = assumptions.whole("rounds")
    if not rounds:
        return 1.0
    stage = company.stage
    if stage is None:
        raise AssumptionError(
            f"rounds: the stage of {company.name} is unknown, and with it which rounds"
            " are to come"
        )
    at = (
        _ROUND_ORDER.index(stage) + 1
        if stage in _ROUND_ORDER
        else (0 if stage == "pre-seed" else len(_ROUND_ORDER))
    )
    kept = 1.0
    for coming in range(at, at + rounds):
        name = _ROUND_ORDER[min(coming, len(_ROUND_ORDER) - 1)]
        kept *= 1 - assumptions.by_stage("dilution_per_round", name)
    return kept
