from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Said

Run = Callable[..., Said]


def test_the_data_at_hand_are_listed_with_source_and_date(offerlab: Run) -> None:
    found = offerlab("market", "list", "--json").json
    assert found["schema"] == "offerlab.market.list/1"
    wages = {row["soc"]: row for row in found["occupations"]}
    assert wages["15-2051"]["areas"] > 300
    assert {row["as_of"] for row in found["occupations"]} == {"2025-05"}
    entry = {row["role"]: row for row in found["entry_level"]}
    assert entry["Machine Learning Engineer"]["figures"]["p50"] == 139_875
    assert all(row["source"] and row["as_of"] for row in found["entry_level"])


def test_the_list_fits_eighty_columns(offerlab: Run) -> None:
    said = offerlab("market", "list")
    assert "15-2051" in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_the_group_has_help(offerlab: Run) -> None:
    assert "percentile" in offerlab("market", "--help").out
    assert offerlab("market", "mean").code == 2
