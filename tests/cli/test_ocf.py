from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Said
from tests.ocf_terms import monthly

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
EVENT = {"type": "VESTING_EVENT"}


def terms(write: Write, **changes: Any) -> Path:
    return write("terms.json", json.dumps(monthly(**changes)))


def test_ocf_as_json(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "ocf", terms(write), "--shares", "18", "--start", "2027-01-31", "--json"
    )
    assert said.code == 0
    assert said.json["schema"] == "offerlab.ocf/1"
    dated = [(t["date"], t["shares"], t["cumulative"]) for t in said.json["tranches"]]
    assert dated == [
        ("2027-02-28", 4, 4),
        ("2027-03-31", 5, 9),
        ("2027-04-30", 4, 13),
        ("2027-05-31", 5, 18),
    ]
    assert (said.json["total_vested"], said.json["not_vested"]) == (18, 0)


def test_ocf_prints_dates_and_a_running_total(offerlab: Run, write: Write) -> None:
    said = offerlab("ocf", terms(write), "--shares", "1,800", "--start", "2027-01-31")
    assert "2027-05-31" in said.out
    assert "1,800" in said.out


def test_a_late_grant_date_gathers_what_came_before(
    offerlab: Run, write: Write
) -> None:
    when = ("--start", "2027-01-31", "--grant-date", "2027-04-01", "--json")
    found = offerlab("ocf", terms(write), "--shares", "18", *when).json["tranches"]
    assert [(t["date"], t["shares"]) for t in found] == [
        ("2027-04-01", 9), ("2027-04-30", 4), ("2027-05-31", 5),
    ]  # fmt: skip


def test_an_event_is_given_by_its_condition(offerlab: Run, write: Write) -> None:
    args = (
        "ocf",
        terms(write, trigger=EVENT),
        "--shares",
        "8",
        "--start",
        "2027-01-31",
    )
    waiting = offerlab(*args)
    assert waiting.code == 0
    assert "8 shares are not vested by these terms" in waiting.out
    met = offerlab(*args, "--event", "vest=2028-05-01", "--json").json
    assert [(t["date"], t["shares"]) for t in met["tranches"]] == [("2028-05-01", 2)]
    wrong = offerlab(*args, "--event", "ipo=2028-05-01")
    assert wrong.code == 1
    assert "the terms have only 'start', 'vest'" in wrong.err


def test_fractions_are_told_exactly(offerlab: Run, write: Write) -> None:
    fractional = {**monthly(), "allocation_type": "FRACTIONAL"}
    path = write("terms.json", json.dumps(fractional))
    args = ("ocf", path, "--shares", "10", "--start", "2027-01-31", "--json")
    first = offerlab(*args).json["tranches"][0]
    assert (first["shares"], first["shares_exact"]) == (2.5, "5/2")


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--shares", "-4"], 1, "is negative"),
        (["--shares", "4.5"], 1, "only FRACTIONAL allows fractions"),
        (["--shares", "lots"], 2, "'lots' is not an amount"),
        (["--shares", "4", "--start", "tomorrow"], 2, "write it as 2027-01-11"),
        (["--shares", "4", "--event", "vest"], 2, "write an event as ID=2028-06-01"),
        ([], 2, "Missing option '--shares'"),
    ],
)
def test_bad_input_is_one_clear_sentence(
    offerlab: Run, write: Write, options: list[str], code: int, words: str
) -> None:
    said = offerlab("ocf", terms(write), *options)
    assert said.code == code
    assert words in said.err


def test_a_start_after_every_date_is_told(offerlab: Run, write: Write) -> None:
    absolute = {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2026-01-01"}
    path = terms(write, trigger=absolute)
    said = offerlab("ocf", path, "--shares", "4", "--start", "2027-01-31")
    assert said.code == 1
    assert "after every date of the terms, of which 2026-01-01 is the last" in said.err


def test_a_missing_or_broken_file_is_told(offerlab: Run, write: Write) -> None:
    missing = offerlab("ocf", "/nowhere.json", "--shares", "4", "--json")
    assert missing.code == 1
    assert missing.json["problems"][0]["message"] == "there is no such file"
    assert offerlab("ocf", write("a.json", "{}"), "--shares", "4").code == 1


def test_what_is_read_is_never_written_over(offerlab: Run, write: Write) -> None:
    path = terms(write)
    before = path.read_text(encoding="utf-8")
    args = ("--shares", "4", "--start", "2027-01-31", "-o", path, "--force")
    said = offerlab("ocf", path, *args)
    assert said.code == 1
    assert "is the file that is read" in said.err
    assert path.read_text(encoding="utf-8") == before


def test_a_pipe_is_no_file(offerlab: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    said = offerlab("ocf", tmp_path / "pipe.json", "--shares", "4")
    assert said.code == 1
    assert "is a pipe, and not a file" in said.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"id": ' + "9" * 6_000 + "}", "a number has 6,000 digits"),
        (json.dumps({**monthly(), "name": "\u001b[31mred"}), "one line of text"),
    ],
)
def test_what_no_terminal_should_see_is_refused(
    offerlab: Run, write: Write, text: str, words: str
) -> None:
    said = offerlab("ocf", write("a.json", text), "--shares", "4")
    assert said.code == 1
    assert words in said.err
    assert "\x1b" not in said.err + said.out
