from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NOTHING_MORE, PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
ASK = ("--ask-base", "152k", "--ask-equity-percent", "0.05", "--signature", "Sam")


def test_a_counter_is_printed(offerlab: Run, write: Write) -> None:
    said = offerlab("email", "counter", write("a.yaml", PRIVATE), *ASK)
    assert said.code == 0
    assert said.out.startswith("Subject: Machine Learning Engineer offer")
    assert "$152,000 base plus 0.05% equity" in said.out
    assert "Warning: stronger with one true sentence" in said.err


def test_a_counter_as_json(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "email", "counter", write("a.yaml", PRIVATE), *ASK, "--json",
        "--reason", "I like it.", "--milestone", "a model", "--slot", "recruiter=Priya",
    )  # fmt: skip
    found = said.json
    assert found["schema"] == "offerlab.email/1"
    assert found["template"] == "counter"
    assert found["body"].startswith("Hi Priya,")
    assert found["slots"]["ask_base"] == "$152,000"
    assert found["slots"]["milestones"] == ["a model"]
    assert [each["rule"] for each in found["lint"]] == ["ask-above-benchmark"]


@pytest.mark.parametrize("suffix", ["txt", "eml", "md"])
def test_a_counter_is_written(
    offerlab: Run, write: Write, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"counter.{suffix}"
    args = ("email", "counter", write("a.yaml", PRIVATE), *ASK, "-o", out)
    assert offerlab(*args).code == 0
    text = out.read_text(encoding="utf-8")
    assert "Machine Learning Engineer offer: base and equity" in text
    assert ("| ask_base | ask | $152,000 |" in text) == (suffix == "md")
    assert ("To: dana@example.com" in text) == (suffix == "eml")
    assert out.stat().st_mode & 0o777 == 0o600
    assert offerlab(*args).code == 1
    assert offerlab(*args, "--force").code == 0


def test_a_missing_fact_is_named_and_nothing_is_written(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "counter.eml"
    path = write("a.yaml", PRIVATE.replace("  valuation: 150_000_000\n", ""))
    said = offerlab("email", "counter", path, *ASK, "-o", out)
    assert said.code == 1
    assert "valuation" in said.err
    assert not out.exists()
    unasked = offerlab("email", "counter", path, "--json")
    assert unasked.code == 1
    assert "--ask-base" in unasked.json["problems"][-1]["message"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--ask-base", "lots"), 2, "'lots' is not an amount"),
        (("--ask-base", "150"), 2, "too little"),
        (("--ask-equity-percent", "50"), 2, "out of range"),
        (("--slot", "x"), 2, "key=value"),
        (("--slot", "x=1"), 1, "has no slot 'x'"),
        (("-o", "letter.docx"), 1, "written as .txt, .md, .eml"),
    ],
)
def test_wrong_options_are_told(
    offerlab: Run, write: Write, args: tuple[str, ...], code: int, words: str
) -> None:
    said = offerlab("email", "counter", write("a.yaml", PRIVATE), *ASK, *args)
    assert said.code == code
    assert words in said.err


def test_an_unknown_letter_and_a_bad_offer_end_with_one(
    offerlab: Run, write: Write
) -> None:
    assert offerlab("email", "contra", write("a.yaml", PRIVATE), *ASK).code == 1
    assert offerlab("email", "counter", write("b.yaml", "x"), *ASK).code == 1


def test_a_second_offer_is_not_cited_by_a_counter(offerlab: Run, write: Write) -> None:
    said = offerlab(
        "email", "counter", write("a.yaml", PRIVATE), write("b.yaml", PUBLIC), *ASK
    )
    assert said.code == 0
    assert "cites no other offer" in said.err
    assert "Contoso" not in said.out


def test_a_counter_brings_market_evidence(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    said = offerlab("email", "counter", path, *ASK)
    assert (
        "The median base for Data Scientists in San Francisco-Oakland-Fremont, CA is"
        " $170,110 (BLS OEWS May 2025, all levels of experience)."
    ) in said.out
    without = offerlab("email", "counter", path, *ASK, "--slot", "market=")
    assert "BLS" not in without.out
    high = write("b.yaml", PRIVATE.replace("base_salary: 150_000", "base_salary: 300k"))
    said = offerlab("email", "counter", high, "--ask-base", "310k", *ASK[2:])
    assert "median" not in said.out


def test_a_competing_offer_needs_its_file(offerlab: Run, write: Write) -> None:
    path, other = write("a.yaml", PRIVATE), write("b.yaml", PUBLIC)
    args = ("--ask-base", "160k", "--signature", "Sam")
    alone = offerlab("email", "competing-offer", path, *args)
    assert alone.code == 1
    assert "give its file after the first OFFER" in alone.err
    by_hand = offerlab(
        "email", "competing-offer", path, *args, "--slot", "other_company=Initech"
    )
    assert by_hand.code == 1
    assert "cannot be set by hand" in by_hand.err
    said = offerlab("email", "competing-offer", path, other, *args)
    assert "I also hold a written offer from Contoso.\n" in said.out
    # 145,000 is below 150,000: its figures are not brought up.
    assert "$145,000" not in said.out
    turned = offerlab("email", "competing-offer", other, path, *args)
    assert "Its base is $150,000, against $145,000 in yours." in turned.out


def test_an_extension_names_a_day_after_the_deadline(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PRIVATE + "deadline: 2099-12-04T17:00 America/New_York\n")
    args = ("email", "extension", path, "--signature", "Sam", "--reason", "I wait.")
    said = offerlab(*args, "--slot", "until=2099-12-11")
    assert "until Friday 4 December 2099, 17:00 (America/New_York). I wait." in said.out
    assert "until the end of Friday 11 December 2099?" in said.out
    for day, words in (
        ("2099-12-04", "is not after the deadline"),
        ("2020-01-01", "is over"),
        ("soon", "is not a date"),
    ):
        assert words in offerlab(*args, "--slot", f"until={day}").err
    assert "the day until which you need" in offerlab(*args).err
    assert "true reason" in offerlab(*args[:-2], "--slot", "until=2099-12-11").err


def test_the_open_questions_are_asked(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    said = offerlab("email", "clarify", path, "--signature", "Sam")
    assert "- How long after leaving can vested options be exercised?" in said.out
    full = PRIVATE + "exercise_window_months: 3\ndeadline: 2026-12-04\n" + NOTHING_MORE
    none = offerlab("email", "clarify", write("b.yaml", full), "--signature", "Sam")
    assert none.code == 1
    assert "leaves none" in none.err


def test_an_acceptance_lists_the_terms(offerlab: Run, write: Write) -> None:
    text = PRIVATE + "target_bonus: 10%\nsign_on: 20k\nrelocation: 5k\n"
    said = offerlab("email", "accept", write("a.yaml", text), "--signature", "Sam")
    for line in (
        "- base salary of $150,000 a year",
        "- target bonus of 10% of base a year",
        "- sign-on payment of $20,000, paid in month 1",
        "- relocation payment of $5,000, paid in month 1",
        "- 20,000 incentive stock options (0.04% of the company, fully diluted) at"
        " $0.90 a share, over four years with a one-year cliff, vesting monthly",
        "My first day would be Monday 11 January 2027.",
    ):
        assert line in said.out
    undated = text.replace("start_date: 2027-01-11\n", "")
    assert (
        "the first day"
        in offerlab(
            "email", "accept", write("b.yaml", undated), "--signature", "Sam"
        ).err
    )


def test_a_refusal_has_no_figure(offerlab: Run, write: Write) -> None:
    said = offerlab("email", "decline", write("a.yaml", PRIVATE), "--signature", "Sam")
    assert said.code == 0
    assert not any(char.isdigit() for char in said.out)


def test_a_short_letter_has_a_mailto_link(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    said = offerlab("email", "decline", path, "--signature", "Sam", "--mailto")
    assert said.out.startswith("mailto:dana@example.com?subject=Machine%20Learning")
    assert "+" not in said.out
    assert "%0D%0A" in said.out
    long = offerlab(
        "email", "counter", path, *ASK, "--reason", "word " * 200, "--mailto"
    )
    assert long.code == 1
    assert "too long" in long.err
