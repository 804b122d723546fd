"""Fixtures that all tests share: offers as text, the command line in-process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from offerlab.cli import main
from offerlab.core.timetable import timetable, undated_timetable
from offerlab.ingest.assumptions import read_assumptions
from offerlab.ingest.benchmarks import read_benchmark
from offerlab.ingest.offers import read_offers

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.core.problem import Problem

# A busy machine is no failure: no test is timed.
settings.register_profile("untimed", deadline=None)
# What `make mutants` asks for.
settings.register_profile("few", deadline=None, max_examples=20)
settings.load_profile("untimed")

DATA = Path(__file__).parent / "data"

PRIVATE = """\
offerlab: 1
company:
  name: Northwind Robotics
  stage: series-b
  valuation: 150_000_000
  fully_diluted_shares: 50_000_000
  preferred_price: 3.00
  fmv_409a: 1.40
role: Machine Learning Engineer
location: San Francisco, CA
start_date: 2027-01-11
base_salary: 150_000
equity:
  - {kind: iso, percent: 0.04, strike: 0.90, vesting: standard-startup-option}
contacts: [{name: Dana Lee, role: recruiter, email: dana@example.com}]
"""

UNTOLD_TOTAL = "  fully_diluted_shares: 50_000_000\n  preferred_price: 3.00\n"
"""Lines of `PRIVATE`: without them nobody knows how many shares there are."""

NOTHING_MORE = (
    "target_bonus: none\nrefreshers: none\nrelocation: none\n"
    "benefits: {retirement_match: none}\n"
)
"""Lines for an offer whose paper gives no other pay."""

PUBLIC = """\
offerlab: 1
company: {name: Contoso, stage: public, share_price: 100}
role: Machine Learning Engineer
location: Seattle, WA
start_date: 2027-02-01
base_salary: 145_000
equity:
  - {kind: rsu, shares: 1000, vesting: amazon-new-hire}
"""


@dataclass(frozen=True)
class Said:
    """What a command said: exit code, both streams."""

    result: Result

    @property
    def code(self) -> int:
        return self.result.exit_code

    @property
    def out(self) -> str:
        return self.result.stdout

    @property
    def err(self) -> str:
        return self.result.stderr

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the store, the negotiations or the day of whoever runs it."""
    monkeypatch.setenv("OFFERLAB_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("OFFERLAB_TODAY", raising=False)


@pytest.fixture
def offerlab() -> Callable[..., Said]:
    """Run the command line in this process."""

    def run(*args: object, stdin: str | bytes | None = None) -> Said:
        runner = CliRunner()
        return Said(runner.invoke(main, [str(arg) for arg in args], input=stdin))

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file into the test's own folder."""

    def to_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return to_file


@pytest.fixture
def read(write: Callable[[str, str], Path]) -> Callable[[str], Offer]:
    """Read an offer from YAML text that has no errors."""

    def from_text(text: str) -> Offer:
        offers, problems = read_offers([write("offer.yaml", text)])
        assert [p for p in problems if p.severity == "error"] == []
        return offers[0]

    return from_text


@pytest.fixture
def faults(write: Callable[[str, str], Path]) -> Callable[[str], list[Problem]]:
    """Read YAML text and give its problems."""

    def from_text(text: str) -> list[Problem]:
        return read_offers([write("offer.yaml", text)])[1]

    return from_text


@pytest.fixture
def private_offer(read: Callable[[str], Offer]) -> Offer:
    return read(PRIVATE)


@pytest.fixture
def public_offer(read: Callable[[str], Offer]) -> Offer:
    return read(PUBLIC)


@pytest.fixture
def benchmark() -> Benchmark:
    return read_benchmark()


assume = read_assumptions

LINE = 500e6
"""Valuation in dollars above which grants are quoted in money: the shipped one."""


def monthly_prices(price: str = "{month}", years: range = range(2027, 2032)) -> str:
    """CSV of a price on the first of each month; ``{month}`` stands for its number."""
    rows = [
        f"{year}-{month:02}-01,{price.format(month=month)}\n"
        for year in years
        for month in range(1, 13)
    ]
    return "date,price\n" + "".join(rows)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """No test sees what another one computed: a fault would hide behind a cache."""
    timetable.cache_clear()
    undated_timetable.cache_clear()
