from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
SIGN_ON = "sign_on: {amount: 24k, clawback_months: 24, clawback: prorated}\n"


def test_walkaway_as_json(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PUBLIC + SIGN_ON)
    found = offerlab("walkaway", path, "--json").json
    assert found["schema"] == "offerlab.walkaway/1"
    assert [row["month"] for row in found["walkaway"]] == list(range(49))
    six = found["walkaway"][6]
    # See tests/model/test_walkaway.py: 96,500 paid, 18,000 owed.
    assert (six["date"], six["paid"], six["clawback"], six["net"]) == (
        "2027-08-01", 96_500, 18_000, 78_500,
    )  # fmt: skip
    assert six["vested"] == {"shares": 0, "amount": 0, "notional": 0, "intrinsic": 0}
    assert six["forfeited"]["shares"] == 1_000
    assert found["expected"] == {"forfeited": 0, "owed_back": 0, "stay_chance": 1}
    shown = offerlab("show", path, "--json").json
    assert found["walkaway"][48]["net"] == shown["total"]


def test_vest_has_the_same_rows(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PUBLIC + SIGN_ON)
    rows = offerlab("walkaway", path, "--json").json["walkaway"]
    assert offerlab("vest", path, "--json").json["walkaway"] == rows


def test_walkaway_prints_changes_and_what_is_owed(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    text = PRIVATE + SIGN_ON + "exercise_window_months: 3\nrelocation: 5_000\n"
    said = offerlab("walkaway", write("a.yaml", text), "--set", "leaving_rate=20%")
    for words in (
        "owed back",
        "Owed back, sign_on.1: $24,000, 24 months, prorated; gross.",
        "relocation.1: the paper names no clawback",
        "not cash, in no figure above",
        "2031-04-11",  # the window after month 48
        "With a chance of 20% a year to leave",
        "Exercising may also cost tax",
    ):
        assert words in " ".join(said.out.split()), words
    assert max(len(line) for line in said.out.splitlines()) <= 80
    assert len(said.out.splitlines()) <= 24
    whole = offerlab("walkaway", tmp_path / "a.yaml", "--verbose").out
    for words in ("paid so far", "The cash to exercise", "not cash, in no figure"):
        assert words in whole


def test_two_offers_fit_one_screen(offerlab: Run, write: Write) -> None:
    paths = [
        write("a.yaml", PUBLIC + SIGN_ON),
        write("b.yaml", PRIVATE + "sign_on: {amount: 6k}\n"),
    ]
    said = offerlab("walkaway", *paths)
    lines = said.out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    words = " ".join(lines)
    # 24,000 × 23 / 24 owed back, 1,000 units of $100 unvested
    assert "costs most after month 1: $23,000 owed back, $100,000 unvested." in words
    assert "No clawback named, so none counted; ask: sign_on.1" in words
    assert "notes." in words  # what is folded is counted
    aloud = offerlab("walkaway", *paths, "--plain").out
    assert aloud.count("  offer Contoso: month") == 5  # the name with each row
    whole = offerlab("walkaway", *paths, "--verbose").out
    assert whole.count("leaving at the end of a month") == 2
    assert "Paid and net count public stock" in whole


def test_an_unknown_clawback_kind_is_taken_as_all_of_it(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PUBLIC + "sign_on: {amount: 24k, clawback_months: 12}\n")
    said = offerlab("walkaway", path)
    assert "does not say prorated" in " ".join(said.out.split())
    asked = offerlab("check", path, "--json").json["offers"][0]["questions"]
    assert "sign_on.clawback" in [each["field"] for each in asked]


def test_without_a_start_date_there_are_months(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PUBLIC.replace("start_date: 2027-02-01\n", ""))
    row = offerlab("walkaway", path, "--json").json["walkaway"][12]
    assert (row["month"], row["date"], row["vested"]["shares"]) == (12, None, 50)
    assert offerlab("walkaway", path).code == 0


@pytest.mark.parametrize("rate", ["-10%", "120%", "often"])
def test_a_leaving_rate_that_cannot_be_is_told(
    offerlab: Run, write: Write, rate: str
) -> None:
    path = write("a.yaml", PUBLIC)
    said = offerlab("walkaway", path, "--set", f"leaving_rate={rate}")
    assert said.code == 1
    assert "leaving_rate" in said.err


def test_a_bad_file_ends_with_one(offerlab: Run, write: Write) -> None:
    said = offerlab("walkaway", write("a.yaml", "offerlab: 1\n"), "--json")
    assert said.code == 1
    assert said.json["problems"]


def test_what_vested_units_are_worth_is_not_left_open(
    offerlab: Run, write: Write
) -> None:
    text = PRIVATE.partition("equity:")[0]
    double = (
        "{kind: double-trigger-rsu, shares: 48, vesting: snap-4yr, expires_months: 84}"
    )
    said = offerlab("walkaway", write("a.yaml", f"{text}equity: {double}\n"))
    words = " ".join(said.out.split())
    assert "without a sale or listing the units lapse on 2034-01-11" in words
    assert "Not counted: tax." in words


def test_a_refused_file_does_not_call_settings_unused(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", "offerlab: 1\n")
    said = offerlab("walkaway", path, "--set", "leaving_rate=10%")
    assert "uses this assumption" not in said.err


def test_benefits_so_far_are_those_paid_by_then(offerlab: Run, write: Write) -> None:
    # $1,200 a year into a health account: by the end of month 12 all of the first
    # year's, by the end of month 24 two years'.
    text = PUBLIC + "benefits: {hsa: 1_200}\n"
    found = offerlab("walkaway", write("a.yaml", text), "--json").json["walkaway"]
    assert [found[m]["benefits"] for m in (12, 24)] == [1_200, 2_400]


def test_a_cash_award_is_money_and_hides_no_shares(offerlab: Run, write: Write) -> None:
    # The unit grant has 5% of 1,000 vested after a year; the award adds no share.
    yearly = "vesting: {months: 48, every_months: 12}"
    award = f"  - {{kind: cash-award, value: 8_000, {yearly}}}\n"
    found = offerlab("walkaway", write("a.yaml", PUBLIC + award), "--json").json
    row = found["walkaway"][12]
    assert row["vested"]["shares"] == 50
    assert row["forfeited"]["shares"] == 950


def test_only_months_of_changes_are_printed(offerlab: Run, write: Write) -> None:
    # Paid in month 1, owed back until the end of month 1 + 24 - 1 = 24, 5% of the
    # grant after 12 months: 1, 12, 24, and the anniversaries 36 and 48.
    path = write("a.yaml", PUBLIC + SIGN_ON)

    def months(*more: str) -> list[str]:
        rows = offerlab("walkaway", path, "--csv", *more).out.splitlines()[1:]
        return [row.partition(",")[0] for row in rows]

    assert months() == ["1", "12", "24", "36", "48"]
    assert months("--all") == [str(month) for month in range(49)]
    assert months("--month", "18") == ["18"]
    assert (
        len(offerlab("walkaway", path, "--month", "18", "--json").json["walkaway"])
        == 49
    )
    assert len(offerlab("walkaway", path).out.splitlines()) <= 24


def test_it_says_when_leaving_costs_most(offerlab: Run, write: Write) -> None:
    # At the end of month 1: 24,000 * 23 / 24 owed back, 1,000 units of $100 unvested.
    said = " ".join(offerlab("walkaway", write("a.yaml", PUBLIC + SIGN_ON)).out.split())
    assert "costs most at the end of month 1: $23,000 owed back and $100,000" in said


def test_a_month_beyond_the_horizon_is_refused(offerlab: Run, write: Write) -> None:
    said = offerlab("walkaway", write("a.yaml", PUBLIC), "--month", "60")
    assert said.code == 1
    assert "is counted to month 48; --month 60 is beyond it" in said.err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            ("  preferred_price: 3.00\n  fmv_409a: 1.40\n", ""),
            "Unknown: equity.1: the letter gives a percent, and not the number of fully"
            " diluted shares, so its shares are unknown; ask.",
        ),
        ((" strike: 0.90,", ""), "Unknown: equity.1.strike: the letter does not give"),
        (
            (", vesting: standard-startup-option", ""),
            "Unknown: equity.1: the letter gives no vesting schedule, so nothing can be"
            " dated; ask.",
        ),
        (
            ("percent: 0.04, strike: 0.90", "shares: 20000, strike: 0.90"),
            "Unknown: company.preferred_price: the price of preferred stock",
        ),
    ],
)
def test_an_unknown_figure_has_its_reason(
    offerlab: Run, write: Write, change: tuple[str, str], words: str
) -> None:
    text = PRIVATE.replace(*change)
    if "20000" in text:
        text = text.replace("  preferred_price: 3.00\n", "")
    if "preferred_price" not in text:  # else the number of shares follows from both
        text = text.replace("  fully_diluted_shares: 50_000_000\n", "")
    said = " ".join(offerlab("walkaway", write("a.yaml", text)).out.split())
    assert "unknown" in said
    assert words in said
    assert "nothing is owed back or unvested" not in said or "Private stock" in said


