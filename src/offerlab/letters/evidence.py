"""What speaks for an ask and a recruiter accepts, in one sentence of a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.core.money import format_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.ask import Ask
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.letters.facts import Fact
    from offerlab.negotiate.standard import Standard

_NOTHING = (
    "no market sentence: only a posted range (posted_range in the offer), the company's"
    " own range for the level (published_range), or --comps of the same role, level and"
    " place, is evidence that a recruiter accepts"
)


def evidence_facts(
    offer: Offer,
    ask: Ask,
    benchmark: Benchmark,
    own: Sequence[Standard] = (),
    *,
    use_benchmark: bool,
) -> tuple[dict[str, Fact], list[str]]:
    """What speaks for the ask and a recruiter accepts; else why there is nothing.

    The range that was posted for the job, else the one that the company publishes for
    the level, else the user's own comps (both in `own`). The configured profile is the
    user's own standard, and is named as that where the user asks for it.
    """
    notes: list[str] = []
    posted = offer.posted_range
    if posted is not None and ask.base is not None:
        ends = _ends(posted.low, posted.high, offer.currency)
        if ask.base <= posted.high and offer.base_salary < posted.high:
            return _fact(f"The posting for this job gives a range of {ends}."), notes
        notes.append(
            f"the posted range, {ends}, does not support the ask; it is left out"
        )
    for each in sorted(own, key=lambda one: one.kind != "levels"):
        why = _no_support(offer, ask, each)
        if not why:
            return _fact(_sentence(each, offer)), notes
        notes.append(why)
    if use_benchmark and offer.currency == benchmark.currency and ask.base is not None:
        ends = _ends(benchmark.low, benchmark.high, benchmark.currency)
        if benchmark.low <= ask.base <= benchmark.high:
            words = f"The range I set myself for this role is {ends} base."
            return _fact(words), notes
        notes.append("the configured band does not hold the ask; it is left out")
    return {}, notes or [_NOTHING]


def _fact(words: str) -> dict[str, Fact]:
    return {"evidence": words}


def _ends(low: float, high: float, currency: str) -> str:
    return f"{format_said(low, currency)} to {format_said(high, currency)}"


def _no_support(offer: Offer, ask: Ask, standard: Standard) -> str:
    """Why a standard does not support the ask; nothing if it does."""
    if standard.kind == "levels":
        supports = (
            ask.base is not None and offer.base_salary < standard.high >= ask.base
        )
        return (
            ""
            if supports
            else f"the range published for level {offer.level} does not support the"
            " ask; it is left out"
        )
    if ask.base is None or not offer.base_salary < standard.middle:
        return f"{standard.source}: its median is not above the offer"
    if ask.base > standard.high:
        return f"{standard.source}: the ask is above its upper quartile"
    return ""


def _sentence(standard: Standard, offer: Offer) -> str:
    """The company's own range, or the user's comps with how many and of when."""
    if standard.kind == "levels":
        ends = _ends(standard.low, standard.high, offer.currency)
        return (
            f"The range that {offer.company.name} publishes for level {offer.level} is"
            f" {ends} base."
        )
    years = sorted(set(re.findall(r"20\d\d", standard.as_of)))
    when = f" in {' and '.join(years)}" if years else ""
    median = format_said(round(standard.middle, -2), offer.currency)
    return (
        f"The {standard.rows} salaries for this role, level and place that I"
        f" collected{when} have a median of {median}."
    )
