"""A small part of ``make fuzz``: seeded, and the same on every run."""

from __future__ import annotations

import pytest
from tools.fuzz.campaign import run
from tools.fuzz.door import DOORS


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_a_good_file_is_read(door: object, tmp_path: object) -> None:
    from pathlib import Path

    from tools.fuzz.door import Door

    assert isinstance(door, Door)
    assert isinstance(tmp_path, Path)
    for number, text in enumerate(door.good):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / door.file
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        door.read(path)


@pytest.mark.parametrize("seed", [1, 2])
def test_hostile_files_are_read_or_refused(seed: int) -> None:
    tally = run(seed, rounds=12, ways=("api",))
    assert tally.is_clean, "\n".join(tally.lines())
    assert sum(tally.accepted.values()) > 20


def test_hostile_command_lines_end_well() -> None:
    tally = run(3, rounds=60, ways=("command",))
    assert tally.is_clean, "\n".join(tally.lines())