def test_a_known_figure_needs_no_reason(offerlab: Run, write: Write) -> None:
    for text in (PRIVATE, PUBLIC):
        assert "nknown" not in offerlab("walkaway", write("a.yaml", text)).out


def test_what_is_unknown_is_not_called_nothing(offerlab: Run, write: Write) -> None:
    text = PRIVATE.replace(", vesting: standard-startup-option", "")
    for more, words in (
        ("", "Nothing is owed back; what you would lose of unvested stock is unknown."),
        (SIGN_ON, "What you would lose of unvested stock is unknown, and not in it."),
    ):
        said = " ".join(offerlab("walkaway", write("a.yaml", text + more)).out.split())
        assert words in said
        assert "or unvested" not in said


def test_private_stock_that_is_lost_is_named(offerlab: Run, write: Write) -> None:
    said = " ".join(offerlab("walkaway", write("a.yaml", PRIVATE)).out.split())
    assert (
        "Private stock that has not vested is lost, and not counted as money." in said
    )


def test_vest_says_why_shares_are_unknown(offerlab: Run, write: Write) -> None:
    # public stock of $40,000 at no known price
    text = PUBLIC.replace(", share_price: 100", "").replace(
        "shares: 1000", "value: 40k"
    )
    said = " ".join(offerlab("vest", write("a.yaml", text)).out.split())
    assert "shares unknown" in said
    assert "the letter gives money, and no price at which it becomes shares" in said
