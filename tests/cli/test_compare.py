from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]


def test_compare_as_json(offerlab: Run, write: Write) -> None:
    path = write("b.yaml", PUBLIC)
    found = offerlab("compare", write("a.yaml", PRIVATE), path, path, "--json").json
    assert found["currency"] == "USD"
    first, second, third = found["offers"]
    assert first["years"] == [150_000] * 4
    assert first["illiquid"] == {"notional": 60_000, "intrinsic": 10_000}
    assert second["total"] == 680_000
    assert (second["id"], third["id"]) == ("Contoso", "Contoso (2)")
    assert [(each["rank"], each["id"]) for each in found["ranking"]] == [
        (1, "Contoso"),
        (1, "Contoso (2)"),
        (3, "Northwind Robotics"),
    ]
    assert {
        "guaranteed_recurring_cash",
        "year_one",
        "annual_average",
        "four_year",
    } == set(first["headlines"])


def test_compare_fits_eighty_columns(offerlab: Run, write: Write) -> None:
    paths = [write(f"{k}.yaml", PUBLIC + f"label: offer {k}\n") for k in range(10)]
    said = offerlab("compare", *paths)
    assert said.code == 0
    assert max(len(line) for line in said.out.splitlines()) <= 80
    assert said.out.count("offer 9") >= 2


def test_compare_takes_two_to_ten_offers(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PUBLIC)
    assert offerlab("compare", path).code == 2
    assert offerlab("compare", *[path] * 11).code == 2


def test_another_currency_needs_a_rate(offerlab: Run, write: Write) -> None:
    euros = write("e.yaml", PUBLIC.partition("equity:")[0] + "currency: EUR\n")
    path = write("a.yaml", PUBLIC)
    said = offerlab("compare", euros, path, "--json")
    assert said.code == 1
    assert "--set fx.EUR=RATE" in said.err
    assert said.json["problems"]
    assert offerlab("compare", euros, path, "--set", "fx.EUR=1.08").code == 0


def test_a_bad_file_still_gives_an_object(offerlab: Run, write: Write) -> None:
    said = offerlab("compare", write("a.yaml", PUBLIC), write("b.yaml", "x"), "--json")
    assert said.code == 1
    assert [each["id"] for each in said.json["offers"]] == ["Contoso"]
