"""Second looks at an ask: what a recruiter would stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_percent
from offerlab.core.problem import Severity
from offerlab.letters.lint import Finding
from offerlab.model.verdict import assess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.ask import Ask
    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer

FAR_ABOVE = 1.25
"""An ask this many times the offer gets a second look: a convention."""


def lint_ask(
    offer: Offer, ask: Ask, benchmark: Benchmark, assumptions: Assumptions
) -> Iterator[Finding]:
    """Warnings about an ask; none of them keeps a letter from being written."""
    if ask.base is not None and ask.base > FAR_ABOVE * offer.base_salary:
        more = 100 * (ask.base / offer.base_salary - 1)
        yield _warning(
            "ask-far-above", f"you ask for {more:.0f}% more base than offered"
        )
    same_currency = offer.currency == benchmark.currency
    if ask.base is not None and same_currency and ask.base > benchmark.high:
        yield _warning(
            "ask-above-benchmark", "you ask for more base than the benchmark's band"
        )
    if ask.equity_percent is None:
        return
    if ask.equity_percent > benchmark.equity_percent:
        wanted = format_percent(benchmark.equity_percent)
        yield _warning(
            "ask-above-benchmark",
            f"you ask for more equity than the benchmark's {wanted}",
        )
    verdict = assess(offer, benchmark, assumptions).equity_percent
    if verdict.unit_in_market == "dollars":
        yield _warning(
            "percent-not-the-unit",
            "grants of a company this size are quoted in dollars or shares; a percent"
            " reads as a slip there",
        )


def _warning(rule: str, message: str) -> Finding:
    return Finding(rule, Severity.WARNING, message)
