from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.benchmarks import read_benchmark
from offerlab.resources import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OWN = """\
default: mine
profiles:
  mine:
    description: senior engineer
    base_salary: {midpoint: 200k, tolerance: 20k}
    equity: {percent: 0.1, vesting: meta-quarterly}
    as_of: 2026-11
    source: my notes
    confidence: low
"""


def test_the_default_profile() -> None:
    profile = read_benchmark()
    assert (profile.low, profile.midpoint, profile.high) == (140_000, 150_000, 160_000)
    assert profile.equity_percent == Decimal("0.04")
    assert profile.dollars_above == 500_000_000
    assert profile.source
    assert profile.as_of


def test_own_profiles_come_first_and_the_shipped_stay_known(
    write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write("benchmarks.yaml", OWN)
    assert read_benchmark(library=Library(tmp_path)).name == "mine"
    assert read_benchmark("ml-new-grad", library=Library(tmp_path)).midpoint == 150_000


def test_an_unknown_profile_is_told_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean 'ml-new-grad'"):
        read_benchmark("ml-newgrad")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("midpoint: 200k", "midpoint: x", "'x' is not an amount"),
        ("as_of: 2026-11", "as_off: 2026-11", "as_of: is missing"),
        ("default:", "defualt:", "did you mean 'default'"),
        ("meta-quarterly", "meta-quartely", "no schedule"),
    ],
)
def test_a_broken_profile_is_told(
    write: Callable[[str, str], Path], tmp_path: Path, old: str, new: str, words: str
) -> None:
    write("benchmarks.yaml", OWN.replace(old, new))
    with pytest.raises(InputError, match=words):
        read_benchmark("mine", library=Library(tmp_path))
