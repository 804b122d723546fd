from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import DATA

if TYPE_CHECKING:
    from pathlib import Path

COMPS = DATA / "comps"


def piped(path: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "offerlab", "market", *args]
    with path.open("rb") as file:
        return subprocess.run(command, stdin=file, capture_output=True, check=False)


@pytest.mark.parametrize("name", ["monthly_eur.csv", "exact_repeats_aijobs.csv"])
def test_a_file_that_is_piped_in_answers_as_itself(name: str) -> None:
    path = COMPS / name
    done = piped(path, "percentile", "-", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    named = piped(path, "percentile", str(path), "--json")
    for key in ("percentiles", "count", "rows", "dropped", "currency"):
        assert json.loads(done.stdout)[key] == json.loads(named.stdout)[key]


def test_a_workbook_may_be_piped_too() -> None:
    path = COMPS / "oews_national_M2024_topcode.xlsx"
    done = piped(path, "percentile", "-", "--soc", "15-1252", "--json")
    assert done.returncode == 0
    assert b"133080" in done.stdout


def test_an_empty_pipe_is_a_sentence(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    nothing.touch()
    done = piped(nothing, "read", "-")
    assert done.returncode == 1
    assert b"is empty" in done.stderr
