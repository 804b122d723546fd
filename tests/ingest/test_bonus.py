from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.bonus import TargetBonus, YearBonus
from offerlab.core.offer import Offer
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


def test_a_bonus_told_year_by_year_has_one_clock(read: Read) -> None:
    bonus = read(
        PUBLIC + "target_bonus: [{year: 2, target: 15%},"
        " {year: 1, amount: 125k, guaranteed: true, paid_in_month: 3}]\n"
    ).target_bonus
    assert bonus == TargetBonus(
        "letter",
        paid_in_month=3,
        years=(YearBonus(1, None, 125_000, True), YearBonus(2, 0.15)),
    )
    assert bonus.of_year(2) == YearBonus(2, 0.15)
    assert bonus.of_year(3) is None  # not told


def test_a_single_year_needs_no_list(read: Read) -> None:
    bonus = read(PUBLIC + "target_bonus: {year: 1, amount: 20k}\n").target_bonus
    assert bonus is not None
    assert bonus.years == (YearBonus(1, None, 20_000),)


def test_one_target_holds_in_every_year(read: Read) -> None:
    text = PUBLIC + "target_bonus: {target: 10%, guaranteed_first_year: true}\n"
    bonus = read(text).target_bonus
    assert bonus is not None
    assert bonus.of_year(1) == YearBonus(1, 0.1, guaranteed=True)
    assert bonus.of_year(4) == YearBonus(4, 0.1)


@pytest.mark.parametrize("word", ["none", "0", "None"])
def test_no_bonus_is_told(read: Read, word: str) -> None:
    bonus = read(f"{PUBLIC}target_bonus: {word}\n").target_bonus
    assert bonus is not None
    assert bonus.is_none


@pytest.mark.parametrize("line", ["", "target_bonus: unknown\n", "target_bonus:\n"])
def test_a_bonus_may_be_not_told(read: Read, line: str) -> None:
    assert read(PUBLIC + line).target_bonus is None


@pytest.mark.parametrize(
    ("value", "field", "words"),
    [
        ("maybe", "", "'maybe' is not an amount"),
        ("10", "", "10% or as an amount"),
        ("10%%", "", "two percent signs; write 10%"),
        ("[10%]", ".1", "a block with 'year'"),
        ("[{target: 10%}]", ".1.year", "is missing"),
        ("[{year: 1}]", ".1", "the year has no size"),
        ("[{year: 1, target: 10%, amount: 9k}]", ".1.target", "keep the one"),
        ("[{year: 0, target: 10%}]", ".1.year", "below 1"),
        ("[{year: 1, target: 15}]", ".1.target", "write 15%"),
        ("[{year: 1, target: 1%}, {year: 1, target: 2%}]", ".2.year", "given twice"),
        (
            "[{year: 1, target: 1%, paid_in_month: 3},"
            " {year: 2, target: 1%, paid_in_month: 4}]",
            "",
            "have one clock",
        ),
    ],
)
def test_a_bonus_that_cannot_be_is_refused(
    faults: Faults, value: str, field: str, words: str
) -> None:
    assert_refused(faults, f"target_bonus: {value}", f"target_bonus{field}", words)
