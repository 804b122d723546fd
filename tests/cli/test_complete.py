"""Completion as the shells ask for it, and in a real bash."""

from __future__ import annotations

import os
import select
import shutil
import sys
import time
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import get_completion_class

from offerlab.cli import main

pty = pytest.importorskip("pty")

if TYPE_CHECKING:
    from pathlib import Path


def asked(*words: str, shell: str = "bash") -> list[str]:
    """What is offered to a shell for the last of some words, as it is told."""
    kind = get_completion_class(shell)
    assert kind is not None
    completion = kind(main, {}, "offerlab", "_OFFERLAB_COMPLETE")
    found = completion.get_completions([*words[:-1]], words[-1])
    return [completion.format_completion(item) for item in found]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("email", "cou"), "plain,counter"),
        (("assumptions", "discount"), "plain,discount_rate"),
        (("show", "a.yaml", "--set", "share_g"), "plain,share_growth_rate="),
        (("catalogue", "amazon-n"), "plain,amazon-new-hire"),
        (("explain", "a.yaml", "headlines.y"), "plain,headlines.year_one"),
        (("market", "percentile", "--role", "Data Sci"), None),
        (("check", "a.yaml", "--profile", "new"), None),
        (("plot", "wal"), "plain,walkaway"),
        (("comp",), "plain,compare"),
    ],
)
def test_names_are_completed(words: tuple[str, ...], offered: str | None) -> None:
    found = asked(*words)
    if offered is not None:
        assert offered in found
    assert all(line.startswith("plain,") for line in found)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "my"), ("compare", "a.yaml", "my"), ("read", "my"), ("lint", "my"),
        ("show", "my"), ("market", "percentile", "my"), ("market", "import", "my"),
        ("check", "a.yaml", "--comps", "my"), ("show", "a.yaml", "-o", "my"),
        ("show", "a.yaml", "--assumptions", "my"), ("new", "my"),
        ("new", "a.yaml", "--letter", "my"), ("email", "counter", "my"),
    ],
)  # fmt: skip
def test_a_file_is_completed_by_the_shell(words: tuple[str, ...]) -> None:
    assert asked(*words) == ["file,my"]


def test_other_shells_are_told_the_same() -> None:
    assert asked("email", "cou", shell="zsh")[0].startswith("plain\ncounter")
    assert asked("check", "my", shell="zsh")[0].startswith("file\nmy")
    assert asked("email", "cou", shell="fish")[0].startswith("plain,counter")
    assert asked("check", "my", shell="fish")[0].startswith("file,my")


def test_a_broken_folder_of_ones_own_completes_nothing(tmp_path: Path) -> None:
    (tmp_path / "assumptions.yaml").write_text("[")
    assert asked("assumptions", "--market-data", str(tmp_path), "disc") == []


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_in_a_real_bash(tmp_path: Path) -> None:
    (tmp_path / "my_offer.yaml").write_text("x")
    command = tmp_path / "bin" / "offerlab"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m offerlab "$@"\n')
    command.chmod(0o700)
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        os.environ |= {
            "PATH": f"{command.parent}:{os.environ['PATH']}", "TERM": "dumb",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PS1": "$ ",
        }  # fmt: skip
        os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
    try:
        seen = ""

        def type_and_wait(text: str, words: str) -> None:
            nonlocal seen
            seen = ""
            os.write(terminal, text.encode())
            end = time.monotonic() + 30
            while words not in seen:
                assert time.monotonic() < end, seen
                if select.select([terminal], [], [], 0.5)[0]:
                    seen += os.read(terminal, 4096).decode()

        type_and_wait('eval "$(offerlab completion bash)" && echo rea""dy\n', "ready")
        type_and_wait("offerlab check my_\t", "my_offer.yaml")
        type_and_wait("\x15offerlab email cou\t", "counter")
        type_and_wait("\x15offerlab assumptions discount_r\t", "discount_rate")
    finally:
        os.write(terminal, b"\x15exit\n")
        os.waitpid(process, 0)
        os.close(terminal)
