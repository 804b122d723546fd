"""Plans of whole offers: the employer, the lever, the verdict."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PRIVATE, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]

BIG = """\
offerlab: 1
company: {name: Meridian, stage: public, valuation: 2e12, share_price: 172.40}
role: Software Engineer, Machine Learning
level: L3
location: Mountain View, CA
basis: letter
base_salary: 141_000
target_bonus: 15%
sign_on: {amount: 20_000}
equity:
  - {kind: rsu, value: 130_000, vesting: google-33-33-22-12}
"""
LATE_VESTING = """\
offerlab: 1
company: {name: Rainforest, stage: public, share_price: 184.00}
role: Applied Scientist
location: Seattle, WA
start_date: 2027-03-01
basis: letter
base_salary: 152_000
sign_on: [{amount: 42_000, paid_month: 1}, {amount: 31_000, paid_month: 13}]
equity:
  - {kind: rsu, value: 92_000, vesting: amazon-new-hire}
"""
LATE = """\
offerlab: 1
company: {name: Vellum, stage: series-d, valuation: 4_200_000_000}
role: Research Engineer
location: San Francisco, CA
base_salary: 158_000
equity:
  - {kind: double-trigger-rsu, value: 180_000, conversion_price: 20}
"""
CASH = """\
offerlab: 1
company: {name: Halcyon}
role: Quantitative Researcher
location: Chicago, IL
base_salary: 200_000
sign_on: {amount: 75_000}
equity: []
"""
SEED = """\
offerlab: 1
company: {name: Cinder, stage: seed, valuation: 22_000_000}
role: Machine Learning Engineer
location: Austin, TX
base_salary: 118_000
"""
RIVAL = "offerlab: 1\ncompany: {{name: Rival}}\nrole: Machine Learning Engineer\n\
location: Austin, TX\nbasis: letter\nbase_salary: {}\nequity: []\n"


@pytest.fixture
def planned(offerlab: Run, write: Write) -> Callable[..., Any]:
    def plan(text: str, *more: object, rival: int = 0, rival_more: str = "") -> Any:
        files = [write("a.yaml", text)]
        if rival:
            files.append(write("b.yaml", RIVAL.format(rival) + rival_more))
        said = offerlab("negotiate", "plan", *files, *more, "--json")
        assert said.code == 0, said.err
        return said.json

    return plan


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        (BIG, "public-banded", "equity_value"),
        (LATE_VESTING, "public-back-loaded", "sign_on"),
        (LATE, "late-private", "equity_value"),
        (CASH, "cash-only", "base"),
        (SEED, "early-private", "base"),
        (PRIVATE, "early-private", "base"),
    ],
)
def test_without_evidence_no_number(
    planned: Callable[..., Any], text: str, kind: str, first: str
) -> None:
    found = planned(text)
    assert found["employer_kind"] == kind
    assert found["levers"][0]["lever"] == first
    assert found["verdict"] == "ask_first"
    assert found["target"] is None
    assert found["bound"] is None
    assert found["evidence"] == []
    assert set(found["ask"].values()) == {None}


def test_far_below_the_posting(planned: Callable[..., Any]) -> None:
    found = planned(SEED, "--posted-range", "140k-160k")
    assert found["verdict"] == "counter"
    assert found["ask"]["base"] == found["target"] == 150_000
    assert found["ask"]["equity_percent"] is None  # none is planned for a seed
    assert "single ask, no ladder" in found["reasons"]


def test_at_least_the_rival(planned: Callable[..., Any]) -> None:
    found = planned(SEED, rival=145_000)
    assert found["ask"]["base"] == 145_000
    assert any("23% over the offer" in each for each in found["reasons"])
    assert found["leverage"]["band"] == "strong"
    assert found["evidence"] == [
        {"kind": "rival", "source": "Rival", "base": 145_000.0}
    ]


@pytest.mark.parametrize(
    ("rival", "more", "why"),
    [
        (100_000, "", "it is not higher"),
        (190_000, "deadline: 2020-01-02\n", "it expired on 2020-01-02"),
        (190_000, "currency: CHF\n", "it is in CHF"),
    ],
)
def test_a_rival_that_does_not_count_changes_nothing(
    planned: Callable[..., Any], rival: int, more: str, why: str
) -> None:
    alone = planned(PRIVATE, "--posted-range", "150k-170k")
    found = planned(
        PRIVATE, "--posted-range", "150k-170k", rival=rival, rival_more=more
    )
    for key in ("target", "ask", "bound", "verdict", "leverage", "ladder"):
        assert found[key] == alone[key]
    assert any(why in each for each in found["reasons"])


def test_a_rival_of_untold_basis_or_of_the_same_company(
    offerlab: Run, write: Write
) -> None:
    rival = RIVAL.format(190_000).replace("basis: letter\n", "")
    files = write("a.yaml", SEED), write("b.yaml", rival)
    found = offerlab("negotiate", "plan", *files, "--json").json
    assert found["verdict"] == "ask_first"
    assert any("in writing" in each for each in found["reasons"])
    own = write("c.yaml", RIVAL.format(190_000).replace("Rival", "CINDER"))
    found = offerlab("negotiate", "plan", files[0], own, "--json").json
    assert any("of Cinder itself" in each for each in found["reasons"])


def test_base_set_by_level_moves_to_stock(planned: Callable[..., Any]) -> None:
    found = planned(BIG, rival=240_000)
    assert found["verdict"] == "do_not_counter_base"
    assert found["ask"]["base"] is None
    assert found["ask"]["equity_percent"] is None
    # 130,000 x 1.25 = 162,500, rounded down to 5,000.
    assert found["ask"]["equity_value"] == 160_000
    # 141,000 x 1.15 + 20,000 / 4 + 130,000 / 4 = 199,650 a year, 40,350 below the
    # rival; the grant gives 30,000 / 4 = 7,500; 32,850 x 1.5 = 49,275 is left.
    assert found["ask"]["sign_on"] == [{"year": 1, "amount": 65_000.0}]


def test_a_higher_base_and_a_lower_package_is_no_argument_where_base_is_set(
    planned: Callable[..., Any],
) -> None:
    found = planned(BIG, rival=190_000)
    assert found["verdict"] == "ask_first"
    assert found["leverage"]["band"] == "small"
    assert any("not higher" in each for each in found["reasons"])


def test_a_higher_package_asks_a_late_company_for_stock(
    offerlab: Run, write: Write
) -> None:
    late = LATE.replace("158_000", "195_000")
    files = write("a.yaml", late), write("b.yaml", BIG)
    found = offerlab("negotiate", "plan", *files, "--json").json
    # 199,650 is 4,650 a year above 195,000: 18,600 of stock, to 5,000: 195,000.
    assert found["verdict"] == "do_not_counter_base"
    assert found["ask"]["base"] is None
    assert found["ask"]["equity_value"] == 195_000
    assert any("its first lever" in each for each in found["reasons"])


def test_back_loaded_stock_asks_for_sign_on_of_two_years(
    planned: Callable[..., Any],
) -> None:
    found = planned(LATE_VESTING, "--posted-range", "150k-190k")
    # A quarter of the way is 175,000; the gap of 23,000 a year is held at a quarter of
    # what the paper pays: 10,500 and 7,750.
    assert found["ask"]["sign_on"] == [
        {"year": 1, "amount": 52_000.0}, {"year": 2, "amount": 38_000.0},
    ]  # fmt: skip


def test_base_fixed_becomes_sign_on(planned: Callable[..., Any]) -> None:
    found = planned(SEED, "--posted-range", "120k-140k", "--base-fixed")
    # Far below: the target is the middle, 130,000; the gap of 12,000 times 1.5.
    assert found["verdict"] == "do_not_counter_base"
    assert found["ask"]["sign_on"] == [{"year": 1, "amount": 18_000.0}]
    assert found["levers"][0]["lever"] == "sign_on"


def test_an_offer_above_the_evidence(planned: Callable[..., Any]) -> None:
    found = planned(PRIVATE, "--posted-range", "120k-150k")
    assert found["verdict"] == "do_not_counter"
    found = planned(PRIVATE, "--posted-range", "135k-168k")
    # 151,500 + 0.25 x 16,500 = 155,500 (to 500), 3.7% over: worth asking.
    assert found["verdict"] == "counter"
    found = planned(PRIVATE, "--posted-range", "135k-160k")
    assert found["verdict"] == "do_not_counter_base"


def test_a_number_on_insistence_is_a_convention(planned: Callable[..., Any]) -> None:
    found = planned(SEED, "--insist")
    # 118,000 x 1.10 = 129,800 and x 1.05 = 123,900, rounded down to 500.
    assert (found["ask"]["base"], found["target"]) == (129_500, 123_500)
    assert found["bound"] == "convention"
    assert "convention" in found["reasons"][0]


def test_comps_of_another_job_are_not_assessable(
    planned: Callable[..., Any], write: Write
) -> None:
    rows = "".join(f"ML Engineer,San Francisco CA,15{i}000\n" for i in range(6))
    comps = write("c.csv", "role,location,base\n" + rows)
    found = planned(CASH, "--comps", comps)
    assert found["verdict"] == "ask_first"
    assert any("not assessable" in each for each in found["reasons"])


def test_ones_own_comps_are_evidence(
    planned: Callable[..., Any], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-11-25")
    pays = (130, 138, 142, 150, 150, 158, 162, 170)
    rows = "".join(
        f'C{pay}{n},Machine Learning Engineer,L3,"Austin, TX",{pay}000,2026-08-01\n'
        for n, pay in enumerate(pays)
    )
    comps = write("c.csv", "company,role,level,location,base,date\n" + rows)
    text = SEED.replace("base_salary", "level: L3\nbase_salary")
    found = planned(text, "--comps", comps)
    assert found["verdict"] == "counter"
    assert found["ask"]["base"] == 150_000  # far below: their median
    (used,) = found["evidence"]
    assert (used["kind"], used["count"], used["p50"]) == ("comps", 8, 150_000)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("150k", "The 8 salaries for this role, level and place"),
        ("175k", ""),  # above their upper quartile
    ],
)
def test_ones_own_comps_in_a_letter(
    offerlab: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    sentence: str,
) -> None:
    monkeypatch.setenv("OFFERLAB_TODAY", "2026-11-25")
    pays = (130, 138, 142, 150, 150, 158, 162, 170)
    rows = "".join(
        f'C{pay}{n},Machine Learning Engineer,L3,"Austin, TX",{pay}000,2026-08-01\n'
        for n, pay in enumerate(pays)
    )
    comps = write("c.csv", "company,role,level,location,base,date\n" + rows)
    path = write("a.yaml", SEED.replace("base_salary", "level: L3\nbase_salary"))
    said = offerlab(
        "email", "counter", path, "--ask-base", asked, "--hire-signal", "--signature",
        "Sam", "--reason", "The work is what I want.", "--comps", comps,
    )  # fmt: skip
    assert said.code == 0, said.err
    assert sentence in said.out
    if sentence:
        assert "that I collected in 2026 have a median of $150,000." in said.out
    else:
        assert "salaries" not in said.out
        assert "above its upper quartile" in said.err
    few = offerlab(
        "email", "counter", write("b.yaml", SEED), "--ask-base", asked, "--hire-signal",
        "--signature", "Sam", "--reason", "The work is what I want.", "--comps", comps,
    )  # fmt: skip
    assert few.code == 0
    assert "is not used as evidence" in few.err


def test_the_configured_percent_only_at_series_b_and_c(
    planned: Callable[..., Any],
) -> None:
    none = PRIVATE.partition("equity:")[0] + "equity: []\n"
    found = planned(none.replace("150_000\n", "138_000\n"),
                    "--posted-range", "140k-160k")  # fmt: skip
    assert found["ask"]["base"] == 150_000
    assert found["ask"]["equity_percent"] == 0.04
    assert any("offerlab's default standard" in each for each in found["reasons"])


def test_the_page(offerlab: Run, write: Write) -> None:
    said = offerlab("negotiate", "plan", write("a.yaml", SEED))
    assert said.out.startswith("Cinder: ask first: no number yet")
    assert "Does the offer come with equity" in " ".join(said.out.split())
    said = offerlab(
        "negotiate", "plan", write("a.yaml", BIG), "--posted-range", "141k-165k",
        "--verbose",
    )  # fmt: skip
    assert "of stock, in all" in said.out
    assert "Pew Research Center 2023" in said.out


@pytest.mark.parametrize("text", ["$140-160k", "140,000 to 160,000", "$140k – $160k"])
def test_a_range_as_postings_write_it(planned: Callable[..., Any], text: str) -> None:
    assert planned(SEED, "--posted-range", text)["ask"]["base"] == 150_000


def test_a_range_in_another_currency(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "negotiate", "plan", write("a.yaml", SEED), "--posted-range", "£140k-£160k"
    )
    assert said.code == 1
    assert "write it in USD" in said.err


@pytest.mark.parametrize("text", ["140k", "160k-140k", "10-20", "a-b"])
def test_a_range_that_is_none(offerlab: Run, write: Write, text: str) -> None:
    said = offerlab("negotiate", "plan", write("a.yaml", SEED), "--posted-range", text)
    assert said.code == 2


LEVELS = (
    "level: L4\n"
    "published_range: {low: 150k, high: 180k, level: l4, source: careers page,"
    " as_of: 2026-10-01}\n"
)


def test_the_range_of_the_level_is_evidence(offerlab: Run, write: Write) -> None:
    # 150,000 to 180,000: middle 165,000; a quarter of the way up is 168,750, in steps
    # of 500 as is 168,500; 1.15 times the offer of 150,000 is 172,500: the cap.
    path = write("a.yaml", PRIVATE + LEVELS)
    found = offerlab("negotiate", "plan", path, "--json").json
    assert found["evidence"][0]["kind"] == "levels"
    assert found["evidence"][0]["source"] == "careers page"
    assert (found["target"], found["ask"]["base"]) == (168_500, 172_500)
    args = ("email", "counter", path, "--hire-signal", "--reason", "The work is good.",
            "--signature", "Sam")  # fmt: skip
    said = offerlab(*args, "--ask-base", "172k")
    assert said.code == 0, said.err
    assert (
        "The range that Northwind Robotics publishes for level L4 is $150,000 to"
        " $180,000 base." in " ".join(said.out.split())
    )
    above = offerlab(*args, "--ask-base", "185k")
    assert "does not support the ask" in above.err
    assert "publishes" not in above.out


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("level: L4\n", "level: L3\n", "not evidence for level L3"),
        ("level: L4\n", "", "the offer names no level"),
        ("2026-10-01", "2025-01-01", "more than 18 months ago"),
    ],
)
def test_a_range_of_another_level_is_none(
    offerlab: Run, write: Write, old: str, new: str, words: str
) -> None:
    path = write("a.yaml", PRIVATE + LEVELS.replace(old, new))
    found = offerlab("negotiate", "plan", path, "--json").json
    assert found["verdict"] == "ask_first"
    assert any(words in each for each in found["reasons"])
    said = offerlab("email", "counter", path, "--hire-signal", "--reason", "It is good",
                    "--signature", "Sam", "--ask-base", "160k")  # fmt: skip
    assert words in said.err
    assert "publishes" not in said.out
    declined = offerlab("email", "decline", path, "--signature", "Sam")
    assert words not in declined.err


def test_the_evidence_alone(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE + LEVELS)
    lower = PRIVATE.replace("150_000", "120_000").replace("Northwind", "Orrery")
    rival = write("b.yaml", lower + "basis: letter\n")
    args = ("negotiate", "evidence", path, rival)
    found = offerlab(*args, "--posted-range", "145k-170k", "--json").json
    assert [each["kind"] for each in found["evidence"]] == ["posted", "levels"]
    assert found["evidence"][0]["p75"] == 170_000
    out = " ".join(offerlab(*args).out.split())
    assert "range published for the level $150,000 to $180,000 (careers page" in out
    assert "Orrery Robotics does not count" in out
    none = offerlab("negotiate", "evidence", write("c.yaml", PRIVATE))
    assert "nothing yet" in none.out
    broken = write("d.yaml", "offerlab: 1\n")
    assert offerlab("negotiate", "evidence", broken).code == 1


def test_what_holds_without_a_number_is_said(offerlab: Run, write: Write) -> None:
    # A package for new graduates, and a deadline that is over.
    text = BIG.replace("level: L4", "level: L3") + "deadline: 2026-11-20\n"
    assert "level: L3" in text
    found = offerlab("negotiate", "plan", write("a.yaml", text), "--json").json
    assert found["verdict"] == "ask_first"
    said = " ".join(found["reasons"])
    assert "a standard package for new graduates" in said
    assert "the deadline has passed" in said


def test_an_internship_is_not_said_to_grant_stock(offerlab: Run, write: Write) -> None:
    text = PRIVATE.partition("equity:")[0] + "end_date: 2027-04-09\nequity: []\n"
    said = offerlab("negotiate", "plan", write("a.yaml", text))
    assert "a job of some months" in " ".join(said.out.split())
    assert "percent" not in said.out


def test_a_fixed_base_is_not_asked_about(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    first = offerlab("negotiate", "plan", path).out
    assert "is there room in it" in first
    fixed = offerlab("negotiate", "plan", path, "--base-fixed").out
    assert "is there room in it" not in fixed


def test_no_other_offer_is_spoken_of_where_none_is_held(
    offerlab: Run, write: Write
) -> None:
    # 20% over the offer: "be ready for a no", and no word of an offer to take.
    path = write("a.yaml", PRIVATE.replace("150_000", "108_000"))
    said = offerlab("negotiate", "plan", path, "--posted-range", "115k-145k")
    words = " ".join(said.out.split())
    assert "be ready for a no" in words
    assert "take the other offer" not in words


def test_an_hourly_offer_is_planned_and_asked_by_the_hour(
    offerlab: Run, write: Write
) -> None:
    hourly = PRIVATE.replace("150_000\nequity", "{amount: 55, per: hour}\nequity")
    path = write("a.yaml", hourly)
    said = offerlab("negotiate", "plan", path, "--insist").out
    # 55 x 2,080 = 114,400; x 1.1 = 125,840, down to 125,500 a year, 60.34 an hour;
    # x 1.05 = 120,120, down to 120,000 a year, 57.69: down to a half, as people speak.
    assert "ask: $60 an hour" in said
    assert "target: $57.50 an hour" in said
    letter = offerlab(
        "email", "counter", path, "--ask-base", "62/hour", "--hire-signal",
        "--signature", "Sam", "--reason", "The work is what I want to do.",
    )  # fmt: skip
    assert letter.code == 0, letter.err
    assert "Could you get to $62 an hour?" in letter.out


def test_a_target_is_called_base_only_where_base_is_asked(
    planned: Callable[..., Any], offerlab: Run, write: Write
) -> None:
    found = offerlab(
        "negotiate", "plan", write("a.yaml", BIG), "--posted-range", "150k-170k",
        "--json",
    ).json  # fmt: skip
    assert found["ask"]["base"] is None
    assert found["target_in"] == "base_equivalent"
    text = offerlab(
        "negotiate", "plan", write("b.yaml", BIG), "--posted-range", "150k-170k"
    ).out
    assert "target:" not in text


@pytest.mark.parametrize(
    ("currency", "valuation", "rate", "in_money"),
    [
        ("GBP", "450_000_000", "1.27", True),  # $571,500,000
        ("INR", "20_000_000_000", "0.012", False),  # $240,000,000
    ],
)
def test_the_line_of_500_million_is_one_for_every_command(
    offerlab: Run,
    write: Write,
    currency: str,
    valuation: str,
    rate: str,
    in_money: bool,
) -> None:
    text = PRIVATE.replace("150_000_000", valuation) + f"currency: {currency}\n"
    text = text.replace("name: North", f"currency: {currency}\n  name: North")
    file = str(write("a.yaml", text))
    fx = ("--set", f"fx.{currency}={rate}")
    asked = (*fx, "--ask-equity-percent", "0.05")
    reason = ("--reason", "The ranking work is what I want to do.")

    checked = offerlab("check", file, *fx, "--json").json
    equity = checked["offers"][0]["verdicts"]["equity_percent"]
    assert (equity["unit_in_market"] == "dollars") is in_money
    plan = offerlab("negotiate", "plan", file, *fx, "--json").json
    assert (plan["employer_kind"] == "late-private") is in_money
    more = (*reason, "--hire-signal", "--signature", "Sam Rivera")
    for said in (
        offerlab("email", "counter", file, *asked, *more),
        offerlab("negotiate", "call", file, *asked, *reason),
        offerlab(
            "negotiate", "packages", file, *asked, "--ask-base", "190k",
            "--stock-weight", "30%",
        ),
    ):  # fmt: skip
        stopped = "grants stock in money or shares" in said.err
        assert stopped is in_money, said.err
        assert "no figure of" not in said.err
