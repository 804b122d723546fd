from __future__ import annotations

import pytest

from offerlab.errors import InputError
from offerlab.ingest.oews import read_areas
from offerlab.ingest.places import find_area

AREAS = read_areas("15-2051")


@pytest.mark.parametrize(
    ("location", "title"),
    [
        ("San Francisco, CA", "San Francisco-Oakland-Fremont, CA"),
        ("oakland, ca", "San Francisco-Oakland-Fremont, CA"),
        ("Mountain View, CA", "San Jose-Sunnyvale-Santa Clara, CA"),
        ("Redmond, WA", "Seattle-Tacoma-Bellevue, WA"),
        ("Jersey City, NJ", "New York-Newark-Jersey City, NY-NJ"),
        ("Boise", "Boise City, ID"),
        ("41860", "San Francisco-Oakland-Fremont, CA"),
        ("Portland, ME", "Portland-South Portland, ME"),
    ],
)
def test_a_city_is_in_its_metro(location: str, title: str) -> None:
    rung = find_area(location, AREAS)
    assert (rung.area.kind, rung.area.title, rung.climbed) == ("metro", title, "")


@pytest.mark.parametrize(
    ("location", "kind", "words"),
    [
        ("California", "state", ""),
        ("CA", "state", ""),
        ("Nowhere, KS", "state", "no metro of that city is known: the state"),
        ("Remote", "nation", "the nation"),
        ("Remote, US", "nation", "the nation"),
        ("", "nation", ""),
    ],
)
def test_the_ladder_is_metro_state_nation(location: str, kind: str, words: str) -> None:
    rung = find_area(location, AREAS)
    assert rung.area.kind == kind
    assert words in rung.climbed


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("San Fransisco", "san francisco, ca"),
        ("Zürich, Switzerland", "not a place known"),
    ],
)
def test_an_unknown_place_is_told(location: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        find_area(location, AREAS)


def test_every_listed_city_leads_to_a_shipped_metro() -> None:
    developers = read_areas("15-1252")
    for city in ("Palo Alto, CA", "Menlo Park, CA", "Irvine, CA", "Cambridge, MA"):
        assert find_area(city, developers).area.kind == "metro"


def test_a_city_without_its_state_is_offered_with_it() -> None:
    with pytest.raises(InputError, match="did you mean 'menlo park ca'"):
        find_area("Menlo Park", read_areas("15-1252"))


def test_the_bay_area_is_a_metro() -> None:
    rung = find_area("San Francisco Bay Area, CA", read_areas("15-1252"))
    assert rung.area.code == "41860"
