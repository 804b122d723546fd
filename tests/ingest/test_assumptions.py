from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.errors import AssumptionError, InputError
from offerlab.ingest.assumptions import read_assumptions
from offerlab.resources import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_every_default_has_a_unit_and_a_source() -> None:
    for assumption in read_assumptions().by_key.values():
        assert assumption.unit, assumption.key
        assert assumption.source, assumption.key
        assert not assumption.given


def test_settings_come_over_the_file_and_the_file_over_the_defaults(
    write: Callable[[str, str], Path],
) -> None:
    path = write(
        "mine.yaml",
        "raise_rate: 3%\ndiscount_rate: 0.05\nfx: {EUR: 1.08}\n"
        "offers: {Acme: {share_growth_rate: 0.1}}\n",
    )
    assumptions = read_assumptions(path, ["discount_rate=6%", "fx.GBP=1.35"])
    assert assumptions.number("raise_rate") == 0.03
    assert assumptions.number("discount_rate") == 0.06
    assert assumptions.by_key["fx"].value == {"EUR": 1.08, "GBP": 1.35}
    assert assumptions.for_offer("Acme").number("share_growth_rate") == 0.1
    assert assumptions.by_key["discount_rate"].default == 0.04
    assert assumptions.by_key["discount_rate"].source == "--set"


def test_a_map_takes_one_number() -> None:
    assumptions = read_assumptions(settings=["dilution_per_round=0.15"])
    assert assumptions.by_stage("dilution_per_round", "seed") == 0.15


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("discount=5%", "did you mean 'discount_rate'"),
        ("discount_rate=lots", "'lots' is not an amount"),
        ("discount_rate=500%", "not between"),
        ("share_growth_rate=5", "5 would be 500%; write it with its sign"),
        ("volatility_rate.seed=90", "write it with its sign"),
        ("bonus_payout=120", "write it with its sign"),
        ("expected_refresher=40.000", "can be 40,000 or 40"),
        ("exit_scenarios.good=1.500", "can be 1,500 or 1.5"),
        ("fx.EUR=1,08", "a comma separates thousands"),
        ("horizon_years=2.5", "not a whole number"),
        ("horizon_years=nan", "not a number"),
        ("refreshers=maybe", "not one of none, promised, expected"),
        ("discount_rate.x=1", "no assumption 'discount_rate.x'"),
        ("fx.EUR=0", "not between"),
        ("discount_rate", "key=value"),
    ],
)
def test_impossible_settings_are_told(setting: str, words: str) -> None:
    with pytest.raises(AssumptionError, match=words):
        read_assumptions(settings=[setting])


@pytest.mark.parametrize("text", ["- a\n", "offers: 5\n"])
def test_a_file_that_is_no_list_of_assumptions_is_told(
    write: Callable[[str, str], Path], text: str
) -> None:
    with pytest.raises(InputError):
        read_assumptions(write("mine.yaml", text))


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("fx.EUR=", "fx.EUR: a number belongs here"),
        ("fx.EUR=null", "fx.EUR: a number belongs here"),
        ("fx.=1", "no assumption 'fx.'"),
        ("fx.EURO=1", "'EURO' is not a currency"),
        ("fx.EUR.x=1", "is not a currency"),
    ],
)
def test_an_empty_rate_is_no_rate(setting: str, words: str) -> None:
    with pytest.raises(AssumptionError, match=words):
        read_assumptions(settings=[setting])


def test_a_currency_is_known_in_small_letters_and_one_rate_may_serve_all() -> None:
    assert read_assumptions(settings=["fx.eur=1.1"]).rate("EUR", "USD") == 1.1
    assert read_assumptions(settings=["fx=1.5"]).rate("EUR", "USD") == 1.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("raise_rate: 1%\nraise_rate: 2%\n", "'raise_rate' appears twice"),
        ("offers: {Acme: 3}\n", "'Acme' takes a block"),
    ],
)
def test_a_file_of_assumptions_is_read_strictly(
    write: Callable[[str, str], Path], text: str, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        read_assumptions(write("mine.yaml", text))


def test_own_defaults_lie_over_the_shipped(
    write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write(
        "assumptions.yaml",
        "assumptions: {discount_rate: {kind: number, value: 0.07, unit: a year,"
        " source: mine}}\n",
    )
    assumptions = read_assumptions(library=Library(market_data=tmp_path))
    assert assumptions.number("discount_rate") == 0.07
    assert assumptions.whole("horizon_years") == 4
