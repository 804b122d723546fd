from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from offerlab.core.offer import Offer
from offerlab.letters.facts import open_questions
from offerlab.letters.terms import accepted_terms
from offerlab.letters.wording import (
    deadline_words,
    greeting,
    letter_day,
    recruiter_of,
    with_article,
)
from offerlab.negotiate.inquiry import MOST_QUESTIONS
from tests.conftest import LINE, NOTHING_MORE, PRIVATE, PUBLIC

Read = Callable[[str], Offer]
TODAY = date(2026, 11, 25)


def test_days_are_written_as_the_country_does(read: Read) -> None:
    american = read(PRIVATE + "deadline: 2026-12-04T17:00 America/New_York\n")
    assert deadline_words(american, TODAY) == "Friday, December 4 at 5:00 pm Eastern"
    british = read(
        PRIVATE.replace("San Francisco, CA", "London, UK").replace(
            "strike: 0.90", "strike: 1"
        )
        + "currency: GBP\ndeadline: 2026-12-04T17:00 Europe/London\n"
    )
    assert deadline_words(british, TODAY) == "Friday 4 December at 17:00 London time"
    far = letter_day(american, date(2027, 7, 6), TODAY)
    assert far == "Tuesday, July 6, 2027"


def test_the_greeting_has_a_name_or_the_team(read: Read) -> None:
    assert greeting(read(PRIVATE)) == "Hi Dana,"
    nobody = PRIVATE.partition("contacts:")[0]
    assert greeting(read(nobody)) == "Hi Northwind Robotics team,"


@pytest.mark.parametrize(
    ("title", "article"),
    [
        ("Machine Learning Engineer", "a"),
        ("Applied Scientist I", "an"),
        ("ML Engineer", "an"),
        ("MTS", "an"),
        ("User Researcher", "a"),
        ("University Recruiter", "a"),
    ],
)
def test_titles_have_their_article(title: str, article: str) -> None:
    assert with_article(title) == f"{article} {title}"


def test_the_recruiter_comes_before_other_contacts(read: Read) -> None:
    text = PRIVATE.partition("contacts:")[0] + (
        "contacts: [{name: Max Manager}, {name: Rita Ray, role: Recruiter}]\n"
    )
    recruiter = recruiter_of(read(text))
    assert recruiter is not None
    assert recruiter.name == "Rita Ray"


@pytest.mark.parametrize(
    ("lines", "term"),
    [
        ("level: L3\n", "level L3"),
        ("target_bonus: 10%\n", "target bonus of 10% of base a year"),
        (
            "target_bonus: {target: 20_000, guaranteed_first_year: true}\n",
            "bonus of $20,000, guaranteed for the first year",
        ),
        (
            "target_bonus: [{year: 1, amount: 9_000, guaranteed: true}]\n",
            "guaranteed bonus for year 1 of $9,000",
        ),
        ("sign_on: 20k\n", "sign-on bonus of $20,000"),
        (
            "sign_on: {amount: 20k, paid_month: 2, clawback_months: 12}\n",
            "sign-on bonus of $20,000, paid in month 2; to be repaid in an amount the"
            " letter leaves open if I leave within 12 months",
        ),
        (
            "sign_on: {amount: 9k, clawback: [{until_month: 12, owed: all},"
            " {until_month: 24, owed: 50%}]}\n",
            "sign-on bonus of $9,000; to be repaid if I leave: all of it until month"
            " 12, then 50% until month 24",
        ),
        (
            "relocation: {amount: 10k, kind: reimbursement}\n",
            "relocation costs paid back, up to $10,000",
        ),
        (
            "exercise_window_months: 84\n",
            "7 years to exercise vested options after leaving",
        ),
        (
            "refreshers: {annual_value: 40_000}\n",
            "a refresher grant of $40,000 each year",
        ),
        ("benefits: {pto_days: 20}\n", "20 days of paid time off a year"),
        (
            "promises: [{text: salary review in June, by: Dana Lee, medium: phone}]\n",
            "salary review in June (promised by Dana Lee, by phone)",
        ),
        ("end_date: 2028-06-30\n", "fixed term until Friday, June 30, 2028"),
    ],
)
def test_a_term_in_words(read: Read, lines: str, term: str) -> None:
    assert term in accepted_terms(read(PRIVATE + lines))


@pytest.mark.parametrize(
    ("grant", "term"),
    [
        ("{kind: rsu, shares: 10, vesting: lyft-1yr}", "10 RSUs"),
        ("{kind: rsu, value: 120k, vesting: lyft-1yr}", "$120,000 of RSUs"),
        ("{kind: rsu, annual_value: 120k, years: 2}", "$120,000 a year of RSUs, for 2"),
        (
            "{kind: nso, percent: 0.04, strike: 2}",
            "non-qualified stock options over 0.04% of the company at $2 a share",
        ),
        (
            "{kind: option, shares: 9, strike: at-grant,"
            " acceleration: {trigger: double, share: 100%}}",
            "at the fair market value of the day of the grant, double-trigger",
        ),
    ],
)
def test_a_grant_in_the_unit_of_the_paper(read: Read, grant: str, term: str) -> None:
    text = PUBLIC.partition("equity:")[0] + f"equity: {grant}\n"
    assert any(term in each for each in accepted_terms(read(text)))


def test_the_first_question_of_a_start_up_without_equity_is_equity(read: Read) -> None:
    text = PRIVATE.partition("equity:")[0]
    found = open_questions(read(text), LINE)
    assert found[0] == "Does the offer come with equity? If so, how much?"
    assert len(found) <= MOST_QUESTIONS
    assert len(open_questions(read(PUBLIC + NOTHING_MORE), LINE)) < MOST_QUESTIONS
