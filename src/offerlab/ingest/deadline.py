"""When an offer lapses: day, clock time and zone, the place's where none is named."""

from __future__ import annotations

import re
from datetime import date, time

from offerlab.ingest.amount import parse_date

_EASTERN, _CENTRAL = "America/New_York", "America/Chicago"
_MOUNTAIN, _PACIFIC = "America/Denver", "America/Los_Angeles"
_STATES = {
    _EASTERN: "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    _CENTRAL: "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    _MOUNTAIN: "CO ID MT NM UT WY",
    _PACIFIC: "CA NV OR WA",
    "America/Phoenix": "AZ",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Toronto": "ON QC",
    "America/Vancouver": "BC",
    "America/Edmonton": "AB",
}
"""The zone in which most people of a state or province live."""
_COUNTRIES = {
    "uk": "Europe/London", "united kingdom": "Europe/London", "london": "Europe/London",
    "england": "Europe/London", "scotland": "Europe/London", "ireland": "Europe/Dublin",
    "dublin": "Europe/Dublin", "germany": "Europe/Berlin", "berlin": "Europe/Berlin",
    "munich": "Europe/Berlin", "france": "Europe/Paris", "paris": "Europe/Paris",
    "netherlands": "Europe/Amsterdam", "amsterdam": "Europe/Amsterdam",
    "switzerland": "Europe/Zurich", "zurich": "Europe/Zurich", "spain": "Europe/Madrid",
    "poland": "Europe/Warsaw", "sweden": "Europe/Stockholm", "india": "Asia/Kolkata",
    "bengaluru": "Asia/Kolkata", "bangalore": "Asia/Kolkata", "pune": "Asia/Kolkata",
    "hyderabad": "Asia/Kolkata", "singapore": "Asia/Singapore",
}  # fmt: skip


def zone_of(location: str) -> str | None:
    """Name of the zone of a location, or None where its words do not tell.

    Examples
    --------
    >>> zone_of("Lansing, MI"), zone_of("London, UK"), zone_of("Remote")
    ('America/New_York', 'Europe/London', None)
    """
    parts = [part.strip() for part in location.split(",")]
    for part in reversed(parts):
        if re.fullmatch(r"[A-Z]{2}", part):
            for zone, states in _STATES.items():
                if part in states.split():
                    return zone
        if part.lower() in _COUNTRIES:
            return _COUNTRIES[part.lower()]
    return None


def parse_deadline(
    text: str, zone_there: str | None = None
) -> tuple[date, time | None, str | None, bool]:
    """Date, clock time and zone of ``2026-12-04T17:00 America/Los_Angeles``.

    A date alone is fine; a clock time without a zone takes that of the place, and is
    refused where the place does not tell one. Last: whether any of it is assumed.
    """
    stamp, _, zone = text.partition(" ")
    day, _, clock = stamp.partition("T")
    when = parse_date(day)
    if not clock:
        if zone:
            raise ValueError(f"'{text}': write 2026-12-04T17:00 America/Los_Angeles")
        return when, None, None, True
    if not re.fullmatch(r"\d{2}:\d{2}", clock, re.ASCII):
        raise ValueError(f"'{clock}' is not a clock time; write 17:00")
    try:
        at = time.fromisoformat(clock)
    except ValueError as error:
        raise ValueError(f"there is no clock time {clock}") from error
    if not zone and zone_there:
        return when, at, zone_there, True
    if not zone:
        raise ValueError(
            f"'{text}' has a clock time and no zone; add one, such as"
            " America/Los_Angeles"
        )
    _check_zone(zone)
    return when, at, zone, False


def _check_zone(name: str) -> None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only deadlines need it

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(
            f"there is no time zone '{name}'; write one such as America/New_York"
        ) from error
