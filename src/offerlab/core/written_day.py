"""How a day is written, by the country of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from offerlab.core.offer import Offer

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
PLAIN_DAYS = 180
"""Days ahead for which a date needs no year: the nearest such date is meant."""


def is_american(offer: Offer) -> bool:
    """Whether an offer is of the United States."""
    return offer.currency == "USD" and (
        offer.state is not None or "," in offer.location
    )


def month_first(offer: Offer) -> bool:
    """Whether days are written month first: in the United States and in Canada."""
    return is_american(offer) or offer.currency == "CAD"


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
    return long_date(day, american=month_first(offer), year=not plain)
