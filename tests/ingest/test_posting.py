from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from offerlab.core.offer import Offer
from offerlab.core.posting import CapTable, PostedRange, PublishedRange
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


def test_what_is_known_from_outside_the_letter_is_read(read: Read) -> None:
    offer = read(
        PUBLIC + "posted_range: {low: 140_000, high: 175_000, source: the posting,"
        " as_of: 2026-11-02}\n"
        "published_range: {low: 150k, high: 180k, level: L3, source: careers page}\n"
        "cap_table: {raised: 30_000_000, preference: 1x, participating: false}\n"
    )
    assert offer.posted_range == PostedRange(
        140_000, 175_000, "the posting", date(2026, 11, 2)
    )
    assert offer.published_range == PublishedRange(
        150_000, 180_000, "L3", "careers page"
    )
    assert offer.cap_table == CapTable(30_000_000, 1.0, False)


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("posted_range: {low: 175k, high: 140k}", "posted_range.low", "swap them"),
        ("posted_range: {low: 175k}", "posted_range.high", "is missing"),
        ("posted_range: 140k-175k", "posted_range", "a block of keys"),
        (
            "published_range: {low: 175k, high: 180k, level: L3}",
            "published_range.source",
            "is missing",
        ),
        (
            "published_range: {low: 175k, high: 180k, source: x}",
            "published_range.level",
            "is missing",
        ),
        (
            "published_range: {low: 185k, high: 180k, level: L3, source: x}",
            "published_range.low",
            "swap them",
        ),
        ("cap_table: {preference: double}", "cap_table.preference", "write 1x"),
    ],
)
def test_what_cannot_be_is_refused(
    faults: Faults, line: str, field: str, words: str
) -> None:
    assert_refused(faults, line, field, words)
