"""Vesting terms for readers of Open Cap Format 1.2.0, which has no cliff installment.

A condition with a cliff installment becomes two: the cliff, once, with all that is due
by then, and the rest, which counts from the cliff. Where that would move a date or a
share (the loaded allocations, parts of a remainder, conditions behind another gate or
beside a rival), terms keep their cliff installment and need the newer release.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.core.allocation import Allocation
from offerlab.core.month import START_DAY
from offerlab.core.terms import After, Condition, Moment, Portion

if TYPE_CHECKING:
    from offerlab.core.terms import VestingTerms

RELEASED, AHEAD = "1.2.0", "1.2.1-alpha+main (2026-06-28)"
"""Versions of the schema: the last release, and the one with cliff installments."""

_UNEQUAL_FREE = frozenset(
    {
        Allocation.CUMULATIVE_ROUNDING,
        Allocation.CUMULATIVE_ROUND_DOWN,
        Allocation.FRACTIONAL,
    }
)


def for_release(terms: VestingTerms) -> VestingTerms:
    """Terms without cliff installments where that changes no date and no amount."""
    renamed: dict[str, str] = {}
    conditions: list[Condition] = []
    for condition in terms.conditions:
        parts = _split(condition, terms)
        if len(parts) > 1:
            renamed[condition.id] = parts[0].id
        conditions += parts
    return replace(terms, conditions=tuple(_led(each, renamed) for each in conditions))


def schema_version(terms: VestingTerms) -> str:
    """Version of the schema that a reader of the terms must know."""
    steps = [c.trigger.period for c in terms.conditions if isinstance(c.trigger, After)]
    newer = any(step.cliff_installment is not None for step in steps)
    return AHEAD if newer else RELEASED


def _split(condition: Condition, terms: VestingTerms) -> list[Condition]:
    """The cliff and the rest of a condition, or the condition itself."""
    trigger = condition.trigger
    if not isinstance(trigger, After) or trigger.period.cliff_installment is None:
        return [condition]
    period = trigger.period._replace(cliff_installment=None)
    plain = condition._replace(trigger=trigger._replace(period=period))
    steps = min(trigger.period.cliff_installment, period.occurrences)
    if steps < 2:
        return [plain]
    if not _can_split(condition, trigger, steps, terms):
        return [condition]
    whole = period._replace(length=steps * period.length, occurrences=1)
    cliff = _times(condition, steps)._replace(trigger=trigger._replace(period=whole))
    if steps == period.occurrences:
        return [cliff]
    name = f"{condition.id}-cliff"
    while name in terms.by_id:
        name += "-"
    rest = period._replace(occurrences=period.occurrences - steps)
    return [
        cliff._replace(id=name, next_ids=(condition.id,)),
        condition._replace(trigger=After(rest, name)),
    ]


def _can_split(
    condition: Condition, trigger: After, steps: int, terms: VestingTerms
) -> bool:
    """Whether a cliff of its own keeps every date and amount.

    It would count from the cliff, and be met no sooner than it: so it must follow what
    it counts from, alone, and keep the start's day; a part of a remainder would
    change, and so would the leftovers of a loaded allocation.
    """
    portion = condition.portion
    if portion is not None and (portion.remainder or portion.value * steps > 1):
        return False
    before = [each for each in terms.conditions if condition.id in each.next_ids]
    follows_alone = [(each.id, each.next_ids) for each in before] == [
        (trigger.condition_id, (condition.id,))
    ]
    keeps_day = trigger.period.day_of_month != START_DAY or all(
        root.trigger is Moment.START for root in terms.roots
    )
    return terms.allocation in _UNEQUAL_FREE and follows_alone and keeps_day


def _times(condition: Condition, steps: int) -> Condition:
    portion = condition.portion
    if portion is None:
        return condition._replace(quantity=(condition.quantity or Fraction(0)) * steps)
    times = Portion(portion.numerator * steps, portion.denominator, portion.remainder)
    return condition._replace(portion=times)


def _led(condition: Condition, renamed: dict[str, str]) -> Condition:
    """Lead to the cliff where a condition led to what it was split from."""
    if condition.id in renamed.values():
        return condition
    following = tuple(renamed.get(name, name) for name in condition.next_ids)
    return condition._replace(next_ids=following)
