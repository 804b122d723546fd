"""The `target_bonus` key of an offer: one target, or terms year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.bonus import TargetBonus, YearBonus
from offerlab.core.offer import BASES
from offerlab.ingest import amount
from offerlab.ingest.node import Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.ingest.fields import Fields

MIN_BONUS, MAX_BONUS = 100, 1e8
"""An amount outside is refused as a slip."""
MAX_YEAR = 10
_BLOCK = "write '10%', an amount, 'none', 'unknown', or a list of blocks with 'year'"


def read_target_bonus(fields: Fields, basis: str) -> TargetBonus | None:
    """Bonus of an offer; None where it is not known (yet)."""
    node = fields.node("target_bonus")
    if node is None:
        return None
    if isinstance(node, Scalar):
        return _of_word(fields, node, basis)
    if isinstance(node, Items) or node.get("year") is not None:
        return _by_year(fields, basis)
    block = fields.inner(node, "target_bonus")
    block.node("target", required=True)
    size = block.value("target", rate_or_amount(block.currency))
    bonus = TargetBonus(
        block.choice("basis", BASES) or basis,
        *(size or (None, 0.0)),
        guaranteed_first_year=block.flag("guaranteed_first_year") or False,
        paid_in_month=block.whole("paid_in_month", low=1, high=12),
    )
    block.close()
    return bonus


def _of_word(fields: Fields, node: Scalar, basis: str) -> TargetBonus | None:
    word = fields.word("target_bonus")
    if word == "unknown":
        return None
    if word == "none":
        return TargetBonus(basis, amount=0.0)
    size = fields.value("target_bonus", rate_or_amount(fields.currency))
    return None if size is None else TargetBonus(basis, *size)


def rate_or_amount(
    currency: str | None,
) -> Callable[[str], tuple[float | None, float | None]]:
    """Reader of a rate of base (``10%``) or an amount of money."""

    def read(text: str) -> tuple[float | None, float | None]:
        if text.endswith("%"):
            percent = amount.parse_percentage(text)
            if not 0 <= percent <= 500:
                raise ValueError(f"{text} of base is out of range for a bonus")
            return float(percent / 100), None
        value = amount.parse_money(text, currency)
        if 0 < value < MIN_BONUS:
            raise ValueError(
                f"is {text} meant as {text}% or as an amount? write {text}%"
            )
        if value < 0:
            raise ValueError(f"{text} is negative")
        if value > MAX_BONUS * (100 if currency == "INR" else 1):
            raise ValueError(f"{text} is above {MAX_BONUS:,.0f}, which is absurd here")
        return None, value

    return read


def _by_year(fields: Fields, basis: str) -> TargetBonus | None:
    """Bonus given year by year: one clock, and each year once."""
    found: list[YearBonus] = []
    clocks: list[int] = []
    bases: list[str] = []
    for name, node in fields.several("target_bonus"):
        entry = _year(fields, name, node, found, clocks, bases)
        if entry is not None:
            found.append(entry)
    if len(set(clocks)) > 1:
        fields.fault(
            "target_bonus",
            f"'paid_in_month' differs ({', '.join(map(str, clocks))}): the years of a"
            " bonus have one clock",
            "name one month, on any of them",
        )
    if not found:
        return None
    return TargetBonus(
        bases[0] if bases else basis,
        paid_in_month=clocks[0] if clocks else None,
        years=tuple(sorted(found)),
    )


def _year(
    fields: Fields,
    name: str,
    node: Node,
    before: list[YearBonus],
    clocks: list[int],
    bases: list[str],
) -> YearBonus | None:
    """One year of a bonus; its clock and basis go into the two lists."""
    if not isinstance(node, Mapping):
        fields.log.add(node, name, "the bonus of a year is a block with 'year'", _BLOCK)
        return None
    block = fields.inner(node, name)
    year = block.whole("year", low=1, high=MAX_YEAR)
    block.node("year", required=True)
    size = _size_of_year(block)
    entry = YearBonus(
        year or 1, *(size or (None, 0.0)), guaranteed=block.flag("guaranteed") or False
    )
    clock = block.whole("paid_in_month", low=1, high=12)
    clocks += [] if clock is None else [clock]
    told = block.choice("basis", BASES)
    bases += [] if told is None else [told]
    block.close()
    if year is not None and any(each.year == year for each in before):
        block.fault("year", f"year {year} is given twice", "keep one")
    return None if year is None or size is None else entry


def _size_of_year(block: Fields) -> tuple[float | None, float | None] | None:
    """Size of a year's bonus, under `target` or `amount`."""
    key = "amount" if block.has("amount") else "target"
    if block.has("amount") and block.has("target"):
        block.fault(
            "target", "the year has a target and an amount", "keep the one of them"
        )
    block.node("target")
    if not block.has(key):
        block.log.add(
            block.block,
            block.prefix,
            "the year has no size",
            "add 'target: 15%' or 'amount: 20_000'",
        )
    return block.value(key, rate_or_amount(block.currency))
