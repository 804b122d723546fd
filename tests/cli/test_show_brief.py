from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]

EXAMPLES = [f"templates/offers/{name}.yaml" for name in ("northwind", "contoso")]


def test_two_offers_fit_one_screen(offerlab: Run) -> None:
    said = offerlab("show", *EXAMPLES)
    lines = said.out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    words = " ".join(said.out.split())
    # 4 × 138,000 + 4 × 13,800 + 15,000 = 622,200
    assert "Northwind Robotics: total 166,800 151,800 151,800 151,800 622,200" in words
    assert "Contoso Cloud: total 178,336 185,008 211,688 211,688 786,720" in words
    for said_once in (
        "Private stock (illiquid) is not cash and in no total.",
        "Not stated, counted as 0: refreshers;",
        "target_bonus (Contoso Cloud).",
        "Before tax. Assumed:",
    ):
        assert words.count(said_once) == 1
    assert words.count("present value") == 2


def test_two_offers_are_told_whole_where_all_is_asked_for(offerlab: Run) -> None:
    whole = offerlab("show", *EXAMPLES, "--verbose").out
    assert "Northwind Robotics: by year of employment" in whole
    assert "Contoso Cloud pays $178,336 in year one" in " ".join(whole.split())
    assert whole.count("Headlines") == 2


def test_offers_in_two_currencies_share_no_table(offerlab: Run, write: Write) -> None:
    euro = PUBLIC.replace("base_salary:", "currency: EUR\nbase_salary:")
    paths = write("a.yaml", PRIVATE), write("b.yaml", euro)
    words = " ".join(offerlab("show", *paths, "--set", "fx.EUR=1.1").out.split())
    assert "before tax, USD" in words
    assert "before tax, EUR" in words


def test_what_is_beyond_the_years_names_its_offer(offerlab: Run, write: Write) -> None:
    paths = write("a.yaml", PRIVATE), write("b.yaml", PUBLIC)
    words = " ".join(offerlab("show", *paths, "--set", "horizon_years=2").out.split())
    assert "Northwind Robotics: After year 2 another" in words
    assert "Contoso: After year 2 another" in words


def test_warnings_of_several_offers_are_said(offerlab: Run, write: Write) -> None:
    yen = PUBLIC.replace("base_salary:", "currency: JPY\nbase_salary:")
    text = yen.replace("share_price:", "currency: USD, share_price:")
    said = offerlab("vest", write("a.yaml", text), write("b.yaml", PUBLIC))
    assert "no worth is shown: no exchange rate for JPY" in said.err
