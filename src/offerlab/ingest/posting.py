"""Keys of what is known from outside the letter: ranges of pay, and the cap table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.core.posting import CapTable, PostedRange, PublishedRange

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields


def read_posted_range(fields: Fields) -> PostedRange | None:
    """Range of base pay that the employer posted."""
    block = fields.block_of("posted_range", form="{low: 140_000, high: 175_000}")
    if block is None:
        return None
    ends = _ends(block)
    source, as_of = block.text("source"), block.date("as_of")
    block.close()
    return PostedRange(*ends, source, as_of) if ends else None


def read_published_range(fields: Fields) -> PublishedRange | None:
    """Range of base pay that the company publishes for a level."""
    block = fields.block_of("published_range")
    if block is None:
        return None
    ends = _ends(block)
    level, source = (block.text(key, required=True) for key in ("level", "source"))
    as_of = block.date("as_of")
    block.close()
    if ends is None or level is None or source is None:
        return None
    return PublishedRange(*ends, level, source, as_of)


def _ends(block: Fields) -> tuple[float, float] | None:
    """Low and high end of a range."""
    low, high = (block.money(key, low=1) for key in ("low", "high"))
    for key in ("low", "high"):
        block.node(key, required=True)
    if low is None or high is None:
        return None
    if low > high:
        block.fault(
            "low", f"{low:,.0f} is above the high end, {high:,.0f}", "swap them"
        )
    return low, high


def read_cap_table(fields: Fields) -> CapTable | None:
    """What investors put into the company."""
    block = fields.block_of("cap_table", form="{raised: 30_000_000, preference: 1x}")
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
