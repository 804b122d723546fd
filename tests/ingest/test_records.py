"""Market data of one's own are read as safely as an offer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.entry_level import read_facts
from offerlab.ingest.oews import read_areas
from offerlab.ingest.roles import read_roles
from offerlab.resources import Library
from tests.conftest import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Said

HEADER = "kind,state,area,title,employment,mean,p10,p25,p50,p75,p90\n"
NATION = "nation,US,99,National,1,1,1,2,3,4,5\n"
BROKEN = {
    "is empty": "",
    "has a header and no row": HEADER,
    "no row of the kind 'nation'": HEADER + NATION.replace("nation", "state"),
    "15-2051.csv:1: has no column 'state'": "kind,area\nnation,99\n",
    "15-2051.csv:2: p10: '²' is not an amount": HEADER + NATION.replace("1,2", "²,2"),
    "15-2051.csv:3: employment: 'x' is not": HEADER + NATION + "state,CA,6,C,x,,,,,,\n",
    "15-2051.csv:2: this row has 12 cells": HEADER + NATION.replace("1,1,", "1,1,1,"),
    "not in order": HEADER + NATION.replace("2,3", "3,2"),
    "is not a text file": "a\0b",
    "is not CSV": HEADER + 'nation,"' + "x" * 200_000,
    "is larger than": "x" * 1_100_000,
}


def own(tmp_path: Path) -> Path:
    (tmp_path / "oews").mkdir()
    return tmp_path / "oews" / "15-2051.csv"


@pytest.mark.parametrize("words", BROKEN)
def test_a_broken_table_of_wages_is_one_sentence(tmp_path: Path, words: str) -> None:
    path = own(tmp_path)
    path.write_text(BROKEN[words], encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_areas("15-2051", Library(tmp_path))
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize("kind", ["fifo", "device", "folder", "utf-8"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = own(tmp_path)
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"\xff")
    with pytest.raises(InputError, match=r"a pipe|a device|a folder|is not UTF-8"):
        read_areas("15-2051", Library(tmp_path))


@pytest.mark.parametrize(
    "soc", ["../../../etc/passwd", "15-2051/../x", "x", "１５-2051"]
)
def test_an_occupation_is_a_code_and_no_path(soc: str) -> None:
    with pytest.raises(InputError, match="is not an occupation; write it as 15-2051"):
        read_areas(soc)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("role,level\nx,y\n", "entry_level.csv:1: has no column 'location'"),
        (
            "role,level,location,figure,unit,value,n,as_of,source,url,confidence,note\n"
            "a,b,c,p10,USD base a year,abc,1,2024,s,u,high,x\n",
            "entry_level.csv:2: value: 'abc' is not an amount",
        ),
    ],
)
def test_a_broken_table_of_entry_pay_is_one_sentence(
    tmp_path: Path, text: str, words: str
) -> None:
    (tmp_path / "entry_level.csv").write_text(text)
    with pytest.raises(InputError, match=words):
        read_facts(Library(tmp_path))


def test_a_broken_table_is_a_sentence_of_the_command(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    own(tmp_path).write_text("")
    said = offerlab("check", write("a.yaml", PRIVATE), "--market-data", tmp_path)
    assert "15-2051.csv: is empty" in said.err
    assert said.result.exception is None or said.code == 1


def test_a_table_is_read_once_a_run_and_anew_in_the_next(tmp_path: Path) -> None:
    path = own(tmp_path)
    path.write_text(HEADER + NATION)
    library = Library(tmp_path)
    first = read_areas("15-2051", library)
    path.write_text(HEADER + NATION.replace("National", "US"))
    assert read_areas("15-2051", library) is first
    assert read_areas("15-2051", Library(tmp_path))[0].title == "US"
    assert read_roles(library) is read_roles(library)
