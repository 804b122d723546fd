from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from offerlab.files import written_beside
from offerlab.ingest.comps import kept_rows, reader
from tests.conftest import DATA, Said

Run = Callable[..., Said]
COMPS = DATA / "comps"
AIJOBS = COMPS / "exact_repeats_aijobs.csv"
LCA = COMPS / "lca_fy2015_range_string.csv"
OEWS = COMPS / "oews_national_M2024_topcode.csv"


@pytest.fixture(params=["row by row", "by column"])
def reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and what is kept of them as small, and as large ones."""
    if request.param == "by column":
        monkeypatch.setattr(reader, "LEAST_BYTES", 0)
        monkeypatch.setattr(kept_rows, "LEAST_ROWS", 0)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OFFERLAB_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


def kept(home: Path) -> list[Path]:
    return sorted((home / "market").iterdir())


@pytest.mark.usefixtures("reading")
def test_a_kept_file_answers_as_the_file_itself(offerlab: Run, home: Path) -> None:
    for path, filters in (
        (AIJOBS, []),
        (AIJOBS, ["--role", "Machine Learning Engineer", "--value", "150k"]),
        (LCA, ["--percentiles", "10,50,90"]),
        (OEWS, ["--role", "Data Scientists"]),
    ):
        direct = offerlab("market", "percentile", path, *filters, "--json").json
        assert offerlab("market", "import", path).code == 0
        asked = offerlab("market", "percentile", *filters, "--json").json
        same = ("count", "percentiles", "interval", "rank", "currency", "as_of",
                "dropped", "rows", "columns", "area")  # fmt: skip
        for key in same:
            mine, its = asked[key], direct[key]
            if key == "columns":
                mine, its = list(mine.values()), list(its.values())
            assert mine == its, (path.name, key)
        assert asked["sources"] == [path.name]
        assert offerlab("market", "forget", path.name).code == 0
    assert kept(home) == []


def test_importing_again_changes_nothing(offerlab: Run, home: Path) -> None:
    first = offerlab("market", "import", AIJOBS, "--json").json["files"]
    (path,) = kept(home)
    before = path.stat()
    again = offerlab("market", "import", AIJOBS, "--json").json["files"]
    assert [each["new"] for each in (*first, *again)] == [True, False]
    assert first[0]["id"] == again[0]["id"]
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    # Read in another way it is another file.
    other = offerlab("market", "import", AIJOBS, "--period", "year", "--json").json
    assert other["files"][0]["new"] is True


def test_what_is_kept_is_the_owners_alone_and_has_its_provenance(
    offerlab: Run, home: Path
) -> None:
    assert offerlab("market", "import", LCA).code == 0
    (path,) = kept(home)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    (listed,) = offerlab("market", "list", "--json").json["kept"]
    assert listed["file"] == LCA.name
    assert listed["kind"] == "DOL LCA disclosure data"
    assert listed["rows"] == {"base": 7}
    assert listed["read"] == 12
    assert listed["imported"]
    assert "Your own comps, kept" in offerlab("market", "list").out


def test_a_measure_of_its_own_is_kept_too(
    offerlab: Run, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "levels.csv"
    rows = "\n".join(f"Acme,Engineer,{100 + n}000,{150 + 2 * n}000" for n in range(12))
    path.write_text(f"company,title,base salary,total compensation\n{rows}\n")
    assert offerlab("market", "import", path).code == 0
    base = offerlab("market", "percentile", "--json").json
    total = offerlab("market", "percentile", "--measure", "total", "--json").json
    # The middle of 100 ... 111 is 105.5, that of 150, 152 ... 172 is 161 (thousand).
    assert base["percentiles"]["50"] == 105_500
    assert total["percentiles"]["50"] == 161_000


@pytest.mark.usefixtures("reading")
def test_parts_of_one_source_are_pooled_and_kinds_only_when_asked(
    offerlab: Run, home: Path, tmp_path: Path
) -> None:
    head, *rows = LCA.read_text().splitlines()
    for name, part in (("q1.csv", rows[:8]), ("q2.csv", rows[4:])):
        (tmp_path / name).write_text("\n".join([head, *part]) + "\n")
        assert offerlab("market", "import", tmp_path / name).code == 0
    whole = offerlab("market", "percentile", LCA, "--json").json
    both = offerlab("market", "percentile", "--json").json
    # A case that both parts have counts once.
    assert (both["count"], both["percentiles"]) == (
        whole["count"], whole["percentiles"],
    )  # fmt: skip
    assert offerlab("market", "import", AIJOBS).code == 0
    said = offerlab("market", "percentile")
    assert said.code == 1
    assert "pool them with --blend" in said.err
    assert offerlab("market", "percentile", "--blend").code == 0


def test_what_ships_answers_where_nothing_kept_does(offerlab: Run, home: Path) -> None:
    assert offerlab("market", "import", LCA).code == 0
    said = offerlab("market", "percentile", "--role", "Data Scientist")
    assert said.code == 0
    assert "BLS OEWS" in said.out
    assert f"nothing that you keep answers this ({LCA.name})" in " ".join(
        said.out.split()
    )
    said = offerlab("market", "percentile", "--role", "Nurse", "--measure", "total")
    assert "give a FILE of your own" in said.err


def test_forgetting(offerlab: Run, home: Path) -> None:
    assert offerlab("market", "import", LCA, AIJOBS).code == 0
    said = offerlab("market", "forget", "nothing.csv")
    assert said.code == 1
    assert AIJOBS.name in said.err
    assert offerlab("market", "forget").code == 2
    assert offerlab("market", "forget", LCA.name).code == 0
    assert len(kept(home)) == 1
    assert offerlab("market", "forget", "--all").code == 0
    assert kept(home) == []
    assert LCA.exists()


def test_a_damaged_or_newer_file_is_said_and_can_be_forgotten(
    offerlab: Run, home: Path
) -> None:
    assert offerlab("market", "import", AIJOBS).code == 0
    (path,) = kept(home)
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    for words in (["market", "percentile"], ["market", "list"]):
        said = offerlab(*words)
        assert said.code == 1
        assert "is damaged; 'offerlab market forget' it" in " ".join(said.err.split())
    with duckdb.connect() as connection:
        about = "KV_METADATA {offerlab: '{\"version\": 99}'}"
        connection.execute(f"COPY (SELECT 1) TO '{path}' (FORMAT parquet, {about})")
    assert "is from a newer offerlab" in offerlab("market", "percentile").err
    assert offerlab("market", "forget", "--all").code == 0
    assert offerlab("market", "import", AIJOBS).code == 0


def test_a_file_that_cannot_be_read_leaves_the_store_as_it_was(
    offerlab: Run, home: Path, tmp_path: Path
) -> None:
    assert offerlab("market", "import", AIJOBS).code == 0
    before = kept(home)
    bad = tmp_path / "bad.csv"
    bad.write_text("name,phone\nAda,555\n")
    for path in (bad, tmp_path / "none.csv", tmp_path):
        said = offerlab("market", "import", path)
        assert said.code == 1
        assert "Traceback" not in said.err
    assert kept(home) == before


def test_a_full_disk_leaves_the_store_as_it_was(
    offerlab: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offerlab("market", "import", AIJOBS).code == 0
    before = kept(home)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("offerlab.files.os.fsync", full)
    said = offerlab("market", "import", LCA)
    assert said.code == 1
    assert "cannot be written (No space left on device)" in " ".join(said.err.split())
    assert kept(home) == before


def test_an_import_that_is_killed_leaves_the_store_as_it_was(home: Path) -> None:
    code = (
        "import time\nfrom offerlab.ingest.comps import store\n"
        "real = store.written_beside\n"
        "from contextlib import contextmanager\n"
        "@contextmanager\ndef slow(path):\n    with real(path) as beside:\n"
        "        yield beside\n        print('here', flush=True)\n"
        "        time.sleep(30)\n"
        "store.written_beside = slow\nfrom offerlab.cli import main\n"
        f"main(['market', 'import', {str(AIJOBS)!r}])\n"
    )
    environment = {**os.environ, "OFFERLAB_HOME": str(home)}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGKILL)
    assert [path.suffix for path in kept(home)] != [".parquet"]
    done = subprocess.run(
        [sys.executable, "-m", "offerlab", "market", "import", str(AIJOBS)],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert [path.suffix for path in kept(home)] == [".parquet"]  # swept, and whole


def test_two_imports_at_once_are_both_whole(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.csv"
    shutil.copy(AIJOBS, copy)
    environment = {**os.environ, "OFFERLAB_HOME": str(home)}
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "offerlab", "market", "import", str(path)],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for path in (AIJOBS, copy, LCA)
    ]  # fmt: skip
    end = time.monotonic() + 120
    while any(run.poll() is None for run in runs) and time.monotonic() < end:
        time.sleep(0.05)
    assert [run.returncode for run in runs] == [0, 0, 0]
    # The copy has the same bytes: it is the same file.
    assert [path.suffix for path in kept(home)] == [".parquet"] * 2


def test_rows_are_written_into_the_file_that_is_held(
    offerlab: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is not held would be swept by another import at the same time."""
    seen = []

    @contextmanager
    def watched(path: Path) -> Iterator[Path]:
        with written_beside(path) as beside:
            before = beside.stat().st_ino
            yield beside
            seen.append(beside.stat().st_ino == before)

    monkeypatch.setattr("offerlab.ingest.comps.store.written_beside", watched)
    assert offerlab("market", "import", AIJOBS).code == 0
    assert seen == [True]


