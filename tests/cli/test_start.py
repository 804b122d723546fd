"""Starting is a feature: what a command does not need, it does not import."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from offerlab.cli import COMMANDS, LazyGroup, main
from tests.conftest import PRIVATE, Said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAVY = {"pandas", "numpy", "scipy", "matplotlib", "duckdb", "pydantic"}
ASK = [
    "--ask-base",
    "152k",
    "--signature",
    "Sam",
    "--hire-signal",
    "--reason",
    "I like it.",
]


def modules_after(*args: str) -> set[str]:
    """Modules loaded when a command has run in its own process."""
    code = (
        "import sys\nfrom offerlab.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    code = end.code or 0\n"
        "sys.stderr.write('LOADED ' + ' '.join(sys.modules))\nsys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_imports_no_command(args: list[str]) -> None:
    loaded = modules_after(*args)
    assert not loaded & (HEAVY | {"rich", "yaml", "jinja2"})
    commands = {name for name in loaded if name.startswith("offerlab.cli.")}
    assert commands <= {"offerlab.cli.process", "offerlab.cli.say"}


@pytest.mark.parametrize("command", ["check", "show", "vest", "email"])
def test_one_offer_needs_nothing_heavy(
    write: Callable[[str, str], Path], command: str
) -> None:
    path = str(write("a.yaml", PRIVATE))
    args = ["email", "counter", path, *ASK] if command == "email" else [command, path]
    assert not modules_after(*args) & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_has_the_first_line_of_each_help(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert command.help.partition("\n")[0] == COMMANDS[name]
    assert "Example:" in command.help
    if isinstance(command, LazyGroup):
        for name, first in command.helps.items():
            inner = command.get_command(click.Context(command), name)
            assert inner is not None
            assert inner.help is not None
            assert inner.help.partition("\n")[0] == first


def test_an_unknown_command_is_wrong_usage(offerlab: Callable[..., object]) -> None:
    said = offerlab("chek")
    assert said.code == 2  # type: ignore[attr-defined]


def test_the_module_runs() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "offerlab", "--version"], capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.startswith("offerlab, version ")


def test_a_mistyped_command_names_the_nearest(offerlab: Callable[..., Said]) -> None:
    said = offerlab("shwo")
    assert said.code == 2
    assert "Did you mean 'show'?" in said.err
    assert "Did you mean" not in offerlab("xyzzy").err
    assert "Did you mean 'percentile'?" in offerlab("market", "percentil").err


def test_a_missing_name_is_answered_with_the_names(
    offerlab: Callable[..., Said],
) -> None:
    for command, names in (
        ("email", "counter, decline"),
        ("plot", "total, compare, cumulative"),
        ("completion", "bash, zsh, fish"),
    ):
        said = offerlab(command)
        assert said.code == 2
        assert names in said.err
        assert "\\t" not in said.err
