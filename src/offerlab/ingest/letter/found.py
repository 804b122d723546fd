"""What was read from a letter: values with the words they come from, and questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from offerlab.ingest.letter.spans import days_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.ingest.letter.passage import Passage, Sentence


LATEST = 84
"""Months; a later day is none of a vesting or a clawback."""


class Found(NamedTuple):
    """A value of one key of the offer file, and its place in the folded letter."""

    key: str
    value: Any
    start: int
    end: int


class Asked(NamedTuple):
    """A question that a letter leaves, with the words that raise it."""

    field: str
    question: str
    quote: str = ""


@dataclass(slots=True)
class Letter:
    """A letter that is being read.

    Attributes
    ----------
    passage : Passage
    written : date or None
        Day of the letter, if it has one.
    near : date or None
        A day shortly before which no day of the letter without a year is.
    day_first : bool
        Whether 05-07-2027 is the fifth of July.
    found : list of Found
    asked : list of Asked
    """

    passage: Passage
    written: date | None = None
    day_first: bool = False
    near: date | None = None
    found: list[Found] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @property
    def flat(self) -> str:
        """The folded letter."""
        return self.passage.flat

    def add(self, key: str, value: Any, start: int, end: int) -> None:
        """Note a value, unless the key has one already."""
        if value is not None and not self.has(key):
            self.found.append(Found(key, value, start, end))

    def add_at(self, key: str, value: Any, sentence: Sentence) -> None:
        """Note a value that takes a whole sentence."""
        self.add(key, value, sentence.start, sentence.end)

    def has(self, key: str) -> bool:
        """Whether a key has a value."""
        return any(each.key == key for each in self.found)

    def value(self, key: str) -> Any:
        """Value of a key, or None."""
        return next((each.value for each in self.found if each.key == key), None)

    def ask(self, key: str, question: str, quote: str = "") -> None:
        """Note a question, one a field."""
        if not any(each.field == key for each in self.asked):
            self.asked.append(Asked(key, question, quote))

    def sentences(self, pattern: re.Pattern[str]) -> Iterator[Sentence]:
        """Sentences in which a pattern is found, without what is taken back in them."""
        for sentence in self.passage.sentences:
            if pattern.search(sentence.text):
                standing = stands(sentence)
                if standing is not None:
                    yield standing

    def with_next(self, sentence: Sentence) -> Sentence:
        """A heading such as "Commencement." with the sentence that it heads."""
        place = self.index(sentence)
        if place + 1 == len(self.passage.sentences):
            return sentence
        end = self.passage.sentences[place + 1].end
        return sentence.longer(self.flat[sentence.start : end])

    def in_months(self, text: str) -> str:
        """A text with its days as months after the first day of the job, if known."""
        start = self.value("start_date")
        if start is None:
            return text
        first = date.fromisoformat(start)
        for day in reversed(days_in(text, None, day_first=self.day_first)):
            months = (day.value.year - first.year) * 12 + day.value.month - first.month
            if 0 < months <= LATEST and abs(day.value.day - first.day) <= 1:
                text = f"{text[: day.start]}{months} months{text[day.end :]}"
        return text

    def month_of(self, text: str) -> int | None:
        """Month of employment of the only day of a text."""
        start = self.value("start_date")
        days = [d.value for d in days_in(text, None, day_first=self.day_first)]
        if start is None or len(days) != 1:
            return None
        first = date.fromisoformat(start)
        whole = (days[0].year - first.year) * 12 + days[0].month - first.month
        month = whole + (days[0].day >= first.day)
        return month if 0 < month <= LATEST else None

    def index(self, sentence: Sentence) -> int:
        """Number of the sentence of the letter that a sentence is, or is a part of."""
        return self.passage.number(sentence.start)


_PAST = re.compile(
    r"\b(?:was hoping|were hoping|hoping for|asked (?:for|about)|had asked|you mentioned|"
    r"which proposed|previously|in the first letter|takes its place|has already told|"
    r"originally|earlier (?:offer|letter)|may be reviewed|not a promise|for illustration|"
    r"your current(?! employer,)|competing|supersed\w+|replaces (?:the|your|our|any|all|an|in)|amends|would have been|(?:previous|prior|earlier) version|"
    r"is void(?! (?:unless|if|after))|preliminary|anything we said|have received offers|historically|elsewhere)\b",
    re.IGNORECASE,
)


def is_past(text: str) -> bool:
    """Whether a sentence says what was asked, said before, or replaced."""
    return bool(_PAST.search(text))


_CLAUSE = re.compile(r"[;:]\s|,?\s(?:but|however|so|instead|and instead)\b,?|\s-\s")


_ASIDE = re.compile(
    r"\((?:previously|formerly|originally|was|were|up from|instead of|increased from)\b[^)]*\)"
)


def _aside_blank(sentence: Sentence) -> Sentence:
    """A sentence with blanks for an aside such as "(previously $35,000)"."""
    text = _ASIDE.sub(lambda found: " " * len(found.group()), sentence.text)
    return sentence.longer(text)


def stands(sentence: Sentence) -> Sentence | None:
    """A sentence, or its last clause if what comes before is past; None if all is."""
    sentence = _aside_blank(sentence)
    if not is_past(sentence.text):
        return sentence
    cuts = [found.end() for found in _CLAUSE.finditer(sentence.text)]
    for cut in cuts:
        rest = sentence.text[cut:]
        if re.search(r"\d", rest) and not is_past(rest):
            begin = cut + len(rest) - len(rest.lstrip())
            return sentence.part(begin)
    return None


_EARLY = re.compile(
    r"^\W*(?:and |but |also, )?if (?:you|we|i) [^.;]{0,60}\bby\b[^.]{0,40}, (?:then )?(?:we|i)(?:'ll| will| would|'d| can) "
    r"(?:also |even )?(?:add|increase|raise|bump|pay|include|give|throw)",
    re.IGNORECASE,
)


def is_early(text: str) -> bool:
    """Whether a sentence rewards an answer before a day that is not the last one."""
    return bool(_EARLY.search(text))


_REPLACED = re.compile(
    r"\b(?:instead of|rather than|in place of|in lieu of|up from|down from|replac(?:es|ing)|"
    r"supersed(?:es|ing)|previous|earlier|original|former|old)\b[^.;,$\u00a3\u20ac\u20b9\d]{0,30}$"
    r"|\b(?:increased|raised|improved|bumped|moved|lifted) (?:\w+ ){0,3}from $|\bnot (?:the )?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom (?:[A-Za-z ]{0,20})$", re.IGNORECASE)
_ARROW = re.compile(r"^[^.;\d]{0,12}?\s?(?:-+>|=>|\u2192)")
_TO = re.compile(r"^[^.;\d$\u00a3\u20ac\u20b9]{0,30}\bto\b", re.IGNORECASE)


def is_replaced(before: str, after: str) -> bool:
    """Whether a figure, by the words around it, is what another one takes the place of."""
    return bool(
        _REPLACED.search(before[-60:])
        or _ARROW.match(after)
        or (_FROM.search(before[-30:]) and _TO.match(after))
    )


_DASH = re.compile(r"^\s?(?:-|to|and)\s?(?:[$\u00a3\u20ac\u20b9]|[A-Z]{3} )?\s?\d")
_AFTER_DASH = re.compile(r"\dk?\s?(?:-|to)\s?$", re.IGNORECASE)


def is_range(before: str, after: str) -> bool:
    """Whether a figure is one of the ends of "$0-$40,000"."""
    return bool(_DASH.match(after) or _AFTER_DASH.search(before))


class _Lazy:
    """A pattern that is compiled when it is first used.

    A letter needs a part of some four hundred patterns, and compiling all of them
    would take longer than reading it.
    """

    __slots__ = ("_compiled", "_flags", "_pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, self._flags)
        return getattr(self._compiled, name)


def rx(pattern: str) -> re.Pattern[str]:
    """A pattern that minds no case."""
    return cast("re.Pattern[str]", _Lazy(pattern, re.IGNORECASE))


def exact(pattern: str) -> re.Pattern[str]:
    """A pattern that minds case."""
    return cast("re.Pattern[str]", _Lazy(pattern, 0))