def test_what_cannot_be_kept_is_a_sentence(
    offerlab: Callable[..., Said], tmp_path: Path, home: Path
) -> None:
    blank = tmp_path / "blank.csv"
    blank.write_text("role,salary\n" + ",\n" * 9)
    os.mkfifo(tmp_path / "pipe")
    for path, words in (
        (blank, "no row can be used (9 a blank row)"),
        (tmp_path / "pipe", "is a pipe, and not a file"),
        (tmp_path, "this is a folder"),
        (Path("/dev/zero"), "is a device, and not a file"),
        (tmp_path / "none.csv", "there is no such file"),
    ):
        said = offerlab("market", "import", path)
        assert said.code == 1
        assert words in said.err
    assert not home.exists() or not kept(home)


def test_a_kept_survey_leaves_out_what_its_file_does(
    offerlab: Callable[..., Said], tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "survey.csv"
    rows = "".join(f"2026-01-01,MLE,{100_000 + n}\n" for n in range(5))
    path.write_text(
        f"Timestamp,Job title,Annual salary\n{rows}2026-01-01,MLE,3500000\n"
    )
    asked = offerlab("market", "percentile", path, "--json").json
    assert offerlab("market", "import", path).code == 0
    kept_answer = offerlab("market", "percentile", "--role", "MLE", "--json").json
    assert (asked["count"], kept_answer["count"]) == (5, 5)
    assert asked["percentiles"] == kept_answer["percentiles"]
