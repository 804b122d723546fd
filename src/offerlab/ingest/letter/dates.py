"""The day of the letter, the first and the last day of the job, and the deadline."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from offerlab.ingest.letter.deadline import HEADING, REPLY, UNTIL, read_deadline
from offerlab.ingest.letter.found import rx
from offerlab.ingest.letter.spans import Day, days_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence

_START = rx(
    r"^effective date(?=:? )|^when(?=\n|$)|^when ?:? (?=\d|[A-Z])|\bstart(?:s|ing|ed)?(?: date)?\b|\bfirst day\b|\bbegin(?:s|ning)?\b|\bcommenc\w+|\bdate of joining\b|\bjoining date\b|^date of hire\b|\bwith effect from\b|"
    r"\beffective as of\b|\breport (?:on|for duty)\b|\bjoin(?:ing)? (?:us )?on\b|\bjoin(?:ing)? us (?:in|at)\b[^.]{0,40} on\b|\bonboard\w*\b|\bfull time from\b|\bfull-time from\b|\banticipated start\b|\b(?:fixed[- ]term|appointment|contract|engagement|internship)\b[^.\d]{0,20}\bfrom\b|"
    r"\b(?:position|employment|role|contract|job)\b[^.;]{0,90}\bas of\b|\b(?:you(?:'ll| will| would|'d)|(?:like|want|need|expect) you to) (?:be an?|join|work)\b[^.;]{0,120}\b(?:from|as of)(?= (?:(?:mon|tues|wednes|thurs|fri)day|\d|january|february|march|april|may|june|july|august|september|october|november|december))|"
    r"\b(?:reporting|hire|program) dates?\b|\beffective(?: on)?:?(?= (?:(?:mon|tues|wednes|thurs|fri)day, )?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december))"
)
_NOT_START = rx(
    r"\bvest\w*\b|\bgrant date\b|\bplan year\b|\bpension\b|\bfiscal\b|\bquarter\b|\bannual equity\b|\bproration\b|\bwithin\b[^.]{0,20}\bstart"
)
_WINDOW = rx(
    r"\beither\b|\bor\b (?=(?:january|february|march|april|may|june|july|august|september|october|november|december|\d))|\bbetween\b"
)


_ENDS = rx(
    r"\b(?:appointment|employment|contract|term|position|internship|residency|engagement|program)\b[^.]*\b(?:ends?|ending|concludes?|expires?|runs? (?:until|through))(?: on)? $"
)
_AFTER_START = rx(r"\b(?:following|after) (?:your |the )?$")
FAR = 90
"""Characters from a cue to its day."""
_UNSURE = rx(
    r"\b(?:between|within|early|restricted|options?|fiscal|by|before|no later than|not later than|latest)\b"
)


_TO = rx(r" ?(?:to|until|through|till|-|and ending(?: on)?|ending(?: on)?) ?")
_TERM = rx(
    r"\b(?:fixed|term|years|program|contract|internship|appointment|residency|from)\b"
)


def read_written(letter: Letter) -> None:
    """The day of the letter: a day alone on a line, or in a header."""
    for sentence in letter.passage.sentences[:14]:
        text = sentence.text
        alone = len(text) < 60
        for day in days_in(text, None, day_first=letter.day_first):
            rest = (text[: day.start] + text[day.end :]).strip(" ,.:")
            headed = rx(r"^(?:date|sent|dated|prepared)\b").search(text)
            if (
                alone
                and (len(rest) < 30 or headed)
                and not _START.search(text)
                and not UNTIL.search(text)
            ):
                letter.written = day.value
                return


def read_dates(letter: Letter) -> None:
    """First day and deadline; a letter without a day was written within the year."""
    letter.near = letter.written
    if letter.near is None:
        told = [d.value for d in days_in(letter.flat, None, day_first=letter.day_first)]
        older = [d.value for d in days_in(letter.passage.text, None)]
        if told:
            letter.near = min(told) - timedelta(days=360)
        elif older:  # days of the mail that this one answers
            letter.near = max(older)
    read_deadline(letter)
    answered = letter.value("deadline")
    if letter.written is None and answered:
        letter.near = date.fromisoformat(answered[:10])  # nobody starts before that
    _read_start(letter)
    _read_end(letter)


def _read_start(letter: Letter) -> None:
    best: tuple[float, Day, Sentence] | None = None
    for sentence in letter.passage.sentences:
        if not _START.search(sentence.text):
            continue
        if len(sentence.text) < HEADING and not days_in(sentence.text, letter.near):
            sentence = letter.with_next(sentence)
        for score, day in _starts(letter, sentence):
            if best is None or score < best[0]:
                best = score, day, sentence
    term = _term(letter) if best is None else None
    if term is not None:
        sentence, day, _ = term
        begin, end = sentence.start + day.start, sentence.start + day.end
        letter.add("start_date", day.value.isoformat(), begin, end)
        return
    if best is None:
        letter.ask("start_date", "What is the first day?")
        return
    _, day, sentence = best
    cues = [m for m in _START.finditer(sentence.text) if m.end() <= day.start]
    begin = sentence.start + (cues[-1].start() if cues else day.start)
    letter.add("start_date", day.value.isoformat(), begin, sentence.start + day.end)


def _starts(letter: Letter, sentence: Sentence) -> Iterator[tuple[float, Day]]:
    """Days of a sentence that may be the first one, with how far their cue is."""
    text = sentence.text
    days = days_in(text, letter.near, day_first=letter.day_first)
    if len(days) > 1 and _WINDOW.search(text[days[0].start : days[1].end]):
        quote = letter.passage.quote(sentence.start, sentence.end)
        letter.ask("start_date", "Which is the first day?", quote)
        return
    for day in days:
        if rx(
            r"^ (?:start|as (?:your |the )?(?:start|first)|(?:will|would|shall) be your (?:start|first)|is your (?:start|first))\b(?! of)"
        ).match(text[day.end :]):
            yield 0, day
            continue
        cues = [
            m
            for m in _START.finditer(text)
            if m.end() <= day.start and not _AFTER_START.search(text[: m.start()])
        ]
        gap = text[cues[-1].end() : day.start] if cues else ""
        deadline = REPLY.search(gap) and UNTIL.search(gap)
        if not cues or len(gap) > FAR or _NOT_START.search(gap) or deadline:
            continue
        joined = cues[-1].group().lower().startswith(("join", "date of joining"))
        if not _UNSURE.search(gap) or (joined and "or before" in gap):
            yield len(gap) + (0 if day.told else 5), day


def _read_end(letter: Letter) -> None:
    """The last day of a fixed term: "from 1 September 2027 to 31 August 2030"."""
    for sentence in letter.passage.sentences:
        text = sentence.text
        days = days_in(text, letter.near, day_first=letter.day_first)
        ends = [d for d in days if _ENDS.search(text[: d.start])]
        if ends:
            last = ends[-1]
            cue = [*_ENDS.finditer(text[: last.start])][-1]
            begin = sentence.start + cue.start()
            letter.add(
                "end_date", last.value.isoformat(), begin, sentence.start + last.end
            )
            return
    term = _term(letter)
    if term is not None:
        sentence, day, last = term
        begin, end = sentence.start + day.start, sentence.start + last.end
        letter.add("end_date", last.value.isoformat(), begin, end)


def _term(letter: Letter) -> tuple[Sentence, Day, Day] | None:
    """First and last day of a term that is given by both."""
    for sentence in letter.passage.sentences:
        days = days_in(sentence.text, letter.near, day_first=letter.day_first)
        for day, last in pairwise(days):
            between = sentence.text[day.end : last.start]
            if _TO.fullmatch(between) and _TERM.search(sentence.text[: day.start]):
                return sentence, day, last
    return None
