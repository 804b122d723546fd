from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]

OWN = """\
code,area,all_items,housing,year,source
42660,"Seattle-Tacoma-Bellevue, WA",125,150,2030,my own index
12420,"Austin-Round Rock-San Marcos, TX",100,*,2030,my own index
"""
OFFER = """\
offerlab: 1
company: {name: %s, stage: public, share_price: 100}
role: Machine Learning Engineer
location: %s
start_date: 2027-01-11
base_salary: %s
equity: none
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "price_parities.csv").write_text(OWN)
    return tmp_path / "mine"


def test_what_buys_the_same_is_in_proportion_to_prices(
    offerlab: Run, own: Path
) -> None:
    said = offerlab(
        "market", "place", "Seattle, WA", "Austin, TX", "--pay", "150k",
        "--market-data", own, "--json",
    )  # fmt: skip
    seattle, austin = said.json["places"]
    # 150,000 x 100 / 125 = 120,000
    assert (seattle["same_living"], austin["same_living"]) == (150_000, 120_000)
    assert (seattle["price_level"], seattle["housing"]) == (125, 150)
    assert austin["housing"] is None
    assert said.json["source"] == "my own index"
    # Wages are BLS's: the median of developers there over that of the nation.
    assert 100 < seattle["wage_level"] < 150


def test_the_figures_that_ship_are_those_of_the_bureau(offerlab: Run) -> None:
    said = offerlab("market", "place", "San Francisco, CA", "Abilene, TX", "--json")
    first, second = said.json["places"]
    # MARPP 2024: all items 115.613 and 90.364, housing 194.718 and 73.791.
    assert (first["price_level"], second["price_level"]) == (115.613, 90.364)
    assert (first["housing"], second["housing"]) == (194.718, 73.791)
    assert said.json["year"] == "2024"
    text = " ".join(offerlab("market", "place", "San Francisco, CA").out.split())
    assert "cost of living" in text
    assert "cost of labor" in text
    assert "BEA regional price parities (MARPP) of 2024" in text


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Seatle", "did you mean 'Seattle'?"),
        ("Toronto", "is not a metro with known prices"),
        ("Remote", "is not a metro with known prices"),
        ("", "is not a metro with known prices"),
    ],
)
def test_a_place_that_is_not_known(offerlab: Run, place: str, words: str) -> None:
    said = offerlab("market", "place", place)
    assert said.code == 1
    assert words in said.err


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('42660,"Seattle, WA",1.25,1,2030,x', "price_parities.csv:2"),
        ('42660,"Seattle, WA",much,1,2030,x', "price_parities.csv:2"),
        ("42660,Seattle, WA,125,1,2030,x", "price_parities.csv:2"),
    ],
)
def test_an_index_of_ones_own_is_read_strictly(
    offerlab: Run, own: Path, row: str, words: str
) -> None:
    head = OWN.splitlines()[0]
    (own / "price_parities.csv").write_text(f"{head}\n{row}\n")
    said = offerlab("market", "place", "Seattle, WA", "--market-data", own)
    assert said.code == 1
    assert words in said.err


def test_compare_has_spendable_pay_beside_the_ranking(
    offerlab: Run, own: Path, write: Write
) -> None:
    first = write("a.yaml", OFFER % ("Ash", "Seattle, WA", "150k"))
    second = write("b.yaml", OFFER % ("Birch", "Austin, TX", "130k"))
    args = ("compare", first, second, "--market-data", own)
    found = {each["id"]: each for each in offerlab(*args, "--json").json["places"]}
    # 150,000 / 1.25 = 120,000 against 130,000 / 1.00: Birch buys more, Ash still ranks
    # first, for no total is changed by prices.
    assert found["Ash"]["at_average_prices"] == 120_000
    assert found["Birch"]["at_average_prices"] == 130_000
    ranking = offerlab(*args, "--json").json["ranking"]
    assert [each["id"] for each in ranking] == ["Ash", "Birch"]
    out = offerlab(*args, "--verbose").out
    assert "Guaranteed cash a year at the prices of its place (2030)" in out
    assert "at the prices of its place" not in offerlab(*args).out


def test_one_place_is_no_comparison(offerlab: Run, own: Path, write: Write) -> None:
    first = write("a.yaml", OFFER % ("Ash", "Seattle, WA", "150k"))
    second = write("b.yaml", OFFER % ("Birch", "Seattle, WA", "130k"))
    args = ("compare", first, second, "--market-data", own, "--verbose")
    assert "at the prices of its place" not in offerlab(*args).out
    remote = write("c.yaml", OFFER % ("Cedar", "Remote", "130k"))
    args = ("compare", first, remote, "--market-data", own, "--json")
    assert [each["id"] for each in offerlab(*args).json["places"]] == ["Ash"]
