"""How days, titles and greetings are written, by the country of the offer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.offer import Contact, Deadline, Offer

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_ZONES = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Arizona",
    "America/Los_Angeles": "Pacific",
}
_OTHER_ZONES = {"Asia/Kolkata": "India time", "Asia/Calcutta": "India time"}
PLAIN_DAYS = 180
"""Days ahead for which a date needs no year: the nearest such date is meant."""
_SAID_AS_LETTERS = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]+\b|\b)")
_NO_VOWEL_SOUND = re.compile(r"(?:uni|use|user|eu|one\b|ur[aeiou])", re.IGNORECASE)


def is_american(offer: Offer) -> bool:
    """Whether days are written month first."""
    return offer.currency == "USD" and (
        offer.state is not None or "," in offer.location
    )


def long_date(day: date, *, american: bool = False, year: bool = True) -> str:
    """A day with its own weekday, in English whatever the machine's language.

    Examples
    --------
    >>> from datetime import date
    >>> long_date(date(2026, 12, 4))
    'Friday 4 December 2026'
    >>> long_date(date(2026, 12, 4), american=True, year=False)
    'Friday, December 4'
    """
    weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
    if american:
        return f"{weekday}, {month} {day.day}" + (f", {day.year}" if year else "")
    return f"{weekday} {day.day} {month}" + (f" {day.year}" if year else "")


def letter_day(offer: Offer, day: date, today: date) -> str:
    """A day as a letter says it: without the year where that is plain."""
    plain = 0 <= (day - today).days < PLAIN_DAYS
    return long_date(day, american=is_american(offer), year=not plain)


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
    return f"{words} at {_clock(deadline, is_american(to))}"


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
