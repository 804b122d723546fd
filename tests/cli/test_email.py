from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NOTHING_MORE, PRIVATE, PUBLIC, Said

Run = Callable[..., Said]
Write = Callable[[str, str], Path]
ASK = (
    "--ask-base", "160k", "--ask-equity-percent", "0.05", "--signature", "Sam",
    "--hire-signal", "--reason", "The work is what I want to do.",
)  # fmt: skip


def test_a_counter_is_printed(offerlab: Run, write: Write) -> None:
    said = offerlab("email", "counter", write("a.yaml", PRIVATE), *ASK)
    assert said.code == 0
    assert said.out.startswith("Subject: Northwind Robotics offer: Machine Learning")
    assert "Could you get to $160,000 base and 0.05% of the company" in said.out
    assert "Warning: no market sentence" in said.err


def test_a_counter_as_json(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    more = ("--milestone", "a model", "--case", "I built one", "--json")
    found = offerlab("email", "counter", path, *ASK, *more).json
    assert found["schema"] == "offerlab.email/1"
    assert found["template"] == "counter"
    assert found["slots"]["ask"].startswith("$160,000 base")
    assert found["slots"]["milestones"] == ["a model"]
    assert {each["rule"] for each in found["lint"]} == {"note", "no-sign_by"}


@pytest.mark.parametrize("suffix", ["txt", "eml", "md"])
def test_a_counter_is_written(
    offerlab: Run, write: Write, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"counter.{suffix}"
    args = ("email", "counter", write("a.yaml", PRIVATE), *ASK, "-o", out)
    assert offerlab(*args).code == 0
    text = out.read_text(encoding="utf-8")
    assert "Northwind Robotics offer: Machine Learning Engineer" in text
    assert ("| ask | ask | $160,000 base" in text) == (suffix == "md")
    assert ("To: dana@example.com" in text) == (suffix == "eml")
    assert out.stat().st_mode & 0o777 == 0o600
    assert offerlab(*args).code == 1
    assert offerlab(*args, "--force").code == 0


def test_the_deadline_is_written_as_a_calendar_entry(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    path = write("a.yaml", PRIVATE + "deadline: 2099-12-04\n")
    out = tmp_path / "deadline.ics"
    args = ("--signature", "Sam", "--slot", "until=2099-12-11", "--reason", "I wait.")
    assert offerlab("email", "extension", path, *args, "-o", out).code == 0
    assert "SUMMARY:Answer Northwind Robotics" in out.read_text()


def test_a_missing_fact_is_named_and_nothing_is_written(
    offerlab: Run, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "counter.eml"
    path = write("a.yaml", PRIVATE)
    said = offerlab("email", "counter", path, "--hire-signal", "-o", out)
    assert said.code == 1
    assert "--ask-base" in said.err
    assert "--reason" in said.err
    assert not out.exists()
    unasked = offerlab("email", "counter", path, "--json")
    assert unasked.code == 1
    assert "--hire-signal" in unasked.json["problems"][-1]["message"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--ask-base", "lots"), 2, "'lots' is not an amount"),
        (("--ask-base", "150"), 2, "too little"),
        (("--ask-equity-percent", "50"), 2, "out of range"),
        (("--slot", "x"), 2, "key=value"),
        (("--slot", "x=1"), 1, "has no slot 'x'"),
        (("--would-sign",), 2, "belong together"),
        (("--by", "soon"), 2, "is not a date"),
        (("--allow", "rival"), 2, "--because"),
        (("-o", "letter.docx"), 1, "written as .txt, .md, .eml"),
        (("--ask-base", "140k"), 1, "less than the $150,000 offered"),
        (("--reason", "I currently make $120,000."), 1, "present and past pay"),
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


def test_a_rule_may_be_broken_for_a_reason(offerlab: Run, write: Write) -> None:
    args = ("email", "counter", write("a.yaml", PRIVATE), *ASK[2:])
    odd = offerlab(*args, "--ask-base", "160,550", "--ask-equity-percent", "0.3")
    assert odd.code == 1
    assert "--allow percent-slip --because TEXT" in odd.err
    why = ("--because", "it is what I computed")
    rules = ("--allow", "percent-slip", "--allow", "ask-precision")
    more = ("--ask-base", "160,550", "--ask-equity-percent", "0.3", *rules, *why)
    assert offerlab(*args, *more).code == 0


def test_a_competing_offer_needs_its_file(offerlab: Run, write: Write) -> None:
    path, other = write("a.yaml", PRIVATE), write("b.yaml", PUBLIC + "basis: letter\n")
    args = ("--signature", "Sam", "--hire-signal", "--reason", "I prefer you.")
    alone = offerlab("email", "competing-offer", path, *args)
    assert alone.code == 1
    assert "give its file after the first" in alone.err
    unattested = offerlab("email", "competing-offer", path, other, *args)
    assert "--attest" in unattested.err
    told = (*args, "--attest", "--disclose", "numbers")
    said = offerlab("email", "competing-offer", path, other, *told)
    assert "I also hold a written offer from Contoso." in said.out
    # 145,000 is below 150,000: its figures are not brought up.
    assert "$145,000" not in said.out


def test_an_extension_names_a_day_after_the_deadline(
    offerlab: Run, write: Write
) -> None:
    path = write("a.yaml", PRIVATE + "deadline: 2099-12-04T17:00 America/New_York\n")
    args = ("email", "extension", path, "--signature", "Sam", "--reason", "i wait")
    said = offerlab(*args, "--slot", "until=2099-12-11")
    assert "until Friday, December 4, 2099 at 5:00 pm Eastern." in said.out
    assert "I wait." in said.out
    assert "Could I have until Friday, December 11, 2099?" in said.out
    for day, words in (
        ("2099-12-04", "is not after the deadline"),
        ("2020-01-01", "is over"),
        ("soon", "is not a date"),
    ):
        assert words in offerlab(*args, "--slot", f"until={day}").err
    assert "the day until which you need" in offerlab(*args).err


def test_the_open_questions_are_asked(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    said = offerlab("email", "clarify", path, "--signature", "Sam")
    assert "- How long after leaving can vested options be exercised?" in said.out
    full = PRIVATE + "exercise_window_months: 3\ndeadline: 2099-12-04\n" + NOTHING_MORE
    none = offerlab("email", "clarify", write("b.yaml", full), "--signature", "Sam")
    assert none.code == 1
    assert "leaves none" in none.err


def test_a_refusal_has_no_figure(offerlab: Run, write: Write) -> None:
    said = offerlab("email", "decline", write("a.yaml", PRIVATE), "--signature", "Sam")
    assert not any(char.isdigit() for char in said.out)


def test_a_short_letter_has_a_mailto_link(offerlab: Run, write: Write) -> None:
    path = write("a.yaml", PRIVATE)
    args = ("--signature", "Sam", "--mailto")
    said = offerlab("email", "decline", path, *args)
    assert said.out.startswith("mailto:dana@example.com?subject=Northwind%20Robotics")
