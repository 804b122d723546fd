from __future__ import annotations

import pytest

from offerlab.ingest.deadline import parse_deadline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-12-04T17:00", "no zone"),
        ("2026-12-04T17:00 Mars/Olympus", "no time zone"),
        ("2026-12-04T25:00 UTC", "no clock time"),
        ("2026-12-04T5pm UTC", "not a clock time"),
        ("2026-12-04 UTC", "write 2026-12-04T17:00"),
    ],
)
def test_a_deadline_needs_a_zone_for_its_clock(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_deadline(text)


def test_a_deadline_may_be_a_day() -> None:
    assert parse_deadline("2026-12-04")[1:] == (None, None, True)
    there = parse_deadline("2026-12-04T17:00", "America/Chicago")
    assert there[2:] == ("America/Chicago", True)
    zone = parse_deadline("2026-12-04T17:00 America/Los_Angeles")[2]
    assert zone == "America/Los_Angeles"
