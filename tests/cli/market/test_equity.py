"""Comps in percents of a company: never ranked against money, placed by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "company,stage,title,level,equity\n"
ROWS = "".join(
    f"C{k},{stage},Machine Learning Engineer,entry,{percent}\n"
    for k, (stage, percent) in enumerate(
        [("Seed", f"{n / 100:.2f}%") for n in range(10, 60, 5)]
        + [
            ("Series A", f"{n / 1000:.3f}% - {2 * n / 1000:.3f}%")
            for n in range(20, 80, 5)
        ]
    )
)


@pytest.fixture
def comps(tmp_path: Path) -> Path:
    path = tmp_path / "equity.csv"
    path.write_text(HEAD + ROWS + "X,Seed,Machine Learning Engineer,entry,$4000\n")
    return path


def test_percentiles_are_percents(offerlab: Callable[..., Said], comps: Path) -> None:
    said = offerlab(
        "market", "percentile", str(comps), "--stage", "Seed", "--json"
    ).json
    assert (said["measure"], said["currency"], said["period"]) == (
        "equity_percent",
        None,
        None,
    )
    # 0.10, 0.15, ..., 0.55: ten rows, the middle of the fifth and the sixth.
    assert said["count"] == 10
    assert said["percentiles"]["50"] == pytest.approx(0.325)
    text = offerlab("market", "percentile", str(comps), "--value", "0.30%").out
    assert "0.3% is P" in text
    assert "percent of the company" in text
    assert "$4000" in text


def test_the_middle_of_a_range_counts(
    offerlab: Callable[..., Said], comps: Path
) -> None:
    said = offerlab(
        "market", "percentile", str(comps), "--stage", "Series A", "--json"
    ).json
    # Middles are 1.5 x 0.020 ... 1.5 x 0.075; the median is 1.5 x 0.0475.
    assert said["percentiles"]["50"] == pytest.approx(1.5 * 0.0475)
    low = offerlab(
        "market", "percentile", str(comps), "--stage", "Series A", "--range", "low",
        "--json",
    ).json  # fmt: skip
    assert low["percentiles"]["50"] == pytest.approx(0.0475)


def test_money_is_not_asked_of_percents(
    offerlab: Callable[..., Said], comps: Path
) -> None:
    said = offerlab("market", "percentile", str(comps), "--measure", "base")
    assert said.code == 1
    assert "use --measure equity_percent" in said.err


def test_check_places_the_grant_among_its_stage(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path], comps: Path
) -> None:
    offer = write("a.yaml", PRIVATE.replace("series-b", "series-a"))
    found = offerlab("check", offer, "--comps", comps, "--no-market", "--json").json
    (evidence,) = found["offers"][0]["evidence"]
    assert (evidence["measure"], evidence["currency"]) == ("equity_percent", "%")
    assert evidence["count"] == 12
    assert evidence["area"] == "Series A"
    # 1.5 x 0.020 and 1.5 x 0.025 lie below 0.04: two of twelve.
    assert evidence["rank"]["percent"] == pytest.approx(100 * 2 / 12)
    text = " ".join(offerlab("check", offer, "--comps", comps).out.split())
    assert "Market: equity is P17 (interval" in text


def test_a_public_grant_is_not_ranked_in_percent(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path], comps: Path
) -> None:
    said = offerlab(
        "check", write("a.yaml", PUBLIC), "--comps", comps, "--no-market", "--json"
    )
    assert said.json["offers"][0]["evidence"] == []
    assert "is not what its market compares" in " ".join(said.err.split())


def test_a_file_of_both_is_read_for_both(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path = tmp_path / "both.csv"
    rows = "".join(
        f"Machine Learning Engineer,{140 + k}k,0.0{k + 1}%\n" for k in range(9)
    )
    path.write_text("title,base salary (USD a year),equity %\n" + rows)
    found = offerlab(
        "check", write("a.yaml", PRIVATE), "--comps", path, "--no-market", "--json"
    ).json["offers"][0]["evidence"]
    assert [each["measure"] for each in found] == ["base", "equity_percent"]
    assert found[1]["rank"]["percent"] == pytest.approx(100 * 3.5 / 9)


def test_more_groups_than_are_shown_are_said(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    rows = "".join(f"L{n},0.{n}%,0.{n + 1}%\n" for n in range(1, 8))
    path = write("g.csv", f"level,p25,p50\n{rows}")
    said = offerlab("check", write("o.yaml", PRIVATE), "--comps", path, "--json")
    found = said.json["offers"][0]["evidence"]
    assert [e["measure"] for e in found].count("equity_percent") == 5
    assert "2 more groups are not shown" in said.out
