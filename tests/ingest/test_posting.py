from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from offerlab.core.offer import Offer
from offerlab.core.posting import CapTable, PostedRange
from tests.conftest import PUBLIC
from tests.ingest.wrong import Faults, assert_refused

Read = Callable[[str], Offer]


def test_what_is_known_from_outside_the_letter_is_read(read: Read) -> None:
    offer = read(
        PUBLIC + "posted_range: {low: 140_000, high: 175_000, source: the posting,"
        " as_of: 2026-11-02}\n"
        "cap_table: {raised: 30_000_000, preference: 1x, participating: false}\n"
    )
    assert offer.posted_range == PostedRange(
        140_000, 175_000, "the posting", date(2026, 11, 2)
    )
    assert offer.cap_table == CapTable(30_000_000, 1.0, False)


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("posted_range: {low: 175k, high: 140k}", "posted_range.low", "swap them"),
        ("posted_range: {low: 175k}", "posted_range.high", "is missing"),
        ("posted_range: 140k-175k", "posted_range", "a block of keys"),
        ("cap_table: {preference: double}", "cap_table.preference", "write 1x"),
    ],
)
def test_what_cannot_be_is_refused(
    faults: Faults, line: str, field: str, words: str
) -> None:
    assert_refused(faults, line, field, words)
