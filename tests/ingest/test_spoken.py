from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.ingest.amount import parse_date
from offerlab.ingest.spoken import Said, currency_beside, currency_code, spoken

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("2027-01-11", "2027-01-11"),
        ("January 11, 2027", "2027-01-11"),
        ("11 Jan 2027", "2027-01-11"),
        ("the 11th of January 2027", "2027-01-11"),
        ("1/25/2027", "2027-01-25"),
        ("25/1/2027", "2027-01-25"),
        ("June 7", "2027-06-07"),  # the next one after today
        ("December 1", "2026-12-01"),
        ("1/11/2027", "1/11/2027"),  # January or November: it stays, and is refused
        ("soon", "soon"),
        ("May 3, 2027 or May 10, 2027", "May 3, 2027 or May 10, 2027"),
    ],
)
def test_dates_as_people_write_them(answer: str, day: str) -> None:
    assert spoken("start_date", answer, TODAY) == Said("start_date", day)


@pytest.mark.parametrize(
    ("answer", "deadline"),
    [
        ("December 4, 2026", "2026-12-04"),
        ("Dec 4, 2026, 5 pm Pacific", "2026-12-04T17:00 America/Los_Angeles"),
        ("December 4, 2026 at 11:59 pm ET", "2026-12-04T23:59 America/New_York"),
        ("2026-12-04T17:00 America/Denver", "2026-12-04T17:00 America/Denver"),
    ],
)
def test_deadlines_with_a_clock(answer: str, deadline: str) -> None:
    assert spoken("deadline", answer, TODAY).value == deadline


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("three months", ("exercise_window_months", "3")),
        ("90 days", ("exercise_window", "90 days")),
        ("ninety days", ("exercise_window", "90 days")),
        ("two years", ("exercise_window_months", "24")),
        ("10-year", ("exercise_window_months", "120")),
        ("two weeks", ("exercise_window", "14 days")),
        ("3", ("exercise_window_months", "3")),
        ("long", ("exercise_window_months", "long")),
    ],
)
def test_spans_of_time(answer: str, said: tuple[str, str]) -> None:
    assert spoken("exercise_window_months", answer, TODAY) == said


@pytest.mark.parametrize(
    ("answer", "block"),
    [
        ("5/15/40/40", "{yearly: [5, 15, 40, 40], every_months: 12}"),
        (
            "four years monthly, one-year cliff",
            "{months: 48, every_months: 1, cliff_months: 12}",
        ),
        ("quarterly over 3 years", "{months: 36, every_months: 3}"),
        ("standard-startup-option", "standard-startup-option"),
        ("{months: 48, every_months: 1}", "{months: 48, every_months: 1}"),
        ("quarterly", "quarterly"),  # for how long, nobody said
    ],
)
def test_vesting_as_people_say_it(answer: str, block: str) -> None:
    key = "equity.1.vesting"
    assert spoken(key, answer, TODAY) == Said(key, block)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("£", "GBP"), ("eur", "EUR"), ("CA$", "CAD"), ("Rupees", "INR"), ("$", "USD"),
        ("swiss francs", "CHF"), ("doubloons", None), ("", None),
    ],
)  # fmt: skip
def test_currencies_by_code_sign_or_name(text: str, code: str | None) -> None:
    assert currency_code(text) == code


@pytest.mark.parametrize(
    ("amount", "code"),
    [("£78k", "GBP"), ("CA$95k", "CAD"), ("Rs. 12,50,000", "INR"), ("150k", None),
     ("CHF 120,000", "CHF"), ("about £5", None)],
)  # fmt: skip
def test_the_currency_beside_an_amount(amount: str, code: str | None) -> None:
    assert currency_beside(amount) == code


FORMS = ("%B %d, %Y", "%d %B %Y", "%Y-%m-%d")
KEYS = ("start_date", "deadline", "currency", "equity.1.vesting", "base_salary")


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
def test_a_day_in_any_form_is_that_day(day: date, form: str) -> None:
    assert parse_date(spoken("start_date", day.strftime(form), TODAY).value) == day


@given(st.text(max_size=40), st.sampled_from(KEYS))
def test_any_answer_is_understood_or_stays_as_it_was(answer: str, key: str) -> None:
    said = spoken(key, answer, TODAY).value
    assert said == answer or said.isascii()
