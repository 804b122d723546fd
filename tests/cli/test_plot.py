from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_plot_writes_a_picture(
    offerlab: Run, write: Write, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / f"total.{kind}"
    said = offerlab(
        "plot", "total", write("a.yaml", PRIVATE), write("b.yaml", PUBLIC), "-o", out
    )
    assert said.code == 0, said.err
    assert out.stat().st_size > 5_000
    assert out.stat().st_mode & 0o777 == 0o600


def test_plot_refuses_what_it_cannot_write(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path = write("a.yaml", PUBLIC)
    said = offerlab("plot", "total", path, "-o", tmp_path / "total.gif")
    assert said.code == 1
    assert "a plot is written as .png, .svg, .pdf" in said.err
    assert offerlab("plot", "total", path).code == 2
    assert offerlab("plot", "pie", path, "-o", tmp_path / "a.png").code == 2
    bad = offerlab("plot", "total", write("b.yaml", "x"), "-o", tmp_path / "a.png")
    assert bad.code == 1
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize("kind", ["cumulative", "vesting", "market"])
def test_every_kind_draws_one_and_two_offers(
    offerlab: Run, write: Write, tmp_path: Path, kind: str
) -> None:
    paths = [write("a.yaml", PRIVATE), write("b.yaml", PUBLIC)]
    for count in (1, 2):
        out = tmp_path / f"{kind}{count}.svg"
        said = offerlab("plot", kind, *paths[:count], "-o", out)
        assert said.code == 0, said.err
        assert out.stat().st_size > 5_000


def test_a_vesting_plot_needs_a_schedule(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path = write("a.yaml", PUBLIC.partition("equity:")[0])
    said = offerlab("plot", "vesting", path, "-o", tmp_path / "v.png")
    assert said.code == 1
    assert "no grant with a vesting schedule" in said.err


def test_a_plot_takes_up_to_ten_offers(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    paths = [write("a.yaml", PUBLIC)] * 11
    assert offerlab("plot", "total", *paths, "-o", tmp_path / "t.png").code == 2


def test_the_surroundings_do_not_change_a_plot(
    write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path = write("a.yaml", PUBLIC)
    write("matplotlibrc", "text.usetex: True\nnonsense\n\xff: 1\n")
    write("other", "font.size: 60\n")
    pictures = []
    for name, extra in (
        ("plain.png", {}),
        ("odd.png", {"MPLBACKEND": "nosuch", "MATPLOTLIBRC": str(tmp_path / "other")}),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "offerlab", "plot", "vesting", path, "-o", name],
            cwd=tmp_path if extra else tmp_path.parent,
            env={**os.environ, **extra},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, f"Wrote {name}\n")
        pictures.append((tmp_path if extra else tmp_path.parent) / name)
    assert pictures[0].read_bytes() == pictures[1].read_bytes()
