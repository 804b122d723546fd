"""Numbers as people write them, at every door of the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said
from tests.ocf_terms import monthly

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("shares: 1000", "value: 160.000"),
        ("shares: 1000", "annual_value: 120.000"),
        ("shares: 1000", "shares: 4.000"),
        ("base_salary: 145_000", "base_salary: 145_000\nsign_on: 150.000"),
        ("base_salary: 145_000", "base_salary: 145_000\ntarget_bonus: 150.000"),
        ("share_price: 100", "share_price: 100, fully_diluted_shares: 50.000"),
        ("base_salary: 145_000", "base_salary: ١٤٥٠٠٠"),
        ("base_salary: 145_000", "base_salary: １４５０００"),
        ("2027-02-01", "２０２７-02-01"),
        ("base_salary: 145_000", "base_salary: 145,00"),
        ("base_salary: 145_000", "base_salary: £145k"),
        ("base_salary: 145_000", "base_salary: $145k\ncurrency: EUR"),
    ],
)
def test_a_number_that_could_be_two_is_no_offer(
    offerlab: Run, write: Write, old: str, new: str
) -> None:
    assert old in PUBLIC
    said = offerlab("show", write("a.yaml", PUBLIC.replace(old, new)), "--json")
    assert said.code == 1
    assert "total" not in said.json
    [problem] = said.json["problems"]
    assert problem["line"]
    assert problem["severity"] == "error"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("share_price: 100", "share_price: 100.125"),
        ("shares: 1000", "value: 160.000k"),
        ("shares: 1000", "value: 160000.000"),
        ("base_salary: 145_000", "base_salary: €145k\ncurrency: EUR"),
        ("base_salary: 145_000", "base_salary: 145k EUR\ncurrency: EUR"),
    ],
)
def test_a_number_that_is_one_is_read(
    offerlab: Run, write: Write, old: str, new: str
) -> None:
    assert offerlab("show", write("a.yaml", PUBLIC.replace(old, new))).code == 0


@pytest.mark.parametrize("shares", ["1,5", "10,00", "1,,8", "_18", "4.000", "１８"])
def test_shares_of_terms_are_written_well(
    offerlab: Run, write: Write, shares: str
) -> None:
    path = write("terms.json", json.dumps(monthly()))
    said = offerlab("ocf", path, "--shares", shares, "--start", "2027-01-31")
    assert said.code == 2
    assert said.out == ""


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("--percentiles", "25,5o,75"),
        ("--percentiles", "25.5,50"),
        ("--percentiles", "²"),
        ("--percentiles", "9" * 5000),
        ("--percentiles", ""),
        ("--value", "150.000"),
        ("--value", "１５０"),
    ],
)
def test_a_part_of_a_number_is_not_dropped(
    offerlab: Run, option: str, text: str
) -> None:
    said = offerlab("market", "percentile", "--role", "ML engineer", option, text)
    assert said.code == 2
    assert said.out == ""


@pytest.mark.parametrize("command", ["show", "vest", "walkaway", "check", "compare"])
def test_an_unknown_profile_is_refused_by_every_command(
    offerlab: Run, write: Write, command: str
) -> None:
    said = offerlab(command, write("a.yaml", PRIVATE), "--profile", "nosuch")
    assert said.code == 1
    assert "there is no benchmark profile 'nosuch'" in said.err
