from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.comps import read_comps
from offerlab.market.evidence import market_evidence, own_evidence

Write = Callable[[str, str], Path]
ROWS = """\
role,base_salary,location,year
ML Engineer,140000,San Francisco,2025
Machine Learning Engineer,160000,"San Francisco, CA",2026
Data Analyst,90000,San Francisco,2026
ML Engineer,120000,Seattle,2026
"""


def test_the_nearest_occupation_comes_first_and_entry_level_last() -> None:
    found = market_evidence(
        "Machine Learning Engineer, New Grad", "San Jose, CA", 150e3
    )
    assert [(each.group, each.rung) for each in found] == [
        ("Data Scientists", "metro"),
        ("Software Developers", "metro"),
        ("Machine Learning Engineer", "nation"),
    ]
    assert found[0].level == "all levels of experience"
    assert found[0].employment == 6_060
    assert [found[0].percentiles[p] for p in (25, 50, 75)] == [
        149_570,
        185_080,
        219_460,
    ]
    assert found[2].count == 276
    assert all(each.as_of and each.source for each in found)


def test_an_unknown_role_has_no_evidence_and_an_unknown_place_is_told() -> None:
    assert market_evidence("Astronaut", "Remote", 1) == []
    with pytest.raises(InputError, match="'Atlantis' is no place known here"):
        market_evidence("ML Engineer", "Atlantis", 1)


def test_own_comps_answer_for_the_same_role_and_city(write: Write) -> None:
    comps = read_comps(write("c.csv", ROWS))
    (found,) = own_evidence(comps, "ML Engineer", "San Francisco, CA", 150_000)
    assert (found.count, found.rung, found.as_of) == (2, "yours", "2025 to 2026")
    assert found.percentiles[50] == 150_000
    assert not found.sufficient
    assert found.caveat == ""


def test_own_comps_without_such_rows_say_so(write: Write) -> None:
    comps = read_comps(write("c.csv", ROWS))
    (found,) = own_evidence(comps, "Astronaut", "Boston, MA", 150_000)
    assert found.count == 4
    assert "no row of that role" in found.caveat
    assert "no row of that place" in found.caveat


def test_own_percentiles_are_a_grid(write: Write) -> None:
    text = "role,p25,p50,p75,n,year\nML Engineer,140k,150k,160k,25,2026\n"
    (found,) = own_evidence(read_comps(write("c.csv", text)), "MLE", "Remote", 145e3)
    assert found.rank.words == "between P25 and P50, about P38"
    assert (found.count, found.as_of) == (25, "2026")
