"""Facts of law and practice that age: ``market_data/negotiation_facts.csv``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from offerlab.errors import InputError
from offerlab.ingest.amount import parse_date
from offerlab.ingest.records import read_records
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from datetime import date

STALE_DAYS = 180
"""After so many days a fact must be looked up again."""


class LawFact(NamedTuple):
    """One fact, and who said so on which day; no legal advice."""

    place: str
    topic: str
    fact: str
    effective: str
    as_of: date
    source: str
    confidence: str

    def is_stale(self, today: date) -> bool:
        """Whether it is too old to lean on."""
        return (today - self.as_of).days > STALE_DAYS


class RecruiterLine(NamedTuple):
    """What a recruiter says, what it means, an answer, the letter that follows."""

    they_say: str
    it_means: str
    answer: str
    then: str


_LAW = ("place", "topic", "fact", "effective", "as_of", "source", "confidence")
_LINES = RecruiterLine._fields


@lru_cache(maxsize=8)
def read_law_facts(library: Library = SHIPPED) -> tuple[LawFact, ...]:
    """All facts of the table.

    Raises
    ------
    InputError
        If the user's own table cannot be used.
    """
    path = library.find("market_data/negotiation_facts.csv")
    found = []
    for row in read_records(path, _LAW):
        texts = {name: row[name] for name in _LAW}
        try:
            day = parse_date(texts.pop("as_of"))
        except ValueError as error:
            raise InputError(row.place, f"as_of: {error}") from error
        found.append(LawFact(as_of=day, **texts))
    return tuple(found)


@lru_cache(maxsize=8)
def read_recruiter_lines(library: Library = SHIPPED) -> tuple[RecruiterLine, ...]:
    """Lines that recruiters say, with answers.

    Raises
    ------
    InputError
        If the user's own table cannot be used.
    """
    path = library.find("market_data/recruiter_lines.csv")
    rows = read_records(path, _LINES)
    return tuple(RecruiterLine(*(row[name] for name in _LINES)) for row in rows)
