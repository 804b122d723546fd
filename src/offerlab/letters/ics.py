"""The deadline of an offer as a calendar entry, with one reminder and no pay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from offerlab.errors import AskError

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.offer import Offer

REMIND = timedelta(days=2)


def deadline_event(offer: Offer, today: date) -> bytes:
    """Bytes of an iCalendar file (RFC 5545) with the deadline of an offer.

    Raises
    ------
    AskError
        If the offer has no deadline, or it is over.
    """
    deadline = offer.deadline
    if deadline is None or deadline.date < today:
        raise AskError("there is no deadline ahead to put into a calendar")
    if deadline.time is None or deadline.zone is None:
        when = f"DTSTART;VALUE=DATE:{deadline.date:%Y%m%d}"
    else:
        at = datetime.combine(deadline.date, deadline.time, ZoneInfo(deadline.zone))
        when = f"DTSTART:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    title = _text(f"Answer {offer.company.name}")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//offerlab//deadline//EN",
        "BEGIN:VEVENT",
        f"UID:{_text(offer.id).replace(' ', '-')}-{deadline.date:%Y%m%d}@offerlab",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        when,
        f"SUMMARY:{title}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        f"TRIGGER:-P{REMIND.days}D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(_folded(line) for line in lines).encode()


def _text(words: str) -> str:
    """Words as a TEXT value: one line, its marks escaped."""
    line = " ".join(words.split())
    for mark in ("\\", ";", ","):
        line = line.replace(mark, f"\\{mark}")
    return line


def _folded(line: str) -> str:
    """A line of at most 75 octets, the rest on lines that begin with a blank."""
    parts, rest = [], line
    while len(rest.encode()) > 73:
        cut = 73
        while len(rest[:cut].encode()) > 73:
            cut -= 1
        parts.append(rest[:cut])
        rest = rest[cut:]
    return "\r\n ".join([*parts, rest])
