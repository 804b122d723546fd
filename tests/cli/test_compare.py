from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
    assert "offer 9" in said.out
    assert len(said.out.splitlines()) <= 24
    whole = offerlab("compare", *paths, "--verbose")
    assert max(len(line) for line in whole.out.splitlines()) <= 80
    assert whole.out.count("offer 9") >= 2


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


FLAT = """\
offerlab: 1
company: {name: %s, stage: public, share_price: 100}
role: Machine Learning Engineer
location: Seattle, WA
start_date: 2027-02-01
base_salary: %s
target_bonus: 0
"""


def test_compare_begins_with_its_verdict(offerlab: Run, write: Write) -> None:
    first = write("a.yaml", FLAT % ("Ash", "150_000"))
    second = write("b.yaml", FLAT % ("Birch", "120_000") + "sign_on: 40_000\n")
    args = ("compare", first, second, "--set", "discount_rate=0")
    verdict = offerlab(*args, "--json").json["verdict"]
    # 4 x 150,000 = 600,000 against 4 x 120,000 + 40,000 = 520,000
    assert verdict == {
        "leader": "Ash",
        "second": "Birch",
        "gap": 80_000,
        "gap_share": pytest.approx(80 / 520, abs=1e-6),
        "close": False,
        "by_component": {"base_salary": 120_000, "sign_on": -40_000},
        "break_even": None,
    }
    text = offerlab(*args).out
    assert text.startswith("Ash leads Birch by $80,000 (15.4%) in present value.")
    assert "base salary +$120,000, sign-on -$40,000" in text
    assert ["total", "600.0", "520.0", "80.0"] in [x.split() for x in text.splitlines()]


def test_a_gap_under_two_percent_is_too_close_to_call(
    offerlab: Run, write: Write
) -> None:
    first = write("a.yaml", FLAT % ("Ash", "102_000"))
    paths = [first, write("b.yaml", FLAT % ("Birch", "100_000"))]
    # 102 / 100 is 2 percent exactly, whatever the discount: no longer close
    assert not offerlab("compare", *paths, "--json").json["verdict"]["close"]
    second = write("c.yaml", FLAT % ("Cedar", "100_100"))
    said = offerlab("compare", first, second)
    assert said.out.startswith("Too close to call: Ash leads Cedar by")
    same = offerlab("compare", first, first)
    assert "have the same present value" in same.out


def test_private_stock_may_turn_the_order(offerlab: Run, write: Write) -> None:
    private = FLAT.replace(
        "stage: public, share_price: 100", "stage: late, preferred_price: 200"
    )
    grant = (
        "equity: {kind: double-trigger-rsu, shares: 100,"
        " vesting: {months: 48, every_months: 3}}\n"
    )
    first = write("a.yaml", FLAT % ("Ash", "101_000"))
    second = write("b.yaml", private % ("Birch", "100_000") + grant)
    args = ("compare", first, second, "--set", "discount_rate=0")
    # the gap of 4,000 is a fifth of the notional, 100 x 200 = 20,000
    assert offerlab(*args, "--json").json["verdict"]["break_even"] == {
        "id": "Birch",
        "notional_share": pytest.approx(0.2),
    }
    said = " ".join(offerlab(*args, "--verbose").out.split())
    assert "worth more than 20.0% of its notional $20,000" in said
    said = " ".join(offerlab(*args).out.split())
    assert "turns the order above 20.0% of its notional $20,000" in said
    less = offerlab("compare", first, second, "--set", "Birch:raise_rate=-20%")
    assert "turns the order at" in " ".join(less.out.split())


def test_one_offer_that_is_left_has_no_verdict(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", FLAT % ("Ash", "1k"))
    said = offerlab("compare", path, write("bad.yaml", "x"), "--json")
    assert said.json["verdict"] is None


def test_two_usual_offers_fit_one_screen(offerlab: Run) -> None:
    for command in ("compare", "check"):
        out = offerlab(command, *sorted(Path("templates/offers").glob("*.yaml"))).out
        assert len(out.splitlines()) <= 24, command
        assert max(map(len, out.splitlines())) <= 80, command


def test_private_stock_on_both_sides_is_said_of_both(
    offerlab: Run, write: Write
) -> None:
    private = FLAT.replace(
        "stage: public, share_price: 100", "stage: late, preferred_price: 200"
    )
    grant = (
        "equity: {kind: double-trigger-rsu, shares: %s,"
        " vesting: {months: 48, every_months: 3}}\n"
    )
    first = write("a.yaml", private % ("Ash", "110_000") + grant % 900)
    second = write("b.yaml", private % ("Birch", "100_000") + grant % 100)
    said = " ".join(offerlab("compare", first, second).out.split())
    # Ash's 900 x 200 = 180,000 is the larger one, and no more counted than Birch's.
    assert "Private stock of Birch, not counted, turns the order" in said
    assert "were that of Ash (notional $180,000, not counted either)" in said


def test_uncounted_equity_behind_the_leader_is_said_with_the_verdict(
    offerlab: Run, write: Write
) -> None:
    # Birch's 900 shares have no price: the lead of 40,000 of base is not all there is.
    grant = "equity: {kind: rsu, shares: 900, vesting: {months: 48, every_months: 3}}\n"
    unpriced = FLAT.replace(", share_price: 100", "") + grant
    first = write("a.yaml", FLAT % ("Ash", "110_000"))
    second = write("b.yaml", unpriced % ("Birch", "100_000"))
    lines = offerlab("compare", first, second).out.splitlines()
    assert " ".join(lines[1:3]).startswith(
        "The equity of Birch is not counted and may turn the order: no share price is"
    )
    ahead = write("c.yaml", unpriced % ("Birch", "120_000"))
    assert "may turn the order" not in offerlab("compare", first, ahead).out


@pytest.mark.parametrize("more", [(), ("--json",), ("--csv",)])
def test_files_of_which_every_offer_has_an_error_are_told_so(
    offerlab: Callable[..., Said], write: Callable[[str, str], Path],
    more: tuple[str, ...],
) -> None:  # fmt: skip
    broken = [
        write(f"{name}.yaml", f"offerlab: 1\ncompany: {{name: {name}}}\n")
        for name in ("a", "b")
    ]
    said = offerlab("compare", *broken, *more)
    assert said.code == 1
    told = said.err + said.out
    assert "base_salary" in told
    assert "Traceback" not in told
