"""Packages of equal value."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import Ask, SignOnAsk
from offerlab.errors import AskError
from offerlab.negotiate.packages import Worth, packages
from tests.cli.negotiate.test_plan import BIG, CASH
from tests.conftest import PRIVATE, Said

if TYPE_CHECKING:
    from offerlab.core.offer import Offer

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
ASK = Ask(base=150_000, equity_percent=Decimal("0.04"))
TEXT = PRIVATE.replace("base_salary: 150_000", "base_salary: 138_000").replace(
    "valuation: 150_000_000", "valuation: 200_000_000"
)


def test_by_hand(read: Callable[[str], Offer]) -> None:
    # 0.04% of $200M is $80,000; at 35% over four years 7,000 a year: 157,000 in all.
    # At 144,000 base 6,000 are missing: a sign-on of 12,000 over two years, or
    # 6,000 x 4 / 0.35 = 68,571 of stock: 0.0343%, in steps 0.035: 157,125.
    found = packages(read(TEXT), ASK, Worth(0.35))
    assert [(each.base, each.sign_on, each.percent) for each in found] == [
        (150_000, 0, Decimal("0.04")),
        (144_000, 12_000, Decimal("0.04")),
        (144_000, 0, Decimal("0.075")),
    ]
    assert [round(each.value) for each in found] == [157_000, 157_000, 157_125]


def test_must_haves_are_kept(read: Callable[[str], Offer]) -> None:
    found = packages(read(TEXT), ASK, Worth(0.35, least_base=148_000))
    assert min(each.base for each in found) >= 148_000
    with pytest.raises(AskError, match="must-haves"):
        packages(read(TEXT), ASK, Worth(0.35, least_base=150_000))
    with pytest.raises(AskError, match="above the offer"):
        packages(read(TEXT), Ask(base=138_000), Worth(0.35))


def test_worthless_stock_is_never_traded_for(read: Callable[[str], Offer]) -> None:
    found = packages(read(TEXT), ASK, Worth(0.0))
    assert {each.percent for each in found} == {Decimal("0.04")}


def test_random_packages_are_equal_and_differ(read: Callable[[str], Offer]) -> None:
    rng = random.Random(10)
    offer = read(TEXT)
    for _ in range(300):
        base = float(rng.randrange(80_000, 250_000, 500))
        ask = replace(ASK, base=base + rng.randrange(2_000, 40_000, 500))
        worth = Worth(rng.random(), least_base=base if rng.random() < 0.5 else 0)
        found = packages(replace(offer, base_salary=base), ask, worth)
        assert 2 <= len(found) <= 3
        for one in found:
            assert base <= one.base <= (ask.base or 0)
            for other in found:
                assert abs(one.value - other.value) <= 0.01 * one.value + 1e-9
                assert one is other or one.differs(other) >= 2


def test_the_command(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", TEXT)
    args = ("negotiate", "packages", path, "--ask-base", "150k",
            "--ask-equity-percent", "0.04")  # fmt: skip
    said = offerlab(*args)
    assert said.code == 1
    assert "private stock is not cash" in said.err
    said = offerlab(*args, "--stock-weight", "35%")
    assert "$144,000 base; $12,000 sign-on in year 1" in " ".join(said.out.split())
    assert len(offerlab(*args, "--stock-weight", "35%", "--json").json["packages"]) == 3
    assert offerlab(*args, "--stock-weight", "135%").code == 2
    assert offerlab("negotiate", "packages", write("b.yaml", "offerlab: 1\n")).code == 1


def test_cash_alone_names_no_stock(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "negotiate", "packages", write("a.yaml", CASH), "--ask-base", "210k"
    )
    assert said.code == 0
    assert "of stock" not in said.out


def test_listed_stock_counts_in_full(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", BIG)
    said = offerlab("negotiate", "packages", path, "--ask-base", "151k", "--json")
    found = said.json["packages"]
    # 5,000 x 1.15 x 4 = 23,000 of stock, in steps of 5,000 more than 130,000.
    assert [each["equity_value"] for each in found] == [130_000, 130_000, 155_000]
    text = offerlab("negotiate", "packages", path, "--ask-base", "151k").out
    assert "no one who can trade" in " ".join(text.split())
    less = offerlab("negotiate", "packages", path, "--ask-base", "140k")
    assert less.code == 1


def test_stock_in_money_counts_by_what_it_is_worth_to_you(
    read: Callable[[str], Offer],
) -> None:
    text = PRIVATE.replace("series-b", "series-d").replace(
        "{kind: iso, percent: 0.04, strike: 0.90,", "{kind: rsu, value: 100_000,"
    )
    # $160,000 + 100,000 x 0.5 / 4 = 172,500. At 155,000 base 5,000 are missing: 10,000
    # once over two years, or 5,000 x 4 / 0.5 = 40,000 of stock.
    found = packages(read(text), Ask(base=160_000), Worth(0.5))
    assert [(each.base, each.sign_on, each.equity_value) for each in found] == [
        (160_000, 0, 100_000),
        (155_000, 10_000, 100_000),
        (155_000, 0, 140_000),
    ]
    assert {each.value for each in found} == {172_500}
    with_sign_on = Ask(base=160_000, sign_on=(SignOnAsk(1, 20_000),))
    kept = packages(read(text), with_sign_on, Worth(0.5))
    assert [each.sign_on for each in kept] == [20_000, 30_000, 20_000]


def test_a_target_bonus_counts_on_top_of_base(read: Callable[[str], Offer]) -> None:
    # 160,000 x 1.2 = 192,000; at 155,000 it is 186,000, so 12,000 once are missing.
    offer = read(PRIVATE + "target_bonus: 20%\n")
    found = packages(offer, Ask(base=160_000), Worth(0.0))
    assert [(each.base, each.sign_on, each.value) for each in found] == [
        (160_000, 0, 192_000),
        (155_000, 12_000, 192_000),
    ]


def test_a_package_more_than_a_hundredth_off_is_none(
    read: Callable[[str], Offer],
) -> None:
    # $21,500 + 10,000 / 4 = 24,000. At 20,500 base 1,000 are missing: 4,000 of stock,
    # in steps of 5,000, and so 250 a year too much, 1.04%; 2,000 once is exact.
    text = BIG.replace("141_000", "20_000").replace("130_000", "10_000")
    text = text.replace("target_bonus: 15%\n", "").replace(
        "sign_on: {amount: 20_000}\n", ""
    )
    found = packages(read(text), Ask(base=21_500), Worth(0.0))
    assert [(each.base, each.sign_on, each.equity_value) for each in found] == [
        (21_500, 0, 10_000),
        (20_500, 2_000, 10_000),
    ]
