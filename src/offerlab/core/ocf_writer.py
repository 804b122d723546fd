"""Vesting terms as the JSON of Open Cap Format: the way out.

What was read comes back as it was: numbers as exact decimals, 12/48 as 12/48. Source:
as `offerlab.core.ocf_reader`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from offerlab.core.ocf_reader import ABSOLUTE, DECIMALS, RELATIVE
from offerlab.core.terms import After, OnDate

if TYPE_CHECKING:
    from offerlab.core.terms import Condition, Trigger, VestingTerms


def terms_json(terms: VestingTerms) -> dict[str, Any]:
    """VESTING_TERMS object of vesting terms, as it was read."""
    found: dict[str, Any] = {
        "id": terms.id,
        "object_type": "VESTING_TERMS",
        "name": terms.name,
        "description": terms.description,
        "allocation_type": str(terms.allocation),
        "vesting_conditions": [_condition_json(each) for each in terms.conditions],
    }
    if terms.comments is not None:
        found["comments"] = list(terms.comments)
    return found


def _condition_json(condition: Condition) -> dict[str, Any]:
    described = condition.description is not None
    return {
        "id": condition.id,
        **({"description": condition.description} if described else {}),
        **_size_json(condition),
        "trigger": _trigger_json(condition.trigger),
        "next_condition_ids": list(condition.next_ids),
    }


def _size_json(condition: Condition) -> dict[str, Any]:
    """What a condition vests: a number of shares, or a portion."""
    portion = condition.portion
    if portion is None:
        return {"quantity": _text(condition.quantity or Fraction(0))}
    ratio: dict[str, Any] = {
        "numerator": _text(portion.numerator),
        "denominator": _text(portion.denominator),
    }
    if portion.remainder is not None:
        ratio["remainder"] = portion.remainder
    return {"portion": ratio}


def _trigger_json(trigger: Trigger) -> dict[str, Any]:
    if isinstance(trigger, OnDate):
        return {"type": ABSOLUTE, "date": trigger.date.isoformat()}
    if isinstance(trigger, After):
        period: dict[str, Any] = {
            "length": trigger.period.length,
            "type": str(trigger.period.unit),
            "occurrences": trigger.period.occurrences,
        }
        for key in ("day_of_month", "cliff_installment"):
            value = getattr(trigger.period, key)
            if value is not None:
                period[key] = value
        return {
            "type": RELATIVE,
            "period": period,
            "relative_to_condition_id": trigger.condition_id,
        }
    return {"type": trigger.value}


def _text(number: Fraction) -> str:
    """A number as Open Cap Format writes it: whole, or up to ten decimals."""
    if number.denominator == 1:
        return str(number.numerator)
    digits = f"{int(number * 10**DECIMALS):0{DECIMALS + 1}d}"
    return f"{digits[:-DECIMALS]}.{digits[-DECIMALS:].rstrip('0')}"
