"""One campaign: hostile inputs through the API, the command line, and processes."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner
from tools.fuzz.door import DOORS, Door
from tools.fuzz.hostile import TOKENS, mutated

from offerlab.cli import main
from offerlab.errors import OfferlabError

if TYPE_CHECKING:
    from collections.abc import Iterator

HANG_SECONDS = 5
SENTINEL = "kept"
SHARED = ("--json", "--verbose", "--csv")


@dataclass
class Tally:
    """What a campaign has counted."""

    inputs: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    tracebacks: Counter[str] = field(default_factory=Counter)
    hangs: Counter[str] = field(default_factory=Counter)
    codes: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        wrong_codes = [code for code in self.codes if code not in (0, 1, 2)]
        return not (self.tracebacks or self.hangs or self.faults or wrong_codes)

    def lines(self) -> list[str]:
        """Report, a line a fact."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        doors = ", ".join(f"{name} {n:,}" for name, n in sorted(self.inputs.items()))
        return [
            f"inputs: {sum(self.inputs.values()):,} ({doors})",
            f"accepted: {sum(self.accepted.values()):,}",
            f"tracebacks: {sum(self.tracebacks.values()):,}",
            *(f"  {n:,} {place}" for place, n in self.tracebacks.most_common(20)),
            f"over {HANG_SECONDS} s: {sum(self.hangs.values()):,} {dict(self.hangs)}",
            f"slowest: {self.slowest:.2f} s; peak memory: {peak:,} MB",
            f"exit codes: {dict(sorted(self.codes.items()))}",
            f"other faults: {sum(self.faults.values()):,} {dict(self.faults)}",
        ]


class Hang(BaseException):
    """An input takes too long."""


@contextmanager
def watched(tally: Tally, name: str) -> Iterator[None]:
    """Count what takes longer than it may, and stop it."""

    def stop(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG_SECONDS)
    begin = time.perf_counter()
    try:
        yield
    except Hang:
        tally.hangs[name] += 1
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        tally.slowest = max(tally.slowest, time.perf_counter() - begin)


def through_api(rng: Random, door: Door, tally: Tally, kept: Path | None) -> None:
    """One input to one reader; whatever is no `OfferlabError` is a fault."""
    data = mutated(rng, rng.choice(door.good))
    tally.inputs[door.name] += 1
    hangs = tally.hangs[door.name]
    with tempfile.TemporaryDirectory() as folder, watched(tally, door.name):
        path = Path(folder) / door.file
        path.write_bytes(data)
        try:
            door.read(path)
            tally.accepted[door.name] += 1
        except OfferlabError:
            pass
        except Hang:
            raise
        except BaseException as error:  # noqa: BLE001 - any is what is looked for
            _note(tally, door.name, error, data, kept)
    if kept is not None and tally.hangs[door.name] > hangs:
        _keep(kept, f"{door.name}_hang.{hangs + 1}.input", data)


def _keep(kept: Path, name: str, data: bytes) -> None:
    kept.mkdir(parents=True, exist_ok=True)
    (kept / name).write_bytes(data)


def _note(
    tally: Tally, name: str, error: BaseException, data: bytes, kept: Path | None
) -> None:
    step = traceback.extract_tb(error.__traceback__)[-1]
    place = (
        f"{name}: {type(error).__name__} at {Path(step.filename).name}:{step.lineno}"
    )
    tally.tracebacks[place] += 1
    if kept is not None and tally.tracebacks[place] <= 3:
        stem = f"{place.replace(' ', '_').replace(':', '-')}.{tally.tracebacks[place]}"
        _keep(kept, f"{stem}.input", data)
        words = "".join(traceback.format_exception(error))
        _keep(kept, f"{stem}.txt", words.encode(errors="backslashreplace"))


