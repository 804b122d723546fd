"""An error names the file and the line of its cause, and no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, Said
from tests.ocf_terms import monthly

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nraise_rate: abc\n", 2, "raise_rate: 'abc' is not an amount"),
        ("raise_rat: 1%\n", 1, "there is no assumption 'raise_rat'; did you mean"),
        ("fx:\n  EURO: 1.1\n", 1, "'EURO' is not a currency"),
        ("offers:\n  A:\n    raise_rate: x\n", 3, "raise_rate: 'x' is not an amount"),
        ("horizon_years: 99\n", 1, "is not between 1 and 10"),
        ("raise_rate: [1]\n", 1, "a single value belongs here"),
    ],
)
def test_a_fault_of_an_assumption_has_its_line(
    offerlab: Run, write: Write, text: str, line: int, words: str
) -> None:
    path = write("mine.yaml", text)
    said = offerlab("show", write("a.yaml", PRIVATE), "--assumptions", path, "--json")
    assert said.code == 1
    assert said.err.splitlines()[-1].startswith(f"Error: {path}:{line}:")
    assert words in said.err
    problem = said.json["problems"][-1]
    assert (problem["file"], problem["line"]) == (str(path), line)


def test_a_fault_of_a_setting_says_so(offerlab: Run, write: Write) -> None:
    said = offerlab("show", write("a.yaml", PRIVATE), "--set", "raise_rate=abc")
    assert said.err.endswith(
        "Error: --set: raise_rate: 'abc' is not an amount; write 150000, 150,000 or"
        " 150k\n"
    )


def test_a_fault_of_vesting_terms_has_its_line(offerlab: Run, write: Write) -> None:
    terms = monthly()
    terms["vesting_conditions"][-1]["portion"] = {"numerator": "x", "denominator": "4"}
    text = json.dumps(terms, indent=1)
    name = terms["vesting_conditions"][-1]["id"]
    line = text[: text.index(f'"id": "{name}"')].count("\n") + 1
    path = write("terms.json", text)
    said = offerlab("ocf", path, "--shares", "4", "--start", "2027-01-31")
    assert said.code == 1
    assert said.err.startswith(f"Error: {path}:{line}: vesting condition '{name}'")


def test_terms_without_a_condition_name_their_file(offerlab: Run, write: Write) -> None:
    path = write(
        "t.json", '{"object_type":"VESTING_TERMS","id":"x","vesting_conditions":[]}'
    )
    said = offerlab("ocf", path, "--shares", "5")
    assert said.code == 1
    assert said.err.startswith(f"Error: {path}: vesting terms 'x'")


def test_a_name_too_long_is_not_the_outputs_fault(offerlab: Run, write: Write) -> None:
    long = "x" * 300
    text = PRIVATE.replace("standard-startup-option", f"{{ocf: {long}}}")
    said = offerlab("check", write("a.yaml", text))
    assert said.result.exception is None or said.code == 1
    assert "output" not in said.err
    assert "File name too long" in said.err


@pytest.mark.parametrize("letters", [40, 100, 200])
def test_a_deep_folder_leaves_the_reason_readable(
    offerlab: Run, tmp_path: Path, letters: int
) -> None:
    folder = tmp_path / ("d" * letters) / ("e" * letters)
    folder.mkdir(parents=True)
    path = folder / ("x" * 300)
    said = offerlab("check", str(path))
    assert said.code == 1
    assert said.err.startswith("Error: /")
    assert "File name too long" in said.err


@pytest.mark.parametrize("option", ["--assumptions", "--comps"])
def test_a_name_too_long_as_an_option(offerlab: Run, write: Write, option: str) -> None:
    said = offerlab("check", write("a.yaml", PRIVATE), option, "y" * 300)
    assert said.code == 1
    assert said.err.splitlines()[-1].startswith("Error: yyy")
