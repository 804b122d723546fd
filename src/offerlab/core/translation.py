"""A simple schedule as vesting terms: its one way into the engine.

Installments of equal size and cadence become one condition that repeats; each block
counts from the last step of the one before, the first from the vesting start. A cliff
inside the first block is a cliff installment; any other is a condition of its own that
takes what is due by then, which for the loaded allocations makes it one tranche.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.terms import (
    After,
    Condition,
    Moment,
    Period,
    PeriodUnit,
    Portion,
    VestingTerms,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.schedule import Installment, VestingSchedule

START = "start"


class _Block(NamedTuple):
    """Equal installments: `steps` of them, `length` months apart, `share` each."""

    length: int
    share: Fraction
    steps: int
    cliff: int | None = None


def terms_of(schedule: VestingSchedule) -> VestingTerms:
    """Vesting terms that vest as the schedule does."""
    parts = _by_month(schedule.installments)
    upfront = (
        parts.pop(0)[1] if parts[0][0] == 0 and not schedule.cliff_months else None
    )
    blocks = _blocks(parts)
    installment = _cliff_installment(blocks, schedule.cliff_months)
    if installment:
        blocks[0] = blocks[0]._replace(cliff=installment)
    elif installment is None:
        blocks = _blocks(_behind_cliff(parts, schedule.cliff_months))
    conditions = [_start(upfront, len(blocks))]
    for number, block in enumerate(blocks, start=1):
        before = START if number == 1 else _name(number - 1)
        last = number == len(blocks)
        conditions.append(
            Condition(
                id=_name(number),
                trigger=After(_period(block, schedule.day_of_month), before),
                next_ids=() if last else (_name(number + 1),),
                portion=_portion(block.share),
            )
        )
    return VestingTerms(
        conditions=tuple(conditions),
        allocation=schedule.allocation,
        wording=schedule.wording,
    )


def _by_month(installments: Sequence[Installment]) -> list[tuple[int, Fraction]]:
    return [
        (month, sum((part.share for part in group), Fraction(0)))
        for month, group in groupby(installments, key=lambda part: part.month)
    ]


def _behind_cliff(
    parts: Sequence[tuple[int, Fraction]], cliff_months: int
) -> list[tuple[int, Fraction]]:
    """Parts with those before the cliff added up on it."""
    due = sum((share for month, share in parts if month <= cliff_months), Fraction(0))
    later = [(month, share) for month, share in parts if month > cliff_months]
    return [(cliff_months, due), *later] if due else later


def _blocks(parts: Sequence[tuple[int, Fraction]]) -> list[_Block]:
    blocks: list[_Block] = []
    before = 0
    for month, share in parts:
        length, last = month - before, blocks[-1] if blocks else None
        if last is not None and (last.length, last.share) == (length, share):
            blocks[-1] = last._replace(steps=last.steps + 1)
        else:
            blocks.append(_Block(length, share, 1))
        before = month
    return blocks


def _cliff_installment(blocks: Sequence[_Block], cliff_months: int) -> int | None:
    """Step of the first block on which a cliff falls; 0 if it delays nothing.

    None if it falls elsewhere.
    """
    if not blocks or cliff_months <= blocks[0].length:
        return 0
    if not blocks[0].length:
        return None  # something is due on the first day and waits for the cliff
    step, rest = divmod(cliff_months, blocks[0].length)
    return step if not rest and step <= blocks[0].steps else None


def _start(upfront: Fraction | None, followers: int) -> Condition:
    trigger = Moment.START
    following = (_name(1),) if followers else ()
    if upfront is None:
        return Condition(START, trigger, following, quantity=Fraction(0))
    return Condition(START, trigger, following, portion=_portion(upfront))


def _name(number: int) -> str:
    return f"vest-{number}"


def _portion(share: Fraction) -> Portion:
    return Portion(Fraction(share.numerator), Fraction(share.denominator))


def _period(block: _Block, day_of_month: str) -> Period:
    return Period(
        PeriodUnit.MONTHS, block.length, block.steps, day_of_month, block.cliff
    )
