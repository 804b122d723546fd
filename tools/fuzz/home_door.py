"""Doors of what offerlab keeps for the user, through the commands that read it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from click.testing import CliRunner
from tools.fuzz import good

from offerlab.cli import main
from offerlab.errors import OfferlabError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMPANY = "Northwind Labs"


def negotiation(path: Path) -> None:
    """Do all that a negotiation's log is read for, and add to it."""
    home = path.parent / "home"
    folder = _versions(home)
    shutil.copy(path, folder / "log.jsonl")
    for words in (
        ["stage"], ["next"], ["log"], ["diff"], ["sent", "nudge"],
        ["sent", "counter", "--ask-base", "150k"],
        ["reply", "no", "--outcome", "final"],
        ["promise", "a review"], ["signal", "they said yes"],
    ):  # fmt: skip
        _tried(home, "negotiate", words[0], COMPANY, *words[1:])
    _run(home, "negotiate", "log")
    _run(home, "negotiate", "plan", str(folder / "offers" / "v1.yaml"))


def stop_line(path: Path) -> None:
    """Read a version and a stop line that somebody changed."""
    home = path.parent / "home"
    folder = _versions(home)
    (folder / "log.jsonl").write_text(good.LOGS[0], encoding="utf-8")
    shutil.copy(path, folder / "stop-line")
    shutil.copy(path, folder / "offers" / "v2.yaml")
    _tried(home, "negotiate", "diff", COMPANY)
    _run(home, "negotiate", "next", COMPANY)


def _versions(home: Path) -> Path:
    folder = home / "negotiations" / "northwind-labs"
    (folder / "offers").mkdir(parents=True)
    for number in (1, 2):
        text = good.VERSIONS[number - 1]
        (folder / "offers" / f"v{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def imported(path: Path) -> None:
    """Keep comps, ask them, list them, forget them."""
    home = path.parent / "home"
    _run(home, "market", "import", str(path))
    _run(home, "market", "list")
    _tried(home, "market", "percentile", "--role", "ML engineer")
    _run(home, "market", "forget", path.name)


def kept_map(path: Path) -> None:
    """Read comps by a map that somebody changed."""
    home = path.parent / "home"
    (home / "maps").mkdir(parents=True)
    shutil.copy(path, home / "maps" / "m.json")
    _run(home, "market", "read", _comps(path), "--use-map", "m")


def mapping(path: Path) -> None:
    """Take the maps of the command line, one a line, and keep them."""
    words = path.read_bytes().decode("utf-8", "replace").replace("\0", "").split("\n")
    maps = [part for each in words[:20] if each for part in ("--map", each)]
    _run(path.parent / "home", "market", "read", _comps(path), *maps, "--save-map", "m")


def _comps(path: Path) -> str:
    comps = path.parent / "comps.csv"
    comps.write_text(good.COMPS[1], encoding="utf-8")
    return str(comps)


def defaults(path: Path) -> None:
    """Read the user's defaults, as each command does."""
    home = path.parent / "home"
    home.mkdir()
    shutil.copy(path, home / "config.yaml")
    _tried(home, "config")
    offer = path.parent / "offer.yaml"
    offer.write_text(good.OFFERS[0], encoding="utf-8")
    _run(home, "email", "accept", str(offer))


def market_file(name: str, *words: str) -> Callable[[Path], None]:
    """Reader of a file of market data, through a command."""

    def read(path: Path) -> None:
        data = path.parent / "data"
        data.mkdir()
        shutil.copy(path, data / name)
        offer = path.parent / "offer.yaml"
        offer.write_text(good.OFFERS[0], encoding="utf-8")
        args = [str(offer) if each == "OFFER" else each for each in words]
        _run(path.parent / "home", *args, "--market-data", str(data))

    return read


def _tried(home: Path, *args: str) -> int:
    """Exit code of a command that may refuse, and does nothing worse."""
    surroundings = {"OFFERLAB_HOME": str(home), "OFFERLAB_TODAY": "2026-11-23"}
    done = CliRunner().invoke(main, list(args), env=surroundings)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    shown = done.stdout + done.stderr
    assert all(c.isprintable() or c in "\n\r" for c in shown), "a raw control letter"
    return done.exit_code


def _run(home: Path, *args: str) -> None:
    """Run a command; a refusal is an `OfferlabError`."""
    if _tried(home, *args):
        raise OfferlabError(" ".join(args[:2]))
