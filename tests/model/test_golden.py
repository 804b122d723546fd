"""The golden cases: hand-checkable offers whose figures are known from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.offer import Offer
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from offerlab.model.verdict import assess
from tests.conftest import DATA, assume

if TYPE_CHECKING:
    from offerlab.core.benchmark import Benchmark

GOLDEN = json.loads((DATA / "golden.json").read_text(encoding="utf-8"))
Read = Callable[[str], Offer]


def named(cases: list[dict[str, Any]]) -> dict[str, Any]:
    return {"argvalues": cases, "ids": [case["name"] for case in cases]}


def benchmark_offer(case: dict[str, Any]) -> str:
    """Offer file of a benchmark case."""
    total = case.get("fully_diluted_shares")
    company = (
        f"{{name: Acme, stage: series-b, fully_diluted_shares: {total or 'null'}}}"
    )
    lines = [
        "offerlab: 1",
        f"company: {company}",
        "role: Engineer",
        "location: Remote",
        f"base_salary: {case['base_salary']}",
    ]
    size = ""
    if "equity_shares" in case:
        size = f"shares: {case['equity_shares']}"
    elif case["equity_percent"]:
        size = f"percent: {case['equity_percent']}"
    if size:
        lines.append(
            f"equity: {{kind: iso, strike: 1, vesting: meta-quarterly, {size}}}"
        )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", **named(GOLDEN["benchmark"]))
def test_benchmark(read: Read, benchmark: Benchmark, case: dict[str, Any]) -> None:
    found = assess(read(benchmark_offer(case)), benchmark, assume())
    assert [flag.code for flag in found.flags] == case["flags"]
    if "equity_verdict" in case:
        assert found.equity_percent.verdict == case["equity_verdict"]
    if case.get("fully_diluted_shares"):
        assert str(found.equity_percent.value) == case["equity_percent"]


def four_year_offer(case: dict[str, Any]) -> str:
    """Offer file of a four-year case."""
    price = case.get("share_price")
    size = (
        f"shares: {case['rsu_shares']}"
        if "rsu_shares" in case
        else f"value: {case['equity_value']}"
    )
    lines = [
        "offerlab: 1",
        f"company: {{name: Acme, stage: public, share_price: {price or 'null'}}}",
        "role: Engineer",
        "location: Remote",
        f"base_salary: {case['base_salary']}",
        f"equity: {{kind: rsu, {size}, vesting: {{yearly: {case['yearly_percent']}}}}}",
        "sign_on:",
    ]
    for year, amount in enumerate(case["sign_on_by_year"]):
        lines.append(f"  - {{amount: {amount}, paid_month: {12 * year + 1}}}")
    if "target_bonus" in case:
        lines.append(f"target_bonus: {case['target_bonus']}")
    return "\n".join(lines) + "\n"


FOUR_YEAR = [case for case in GOLDEN["four_year"] if "yearly_percent" in case]


@pytest.mark.parametrize("case", **named(FOUR_YEAR))
def test_four_year(read: Read, case: dict[str, Any]) -> None:
    totals = summarize(build_ledger(read(four_year_offer(case)), assume()))
    assert [year.total for year in totals.years] == pytest.approx(case["years"])
    assert totals.total == pytest.approx(case["total"])
    assert totals.headlines.four_year == pytest.approx(case["total"])


def test_the_golden_file_has_both_cases() -> None:
    assert [case["name"] for case in FOUR_YEAR] == ["Amazon-like", "Google-like"]
