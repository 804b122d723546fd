"""The day by which an offer must be answered."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from offerlab.ingest.letter.found import is_early, is_past, rx
from offerlab.ingest.letter.spans import COUNT, count_in, days_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.ingest.letter.found import Letter
    from offerlab.ingest.letter.passage import Sentence
    from offerlab.ingest.letter.spans import Day

LONGEST = 400
"""Days or weeks; no offer is open for longer."""
HEADING = 30
"""Characters of a label that heads the line below it."""


REPLY = rx(
    r"\b(?:accept\w*|sign\w*|decide|return\w*|repl(?:y|ies)|respond|response|confirm\w*|decision|answer|let (?:us|me) know|need to know|void|expires?|expire|lapses?|"
    r"valid|open|withdrawn|countersign|indicate|deadline|get back|hear (?:back )?from you|hear back|tell us|good through|good until|terminate|close of business|signature|yes or no|to consider|yes/no|a yes|stands|rsvp|lmk)\b"
)


UNTIL = rx(
    r"\b(?:by|before|until|till|through|no later than|not later than|on or before|up to and including|expires?(?: on| at)?|lapses?(?: on| at)?|closes on|void (?:after|on)|withdrawn (?:after|on)|valid up to|valid until|deadline(?: is)?:?|due(?: back)?(?: on)?|at the latest)\b"
)


_RELATIVE = rx(
    rf"\b(?:within|(?:is|remains?|be|stays?) (?:open |valid |good )?for|valid for|open for) {COUNT.format('n')} (?P<kind>calendar |business |working )?(?P<unit>days?|weeks?)\b(?P<rest>[^.]{{0,50}})"
    rf"|\b(?:you have|in|response in|reply in) {COUNT.format('h')} (?P<kind3>calendar |business |working )?(?P<unit5>days?|weeks?)(?P<rest3> (?:to (?:consider|accept|decide|respond|reply|think)|from today)[^.]{{0,30}})"
    rf"|\b(?:response|reply|answer|decision|hear from you|hear back) (?:with)?in {COUNT.format('g')} (?P<unit6>days?|weeks?)\b"
    rf"|\b{COUNT.format('m')} (?P<kind2>calendar |business |working )?(?P<unit2>days?|weeks?) (?:from|after|following) (?P<rest2>(?:the )?(?:date (?:above|hereof|of this|of the|on)|this letter|today)[^.]{{0,30}})"
)


_CLOCK = rx(
    r"\b(?P<h>\d{1,2})(?::(?P<m>\d{2}))?\s?(?P<half>a\.?m\.?|p\.?m\.?)\b|\b(?P<h24>\d{1,2}):(?P<m24>\d{2})\b|\b(?P<noon>noon)\b|\b(?P<midnight>midnight)\b"
)


_ZONES = (
    (
        rx(r"\b(?:San Francisco|Los Angeles|Seattle)\b|\bPacific\b|\bP[SD]?T\b"),
        "America/Los_Angeles",
    ),
    (rx(r"\bDenver\b|\bMountain\b|\bM[SD]?T\b"), "America/Denver"),
    (rx(r"\b(?:Chicago|Austin|Dallas)\b|\bCentral\b|\bC[SD]?T\b"), "America/Chicago"),
    (
        rx(r"\b(?:New York|Boston|Atlanta)\b|\bEastern\b|\bE[SD]?T\b"),
        "America/New_York",
    ),
    (rx(r"\bToronto time\b"), "America/Toronto"),
    (rx(r"\bLondon time\b|\bGMT\b|\bBST\b"), "Europe/London"),
)


_CONDITION = rx(r"\b(?:award|expected|closing|completed) (?:\w+ )?$")
"""Words before a day by which something else is to happen."""


_DUE = rx(
    r"^(?:\d+\. )?(?:exploding|offer expir(?:es|ation)|expir(?:es|ation)|deadline|response due|(?:please )?respond by|reply by|valid (?:until|through)|accept by|"
    r"decision (?:by|due|date)|offer valid (?:until|through)|acceptance (?:deadline|date|due))(?: date)?:? "
)


def _read_labeled(letter: Letter) -> bool:
    """A deadline beside, or below, its label."""
    every = letter.passage.sentences
    for place, sentence in enumerate(every):
        whole = sentence
        if len(sentence.text) < HEADING and place + 1 < len(every):
            whole = letter.with_next(sentence)
        text = whole.text.replace("\n", " ")
        label = _DUE.match(text)
        days = days_in(text, letter.near, day_first=letter.day_first) if label else []
        if label and days and days[0].start - label.end() < len("Wednesday, "):
            value = days[0].value.isoformat() + clock_in(text)
            end = whole.start + _end_of_clock(text, days[0].end)
            letter.add("deadline", value, whole.start, end)
            return True
    return False


def read_deadline(letter: Letter) -> None:
    """Deadline: beside its label, in a sentence, or so many days after the letter."""
    if _read_labeled(letter):
        return
    candidates = [*_candidates(letter)]
    if candidates:
        best = max(each[0] for each in candidates)
        _, sentence, until, day = [each for each in candidates if each[0] == best][-1]
        value = day.value.isoformat() + clock_in(sentence.text)
        letter.add(
            "deadline",
            value,
            sentence.start + until.start(),
            sentence.start + _end_of_clock(sentence.text, day.end),
        )
        return
    _read_relative(letter)


def _candidates(
    letter: Letter,
) -> Iterator[tuple[int, Sentence, re.Match[str], Day]]:
    """Days by which an answer may be due: how sure, and the words that say so."""
    for sentence in letter.passage.sentences:
        text = sentence.text
        reply = REPLY.search(text)
        if is_early(text):
            continue
        if not reply or (
            rx(r"\bstart(?:ing)? date\b|\bbonus\b|\brelocation\b|\bI-9\b").search(text)
            and not UNTIL.search(text)
        ):
            continue
        days = days_in(text, letter.near, day_first=letter.day_first)
        for day in days:
            before = text[: day.start]
            untils = [m for m in UNTIL.finditer(before)]
            if not untils or len(before[untils[-1].end() :]) > 65:
                continue
            gap = before[untils[-1].end() :]
            if days_in(gap, letter.near, day_first=letter.day_first):
                continue
            if _CONDITION.search(before[: untils[-1].start()]):
                continue
            if rx(r"\bstart\b|\bfirst day\b|\bdated\b").search(gap) or is_past(
                before[-60:]
            ):
                continue
            weight = (
                3
                if rx(r"\baccept|\boffer\b").search(text)
                else 2
                if rx(
                    r"\boffer\b|\baccept|\bsign|\breturn|\brepl|\brespond|\bdecision|\banswer|\bknow\b|\bconfirm"
                ).search(text)
                else 1
            )
            yield weight, sentence, untils[-1], day


def _end_of_clock(text: str, end: int) -> int:
    found = re.match(
        r"(?:,| at)? ?[^.;]{0,30}?(?:Time|PT|ET|CT|MT|PST|EST|time|Pacific|Eastern|Central)\b",
        text[end:],
    )
    return end + (found.end() if found else 0)


def clock_in(text: str) -> str:
    """Clock time and zone as the offer file writes them; nothing where one is missing."""
    found = _CLOCK.search(text)
    if found is None:
        return ""
    if found["noon"]:
        hour, minute = 12, 0
    elif found["midnight"]:
        hour, minute = 23, 59
    elif found["h24"]:
        hour, minute = int(found["h24"]), int(found["m24"])
    else:
        hour, minute = int(found["h"]) % 12, int(found["m"] or 0)
        hour += 12 if found["half"].lower().startswith("p") else 0
    if hour > 23 or minute > 59:
        return ""
    zone = next(
        (
            name
            for pattern, name in _ZONES
            if pattern.search(text[found.end() : found.end() + 30])
        ),
        None,
    )
    return f"T{hour:02d}:{minute:02d}" + (f" {zone}" if zone else "")


def _read_relative(letter: Letter) -> None:
    """So many days after the day of the letter."""
    if letter.written is None:
        return
    for sentence in letter.passage.sentences:
        found = _RELATIVE.search(sentence.text)
        if (
            not found
            or not REPLY.search(sentence.text)
            or rx(r"\bbonus|\bstart").search(sentence.text)
        ):
            continue
        count = next((n for k in "nmhg" if (n := count_in(found, k))), None)
        rest = found["rest"] or found["rest2"] or ""
        if (
            count is None
            or count > LONGEST
            or rx(r"\b(?:receiv|receipt|start|hire)").search(rest)
        ):
            continue
        unit = next(
            found[u] for u in ("unit", "unit2", "unit5", "unit6") if found[u]
        ).lower()
        days = count * (7 if unit.startswith("week") else 1)
        day = _after(
            letter.written,
            days,
            business=rx(r"business|working").search(
                found["kind"] or found["kind2"] or found["kind3"] or ""
            )
            is not None,
        )
        letter.add(
            "deadline",
            day.isoformat(),
            sentence.start + found.start(),
            sentence.start + found.end(),
        )
        return


def _after(day: date, count: int, *, business: bool) -> date:
    if not business:
        return day + timedelta(days=count)
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
