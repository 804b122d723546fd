from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from offerlab.core.vesting import tranches
from offerlab.ingest.offers import read_offers
from tests.conftest import Said

Run = Callable[..., Said]
PRIVATE = """\
Acme AI
series-x
Series B
150M
50M
3
-

Machine Learning Engineer

San Francisco, CA
2027-02-30
January 11, 2027

138k
10
10%
15,000
a year
20k
is
iso
9
0.02
0.9
monthly
{months: 48
four years monthly, one-year cliff
three months
December 4, 2026, 5 pm
Dana Lee
dana
dana@example.com
"""


def test_an_interview_writes_a_valid_offer(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    said = offerlab("new", path, stdin=PRIVATE)
    assert said.code == 0, said.out
    assert path.stat().st_mode & 0o777 == 0o600
    (offer,), problems = read_offers([path])
    assert problems == []
    assert offer.company.valuation == 150_000_000
    assert offer.company.fmv_409a is None
    assert (offer.base_salary, offer.level) == (138_000, None)
    assert [(p.amount, p.paid_month) for p in offer.sign_on] == [(15e3, 1), (20e3, 13)]
    (grant,) = offer.equity or ()
    assert str(grant.percent) == "0.02"
    assert grant.vesting is not None
    assert tranches(grant.vesting, None, None)[0].month == 12
    assert offer.contacts[0].email == "dana@example.com"
    for words in (
        "did you mean 'series-d'?",
        "This one is needed.",
        "there is no date 2027-02-30",
        "is 10 meant as 10%",
        "almost surely a slip",
        "there is no schedule 'monthly'",
        "start_date: 2027-01-11",
        "equity.1.vesting: {months: 48, every_months: 1, cliff_months: 12}",
        "company.stage: series-b",
        "is not an e-mail address",
    ):
        assert words in " ".join(said.out.split()), words


def test_dont_know_becomes_a_question(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Acme", *["skip"] * 5, "Engineer", "", "Remote", "don't know", "$"]
    answers += ["150k", "", "", "rsu", *[""] * 4, *[""] * 3]
    said = offerlab("new", path, stdin="\n".join(answers) + "\n")
    assert said.code == 0, said.out
    (offer,), _ = read_offers([path])
    assert offer.equity is None
    fields = [
        question["field"]
        for question in offerlab("check", path, "--json").json["offers"][0]["questions"]
    ]
    assert "equity" in fields
    assert "start_date" in fields


def test_a_public_company_is_asked_for_its_price(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Contoso", "listed", "52.10", "20 Nov 2026", "400B", "Engineer", "L3"]
    answers += ["Seattle, WA", "", "", "145k", "", "0", "rsu", "", "", "160k", "50"]
    answers += ["amazon-new-hire", "", "", ""]
    assert offerlab("new", path, stdin="\n".join(answers) + "\n").code == 0
    (offer,), _ = read_offers([path])
    assert offer.company.share_price == 52.1
    assert offer.sign_on == ()
    assert (offer.equity or ())[0].conversion_price == 50


def test_no_equity_is_none(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Acme", *[""] * 5, "Engineer", "", "Remote", "", "USD", "150k", "", ""]
    assert (
        offerlab("new", path, stdin="\n".join([*answers, "none", *[""] * 4])).code == 0
    )
    assert read_offers([path])[0][0].equity == ()


def test_an_interview_that_ends_early_writes_nothing(
    offerlab: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    said = offerlab("new", path, stdin="Acme\n")
    assert said.code == 1
    assert "was not written" in said.err
    assert not path.exists()


def test_an_existing_file_is_not_asked_over(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("x")
    assert offerlab("new", path, stdin=PRIVATE).code == 1
    assert path.read_text() == "x"
    assert offerlab("new", tmp_path / "mine.txt", stdin=PRIVATE).code == 1


JOB = ["Acme", "seed", "10M", "", "", "", "Engineer", "", "Remote", "", "USD", "120k"]
JOB += ["", ""]
GRANT = [*JOB, "iso", "0.1", "", "1"]
END = [""] * 8


def ask(offerlab: Run, path: Path, answers: list[str]) -> Said:
    return offerlab("new", path, stdin="\n".join(answers) + "\n")


def test_an_interview_that_is_cut_off_goes_on(offerlab: Run, tmp_path: Path) -> None:
    path, draft = tmp_path / "mine.yaml", tmp_path / "mine.yaml.draft"
    said = ask(offerlab, path, JOB[:8])
    assert said.code == 1
    assert f"the answers are kept in {draft}" in said.err
    assert draft.stat().st_mode & 0o777 == 0o600
    assert not path.exists()
    said = ask(offerlab, path, JOB[8:])
    assert said.code == 1
    said = ask(offerlab, path, ["none", *END])
    assert said.code == 0, said.err
    assert not draft.exists()
    (offer,), _ = read_offers([path])
    assert (offer.company.name, offer.base_salary, offer.equity) == ("Acme", 120e3, ())


def test_nothing_answered_leaves_no_draft(offerlab: Run, tmp_path: Path) -> None:
    assert ask(offerlab, tmp_path / "mine.yaml", []).code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        (b"answers: [{a: b}]\n", "is not a draft"),
        (b"garbage\n", "is not a draft"),
        (b"answers: 7\n", "is not a draft"),
        (b"[1, 2]\n", "is not a draft"),
        (b"{{{", "is not valid YAML"),  # cut off as it was written
        (b"\xe7\n", "is not UTF-8"),
    ],
)
def test_a_draft_that_is_none_is_not_written_over(
    offerlab: Run, tmp_path: Path, damaged: bytes, why: str
) -> None:
    draft = tmp_path / "mine.yaml.draft"
    draft.write_bytes(damaged)
    said = ask(offerlab, tmp_path / "mine.yaml", JOB)
    assert said.code == 1
    assert why in said.err
    assert "move it away to begin anew" in said.err  # the way out
    assert draft.read_bytes() == damaged


def test_no_failure_loses_an_answer(
    offerlab: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("of any kind")

    monkeypatch.setattr("offerlab.cli.interview.Interview._ask_equity", fail)
    said = ask(offerlab, tmp_path / "mine.yaml", JOB)
    assert isinstance(said.result.exception, RuntimeError)
    assert '"120k"' in (text := (tmp_path / "mine.yaml.draft").read_text()) or (
        "is: 120k" in text
    )


def test_the_target_is_tried_before_the_first_question(offerlab: Run) -> None:
    said = ask(offerlab, Path("/proc/mine.yaml"), JOB)
    assert said.code == 1
    assert "cannot be written" in said.err
    assert "Company" not in said.out


@pytest.mark.parametrize(
    ("vesting", "months"),
    [
        ("{months: 060, every_months: 1}", 60),
        ("{months: 1:00, every_months: 1}", None),
        ("{months: 0x30, every_months: 1}", None),
        ("{a: 2027-99-99}", None),
        ("{a: !!int x}", None),
        ("{a: !!timestamp x}", None),
        ("{a: &x 1, b: *x}", None),
        ("{a: " + "[" * 2000 + "]" * 2000 + "}", None),
        ("{months: 48", None),
        ("[]", None),
    ],
)
def test_a_block_is_read_as_strictly_as_in_a_file(
    offerlab: Run, tmp_path: Path, vesting: str, months: int | None
) -> None:
    path = tmp_path / "mine.yaml"
    good = "{months: 48, every_months: 1}"
    said = ask(offerlab, path, [*GRANT, vesting, *([] if months else [good]), *END])
    assert said.code == 0, said.out
    (offer,), _ = read_offers([path])
    grant = (offer.equity or ())[0]
    assert grant.vesting is not None
    dated = tranches(grant.vesting, None, None)
    assert dated[-1].month == (months or 48)


def test_words_that_look_like_numbers_stay_words(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["007", *JOB[1:7], "03", *JOB[8:], "none", *END]
    assert ask(offerlab, path, answers).code == 0
    (offer,), _ = read_offers([path])
    assert (offer.company.name, offer.level) == ("007", "03")
    assert yaml.safe_load(path.read_text())["level"] == "03"


@pytest.mark.parametrize("name", ["9" * 5000, "a\x1b[31m", "\ud800", "a\u2028b"])
def test_a_name_that_cannot_be_is_asked_again(
    offerlab: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "mine.yaml"
    runner_input = "\n".join([name, *JOB, "none", *END]) + "\n"
    said = offerlab("new", path, stdin=runner_input.encode("utf-8", "surrogatepass"))
    assert said.code == 0, said.err
    assert read_offers([path])[0][0].company.name == "Acme"


LETTERS = sorted(Path("tests/data/offer_letters/open").glob("*.txt"))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_an_interview_from_a_letter_that_is_only_confirmed_is_what_read_writes(
    offerlab: Run, tmp_path: Path, letter: Path
) -> None:
    asked, read = tmp_path / "asked.yaml", tmp_path / "read.yaml"
    assert offerlab("read", letter, "-o", read).code == 0
    said = offerlab("new", asked, "--letter", letter, stdin="\n" * 80)
    if said.code:  # a required answer that the letter does not have
        assert "This one is needed." in said.out
        return
    # Equity that nobody told is said to be unknown by the interview, and the currency
    # that it proposes is in the file.
    told = {"equity": "unknown"} | yaml.safe_load(read.read_text())
    written = yaml.safe_load(asked.read_text())
    assert written == {"currency": written["currency"]} | told


def test_a_value_of_a_letter_is_changed_or_left_out(
    offerlab: Run, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear Sam,\nAcme Robotics, Inc. is pleased to offer you the position of"
        " Machine Learning Engineer in Seattle, WA.\nYour base salary will be $140,000"
        " per year. You will receive a sign-on bonus of $10,000.\n"
        "Sincerely,\nDana Lee\n"
    )
    path = tmp_path / "mine.yaml"
    first = offerlab("new", path, "--letter", letter, stdin="\n" * 80)
    keys = re.findall(r"^([a-z_.0-9]+) \[", first.out, re.MULTILINE)
    assert {"base_salary", "sign_on.1.amount"} <= set(keys)
    assert '"Your base salary will be $140,000' in " ".join(first.out.split())
    instead = {"base_salary": "14x\n145k", "sign_on.1.amount": "-"}
    answers = "\n".join(instead.get(key, "") for key in keys) + "\n" * 80
    said = offerlab("new", path, "--force", "--letter", letter, stdin=answers)
    assert said.code == 0, said.out
    (offer,), _ = read_offers([path])
    assert offer.base_salary == 145_000
    assert not offer.sign_on


def test_a_letter_that_cannot_be_read_is_said_before_the_first_question(
    offerlab: Run, tmp_path: Path
) -> None:
    said = offerlab("new", tmp_path / "a.yaml", "--letter", tmp_path / "no.txt")
    assert said.code == 1
    assert "Company" not in said.out
    assert not (tmp_path / "a.yaml").exists()


def test_a_step_back_asks_the_question_before_again(
    offerlab: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    # At the stage back to the company, and at the 409A back over a refused answer.
    answers = ["<", "Acne", "<", "Acme", *JOB[1:4], "3x", "3", "<", "4", "", *JOB[6:]]
    said = ask(offerlab, path, [*answers, "none", *END])
    assert said.code == 0, said.out
    assert "This is the first question." in said.out
    (offer,), _ = read_offers([path])
    assert offer.company.name == "Acme"
    assert offer.company.preferred_price == 4
    # What has been seen is not shown again: one greeting, one line of each value.
    assert said.out.count("Answer from the letter") == 1
    assert said.out.count("Stage of the company") == 2  # before and after the way back


def test_a_question_is_explained(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["?", *JOB[:3], "?", *JOB[3:], "?", "none", *END]
    said = ask(offerlab, path, answers)
    assert said.code == 0, said.out
    told = " ".join(said.out.split())
    assert "The name at the head of the letter. This one is needed." in told
    assert "Without it a number of shares says nothing" in told
    assert "An ISO is an option" in told or "an ISO is an option" in told


def test_pay_in_pounds_is_never_dollars(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    answers = ["Acme", "public", "$450", "", "", "Engineer", "", "London, UK", "", ""]
    said = ask(offerlab, path, [*answers, "£78,000", "", "", "none", *END])
    assert said.code == 0, said.out
    assert "Currency of the pay [GBP]" in said.out
    (offer,), _ = read_offers([path])
    assert (offer.currency, offer.base_salary) == ("GBP", 78_000)
    assert offer.company.currency == "USD"
    assert offer.company.share_price == 450
    # The other way round: a sign that the pay's currency contradicts is asked again.
    answers = ["Acme", "seed", *[""] * 4, "Engineer", "", "Austin, TX", "", ""]
    said = ask(offerlab, tmp_path / "b.yaml", [*answers, "£78k", "78k", *END, "none"])
    assert "£78k is not in USD" in said.out


@pytest.mark.parametrize(
    ("place", "answer", "currency", "pay"),
    [
        ("London, UK", "£78,000", "GBP", 78_000),
        ("Remote", "₹18.4 lakh", "INR", 1_840_000),
        ("Toronto, ON", "CA$95k", "CAD", 95_000),
        ("London, UK", "78k", "GBP", 78_000),  # what was proposed
        ("London, UK", "$78k", "USD", 78_000),
        ("Remote", "120k", "USD", 120_000),  # proposed, and shown
    ],
)
def test_an_amount_answers_for_the_currency_and_the_pay(
    offerlab: Run, tmp_path: Path, place: str, answer: str, currency: str, pay: float
) -> None:
    path = tmp_path / "mine.yaml"
    answers = [*JOB[:8], place, "", answer, "", "", "none", *END]
    said = ask(offerlab, path, answers)
    assert said.code == 0, said.out
    (offer,), _ = read_offers([path])
    assert (offer.currency, offer.base_salary) == (currency, pay)
    assert "Base salary a year" not in said.out


def test_an_amount_without_a_sign_or_a_place_is_no_currency(
    offerlab: Run, tmp_path: Path
) -> None:
    answers = [*JOB[:8], "Somewhere", "", "78k", "EUR", *JOB[11:], "none"]
    said = ask(offerlab, tmp_path / "a.yaml", answers)
    assert "This one is needed." in said.out


def test_only_options_are_asked_for_their_window(offerlab: Run, tmp_path: Path) -> None:
    for kind, asked in (("iso", True), ("rsu", False)):
        answers = [*JOB, kind, "", "100", *[""] * 12]
        said = ask(offerlab, tmp_path / f"{kind}.yaml", answers)
        assert said.code == 0, said.out
        assert ("Time to exercise" in said.out) == asked
        assert ("Strike" in said.out) == asked


def test_what_will_be_written_is_shown(offerlab: Run, tmp_path: Path) -> None:
    said = ask(offerlab, tmp_path / "mine.yaml", [*JOB, "none", *END])
    assert said.code == 0, said.out
    assert "  base_salary: 120k\n" in said.out
    assert "  equity: none\n" in said.out
    # Answers from a file have nobody who could confirm; at a terminal it is asked.
    assert "Write it?" not in said.out


def test_a_refused_answer_is_not_told_again(offerlab: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    assert ask(offerlab, path, ["Acme", "series-x", "seed", "10M"]).code == 1
    said = ask(offerlab, path, [*JOB[3:], "none", *END])
    assert said.code == 0, said.out
    assert "series-x" not in said.out
    assert "Stage of the company: seed" in said.out
