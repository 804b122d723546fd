"""The wages that ship equal the published table, cell by cell."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from offerlab.errors import InputError
from offerlab.ingest.oews import area_grid, read_areas
from offerlab.ingest.roles import read_roles
from offerlab.resources import Library

SOURCE = (
    Path(__file__).resolve().parents[3]
    / "shared" / "data" / "oews" / "oews_M2025_tech_all_areas.csv"
)  # fmt: skip
CELLS = {10: "A_PCT10", 25: "A_PCT25", 50: "A_MEDIAN", 75: "A_PCT75", 90: "A_PCT90"}


@pytest.mark.skipif(not SOURCE.exists(), reason="the published table is not at hand")
def test_every_cell_equals_the_published_table() -> None:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["AREA_TYPE"] in "124"]
    shipped = {
        (soc, area.kind, area.code): area
        for soc in {row["OCC_CODE"] for row in rows}
        for area in read_areas(soc)
    }
    kinds = {"1": "nation", "2": "state", "4": "metro"}
    for row in rows:
        area = shipped.pop((row["OCC_CODE"], kinds[row["AREA_TYPE"]], row["AREA"]))
        published = {p: float(row[c]) for p, c in CELLS.items() if row[c] != "*"}
        assert area.percentiles == published
        assert area.title == row["AREA_TITLE"]
    assert shipped == {}


def test_known_cells() -> None:
    # BLS OEWS May 2025: data scientists in San Francisco, developers in the nation.
    areas = {area.code: area for area in read_areas("15-2051")}
    assert areas["41860"].percentiles == {
        10: 99_170, 25: 130_430, 50: 170_110, 75: 212_970, 90: 272_430,
    }  # fmt: skip
    nation = next(a for a in read_areas("15-1252") if a.kind == "nation")
    assert area_grid(nation, "x").percentiles[50] == 135_980


def test_an_unknown_occupation_is_told() -> None:
    with pytest.raises(InputError, match="no occupation 99-9999"):
        read_areas("99-9999")


def test_every_role_has_a_shipped_occupation() -> None:
    roles = read_roles()
    for role in roles.roles:
        for soc in filter(None, (role.soc, role.beside)):
            assert soc in roles.occupations
            assert read_areas(soc)


WAGES = (
    "kind,state,area,title,employment,p10,p25,p50,p75,p90\n"
    "nation,US,99,National,1000,60000,70000,80000,90000,100000\n"
)


def own_wages(folder: Path, source: str | None) -> Library:
    wages = folder / "oews"
    wages.mkdir()
    (wages / "15-2051.csv").write_text(WAGES, encoding="utf-8")
    if source is not None:
        (wages / "SOURCE.csv").write_text(source, encoding="utf-8")
    return Library(market_data=folder)


def test_wages_of_another_year_are_cited_as_theirs(tmp_path: Path) -> None:
    library = own_wages(
        tmp_path, "source,as_of,level,url\nBLS OEWS May 2026,2026-05,all levels,\n"
    )
    grid = area_grid(read_areas("15-2051", library)[0], "Data Scientists")
    assert (grid.source, grid.as_of, grid.level, grid.url) == (
        "BLS OEWS May 2026", "2026-05", "all levels", "",
    )  # fmt: skip
    shipped = area_grid(read_areas("15-2051")[0], "Data Scientists")
    assert (shipped.source, shipped.as_of) == ("BLS OEWS May 2025", "2025-05")


def test_wages_without_a_source_are_never_cited_as_the_shipped_ones(
    tmp_path: Path,
) -> None:
    library = own_wages(tmp_path, None)
    grid = area_grid(read_areas("15-2051", library)[0], "Data Scientists")
    assert grid.source == "your 15-2051.csv, source not stated"
    assert (grid.as_of, grid.level) == ("undated", "level not stated")


def test_a_source_that_says_nothing_is_refused(tmp_path: Path) -> None:
    library = own_wages(tmp_path, "source,as_of,level,url\n,2026-05,all levels,\n")
    with pytest.raises(InputError, match="source is empty"):
        read_areas("15-2051", library)