def command_line(rng: Random, folder: Path) -> tuple[list[str], bytes]:
    """A command with hostile files and options, and what it reads from stdin."""
    files: dict[str, str] = {}
    for door in DOORS:
        path = folder / door.file
        path.write_bytes(mutated(rng, rng.choice(door.good), most=rng.choice((0, 3))))
        files[door.name] = str(path)
    (folder / "out.txt").write_text(SENTINEL)
    offer = files[rng.choice(("yaml", "yaml", "json", "csv"))]
    word = rng.choice(TOKENS).replace("\0", "")
    commands = [
        ["show", offer], ["check", offer, "--comps", files["comps"]], ["vest", offer],
        ["walkaway", offer], ["compare", offer, files["yaml"]],
        ["catalogue", word],
        ["explain", offer, word], ["market", "percentile", files["comps"]],
        ["market", "percentile", "--role", "ML engineer", "--city", word],
        ["market", "read", files["comps.json"]], ["market", "list"],
        ["ocf", files["ocf"], "--shares", word, "--start", "2027-01-31"],
        ["email", "counter", offer, "--ask-base", word, "--signature", word],
        ["email", "clarify", offer, "--signature", "Sam"],
        ["new", str(folder / "new.yaml")], ["template", str(folder / "offers.csv")],
        ["check", offer, "--set", f"{word}={word}"], [word, offer],
        ["show", offer, "--assumptions", files["assumptions"]],
        ["show", offer, "--set", f"share_prices={files['prices']}"],
    ]  # fmt: skip
    args = rng.choice(commands)
    if rng.random() < 0.3:
        args.append(rng.choice(SHARED))
    if rng.random() < 0.3:
        args += ["-o", str(folder / rng.choice(("out.txt", "fresh.txt", word[:50])))]
    return args, mutated(rng, rng.choice(("\n".join(TOKENS[:9]), "Acme\n" * 30)))


def through_command(rng: Random, tally: Tally, kept: Path | None) -> None:
    """One command in this process."""
    with tempfile.TemporaryDirectory() as name, watched(tally, "command"):
        folder = Path(name)
        args, stdin = command_line(rng, folder)
        tally.inputs["command"] += 1
        done = CliRunner().invoke(main, args, input=stdin)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            if isinstance(done.exception, Hang):
                raise done.exception
            _note(
                tally, f"command {args[0]!r}", done.exception, repr(args).encode(), kept
            )
        _judge(tally, folder, args, done.exit_code, done.stdout, done.stderr)


def through_process(rng: Random, tally: Tally, kept: Path | None) -> None:
    """One command in a process of its own, as a user has it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        args, stdin = command_line(rng, folder)
        args = [arg.encode("utf-8", "replace").decode() for arg in args]
        tally.inputs["process"] += 1
        begin = time.perf_counter()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "offerlab", *args],
                input=stdin, capture_output=True, check=False, timeout=30, cwd=folder,
                env={**os.environ, "OFFERLAB_HOME": str(folder / "home")},
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            tally.hangs[f"process {args[0]!r}"] += 1
            return
        tally.slowest = max(tally.slowest, time.perf_counter() - begin)
        out = done.stdout.decode("utf-8", "replace")
        err = done.stderr.decode("utf-8", "replace")
        if "Traceback" in err:
            last = err.strip().splitlines()[-1][:100]
            tally.tracebacks[f"process {args[0]!r}: {last}"] += 1
            if kept is not None:
                _keep(kept, f"process.{tally.inputs['process']}.txt", done.stderr)
        _judge(tally, folder, args, done.returncode, out, err)


def _judge(
    tally: Tally, folder: Path, args: list[str], code: int, out: str, err: str
) -> None:
    """What a command may never do, whatever it was given."""
    tally.codes[code] += 1
    tally.accepted["command"] += code == 0
    found: dict[str, Any] = {
        "a file changed without --force": (folder / "out.txt").read_text() != SENTINEL,
        "something left beside": any(
            path.name.startswith(".offerlab.") for path in folder.iterdir()
        ),
        "a raw control character": not _is_clean(out) or not _is_clean(err),
        "broken JSON": "--json" in args and code != 2 and "-o" not in args
        and not _is_json(out),
        "a failure without a sentence": code == 1 and not err.strip(),
        "a number that is none": "NaN" in out and "--json" in args,
    }  # fmt: skip
    for what, is_so in found.items():
        if is_so:
            tally.faults[f"{what}: {args[0]!r}"] += 1


def _is_clean(text: str) -> bool:
    return all(char.isprintable() or char in "\n\r" for char in text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return not text
    return True


def run(
    seed: int,
    *,
    seconds: float = 0.0,
    rounds: int = 0,
    ways: tuple[str, ...] = ("api", "command", "process"),
    doors: tuple[Door, ...] = DOORS,
    kept: Path | None = None,
) -> Tally:
    """Run a campaign for a time, or for some rounds: each, all doors once."""
    rng, tally, number = Random(seed), Tally(), 0
    end = time.monotonic() + seconds
    while number < rounds or time.monotonic() < end:
        number += 1
        if "api" in ways:
            for door in doors:
                through_api(rng, door, tally, kept)
        if "command" in ways and number % 3 == 0:
            through_command(rng, tally, kept)
        if "process" in ways and number % 20 == 0:
            through_process(rng, tally, kept)
    return tally
