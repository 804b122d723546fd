"""The shipped catalogue equals the collected facts, entry by entry."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.vesting import tranches
from offerlab.errors import InputError
from offerlab.ingest.catalogue import Catalogue
from offerlab.resources import Library
from tests.conftest import DATA

if TYPE_CHECKING:
    from pathlib import Path

FACTS = json.loads((DATA / "vesting_tranches.json").read_text(encoding="utf-8"))


def test_every_collected_schedule_has_its_own_entry() -> None:
    assert Catalogue().names() == [fact["id"] for fact in FACTS]


@pytest.mark.parametrize("fact", FACTS, ids=[fact["id"] for fact in FACTS])
def test_an_entry_vests_as_its_source_says(fact: dict[str, Any]) -> None:
    entry = Catalogue().get(fact["id"])
    assert entry is not None
    assert entry.confidence == fact["confidence"]
    if fact["tranches"] is None:
        assert entry.schedule is None
        assert entry.summary
        return
    assert entry.schedule is not None
    dated = tranches(entry.schedule, None, None)
    assert [(each.month, each.share) for each in dated] == [
        (month, Fraction(share)) for month, share in fact["tranches"]
    ]


def test_every_entry_has_a_source() -> None:
    for entry in Catalogue().entries():
        assert entry.sources, entry.id
        assert entry.confidence in ("low", "medium", "high"), entry.id


def test_old_or_undated_entries_are_stale() -> None:
    catalogue = Catalogue()
    airbnb, netflix = catalogue.get("airbnb-35-30-20-15"), catalogue.get("spacex-5yr")
    assert airbnb is not None
    assert netflix is not None
    # Dated 2025-08: 18 months later is 2027-02.
    assert not airbnb.is_stale(date(2027, 2, 28))
    assert airbnb.is_stale(date(2027, 3, 1))
    assert netflix.is_stale(date(2020, 1, 1))


def test_two_claims_about_one_company_stay_two_entries() -> None:
    google = [e.id for e in Catalogue().entries() if e.company == "Google"]
    assert google == ["google-33-33-22-12", "google-38-32-20-10"]


@pytest.mark.parametrize("parts", ["[[x, 1]]", "[[1, 1/2]]", "[[1, 1/0]]", "[]"])
def test_a_broken_entry_of_ones_own_is_told(tmp_path: Path, parts: str) -> None:
    (tmp_path / "vesting_schedules.yaml").write_text(
        "schedules: {mine: {company: A, award_type: RSU, applies_to: all,"
        f" vesting: {{installments: {parts}}}, confidence: low}}}}\n"
    )
    with pytest.raises(InputError, match="mine"):
        Catalogue(Library(tmp_path)).get("mine")
