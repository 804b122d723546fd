from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from offerlab.core.offer import Deadline, Offer
from offerlab.letters.facts import deadline_words, long_date, offer_facts, recruiter_of
from tests.conftest import PRIVATE, PUBLIC, assume

Read = Callable[[str], Offer]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 4), "Friday 4 December 2026"),
        (date(2027, 1, 11), "Monday 11 January 2027"),
    ],
)
def test_a_weekday_is_the_days_own(day: date, words: str) -> None:
    assert long_date(day) == words


def test_a_deadline_shows_its_zone() -> None:
    when = Deadline(date(2026, 12, 4), time(17), "America/New_York", assumed=False)
    assert deadline_words(when) == "Friday 4 December 2026, 17:00 (America/New_York)"
    assert deadline_words(Deadline(date(2026, 12, 4))) == "Friday 4 December 2026"


def test_the_recruiter_comes_before_other_contacts(read: Read) -> None:
    text = PRIVATE.replace("contacts: [", "contacts: [{name: Al, role: manager}, ")
    contact = recruiter_of(read(text))
    assert contact is not None
    assert contact.first_name == "Dana"
    assert recruiter_of(read(PUBLIC)) is None


@pytest.mark.parametrize(
    ("grant", "words"),
    [
        ("{kind: ppu, shares: 10, vesting: lyft-1yr}",
         "10 profit participation units, over one year, vesting quarterly"),
        ("{kind: rsu, annual_value: 120k}", "$120,000 a year of RSUs"),
        ("{kind: nso, percent: 0.04, strike: 2}",
         "non-qualified stock options (0.04% of the company, fully diluted) at $2 a"
         " share"),
    ],
)  # fmt: skip
def test_a_grant_in_words(read: Read, benchmark, grant: str, words: str) -> None:  # type: ignore[no-untyped-def]
    offer = read(PUBLIC.partition("equity:")[0] + f"equity: {grant}\n")
    terms = offer_facts(offer, benchmark, assume())["terms"]
    assert terms is not None
    assert terms[-1] == words
