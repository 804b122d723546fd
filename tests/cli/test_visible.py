"""No control character of any source reaches a terminal, a page or a program raw."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from offerlab.views.formats import to_csv, to_markdown
from offerlab.views.view import Row, Table, Text, View, words
from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
ESCAPES = "\x1b]0;X\x07\x1b[31m\x9b31m\u202e\x7f"


def is_clean(text: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in text)


def comps(write: Write, cell: str = ESCAPES, name: str = "c.csv") -> Path:
    rows = "".join(
        f'ML Engineer,"San Francisco, CA","{cell}",{150_000 + k}\n' for k in range(12)
    )
    return write(name, f"role,location,{cell or 'year'},base_salary\n{rows}")


@pytest.mark.parametrize("options", [[], ["--json"], ["--verbose"], ["--csv"]])
def test_cells_and_headers_of_comps(
    offerlab: Run, write: Write, options: list[str]
) -> None:
    path = comps(write)
    for args in (
        ["market", "percentile", path],
        ["market", "read", path],
        ["check", write("a.yaml", PRIVATE), "--comps", path],
    ):
        said = offerlab(*args, *options)
        assert is_clean(said.out), args
        assert is_clean(said.err), args


@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv", ".json"])
def test_what_is_written_to_a_file(
    offerlab: Run, write: Write, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"out{suffix}"
    said = offerlab("market", "percentile", comps(write), "-o", out)
    assert is_clean(said.err)
    if out.exists():
        assert is_clean(out.read_text(encoding="utf-8"))


def test_names_of_files_and_scenarios(offerlab: Run, write: Write) -> None:
    path = write("a\x1b[31m.yaml", PRIVATE.replace("base_salary", "bse_salary"))
    said = offerlab("check", path)
    assert said.code == 1
    assert is_clean(said.out + said.err)
    good = write("b.yaml", PRIVATE)
    said = offerlab("show", good, "--set", "exit_scenarios.a\x1b[31m=1B", "--verbose")
    assert is_clean(said.out + said.err)


def test_a_file_name_that_is_not_utf8(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    name = os.fsdecode(b"a\xff.csv")
    path = comps(write, "")
    path.rename(tmp_path / name)
    out = tmp_path / "u.txt"
    said = offerlab("market", "percentile", tmp_path / name, "-o", out)
    assert said.code == 0, said.err
    assert out.exists()
    offer = write("a.yaml", PUBLIC)
    picture = tmp_path / "m.svg"
    said = offerlab("plot", "market", offer, "--comps", tmp_path / name, "-o", picture)
    assert said.code == 0, said.err


def test_a_part_of_a_view_holds_no_control_character() -> None:
    table = Table(ESCAPES, words(ESCAPES, "b"), (Row((ESCAPES, "=1+1")),))
    view = View({}, (table, Text(f"a\n{ESCAPES}<img src=x>")))
    assert is_clean(to_csv(table))
    assert to_csv(table).endswith("'=1+1\n")
    assert is_clean(to_markdown(view))
    assert "\\<img" in to_markdown(view)


def test_a_name_that_cannot_be_encoded_is_a_sentence(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    said = offerlab("show", write("a.yaml", PUBLIC), "-o", "out/\ud800")
    assert said.code == 1
    assert "a name holds '\\ud800', which no file can have" in said.err
