"""The percent of a company that a plan asks for, where the configured one fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.ask import offered_percent
from offerlab.core.money import format_percent

if TYPE_CHECKING:
    from decimal import Decimal

    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.negotiate.employer import Employer

PERCENT_STAGES = ("series-b", "series-c")
"""Stages to which the configured percent fits: below them grants are several times it,
above $500M they are quoted in money."""


def percent_ask(
    offer: Offer, employer: Employer, benchmark: Benchmark
) -> tuple[Decimal | None, list[str]]:
    """Percent to ask for, of the user's own standard, and what to say of it."""
    if employer.kind != "early-private" or "fixed-term" in employer.marks:
        return None, []
    offered = offered_percent(offer)
    if offered is None:
        return None, ["ask first which percent, fully diluted, the grant is"]
    if offer.company.stage not in PERCENT_STAGES:
        return None, [
            "no percent is planned: the configured one does not fit below series B; ask"
            " what a grant for this level is"
        ]
    percent = benchmark.equity_percent
    if "non-us" in employer.marks:
        return None, ["no percent is planned: the configured one is of the US"]
    if offered >= percent:
        return None, []
    return percent, [
        f"{format_percent(percent)} over four years is {benchmark.whose} standard, no"
        " market figure; say in a letter what you take off their hands, not where it"
        " is from"
    ]
