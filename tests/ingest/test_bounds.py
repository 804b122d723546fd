"""Work is linear in a file, and what is told of it fits a screen."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import pytest

from offerlab.ingest.offers import MAX_OFFERS, read_offers
from tests.conftest import PRIVATE, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from offerlab.core.problem import Problem
    from tests.conftest import Said

Write = "Callable[[str, str], Path]"
GRANT = "  - {kind: rsu, shares: 1000, vesting: amazon-new-hire}\n"


def test_a_hundred_problems_are_told_and_the_rest_counted(
    faults: Callable[[str], list[Problem]],
) -> None:
    # 150 unknown keys: 100 with their lines, and one entry that counts the 50.
    keys = "".join(f"unknown_{k}: 1\n" for k in range(150))
    problems = faults(PUBLIC + keys)
    assert len(problems) == 101
    assert problems[99].line == PUBLIC.count("\n") + 100
    assert problems[100].line is None
    assert problems[100].sentence == (
        "50 more problems, 50 of them errors; fix these first"
    )


def test_an_error_comes_before_a_warning(
    write: Callable[[str, str], Path],
) -> None:
    # 121 warnings (a strike above the price) and one error: 122 less the 100 kept.
    company = {"name": "A", "stage": "public", "share_price": 1}
    good = {"offerlab": 1, "company": company,
            "role": "r", "location": "Boise, ID", "base_salary": 100_000,
            "equity": [{"kind": "nso", "shares": 10, "strike": 2}]}  # fmt: skip
    bad = {**good, "base_salary": "lots"}
    text = json.dumps({"offerlab": 1, "offers": [good] * 120 + [bad]})
    offers, problems = read_offers([write("a.json", text)])
    assert len(offers) == 120
    assert len(problems) == 101
    assert any("'lots' is not an amount" in p.message for p in problems)
    assert problems[-1].message.startswith("22 more problems, 0 of them errors")


def test_many_files_and_offers_after_a_hundred_problems_are_still_refused(
    write: Callable[[str, str], Path],
) -> None:
    bad = {"offerlab": 1, "company": {"name": "A"}, "x": 1}
    text = json.dumps({"offerlab": 1, "offers": [bad] * 200})
    assert read_offers([write("a.json", text)])[0] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PUBLIC + GRANT * 300, "has 301 items, over 200"),
        ("offerlab: 1\noffers: [" + "{}," * 349_000 + "]\n", "too many values"),
        ("offerlab: 1\n" + "a: 1\n" * 200_000, "too many values"),
        ("offerlab: 1\n" + "a: 1\n" * 100_000, "more problems"),
        ("offerlab: 1\noffers: [" + "{}," * (MAX_OFFERS + 1) + "]\n", "over 10,000"),
        (PUBLIC.replace("Contoso", "N" * 3000), "has 3,000 characters"),
        (
            PUBLIC.replace("Machine Learning Engineer", f"'{'[my ' * 99_999}'"),
            "characters",
        ),
    ],
)
def test_a_file_of_no_person_is_refused_soon(
    faults: Callable[[str], list[Problem]], text: str, words: str
) -> None:
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        problems = faults(text)
    finally:
        sys.setprofile(None)
    assert calls < 40 * len(text)
    assert len(problems) <= 101
    assert any(words in problem.message for problem in problems)


def test_the_time_of_reading_doubles_with_the_file(
    write: Callable[[str, str], Path],
) -> None:
    header = "company.name,company.stage,role,location,base_salary\n"
    row = 'A,seed,Engineer,"Boise, ID",100000\n'

    def cost(rows: int) -> float:
        path = write("a.csv", header + row * rows)
        begin = time.process_time()
        read_offers([path])
        return time.process_time() - begin

    cost(50)
    assert cost(2000) < 8 * cost(500) + 0.5


def test_json_reports_no_more(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path]
) -> None:
    said = offerlab(
        "check", write("a.yaml", PRIVATE + "".join(f"k{i}: 1\n" for i in range(999))),
        "--json",
    )  # fmt: skip
    assert said.code == 1
    assert len(said.json["problems"]) == 101
