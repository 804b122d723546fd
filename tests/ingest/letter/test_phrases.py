"""Each field in the many ways in which letters say it: the files in `phrases`."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from offerlab.ingest.letter.reading import read_letter
from tests.conftest import DATA

PHRASES = DATA / "offer_letters" / "phrases"
HEAD = """Northwind Robotics, Inc.
March 3, 2027

Dear Sam,

On behalf of Northwind Robotics, Inc. I am pleased to offer you employment as a Machine
Learning Engineer.

"""
BASE = "Your base salary will be $150,000 per year.\n\n"
TAIL = """

We look forward to working with you.

Sincerely,

Maria Lopez
Head of People
"""
KEYS = {
    "pay": ("base_salary", "currency"),
    "bonus": ("target_bonus",),
    "sign_on": ("sign_on",),
    "relocation": ("relocation",),
    "equity": ("equity",),
    "dates": ("start_date", "deadline"),
    "benefits": ("benefits",),
    "terms": ("equity", "exercise_window", "exercise_window_months"),
    "vesting": ("equity",),
    "clawback": ("sign_on",),
    "deadline": ("deadline",),
}


def cases() -> list[Any]:
    return [
        pytest.param(path.stem, each["says"], each["reads"], id=f"{path.stem}-{place}")
        for path in sorted(PHRASES.glob("*.yaml"))
        for place, each in enumerate(yaml.safe_load(path.read_text("utf-8")), start=1)
    ]


@pytest.mark.parametrize(("field", "says", "reads"), cases())
def test_a_phrase_is_read(field: str, says: str, reads: dict[str, Any]) -> None:
    base = "" if field == "pay" else BASE
    letter = read_letter(HEAD + base + says + TAIL, "letter.txt")
    found = {
        key: each.value
        for key, each in letter.fields.items()
        if any(key == name or key.startswith(f"{name}.") for name in KEYS[field])
    }
    assert found == reads
    for each in letter.fields.values():
        assert each.quote in HEAD + base + says + TAIL


WHOLE = """Corvid Capital LP

November 2, 2026

Dear Max,

Corvid Capital LP offers you employment as a Quantitative Researcher in our New York
office. Your base salary is $225,000.

Sincerely,

By: ____________________        By: ____________________
Name: Priscilla Ong             Name: Dmitri Volkov
Title: General Counsel          Title: Chief People Officer
"""


def test_each_of_two_signers_has_the_title_below_the_name() -> None:
    found = read_letter(WHOLE, "letter.txt").fields
    assert {k: v.value for k, v in found.items() if k.startswith("contacts")} == {
        "contacts.1.name": "Priscilla Ong",
        "contacts.1.role": "General Counsel",
        "contacts.2.name": "Dmitri Volkov",
        "contacts.2.role": "Chief People Officer",
    }


MAIL = """hey Priyanka - putting the offer in writing

role: senior data scientist, growth
comp: $185,000 base + 10% annual bonus (paid in March)
equity: $240k in RSUs over 4 yrs, quarterly, no cliff. # of RSUs is set later
sign on: 20k (1 yr clawback, pro-rated)
start: Feb 22, 2027

