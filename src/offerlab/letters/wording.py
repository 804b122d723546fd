"""How deadlines, titles and greetings are written, by the country of the offer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.core.written_day import (
    is_american,
    letter_day,
    long_date,
    month_first,
)

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.offer import Contact, Deadline, Offer

_ZONES = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Arizona",
    "America/Los_Angeles": "Pacific",
    "America/Toronto": "Eastern",
    "America/Vancouver": "Pacific",
}
_OTHER_ZONES = {"Asia/Kolkata": "India time", "Asia/Calcutta": "India time"}
__all__ = [
    "closing", "deadline_words", "greeting", "in_words", "is_american", "letter_day",
    "long_date", "month_first", "recruiter_of", "with_article",
]  # fmt: skip
_SAID_AS_LETTERS = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]+\b|\b)")
_NO_VOWEL_SOUND = re.compile(r"(?:uni|use|user|eu|one\b|ur[aeiou])", re.IGNORECASE)


def deadline_words(
    offer: Offer, today: date, reader: Offer | None = None
) -> str | None:
    """A deadline with its clock time, if the paper gives one.

    Written as the country of `reader` does: the offer that is answered.
    """
    deadline, to = offer.deadline, reader or offer
    if deadline is None:
        return None
    words = letter_day(to, deadline.date, today)
    if deadline.time is None:
        return words
    return f"{words} at {_clock(deadline, month_first(to))}"


def _clock(deadline: Deadline, american: bool) -> str:
    assert deadline.time is not None
    zone = _ZONES.get(deadline.zone or "")
    if zone is None and deadline.zone:
        city = deadline.zone.rpartition("/")[2].replace("_", " ")
        zone = _OTHER_ZONES.get(deadline.zone, f"{city} time")
    elif zone and not american:
        zone = f"US {zone} time"
    clock = f"{deadline.time:%H:%M}"
    if american:
        hour, half = (
            deadline.time.hour % 12 or 12,
            "am" if deadline.time.hour < 12 else "pm",
        )
        clock = f"{hour}:{deadline.time:%M} {half}"
    if f"{deadline.time:%H:%M}" == "12:00":
        clock = "noon"
    return f"{clock} {zone}" if zone else clock


def with_article(title: str) -> str:
    """A title with its article.

    Examples
    --------
    >>> [with_article(each) for each in ("Data Scientist", "Engineer", "ML Engineer")]
    ['a Data Scientist', 'an Engineer', 'an ML Engineer']
    """
    first = title.split()[0] if title.split() else ""
    letters = first.isupper() and bool(_SAID_AS_LETTERS.match(first))
    vowel = first[:1].lower() in "aeiou" and not _NO_VOWEL_SOUND.match(first)
    spelled = first.isupper() and len(first) > 1
    return f"{'an' if (letters if spelled else vowel) else 'a'} {title}"


def recruiter_of(offer: Offer) -> Contact | None:
    """Recruiter among the contacts, else the first contact, or None."""
    for contact in offer.contacts:
        if contact.role and "recruit" in contact.role.lower():
            return contact
    return offer.contacts[0] if offer.contacts else None


def greeting(offer: Offer) -> str:
    """First line of a letter."""
    recruiter = recruiter_of(offer)
    name = recruiter.first_name if recruiter else None
    hello = "Hi" if is_american(offer) else "Dear"
    return f"{hello} {name or f'{offer.company.name} team'},"


def closing(offer: Offer) -> str:
    """Last line before the signature."""
    return "Best regards" if is_american(offer) else "Kind regards"


def in_words(parts: list[str]) -> str:
    """Parts of a sentence: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if parts[1:] else parts[0]
