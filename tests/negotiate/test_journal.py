"""The log: appended to by several at once, killed at any moment, never half read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import AskError, InputError, OutputError
from offerlab.negotiate.journal import Event, append, read_journal

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 25)
WRITER = """\
import sys
from datetime import date
from pathlib import Path
from offerlab.negotiate.journal import Event, append
number = 0
while number < int(sys.argv[3]):
    append(Path(sys.argv[1]), lambda before: Event(
        "note", date(2026, 11, 25), sys.argv[2] * 200, {"number": len(before)}))
    number += 1
"""


def note(text: str) -> Event:
    return Event("note", DAY, text)


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a" / "log.jsonl"
    assert read_journal(path) == ([], [])
    first = Event("reply", DAY, "ok — yes\n{{", {"outcome": "full"})
    append(path, lambda _before: first)
    append(path, lambda before: note(str(len(before))))
    assert read_journal(path) == ([first, note("1")], [])
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_torn_last_line_is_left_out_and_moved_aside(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append(path, lambda _before: note("one"))
    with path.open("ab") as file:
        file.write(b'{"kind": "reply", "on": "2026')
    events, notes = read_journal(path)
    assert events == [note("one")]
    assert "cut off" in notes[0]
    append(path, lambda _before: note("two"))
    assert read_journal(path) == ([note("one"), note("two")], [])
    assert path.with_suffix(".torn").read_text() == '{"kind": "reply", "on": "2026\n'
    assert path.with_suffix(".torn").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "line", ["", "null", "[]", '"x"', '{"on": "2026-11-25"}', "{", "\x00",
             '{"kind": "note", "on": "no day"}', "[" * 5000],
)  # fmt: skip
def test_a_line_that_is_no_event_is_said(tmp_path: Path, line: str) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(f"{line}\n")
    append(path, lambda _before: note("one"))
    events, notes = read_journal(path)
    assert events == [note("one")]
    assert len(notes) == 1
    assert notes[0].startswith(f"{path}:1: ")


def test_an_event_that_is_refused_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append(path, lambda _before: note("one"))

    def refuse(_before: list[Event]) -> Event:
        raise AskError("no")

    with pytest.raises(AskError):
        append(path, refuse)
    with pytest.raises(OutputError):
        append(path, lambda _before: note("x" * 30_000))
    assert read_journal(path) == ([note("one")], [])


def test_a_log_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").mkdir()
    with pytest.raises(InputError):
        read_journal(tmp_path / "log.jsonl")
    with pytest.raises(OutputError):
        append(tmp_path / "log.jsonl", lambda _before: note("one"))


def writer(path: Path, text: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(path), text, str(count)]
    return subprocess.Popen(command, env=os.environ)


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    both = [writer(path, text, 60) for text in "ab"]
    assert [each.wait() for each in both] == [0, 0]
    events, notes = read_journal(path)
    assert notes == []
    # Each saw all before it: nothing was written between reading and appending.
    assert [each.get("number") for each in events] == list(range(120))


def test_killed_at_any_moment_the_log_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    seen = 0
    for _ in range(4):
        process = writer(path, "k", 1_000_000)
        while len(read_journal(path)[0]) < seen + 5:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        events, _notes = read_journal(path)
        assert [each.get("number") for each in events] == list(range(len(events)))
        seen = len(events)
