"""The size of a grant or a refresher, and percents that are slips."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from offerlab.ingest.node import Scalar

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields

SIZES = ("percent", "shares", "value", "annual_value")
MAX_PERCENT = Decimal(5)
MIN_PERCENT = Decimal("0.001")


def read_sizes(block: Fields, what: str, known: tuple[str, ...]) -> list[str]:
    """Sizes that a block names; more than one is a fault."""
    sizes = [size for size in known if block.has(size)]
    if len(sizes) > 1:
        block.fault(
            sizes[1],
            f"{what} has {len(sizes)} sizes ({', '.join(sizes)})",
            "keep the one that the letter names",
        )
    return sizes


def read_percent(block: Fields) -> Decimal | None:
    """Percent of the company; above `MAX_PERCENT` only with its sign."""
    percent = block.percent("percent")
    if percent is None:
        return None
    node = block.node("percent")
    signed = isinstance(node, Scalar) and node.text.strip().endswith("%")
    if percent < 0:
        block.fault("percent", f"{percent} is negative")
    elif percent > 100:
        block.fault("percent", f"{percent} percent is more than the whole company")
    elif percent > MAX_PERCENT and not signed:
        block.fault(
            "percent",
            f"{percent} would be {percent} percent of the whole company, almost"
            " surely a slip",
            "0.04 means 0.04 percent, four basis points; a founder's part takes its"
            f" sign: {percent}%",
        )
    elif percent < MIN_PERCENT:
        block.warn(
            "percent",
            f"{percent} percent of the company is under {MIN_PERCENT}",
            "percent means percent: 0.04 is four basis points; check the letter",
        )
    return percent
