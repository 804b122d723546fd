"""Months of pay in a year: what names them, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.ingest.comps.months_paid import months_paid
from offerlab.ingest.comps.reader import read_comps

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text",
    ["13.5k a month", "12,000 x 1", "x 130", "13k", "14% bonus", "13 days", "x 13%"],
)
def test_other_numbers_are_no_months(text: str) -> None:
    assert months_paid(text) == (text, 0, False)


def test_a_header_with_a_thirteenth_month_counts_it(tmp_path: Path) -> None:
    path = tmp_path / "monthly.csv"
    path.write_text("Title,Monthly salary EUR (x13)\nEngineer,4000\nAnalyst,3000\n")
    # 4,000 x 13 / 12 a month of the year
    assert [row.low for row in read_comps(path).rows] == pytest.approx(
        [4_333.33, 3_250], abs=0.01
    )
