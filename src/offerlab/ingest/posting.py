"""The keys `posted_range` and `cap_table`: what is known from outside the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.core.posting import CapTable, PostedRange

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields


def read_posted_range(fields: Fields) -> PostedRange | None:
    """Range of base pay that the employer posted."""
    block = fields.block_of("posted_range")
    if block is None:
        return None
    low, high = (block.money(key, low=1) for key in ("low", "high"))
    source, as_of = block.text("source"), block.date("as_of")
    for key in ("low", "high"):
        block.node(key, required=True)
    block.close()
    if low is None or high is None:
        return None
    if low > high:
        block.fault(
            "low", f"{low:,.0f} is above the high end, {high:,.0f}", "swap them"
        )
    return PostedRange(low, high, source, as_of)


def read_cap_table(fields: Fields) -> CapTable | None:
    """What investors put into the company."""
    block = fields.block_of("cap_table")
    if block is None:
        return None
    table = CapTable(
        raised=block.money("raised", high=1e13),
        preference=block.value("preference", _multiple),
        participating=block.flag("participating"),
        as_of=block.date("as_of"),
    )
    block.close()
    return table


def _multiple(text: str) -> float:
    match = re.fullmatch(r"(\d{1,2}(?:\.\d{1,4})?) ?x?", text.lower())
    if match is None:
        raise ValueError(f"'{text}' is not a multiple of what was invested; write 1x")
    return float(match[1])
