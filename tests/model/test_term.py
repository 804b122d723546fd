"""How long a fixed term lasts, each with its days counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from offerlab.core.company import Company
from offerlab.core.offer import Offer
from offerlab.model.term import is_worked, term_years, within_shortest, worked_part


def job(start: date | None, end: date | None, name: str = "a") -> Offer:
    offer = Offer("f", name, Company("Acme"), "Engineer", "Austin, TX", 150_000)
    return replace(offer, start_date=start, end_date=end)


@pytest.mark.parametrize(
    ("end", "years"),
    [
        (date(2027, 12, 31), 1.0),
        (date(2028, 6, 30), 1.5),
        # Ten days of July's 31 after eighteen whole months.
        (date(2028, 7, 10), (18 + 10 / 31) / 12),
        (None, inf),
    ],
)
def test_a_term_counts_its_last_month_by_days(end: date | None, years: float) -> None:
    assert term_years(job(date(2027, 1, 1), end)) == pytest.approx(years)


def test_a_term_without_a_first_day_is_endless() -> None:
    assert term_years(job(None, date(2027, 12, 31))) == inf


@pytest.mark.parametrize(
    ("end", "part"),
    [
        (date(2027, 7, 30), 29 / 31),  # July's last day is missing
        (date(2027, 7, 31), 1.0),
        (date(2027, 7, 11), 10 / 31),
        (date(2027, 7, 1), 0.0),  # the anniversary itself
        (date(2027, 6, 30), 0.0),
        (None, 1.0),
    ],
)
def test_the_seventh_month_of_a_job_that_ends(end: date | None, part: float) -> None:
    offer = job(date(2027, 1, 1), end)
    assert worked_part(offer, 7) == pytest.approx(part)
    assert is_worked(offer, 7) is (part == 1)
    assert is_worked(offer, 0)


def test_offers_end_after_the_shortest_term_each_from_its_own_start() -> None:
    # Eighteen months and ten days, from each first day.
    shortest = job(date(2027, 1, 1), date(2028, 7, 10), "short")
    later = job(date(2027, 3, 15), None, "later")
    undated = job(None, None, "undated")
    found = within_shortest([later, shortest, undated])
    assert [(each.id, each.start_date, each.end_date) for each in found] == [
        ("later", date(2027, 3, 15), date(2028, 9, 24)),
        ("short", date(2027, 1, 1), date(2028, 7, 10)),
        ("undated", date(2027, 1, 1), date(2028, 7, 10)),
    ]
    assert found[1] is shortest


def test_a_term_of_whole_months_ends_before_the_same_day() -> None:
    shortest = job(date(2027, 1, 1), date(2028, 6, 30), "short")
    later = job(date(2027, 3, 15), date(2030, 1, 1), "later")
    assert within_shortest([shortest, later])[1].end_date == date(2028, 9, 14)


def test_endless_jobs_stay_as_they_are() -> None:
    offers = [job(date(2027, 1, 1), None), job(None, None), job(None, date.max)]
    assert all(a is b for a, b in zip(within_shortest(offers), offers, strict=True))
