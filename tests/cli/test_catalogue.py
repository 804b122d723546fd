from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Said

Run = Callable[..., Said]


def test_the_catalogue_lists_whole_and_partly_known_schedules(offerlab: Run) -> None:
    said = offerlab("catalogue")
    assert "amazon-new-hire" in said.out
    assert "Known only in part" in said.out
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_an_entry_has_its_sources(offerlab: Run) -> None:
    said = offerlab("catalogue", "amazon-new-hire")
    assert "https://www.levels.fyi/company/Amazon/salaries" in said.out
    assert "confidence: high" in said.out
    assert "another source disagrees" in said.out


def test_a_company_gives_all_its_entries(offerlab: Run) -> None:
    found = offerlab("catalogue", "google", "--json").json["entries"]
    assert [entry["id"] for entry in found] == [
        "google-33-33-22-12",
        "google-38-32-20-10",
    ]
    assert [entry["complete"] for entry in found] == [True, False]
    assert {"as_of", "dated", "stale", "confidence", "sources"} <= set(found[0])


def test_an_unknown_name_is_told_with_the_nearest(offerlab: Run) -> None:
    said = offerlab("catalogue", "amazn-new-hire")
    assert said.code == 1
    assert "did you mean 'amazon-new-hire'?" in said.err
