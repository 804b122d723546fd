from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.letter.file import letter_file
from offerlab.ingest.letter.passage import Passage
from offerlab.ingest.letter.reading import MAX_CHARACTERS, read_letter
from offerlab.ingest.offers import read_offers
from tests.conftest import DATA
from tests.ingest.letter.score import read_file, score

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = DATA / "offer_letters"
OPEN = sorted((LETTERS / "open").glob("*.txt"))
REFUSED = {"h09.txt", "h10.txt"}
OWN = [p for p in sorted((LETTERS / "own").glob("*.txt")) if p.name not in REFUSED]
RENDERED = [p for p in sorted((LETTERS / "rendered").iterdir()) if p.name != "16.pdf"]


def test_the_open_letters_are_read() -> None:
    found = score(LETTERS / "open", OPEN)
    print(f"open: {found.precision:.1%} precision, {found.recall:.1%} recall")
    assert found.quotes == []
    assert found.precision >= 0.98, found.wrong
    assert found.recall >= 0.92
    assert found.invented <= 1
    assert len({name for name, *_ in found.wrong}) <= 2


def test_letters_of_other_words_are_read() -> None:
    # What is in them is scored by value; a name that goes on is as good.
    found = score(LETTERS / "own", OWN)
    longer = [
        w for w in found.wrong if str(w[2]).startswith(str(w[3][0] if w[3] else 0))
    ]
    wrong = [each for each in found.wrong if each not in longer and each[3] != []]
    right = found.right + len(longer)
    precision = right / (right + len(wrong))
    print(f"own: {precision:.1%} precision, {found.recall:.1%} recall")
    assert found.quotes == []
    assert precision >= 0.99, wrong
    assert found.recall >= 0.96


def test_pdf_and_word_files_are_read_as_well() -> None:
    found = score(LETTERS / "open", RENDERED)
    assert found.quotes == []
    assert found.precision >= 0.97, found.wrong
    assert found.recall >= 0.92


@pytest.mark.parametrize("path", [*OPEN, *OWN], ids=lambda path: path.stem)
def test_what_is_written_is_an_offer_file(path: Path, tmp_path: Path) -> None:
    reading = read_file(path)
    file = tmp_path / "offer.yaml"
    file.write_text(letter_file(reading), encoding="utf-8")
    _, problems = read_offers([file])
    errors = {each.field for each in problems if each.severity == "error"}
    # What the letter leaves open may be missing; nothing else is wrong.
    asked = {each.field for each in reading.questions}
    assert errors <= asked | {each.partition(".")[0] for each in asked}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("too short", "holds no text to read"),
        ("word " * MAX_CHARACTERS, "longer than a letter"),
        (
            "Dear Anna, thank you for your application. After careful thought we have"
            " decided not to move forward and will pursue other candidates for it.",
            "turns an application down",
        ),
        (
            "Sehr geehrte Frau Meier, wir freuen uns, Ihnen die Stelle anzubieten. Das"
            " Gehalt beträgt 78.000 Euro im Jahr. Mit freundlichen Grüßen, Jörg",
            "is not in English",
        ),
    ],
)
def test_what_is_no_offer_is_refused(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_letter(text, "a.txt")


def fields(text: str) -> dict[str, object]:
    return {k: v.value for k, v in read_letter(text, "a.txt").fields.items()}


FRAME = (
    "Dear Ada, Northwind Robotics, Inc. is pleased to offer you the position of Data"
    " Engineer in Austin, TX. {} Your first day is March 1, 2027."
)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("We may consider a bonus of up to 15% of base.", "target_bonus"),
        ("You asked for $150,000 base.", "base_salary"),
        ("The band is $120,000 - $150,000.", "base_salary"),
        ("A sign-on bonus may be considered.", "sign_on.1.amount"),
        ("There is no 401(k) match.", "benefits.retirement_match.rate"),
        ("You may be considered for refresh grants.", "equity.1.kind"),
        ("Our Series C is expected in May.", "company.stage"),
        ("Vacation is unlimited.", "benefits.pto_days"),
    ],
)
def test_ceilings_and_hopes_are_no_values(said: str, key: str) -> None:
    found = fields(FRAME.format(said)).get(key)
    assert found in (None, "none")


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("Your salary goes from $120,000 to $130,000.", "base_salary", 130_000),
        ("Your pay is $60 an hour, 38 hours a week.", "base_salary", 60 * 38 * 52),
        ("Base salary: $5,000 bi-weekly.", "base_salary", 130_000),
        ("Your annual salary is CAD 92,000.", "currency", "CAD"),
        ("You will get a signing bonus of $10,000, half at once and half after six"
         " months.", "sign_on.2.paid_month", 7),
    ],
)  # fmt: skip
def test_pay_as_letters_say_it(said: str, key: str, value: object) -> None:
    assert fields(FRAME.format(said))[key] == value


def test_what_nothing_was_made_of_is_told() -> None:
    text = FRAME.format("Parking costs $1,234 which is deducted from your pay.")
    reading = read_letter(text, "a.txt")
    assert any("$1,234" in each for each in reading.unread)
    assert "base_salary" in {each.field for each in reading.questions}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("your non-\nqualified option", "your non-qualified option"),
        ("one\ufffethird each year", "one-third each year"),
        ("a 12-\nmonth cliff", "a 12-month cliff"),
        ("your sign-\non bonus", "your sign-on bonus"),
        ("on a pro-\nrated basis", "on a pro-rated basis"),
        ("we pro-\nvide housing", "we provide housing"),
        ("the com\x02\npany pays", "the company pays"),
        ("the com\ufffepany pays", "the company pays"),
    ],
)
def test_words_broken_at_the_end_of_a_line(written: str, read: str) -> None:
    assert Passage.of(written).flat == read


@pytest.mark.parametrize(
    ("place", "deadline"),
    [("Leeds", "2027-05-24"), ("London", "2027-05-24T12:00")],
)
def test_a_clock_whose_zone_is_not_known_is_not_written(
    place: str, deadline: str
) -> None:
    said = (
        f"You work in our {place} office. The offer is open until noon on 24 May 2027."
    )
    text = FRAME.replace(" in Austin, TX", "").format(said)
    written = letter_file(read_letter(text, "a.txt"))
    assert f"deadline: {deadline}\n" in written.replace('"', "")
