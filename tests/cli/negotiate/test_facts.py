"""Facts that age."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.conftest import PRIVATE, Said

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Said]


@pytest.mark.parametrize(
    ("today", "stale"), [("2026-11-25", False), ("2027-05-22", False),
                         ("2027-05-27", True)],
)  # fmt: skip
def test_stale_after_180_days(
    offerlab: Run, monkeypatch: pytest.MonkeyPatch, today: str, stale: bool
) -> None:
    # As of 2026-11-23 to 2026-11-27; 180 days later is 2027-05-22 to 2027-05-26.
    monkeypatch.setenv("OFFERLAB_TODAY", today)
    found = offerlab("negotiate", "facts", "--json").json["facts"]
    assert {each["stale"] for each in found} == {stale}
    assert ("STALE" in offerlab("negotiate", "facts").out) is stale


def test_of_one_state_and_the_nation(offerlab: Run) -> None:
    found = offerlab("negotiate", "facts", "--place", "ca", "--json").json["facts"]
    assert {each["place"] for each in found} == {"CA", "US"}
    assert all(each["source"] and each["confidence"] for each in found)


def test_ones_own_table(offerlab: Run, tmp_path: Path) -> None:
    own = tmp_path / "negotiation_facts.csv"
    head = "place,topic,fact,effective,as_of,source,confidence\n"
    own.write_text(f"{head}CA,x,y,now,2026-01-01,me,low\n")
    args = ("negotiate", "facts", "--market-data", tmp_path)
    assert len(offerlab(*args, "--json").json["facts"]) == 1
    own.write_text(f"{head}CA,x,y,now,soon,me,low\n")
    assert offerlab(*args).code == 1


def test_levers_of_an_unknown_employer(
    offerlab: Run, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    (tmp_path / "levers.csv").write_text(
        "employer,rank,lever,moves,why,as_of,source,confidence\nbank,1,a,yes,b,c,d,e\n"
    )
    path = write("a.yaml", PRIVATE)
    said = offerlab("negotiate", "plan", path, "--market-data", tmp_path)
    assert said.code == 1
    assert "'bank' is not a kind of employer" in said.err
