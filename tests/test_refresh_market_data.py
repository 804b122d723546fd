"""The tool that rebuilds market data, on small tables with the dirt of the real ones."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tools.refresh_market_data import main

from offerlab.ingest.price_level import read_price_levels
from offerlab.ingest.roles import read_roles
from offerlab.resources import Library

if TYPE_CHECKING:
    from pathlib import Path

MARPP = """\
GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2023,2024
 "10180","Abilene, TX (Metropolitan Statistical Area)", ,MARPP,1,"...","RPPs: All items ","Index",90.4,90.364
 "10180","Abilene, TX (Metropolitan Statistical Area)", ,MARPP,3,"..."," RPPs: Services: Housing ","Index",73.0,73.791
 "21420","Enid, OK (Metropolitan Statistical Area) *", ,MARPP,1,"...","RPPs: All items ","Index",(NA),84.269
 "46300","Twin Falls, ID (Metropolitan Statistical Area)", ,MARPP,1,"...","RPPs: All items ","Index",90.9,(NA)
"Note: See the included footnote file."
"""
# ruff: noqa: E501 - rows as the bureaus publish them
OEWS = "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,OCC_CODE,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90"


def run(*args: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(arg) for arg in args])
    return done.exit_code, done.output


def test_prices_are_those_of_the_last_year(tmp_path: Path) -> None:
    (tmp_path / "MARPP.csv").write_text(MARPP)
    args = ("--released", "2026-02-19", "--into", tmp_path / "out")
    assert run("prices", tmp_path / "MARPP.csv", *args) == (0, "2 areas of 2024\n")
    levels = read_price_levels(Library(market_data=tmp_path / "out"))
    assert set(levels) == {"10180", "21420"}  # what is not available is left out
    abilene, enid = levels["10180"], levels["21420"]
    assert (abilene.area, abilene.all_items) == ("Abilene, TX", 90.364)
    assert (abilene.housing, enid.housing) == (73.791, None)
    assert enid.area == "Enid, OK"
    assert abilene.source.endswith("(MARPP) of 2024, released 2026-02-19")


def test_wages_are_one_file_an_occupation(tmp_path: Path) -> None:
    wanted = read_roles().occupations
    rows = [OEWS]
    for soc in wanted:
        rows.append(f"99,National,1,US,{soc},100,5,1,2,3,4,#")
        rows.append(f'10180,"Abilene, TX",4,TX,{soc},*,*,*,*,*,*,*')
        rows.append(f"9999999,Region,6,TX,{soc},1,1,1,1,1,1,1")  # of no use
    rows.append("99,National,1,US,99-9999,1,1,1,1,1,1,1")  # no role has it
    (tmp_path / "all.csv").write_text("\n".join(rows) + "\n")
    args = ("--as-of", "2030-05", "--source", "BLS OEWS May 2030", "--url", "x")
    done = run("wages", tmp_path / "all.csv", *args, "--into", tmp_path / "out")
    assert done == (0, f"{len(wanted)} occupations, {2 * len(wanted)} rows\n")
    files = {path.stem for path in (tmp_path / "out" / "oews").iterdir()}
    assert files == {*wanted, "SOURCE"}
    with (tmp_path / "out" / "oews" / "15-2051.csv").open() as file:
        nation, metro = csv.DictReader(file)
    assert (nation["kind"], nation["p50"], nation["p90"]) == ("nation", "3", "#")
    assert (metro["kind"], metro["title"], metro["p50"]) == (
        "metro",
        "Abilene, TX",
        "*",
    )
    with (tmp_path / "out" / "oews" / "SOURCE.csv").open() as file:
        (about,) = csv.DictReader(file)
    assert about["as_of"] == "2030-05"


@pytest.mark.parametrize(
    ("command", "text", "words"),
    [
        ("prices", "a,b\n1,2\n", "has no column GeoFIPS, GeoName, Description"),
        ("prices", MARPP.replace("90.364", "(NA)").replace("84.269", "-"), "no price"),
        ("wages", "a,b\n1,2\n", "has no column AREA_TYPE, OCC_CODE"),
        ("wages", OEWS + "\n99,National,1,US,15-2051,1,1,1,1,1,1,1\n", "has no row of"),
    ],
)
def test_another_file_is_refused_and_nothing_is_written(
    tmp_path: Path, command: str, text: str, words: str
) -> None:
    (tmp_path / "x.csv").write_text(text)
    more = ["--as-of", "2030-05", "--source", "x", "--url", "x"]
    args = more if command == "wages" else ["--released", "2030-01-01"]
    code, said = run(command, tmp_path / "x.csv", *args, "--into", tmp_path / "out")
    assert code == 1
    assert words in said
    assert not (tmp_path / "out").exists()
