from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from offerlab.core.offer import Offer
from offerlab.errors import AskError
from offerlab.letters.ics import deadline_event
from tests.conftest import PRIVATE

Read = Callable[[str], Offer]
TODAY = date(2026, 11, 25)


def properties(data: bytes) -> dict[str, str]:
    """Unfolded lines by their names, as RFC 5545 reads them."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def test_a_deadline_is_one_event_with_one_reminder(read: Read) -> None:
    offer = read(PRIVATE + "deadline: 2026-12-04T17:00 America/New_York\n")
    data = deadline_event(offer, TODAY)
    found = properties(data)
    assert found["DTSTART"] == "20261204T220000Z"  # Eastern is five hours behind
    assert found["SUMMARY"] == "Answer Northwind Robotics"
    assert data.count(b"BEGIN:VEVENT") == data.count(b"BEGIN:VALARM") == 1
    assert b"150" not in data
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_a_day_without_a_clock_is_a_whole_day(read: Read) -> None:
    found = properties(deadline_event(read(PRIVATE + "deadline: 2026-12-04\n"), TODAY))
    assert found["DTSTART;VALUE=DATE"] == "20261204"


def test_a_name_cannot_add_a_line(read: Read) -> None:
    text = PRIVATE.replace(
        "Northwind Robotics", '"A; B, C and a very ' + "long " * 20 + 'name"'
    )
    data = deadline_event(read(text + "deadline: 2026-12-04\n"), TODAY)
    assert properties(data)["SUMMARY"].startswith("Answer A\\; B\\, C")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_there_must_be_a_deadline_ahead(read: Read) -> None:
    for more in ("", "deadline: 2026-11-20\n"):
        with pytest.raises(AskError, match="no deadline ahead"):
            deadline_event(read(PRIVATE + more), TODAY)
