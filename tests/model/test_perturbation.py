"""A dollar more of base: no figure falls, and ranks move one way only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.ingest.assumptions import read_assumptions
from offerlab.ingest.benchmarks import read_benchmark
from offerlab.ingest.offers import read_offers
from offerlab.model.comparison import compare
from offerlab.model.verdict import assess
from offerlab.model.walkaway import walkaway
from tests.oracle.draw import draw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

CASES = 160
CHUNKS = 8
NOISE = 1e-7
"""Sums of floats in another order differ by less; a dollar a year is far more."""

VERDICTS = ("below", "within", "above")
STEADY = {
    "offerlab": 1,
    "company": {"name": "Steady", "stage": "public"},
    "role": "Machine Learning Engineer",
    "location": "Seattle, WA",
    "base_salary": 160_000,
    "target_bonus": "none",
}
PLAN = {"discount": "15%", "lookback": True, "offering_months": 6}


def raised(offer: dict[str, Any]) -> dict[str, Any]:
    """The same paper with a dollar more of base, by the period that it names."""
    base = offer["base_salary"]
    if isinstance(base, dict):
        return {**offer, "base_salary": {**base, "amount": base["amount"] + 1}}
    return {**offer, "base_salary": base + 1}


def read(folder: Path, papers: dict[str, dict[str, Any]]) -> list[Offer]:
    """Offers of papers, each known by its label."""
    files = []
    for label, paper in papers.items():
        file = folder / f"{label}.json"
        file.write_text(json.dumps({**paper, "label": label}), encoding="utf-8")
        files.append(file)
    offers, problems = read_offers(files)
    assert len(offers) == len(files), problems
    return offers


def told(folder: Path, values: dict[str, Any], seed: int) -> Assumptions:
    """Assumptions that were drawn, and how much goes into a purchase plan."""
    file = folder / "assumptions.json"
    file.write_text(json.dumps(values), encoding="utf-8")
    return read_assumptions(file, [f"espp_contribution={seed % 3 * 7}%"])


def cases(chunk: int) -> range:
    return range(chunk, CASES, CHUNKS)


def falls(before: Any, after: Any) -> list[str]:
    """Figures that are lower in the second row, or known in one of the two only."""
    figures = before.index.difference(["offer", "rank", "currency"])
    pairs = [(name, before[name], after[name]) for name in figures]
    return [
        name
        for name, old, new in pairs
        if (old != old) != (new != new) or new < old - NOISE
    ]


def rows(offers: Sequence[Offer], assumptions: Assumptions) -> Any:
    """One row of figures an offer, by its id."""
    found = compare(offers, read_benchmark(), assumptions).to_frame()
    return found.set_index("offer", drop=False)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_dollar_of_base_lowers_nothing_and_wins(tmp_path: Path, chunk: int) -> None:
    for seed in cases(chunk):
        paper, values = draw(seed)
        if paper["company"]["stage"] == "public":
            paper.setdefault("benefits", {})["espp"] = PLAN
        steady = {**STEADY, "currency": paper.get("currency", "USD")}
        assumptions = told(tmp_path, values, seed)
        papers = {"mine": paper, "twin": paper, "steady": steady}
        before = rows(read(tmp_path, papers), assumptions)
        papers["mine"] = raised(paper)
        after = rows(read(tmp_path, papers), assumptions)

        assert falls(before.loc["mine"], after.loc["mine"]) == [], seed
        # What others pay is not touched.
        for other in ("twin", "steady"):
            figures = before.columns.difference(["rank"])
            same = before.loc[other, figures].equals(after.loc[other, figures])
            assert same, (seed, other)
        # Base is paid in each year, so that its sums rise by what it pays: at least
        # the dollar's part of a year of three months.
        for name in ("total", "present_value", "year_one", "four_year"):
            assert after.loc["mine", name] > before.loc["mine", name] + 0.2, seed
        # Twins share a rank; a dollar more leads its twin, whatever the rest is.
        assert before.loc["mine", "rank"] == before.loc["twin", "rank"], seed
        assert after.loc["mine", "rank"] < after.loc["twin", "rank"], seed
        assert after.loc["mine", "rank"] <= before.loc["mine", "rank"], seed
        for other in ("twin", "steady"):
            assert after.loc[other, "rank"] >= before.loc[other, "rank"], seed


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_dollar_of_base_keeps_every_month_of_leaving(
    tmp_path: Path, chunk: int
) -> None:
    for seed in cases(chunk):
        paper, values = draw(seed)
        assumptions = told(tmp_path, values, seed)
        old, new = read(tmp_path, {"old": paper, "new": raised(paper)})
        before, after = walkaway(old, assumptions), walkaway(new, assumptions)
        assert len(before.rows) == len(after.rows)
        for a, b in zip(before.rows, after.rows, strict=True):
            assert b.paid >= a.paid - NOISE, (seed, a.month)
            assert b.net >= a.net - NOISE, (seed, a.month)
            # Stock, and what is owed back, do not depend on base.
            assert (a.clawback, a.vested, a.forfeited) == (
                b.clawback,
                b.vested,
                b.forfeited,
            ), (seed, a.month)


@pytest.mark.parametrize("edge", [0, 1])
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_dollar_of_base_worsens_no_verdict(
    tmp_path: Path, chunk: int, edge: int
) -> None:
    benchmark = read_benchmark()
    # The last dollar below the band, and the last within it: there verdicts turn.
    last = (int(benchmark.low) - 1, int(benchmark.high))[edge]
    for seed in cases(chunk):
        paper, values = draw(seed)
        paper = {**paper, "base_salary": last, "currency": "USD"}
        paper.pop("hours_per_week", None)
        assumptions = told(tmp_path, values, seed)
        old, new = read(tmp_path, {"old": paper, "new": raised(paper)})
        before, after = (assess(x, benchmark, assumptions) for x in (old, new))
        a, b = before.base_salary, after.base_salary
        assert VERDICTS.index(b.verdict) == VERDICTS.index(a.verdict) + 1, seed
        assert b.midpoint_ratio is not None
        assert a.midpoint_ratio is not None
        assert b.midpoint_ratio > a.midpoint_ratio, seed
        assert {x.code for x in after.flags} <= {x.code for x in before.flags}, seed
        assert before.equity_percent == after.equity_percent, seed
