"""Files with planted dirt: all of it is found, and nothing else is left out."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest
from benchmarks.filings import ROLE, Truth, write_filings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Said

REASONS = {
    "the same case again: its last row counts": "repeat",
    "the status is not Certified": "status",
    "part time": "part-time",
    "no pay": "no wage",
    "the pay does not fit its period: a slip": "unit",
}


@pytest.fixture(params=[1, 2, 3])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Truth]:
    path = tmp_path / "filings.csv"
    return path, write_filings(path, 1_500, seed=request.param)


def test_every_planted_fault_is_found(
    offerlab: Callable[..., Said], written: tuple[Path, Truth]
) -> None:
    path, truth = written
    said = offerlab("market", "read", str(path), "--json").json["files"][0]
    found = {REASONS[each["reason"]]: each["rows"] for each in said["dropped"]}
    assert found == dict(truth.dropped)
    assert said["rows"]["read"] == truth.rows
    assert said["rows"]["kept"] == truth.rows - sum(truth.dropped.values())


def test_the_percentiles_are_those_of_the_truth(
    offerlab: Callable[..., Said], written: tuple[Path, Truth]
) -> None:
    path, truth = written
    said = offerlab("market", "percentile", str(path), "--role", ROLE, "--json").json
    assert said["count"] == len(truth.pays)
    # A wage is written to the cent, so a year of hours may be off by 2080 half cents.
    quarters = statistics.quantiles(truth.pays, n=4, method="inclusive")
    for name, value in zip(("25", "50", "75"), quarters, strict=True):
        assert said["percentiles"][name] == pytest.approx(value, abs=11)