we're Marlowe Health (NYSE: MRLW). can you lmk by thurs 12/3?
Date: Nov 20, 2026
"""


def test_lines_of_a_mail_each_keep_their_own_amount() -> None:
    found = {k: v.value for k, v in read_letter(MAIL, "mail.txt").fields.items()}
    assert found["company.name"] == "Marlowe Health"
    assert found["base_salary"] == 185_000
    assert found["equity.1.value"] == 240_000  # and not the base of the line above
    assert found["target_bonus"] == "10%"
    assert found["sign_on.1.amount"] == 20_000
    assert found["sign_on.1.clawback_months"] == 12
    assert found["deadline"] == "2026-12-03"


@pytest.mark.parametrize(
    ("says", "key", "value"),
    [
        ('the position of "Data Scientist - II"', "role", "Data Scientist - II"),
        ("OFFER OF EMPLOYMENT: DATA ENGINEER (GRADE 7)", "role", "Data Engineer"),
        ("the L4 Software Engineer (ML) role in Austin", "role", "Software Engineer"),
        ("the L4 Software Engineer (ML) role in Austin", "level", "L4"),
        ("conversion from Intern to Data Engineer I", "role", "Data Engineer I"),
        ("starting 01.03.2027 in Munich.", "location", "Munich"),
        ("your date of joining shall be 04-Jan-2027.", "start_date", "2027-01-04"),
        ("a permanent position (100%) as of 1 March 2027.", "start_date", "2027-03-01"),
        ("Formal letter to follow from Aurora Search Inc.", "company.name",
         "Aurora Search Inc."),
        ("Lumen Motion GmbH, Leopoldstr. 10", "company.name", "Lumen Motion GmbH"),
    ],
)  # fmt: skip
def test_a_job_in_other_words(says: str, key: str, value: str) -> None:
    text = f"Hello, we make you this offer:\n\n{says}\n\n{BASE}"
    assert read_letter(text, "letter.txt").fields[key].value == value


def test_a_clawback_that_no_field_takes_is_shown() -> None:
    steps = "You must repay 100% of the net amount in year one and 50% in year two."
    letter = read_letter(f"{HEAD}{BASE}{steps}{TAIL}", "letter.txt")
    assert steps in letter.unread


def test_one_grant_or_the_other_is_asked_and_never_both() -> None:
    choice = "You may choose ONE of (a) 60,000 options at $3.15 or (b) 40,000 options."
    letter = read_letter(f"{HEAD}{BASE}{choice}{TAIL}", "letter.txt")
    assert not [key for key in letter.fields if key.startswith("equity")]
    assert "Which of these grants do you take?" in [
        a.question for a in letter.questions
    ]


def test_a_row_of_years_is_no_size_of_a_grant() -> None:
    table = (
        "RSU vest      $15,000      $15,000      $15,000      $15,000\n\n"
        "RSU grant: $60,000, vesting 25% per year on each anniversary.\n"
    )
    fields = read_letter(f"{HEAD}{BASE}{table}{TAIL}", "letter.txt").fields
    assert fields["equity.1.value"].value == 60_000


def test_what_is_paid_back_is_the_bonus_told_last() -> None:
    says = (
        "We'd also provide $15k to help with your move and a $20k signing bonus which"
        " we'd ask you to return on a pro-rata basis should you leave inside of 24"
        " months."
    )
    fields = read_letter(f"{HEAD}{BASE}{says}{TAIL}", "letter.txt").fields
    assert fields["sign_on.1.clawback_months"].value == 24
    assert fields["relocation.amount"].value == 15_000
    assert "relocation.clawback_months" not in fields


def test_a_clawback_until_a_day_is_asked_about() -> None:
    says = "Sign-on bonus of $5,000, repayable if you leave before 30 September 2028."
    letter = read_letter(f"{HEAD}{BASE}{says}{TAIL}", "letter.txt")
    assert "Until when must it be paid back, and how much?" in [
        each.question for each in letter.questions
    ]


def test_a_day_is_no_part_of_a_city() -> None:
    says = "You would join us in San Francisco on January 19, 2027."
    fields = read_letter(f"{HEAD}{BASE}{says}{TAIL}", "letter.txt").fields
    assert fields["location"].value == "San Francisco"
    assert fields["start_date"].value == "2027-01-19"


def read(says: str) -> dict[str, Any]:
    letter = read_letter(f"{HEAD}{BASE}{says}{TAIL}", "letter.txt")
    return {key: each.value for key, each in letter.fields.items()}


@pytest.mark.parametrize(
    ("says", "value"),
    [
        ("We will grant you a refresh award worth $30,000 each year.", 30_000),
        ("You may receive a refresh award worth $30,000 each year.", None),
        ("Refresh awards have been $0 to $60,000 a year.", None),
    ],
)
def test_only_a_promised_refresher_is_one(says: str, value: int | None) -> None:
    assert read(says).get("refreshers.annual_value") == value


def test_the_company_after_a_title_is_no_part_of_it() -> None:
    tail = "\n\nBest,\n\nTamsin Reyes\nTechnical Recruiter, Northwind Robotics, Inc.\n"
    letter = read_letter(f"{HEAD}{BASE}{tail}", "letter.txt")
    assert letter.fields["contacts.1.role"].value == "Technical Recruiter"


def test_a_signer_below_another_is_the_second() -> None:
    tail = "\n\nBest,\n\nAna Cruz\nChief Executive Officer\n\nBo Lind\nHead of People\n"
    found = read_letter(f"{HEAD}{BASE}{tail}", "letter.txt").fields
    assert found["contacts.2.name"].value == "Bo Lind"
    assert found["contacts.2.role"].value == "Head of People"


def test_a_state_or_an_office_manager_is_no_city() -> None:
    assert read("You report into the Denver, Colorado office.")["location"] == (
        "Denver, CO"
    )
    assert "location" not in read("Questions? Ask our\n\nOffice Manager\n")


def test_a_guarantee_of_its_own_amount_is_none_of_the_target() -> None:
    found = read(
        "Your annual bonus has a target of 18% of base. For fiscal year 2027 it will be"
        " not less than $20,000."
    )
    assert found["target_bonus"] == "18%"
    assert "target_bonus.guaranteed_first_year" not in found
