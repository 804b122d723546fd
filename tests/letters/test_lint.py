from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from offerlab.core.ask import Ask
from offerlab.core.number_words import plain_digits, spoken_numbers
from offerlab.ingest.offers import read_offers
from offerlab.letters.claims import find_claims, names_pay
from offerlab.letters.days import Kind
from offerlab.letters.known import Known, known_facts
from offerlab.letters.lint import lint_claims, lint_text, lint_words
from tests.conftest import DATA

LETTERS = DATA / "letters"
TODAY = date(2026, 11, 25)
ERRORS = {
    "pay-history", "walk-away", "rival", "invented-fact", "two-asks", "number-words",
    "source", "confidential", "weekday", "past-date", "acceptance", "placeholder",
    "waiver",
}  # fmt: skip
"""What lies, leaks or binds; the rest weakens a letter, and is a warning at least."""

LETTER = "Hi Dana,\n\nThank you for the offer. {}\n\nBest regards,\nSam\n"


@pytest.fixture(scope="module")
def known() -> Known:
    (offer,), problems = read_offers([LETTERS / "offers" / "3_seriesA.yaml"])
    assert not [p for p in problems if p.severity == "error"]
    return known_facts([offer], Ask(), today=TODAY)


def lines(name: str) -> list[str]:
    return (LETTERS / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "name",
    ["attacks.txt", "more_attacks.txt", "indirect_attacks.txt", "blind_attacks.txt"],
)
def test_harmful_sentences_are_caught(known: Known, name: str) -> None:
    missed = []
    for line in lines(name):
        rule, sentence = line.split("\t")
        found = lint_text(LETTER.format(sentence), known, TODAY)
        errors = [each for each in found if each.severity == "error"]
        # A source is a warning; the figure it brings is the error.
        must_stop = rule in ERRORS and (rule != "source" or "$" in sentence)
        if not (errors if must_stop else found):
            missed.append(line)
    print(f"{name}: {len(lines(name)) - len(missed)} of {len(lines(name))} caught")
    assert missed == []


@pytest.mark.parametrize(
    "name",
    ["ordinary.txt", "more_ordinary.txt", "working_words.txt", "blind_ordinary.txt"],
)
def test_ordinary_sentences_pass(known: Known, name: str) -> None:
    refused = []
    for sentence in lines(name):
        found = lint_text(LETTER.format(sentence), known, TODAY)
        if any(each.severity == "error" for each in found):
            refused.append((sentence, found))
    print(f"{name}: {len(refused)} of {len(lines(name))} wrongly refused")
    assert refused == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$150,000 and €1.2M", ["150000", "1200000.0"]),
        ("a base of 150k", ["150000"]),
        ("base 150,000", ["150000"]),
        ("the base is 1 6 0 k", ["160000"]),
        ("$１２０,000", ["120000"]),
        ("two hundred grand", ["200000"]),
        ("one hundred and fifty thousand dollars", ["150000"]),
        ("one sixty five base", ["165000"]),
        ("12k lines of code, half a million sentences, 3x faster", []),
        ("the base model has 7,000 layers", []),
        ("GPT-4 on H100s, 24/7, a 401(k), RFC 5322", []),
    ],
)
def test_money_is_what_nothing_is_counted_by(text: str, values: list[str]) -> None:
    found = [c for c in find_claims(text, TODAY) if c.kind is Kind.MONEY]
    assert [Decimal(str(each.value)) for each in found] == [*map(Decimal, values)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0.15% of the company", 1),
        ("a bonus of 20%", 1),
        ("half a percent", 1),
        ("top-1 accuracy by 2%", 0),
        ("the share of failing jobs fell from 12% to 3%", 0),
    ],
)
def test_a_percent_is_a_claim_where_it_is_of_pay(text: str, count: int) -> None:
    found = [c for c in find_claims(text, TODAY) if c.kind is Kind.PERCENT]
    assert len(found) == count


def test_a_day_without_a_year_is_the_nearest() -> None:
    days = [c.value for c in find_claims("December 4 and September 12", TODAY)]
    assert days == [date(2026, 12, 4), date(2026, 9, 12)]


