"""Streams and signals: a sentence or silence, the right code, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
RUN = f"{sys.executable} -m offerlab"


def shell(line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("show {} >&-", 1, "the output cannot be written (it is closed)"),
        ("show {} --json >&-", 1, "the output cannot be written (it is closed)"),
        ("show {} --json >/dev/full", 1, "(No space left on device)"),
        ("show {} >/dev/full", 1, "(No space left on device)"),
        ("--help >/dev/full", 1, "(No space left on device)"),
        ("completion bash >&-", 1, "the output cannot be written"),
        ("show {} -o {}.txt >&-", 0, "Wrote"),
        ("show {} 2>&-", 0, ""),
        ("show {} >&- 2>&-", 1, ""),
        ("new {}.new.yaml <&-", 1, "was not written"),
        ("new {}.new.yaml >&- </dev/null", 1, "the output cannot be written"),
        ("check /dev/stdin <&-", 1, ""),
        ("show {} | true", 0, ""),
    ],
)
def test_a_stream_that_is_closed_or_full(
    write: Callable[[str, str], Path], line: str, code: int, words: str
) -> None:
    path = str(write("a.yaml", PRIVATE))
    done = shell(f"{RUN} {line.replace('{}', path)}")
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr
    assert words in done.stderr


def test_usage_errors_show_control_characters() -> None:
    args = ["check", "--comp\x1b[31m", "x"]
    done = subprocess.run(
        [sys.executable, "-m", "offerlab", *args],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "--comp\\x1b[31m" in done.stderr


def test_the_module_is_the_same_program(tmp_path: Path) -> None:
    offer = tmp_path / "offer.yaml"
    offer.write_text(PRIVATE)
    assert '"schema": "offerlab.show/1"' in shell(f"{RUN} show {offer} --json").stdout
    assert "Usage: offerlab show" in shell(f"{RUN} show --help").stdout


def test_ctrl_c_while_loading_is_no_traceback() -> None:
    code = (
        "import builtins, sys\nfrom offerlab.__main__ import run\n"
        "real = builtins.__import__\n"
        "def stop(name, *args, **keys):\n"
        "    if name == 'click':\n        raise KeyboardInterrupt\n"
        "    return real(name, *args, **keys)\n"
        "builtins.__import__ = stop\nrun()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_in_the_middle_of_a_write_leaves_nothing(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.yaml").write_text(PRIVATE)
    (tmp_path / "out").mkdir()
    code = (
        # A run in the background, or under nohup, inherits signals that are ignored.
        "import signal, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "from offerlab import files\n"
        "def slow(*args, **keys):\n    print('here', flush=True)\n    time.sleep(30)\n"
        "files._move = slow\nfrom offerlab.cli import main\n"
        "main(['show', 'a.yaml', '-o', 'out/x.txt'])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        begin = time.monotonic()
        process.send_signal(getattr(signal, name))
        _, err = process.communicate(timeout=20)
    assert time.monotonic() - begin < 10
    expected = 1 if name == "SIGINT" else -getattr(signal, name)
    assert process.returncode == expected
    assert "Traceback" not in err
    assert list((tmp_path / "out").iterdir()) == []
