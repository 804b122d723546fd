"""The `conversion` key of a grant: how its value becomes shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grant import Conversion

if TYPE_CHECKING:
    from offerlab.ingest.fields import Fields


def read_conversion(fields: Fields) -> Conversion | None:
    """A close, or an average over some days or over the month before."""
    block = fields.block_of("conversion", form="{rule: average, days: 30}")
    if block is None:
        return None
    rule = block.choice("rule", ("close", "average"), required=True)
    conversion = Conversion(
        rule=rule or "close",
        days=block.whole("days", low=1, high=365),
        calendar=block.choice("calendar", ("calendar", "trading")) or "calendar",
        before=block.choice("before", ("start", "grant")),
        over=block.choice("over", ("prior-month",)),
    )
    block.close()
    _check(block, conversion)
    return conversion


def _check(block: Fields, conversion: Conversion) -> None:
    if conversion.rule == "close":
        for key in ("days", "calendar", "over"):
            if block.has(key):
                block.fault(key, "goes with an average", "write 'rule: average'")
    elif not block.has("over") and not block.has("days"):
        block.warn(
            "days",
            "the letter gives no number of days for its average, so the price of one"
            " day counts",
            "write 'days: 30', or 'over: prior-month'",
        )
    if conversion.over is None:
        return
    for key in ("days", "calendar", "before"):
        if block.has(key):
            block.fault(
                key,
                "does not go with 'over': a month has its own days",
                "keep one of 'days' and 'over'",
            )