def test_numbers_in_words_and_other_scripts() -> None:
    assert plain_digits("１２ 一六〇") == "12 160"
    said = spoken_numbers("a quarter of a percent, twenty five thousand, two")
    assert [str(each.value) for each in said] == ["0.25", "25000", "2"]


def test_a_fact_that_the_user_attests_is_no_claim(known: Known) -> None:
    text = LETTER.format("I saved $2M a year.")
    assert [each.rule for each in lint_text(text, known, TODAY)] == ["untraced-amount"]
    known.add_text(["$2M saved a year"], TODAY)
    assert lint_text(text, known, TODAY) == []


@pytest.mark.parametrize(
    ("rest", "pay"),
    [
        (" 121 last year", True),
        (" 12,000 commits to the compiler", False),
        (" in 2,000,000 of new revenue", False),  # money of others
        (" 3 teams", False),
        (" a hundred and ten thousand", True),
        (" one forty-four there", True),
        (" this in 2025", False),
        (" three of five", False),
        (". The base is 150,000", False),  # another sentence
    ],
)
def test_pay_is_an_amount_that_nothing_is_counted_by(rest: str, pay: bool) -> None:
    assert names_pay(rest, 0) is pay


def test_one_offer_on_file_is_not_two(known: Known) -> None:
    one = Known(rivals=("Meridian Search",))
    two = Known(rivals=("Meridian Search", "Vanta"))
    text = LETTER.format("I hold two other offers.")
    assert [each.rule for each in lint_words(text, one)] == ["rival"]
    assert lint_words(text, two) == []
    assert lint_words(text.replace("two other offers", "another offer"), one) == []


def test_a_curly_apostrophe_is_one(known: Known) -> None:
    found = lint_words("I’m currently making 121k.", known)
    assert [each.rule for each in found] == ["pay-history"]


def test_a_sentence_that_an_editor_wrapped_is_one(known: Known) -> None:
    text = "Hi Dana,\n\nMy walk-away\nnumber is 142. My current\nsalary is low.\n"
    assert {each.rule for each in lint_words(text, known)} >= {
        "walk-away", "pay-history",
    }  # fmt: skip
    # Two paragraphs are not one sentence: the title, and the number of a firm's name.
    apart = "Subject: ML Engineer\n\nDear Noor,\n\nThanks for the offer of Firm 18\n"
    assert lint_words(apart, known) == []
    claim = "The base should be\n162 thousand, and I hope for one hundred\nsixty.\n"
    assert {each.text for each in lint_claims(claim, known, TODAY)} == {
        "162 thousand", "one hundred sixty",
    }  # fmt: skip


def test_digits_and_a_word_are_one_number(known: Known) -> None:
    known.add_text(["$150,000"], TODAY)
    text = LETTER.format("A base of 150 thousand would settle it.")
    assert lint_claims(text, known, TODAY) == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("property", "I can bring my old team's client list with me."),
        ("property", "I still have the training code from my last job."),
        ("deceit", "Please keep this between us and tell no one."),
        ("deceit", "Please don't tell HR about this mail."),
        ("deceit", "I told the other company that I already rejected you."),
        ("overpromise", "I promise I will never leave."),
        ("confidential", "Everyone at your company makes more than this."),
        ("confidential", "The person I interviewed with makes 210."),
        ("rival", "Jane Street pays 400 for this."),
        ("property", "I downloaded my lab's dataset before I left."),
        ("property", "Two of my teammates would come over with me."),
        ("threat", "If you can't do 180 I'm out."),
        ("ultimatum", "Move on the base or lose me."),
        ("need", "I am the only earner."),
    ],
)
def test_kinds_of_harm_that_are_not_about_money(
    known: Known, rule: str, sentence: str
) -> None:
    found = lint_text(LETTER.format(sentence), known, TODAY)
    assert rule in {each.rule for each in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "If you can't move on the base, I would be glad to talk about the sign-on.",
        "People on your team got much better results than I expected.",
        "I can share the code from my open-source project if that helps.",
        "Could we keep the start between us and the relocation team flexible?",
        "My old team would be happy to be a reference.",
        "Unless you see a problem, I will be in touch.",
        "I promise to answer soon.",
    ],
)
def test_what_sounds_near_it_and_is_fine(known: Known, sentence: str) -> None:
    assert not lint_text(LETTER.format(sentence), known, TODAY)
