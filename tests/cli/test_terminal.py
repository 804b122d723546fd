"""What a real terminal gets: escape codes only where they are wanted, and progress."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")

Write = Callable[[str, str], Path]
NORTHWIND, CONTOSO = (
    f"templates/offers/{name}.yaml" for name in ("northwind", "contoso")
)
COMMANDS = [
    ["--help"],
    ["check", NORTHWIND, CONTOSO],
    ["show", NORTHWIND],
    ["show", NORTHWIND, CONTOSO, "--verbose"],
    ["vest", CONTOSO],
    ["walkaway", CONTOSO],
    ["compare", NORTHWIND, CONTOSO],
    ["explain", CONTOSO, "total"],
    ["explain", CONTOSO],
    ["assumptions"],
    ["catalogue"],
    ["config"],
    ["market", "list"],
    ["market", "percentile", "--role", "ML engineer", "--city", "Seattle, WA"],
    ["market", "place", "Seattle, WA"],
    ["negotiate", "plan", CONTOSO],
    ["email", "accept", CONTOSO, "--signature", "Sam Rivera"],
    ["show", "no-such-file.yaml"],
    ["shwo"],
]
ALL = (
    "from offerlab.cli import main\n"
    f"for words in {COMMANDS!r}:\n"
    "    try:\n"
    "        main(words)\n"
    "    except SystemExit:\n"
    "        pass\n"
)
READ = "from offerlab.cli import main\nmain(['market', 'percentile', {!r}])\n"


def on_terminal(code: str, home: Path, **env: str) -> str:
    """Everything that a terminal of 80 columns gets from a program."""
    import pty

    ours, its = pty.openpty()
    usual = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    own = {"OFFERLAB_HOME": str(home), "COLUMNS": "80", **env}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=its, stdout=its, stderr=its, env=usual | own
    ) as process:
        os.close(its)
        found = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # its end is closed
                break
            if not part:
                break
            found += part
        process.wait(60)
    os.close(ours)
    return found.decode()


@pytest.fixture
def large(write: Write) -> Path:
    """A file of comps that is named at once, and whose rows take a moment."""
    pays = (
        f"Company {k},Machine Learning Engineer,{100_000 + k}\n" for k in range(25_000)
    )
    return write("large.csv", "company,title,base salary\n" + "".join(pays))


@pytest.mark.parametrize(
    "env", [{"TERM": "dumb"}, {"TERM": "xterm-256color", "NO_COLOR": "1"}]
)
def test_no_command_writes_codes_where_none_are_wanted(
    tmp_path: Path, env: dict[str, str]
) -> None:
    shown = on_terminal(ALL, tmp_path, **env)
    assert "Contoso Cloud" in shown
    assert "\x1b" not in shown
    assert "\r" not in shown.replace("\r\n", "\n")


def test_a_terminal_that_can_gets_bold(tmp_path: Path) -> None:
    code = f"from offerlab.cli import main\nmain(['show', {CONTOSO!r}])\n"
    assert "\x1b[1m" in on_terminal(code, tmp_path, TERM="xterm-256color")


@pytest.mark.parametrize("color", [{}, {"NO_COLOR": "1"}])
def test_progress_is_shown_and_wiped_before_the_result(
    tmp_path: Path, large: Path, color: dict[str, str]
) -> None:
    shown = on_terminal(READ.format(str(large)), tmp_path, TERM="xterm", **color)
    before, _, result = shown.partition("Counting 25,000 rows")
    assert "\rReading large.csv" in before
    assert ": 24,000 rows" in before
    blank = " " * len("Counting 25,000 rows")
    assert result.strip(" ").startswith(f"\r{blank}\r")
    assert "P50" in result


def test_no_progress_on_a_dumb_terminal_or_in_a_pipe(
    tmp_path: Path, large: Path
) -> None:
    code = READ.format(str(large))
    shown = on_terminal(code, tmp_path, TERM="dumb")
    assert "P50" in shown
    assert "Reading" not in shown
    assert "Counting" not in shown
    piped = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "P50" in piped.stdout
    assert "Reading" not in piped.stdout + piped.stderr
    assert "\r" not in piped.stdout + piped.stderr
