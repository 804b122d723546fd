"""A schedule written out as a block: yearly weights, or months and a cadence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.core.allocation import Allocation
from offerlab.core.month import DAY_RULES
from offerlab.core.schedule import (
    ScheduleError,
    VestingSchedule,
    even_schedule,
    yearly_schedule,
)
from offerlab.ingest import amount
from offerlab.ingest.csv_tree import split_list, split_map
from offerlab.ingest.node import Mapping, Node, Scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from offerlab.ingest.fields import Fields


def read_schedule(block: Fields) -> VestingSchedule | None:
    """Schedule from a block with `yearly`, or `months` and `every_months`."""
    allocation = block.choice("allocation", list(Allocation))
    day_rule = block.choice("day_of_month", DAY_RULES)
    weights, months = _weights(block), block.whole("months", low=1, high=240)
    every, cliff = _cadence(block), block.whole("cliff_months", high=240) or 0
    if block.has("yearly") == block.has("months"):
        block.log.add(
            block.block,
            block.prefix,
            "a schedule needs 'yearly' or 'months', and not both",
            "for example {months: 48, every_months: 1, cliff_months: 12}",
        )
        return None
    try:
        schedule = _build(block, weights, months, every, cliff)
    except ScheduleError as error:
        key = next(k for k in ("yearly", "months") if block.has(k))
        block.fault(key, str(error))
        return None
    if schedule is None:
        return None
    if allocation:
        schedule = replace(schedule, allocation=Allocation(allocation))
    if day_rule:
        schedule = replace(schedule, day_of_month=day_rule)
    return schedule


def _build(
    block: Fields,
    weights: list[Fraction] | None,
    months: int | None,
    every: int | dict[int, int] | None,
    cliff: int,
) -> VestingSchedule | None:
    if weights:
        if every is None and block.has("every_months"):
            return None
        return yearly_schedule(weights, 12 if every is None else every, cliff)
    if months is None:
        return None
    if isinstance(every, dict):
        block.fault("every_months", "a map of years goes with 'yearly' only")
        return None
    if every is None:
        if not block.has("every_months"):
            block.fault(
                "every_months",
                "is missing: how often does it vest?",
                "1 for monthly, 3 for quarterly, 12 for yearly",
            )
        return None
    return even_schedule(months, every, cliff)


def _weights(block: Fields) -> list[Fraction] | None:
    node = block.node("yearly")
    if node is None:
        return None
    texts = _list_texts(node)
    if texts is None:
        block.fault(
            "yearly", "a list of percents belongs here, such as [25, 25, 25, 25]"
        )
        return None
    try:
        return [amount.parse_fraction(text) for text in texts]
    except ValueError as error:
        block.fault("yearly", str(error))
        return None


def _list_texts(node: Node) -> list[str] | None:
    if isinstance(node, Scalar):
        return split_list(node.text)
    if isinstance(node, Mapping) or not node.nodes:
        return None
    texts = [item.text for item in node.nodes if isinstance(item, Scalar)]
    return texts if len(texts) == len(node.nodes) else None


def _cadence(block: Fields) -> int | dict[int, int] | None:
    node = block.node("every_months")
    if isinstance(node, Mapping):
        pairs = [(k.text, v.text if isinstance(v, Scalar) else "") for k, v in node]
    elif isinstance(node, Scalar) and ":" in node.text:
        pairs = split_map(node.text) or [("", "")]
    else:
        return block.whole("every_months", low=1, high=240)
    try:
        cadence = {
            amount.parse_whole(year): amount.parse_whole(every) for year, every in pairs
        }
        if not pairs or len(cadence) < len(pairs):
            raise ValueError("no year, or a year twice")
    except ValueError:
        block.fault(
            "every_months", "a number or a map of years belongs here, as {1: 12, 3: 6}"
        )
        return None
    return cadence
