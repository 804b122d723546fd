"""A letter read: values with their quotes, questions, and what nothing was made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.errors import InputError
from offerlab.ingest.letter.benefits import read_benefits
from offerlab.ingest.letter.bonus import read_bonus
from offerlab.ingest.letter.capital import read_capital
from offerlab.ingest.letter.clawback import BACK
from offerlab.ingest.letter.company import read_company
from offerlab.ingest.letter.contacts import read_contacts
from offerlab.ingest.letter.dates import read_dates, read_written
from offerlab.ingest.letter.equity import read_equity
from offerlab.ingest.letter.found import Asked, Letter, rx
from offerlab.ingest.letter.job import read_job
from offerlab.ingest.letter.passage import Passage
from offerlab.ingest.letter.pay import read_pay
from offerlab.ingest.letter.place import read_place
from offerlab.ingest.letter.quoted import without_quoted
from offerlab.ingest.letter.refreshers import read_refreshers
from offerlab.ingest.letter.relocation import read_relocation
from offerlab.ingest.letter.sign_on import read_sign_on
from offerlab.ingest.letter.spans import days_in, money_in

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CHARACTERS = 150_000
"""Longer texts hold more than a letter."""

_FOREIGN = rx(
    r"\b(?:sehr geehrte|wir freuen uns|freut sich|gehalt|mit freundlichen|madame|monsieur|nous avons le plaisir|cordialement|"
    r"estimad[oa]|nos complace|salario|atentamente|gentile|siamo lieti|distinti saluti|geachte|met vriendelijke|prezad[oa])\b"
)
_ENGLISH = rx(r"\b(?:the|you|your|will|our|and|offer|salary|position)\b")
_REJECTION = rx(
    r"\b(?:not (?:to )?(?:be )?(?:move|moving|moved|proceed\w*) forward|other (?:applicants|candidates)|will not be (?:moving|proceeding|able to offer)|"
    r"unable to offer|regret to inform|position has been filled|decided not to|pursue other|no longer able to)\b"
)
_OFFER = rx(
    r"\b(?:offer|position|role|join|employ\w*|appoint\w*|salary|base|compensation|pay)\b"
)
_MONEY_LIKE = rx(r"\bshares?\b|\boptions\b|\bRSUs?\b|\bunits\b")
_ENDLESS = re.compile(r"\S{400,}|\d(?:[.,']?\d){15,}|\d[\d ]{200,}")
"""What is too long to be a word, an amount or a count."""


class Value(NamedTuple):
    """A value, the letter's own words for it, and their page."""

    value: Any
    quote: str
    page: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a letter says.

    Attributes
    ----------
    fields : dict of str to Value
        By dotted key of the offer file, items counted from 1.
    questions : tuple of Asked
    unread : tuple of str
        Sentences with money, shares or days that no field took.
    """

    fields: dict[str, Value]
    questions: tuple[Asked, ...]
    unread: tuple[str, ...]


def read_letter(text: str, name: str, pages: Sequence[int] = ()) -> Reading:
    """Read an offer letter's text.

    Parameters
    ----------
    text : str
    name : str
        Of its file, for messages.
    pages : sequence of int
        Where each page after the first begins in the text.

    Raises
    ------
    InputError
        If it is not a letter in English with one offer.
    """
    _check(text, name)
    own = without_quoted(text)
    passage = Passage.of(_without_endless(own))
    passage.text = text
    letter = Letter(passage, day_first=_is_day_first(passage.flat))
    read_written(letter)
    for read in (
        read_company, read_capital, read_job, read_place, read_dates, read_pay, read_bonus, read_sign_on, read_relocation,
        read_equity, read_refreshers, read_benefits, read_contacts,
    ):  # fmt: skip
        read(letter)
    _check_offer(letter, name)
    fields = {
        each.key: Value(
            each.value,
            passage.quote(each.start, each.end),
            _page(passage.places[min(each.start, len(passage.places) - 1)], pages),
        )
        for each in letter.found
    }
    older = (
        line.strip()
        for line, kept in zip(text.split("\n"), own.split("\n"), strict=True)
        if line.strip() and not kept.strip() and money_in(line)
    )
    return Reading(fields, tuple(letter.asked), (*_unread(letter), *older))


def _without_endless(text: str) -> str:
    """The text, as long as before, blank where a run has no end: no reader's work."""
    return _ENDLESS.sub(lambda found: " " * len(found[0]), text)


def _page(place: int, pages: Sequence[int]) -> int:
    return 1 + sum(place >= begin for begin in pages)


def _check(text: str, name: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise InputError(name, "is longer than a letter; give the letter alone")
    words = re.findall(r"[A-Za-zÀ-ž]{2,}", text)
    if len(words) < 12:
        raise InputError(
            name, "holds no text to read; a scan needs text recognition first"
        )
    english = len(_ENGLISH.findall(text))
    if (_FOREIGN.search(text) and english < len(words) * 0.06) or english < len(
        words
    ) * 0.03:
        raise InputError(name, "is not in English; only English letters are read")
    if _REJECTION.search(text) and not rx(
        r"\bpleased to offer|offer you|our offer\b"
    ).search(text):
        raise InputError(name, "holds no offer: it turns an application down")


def _check_offer(letter: Letter, name: str) -> None:
    if (
        not letter.has("base_salary")
        and not letter.has("role")
        and not _OFFER.search(letter.flat)
    ):
        raise InputError(name, "holds no offer that could be read")
    names = re.findall(r"(?:^|\n)(?:Dear|Hi|Hello) ([A-Z][\w'-]+)", letter.flat)
    bases = [
        m
        for m in re.finditer(
            r"(?i)\b(?:base salary|annual salary)\b[^.\n]{0,40}[$£€]\d", letter.flat
        )
    ]
    companies = set(
        re.findall(
            r"(?:^|\n)([A-Z][\w&. ]+(?:, Inc\.| LLC| Ltd| Corporation))(?=\n)",
            letter.flat,
        )
    )
    if len(names) >= 2 and len(bases) >= 2 and len(companies) >= 2:
        raise InputError(name, "holds two offers; put each into a file of its own")


def _is_day_first(flat: str) -> bool:
    """Whether days come before months: a number over 12 in front, or a country."""
    pairs = re.findall(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b", flat)
    if any(int(a) > 12 for a, _ in pairs):
        return True
    if any(int(b) > 12 for _, b in pairs):
        return False
    return bool(
        re.search(
            r"\bINR\b|\bRs\.?\b|£|\bGBP\b|\bPrivate Limited\b|\bGmbH\b|\bplc\b", flat
        )
    )


def _unread(letter: Letter) -> list[str]:
    """Sentences with money, shares or days that no field took."""
    found = []
    for sentence in letter.passage.sentences:
        if any(
            each.start < sentence.end and each.end > sentence.start
            for each in letter.found
        ):
            continue
        days = days_in(sentence.text, letter.written, day_first=letter.day_first)
        if BACK.search(sentence.text):  # a clawback that no field took
            found.append(letter.passage.quote(sentence.start, sentence.end))
            continue
        counted = _MONEY_LIKE.search(sentence.text) and re.search(r"\d", sentence.text)
        if money_in(sentence.text) or counted or days:
            found.append(letter.passage.quote(sentence.start, sentence.end))
    return found
