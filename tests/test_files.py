"""Writing: never half, never over another, for the owner only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from offerlab import files
from offerlab.errors import OutputError
from offerlab.files import check_free, keeping_inputs, make_folder, update_file
from offerlab.files import write_file as write
from offerlab.ingest.text import read_text

if TYPE_CHECKING:
    from pathlib import Path


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o177, 0o777])
def test_a_file_is_its_owners_under_every_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write(tmp_path / "a.txt", "pay")
        write(tmp_path / "a.txt", "more pay", force=True)
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.txt") == 0o600
    assert (tmp_path / "a.txt").read_text() == "more pay"
    assert left_in(tmp_path) == ["a.txt"]


def test_an_existing_file_is_kept_without_force(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "old")
    with pytest.raises(OutputError, match="exists already; --force"):
        write(tmp_path / "a.txt", "new")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError, match="exists already; --force"):
        write(tmp_path / "link", "new")
    assert (tmp_path / "a.txt").read_text() == "old"


def test_of_two_writers_without_force_one_wins(tmp_path: Path) -> None:
    said: list[str] = []
    gate = threading.Barrier(8)

    def run(name: str) -> None:
        gate.wait()
        try:
            write(tmp_path / "a.txt", name)
        except OutputError:
            return
        said.append(name)

    threads = [threading.Thread(target=run, args=(str(k),)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == 1
    assert (tmp_path / "a.txt").read_text() == said[0]
    assert left_in(tmp_path) == ["a.txt"]


def test_a_file_system_without_links_still_has_one_winner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "a.txt", "one")
    with pytest.raises(OutputError, match="exists already"):
        write(tmp_path / "a.txt", "two")
    assert (tmp_path / "a.txt").read_text() == "one"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_what_interrupts_a_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type, force: bool
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise stop

    if force:
        write(tmp_path / "a.txt", "old")
    monkeypatch.setattr(files, "_move", interrupt)
    with pytest.raises(stop):
        write(tmp_path / "a.txt", "new", force=force)
    assert left_in(tmp_path) == (["a.txt"] if force else [])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_what_a_killed_run_leaves_is_swept_by_the_next(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom offerlab import files\n"
        "files._move = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
        "files.write_file(Path(sys.argv[1]), 'pay')\n"
    )
    target = str(tmp_path / "a.txt")
    subprocess.run([sys.executable, "-c", code, target], check=False)
    assert len(left_in(tmp_path)) == 1
    write(tmp_path / "b.txt", "next")
    assert left_in(tmp_path) == ["b.txt"]


def test_a_file_that_another_run_is_writing_is_not_swept(tmp_path: Path) -> None:
    beside = tmp_path / ".offerlab.live"
    with beside.open("wb") as file:
        files._lock(file.fileno())
        write(tmp_path / "b.txt", "next")
        assert beside.exists()


def test_no_output_is_an_input(tmp_path: Path) -> None:
    path, link = tmp_path / "comps.csv", tmp_path / "other.csv"
    path.write_text("salary\n1\n")
    link.symlink_to(path)
    os.link(path, tmp_path / "hard.csv")
    with keeping_inputs():
        read_text(path)
        for name in ("comps.csv", "other.csv", "hard.csv"):
            with pytest.raises(OutputError, match="is the file that is read"):
                write(tmp_path / name, "x", force=True)
    write(path, "x", force=True)


def test_a_file_of_its_own_is_renewed_in_a_private_folder(tmp_path: Path) -> None:
    path = tmp_path / "home" / "store" / "log.jsonl"
    before = os.umask(0)
    try:
        update_file(path, "one")
    finally:
        os.umask(before)
    assert mode(path.parent) == mode(path.parent.parent) == 0o700
    with keeping_inputs():
        read_text(path)
        update_file(path, "two")
    assert path.read_text() == "two"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".", "this is a folder"),
        ("none/a.txt", "there is no folder"),
        ("/dev/null", "is not an ordinary file"),
        ("x" * 300, "cannot be written"),
        ("a\0b", "cannot be written"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    tmp_path: Path, name: str, words: str
) -> None:
    with pytest.raises(OutputError, match=words):
        check_free(tmp_path / name, force=True)


def test_text_that_cannot_be_encoded_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be written .*surrogates"):
        write(tmp_path / "a.txt", "half \ud800")
    assert left_in(tmp_path) == []


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    for name in ("a", "a/b"):
        with pytest.raises(OutputError):
            make_folder(tmp_path / name)
