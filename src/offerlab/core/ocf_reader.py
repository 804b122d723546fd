"""Vesting terms from the JSON of Open Cap Format: the way in.

Numbers are text there, and are read as exact decimals. Keys that the format does not
know are refused, as its schemas do. Source: Open Cap Table Coalition, schemas
VestingTerms, VestingCondition and VestingPeriod, main of 2026-06-28 (calls itself
1.2.1-alpha) and v1.2.0, which lacks `cliff_installment`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from offerlab.core.allocation import Allocation
from offerlab.core.month import DAY_RULES
from offerlab.core.terms import (
    After,
    Condition,
    Moment,
    OnDate,
    Period,
    PeriodUnit,
    Portion,
    Trigger,
    VestingTerms,
)
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ABSOLUTE, RELATIVE = "VESTING_SCHEDULE_ABSOLUTE", "VESTING_SCHEDULE_RELATIVE"
LONGEST_NAME = 60
DECIMALS = 10
_OBJECT_KEYS = frozenset(["id", "object_type", "comments"])
_TERMS_KEYS = _OBJECT_KEYS | {
    "name",
    "description",
    "allocation_type",
    "vesting_conditions",
}
_CONDITION_KEYS = frozenset(
    ["id", "description", "portion", "quantity", "trigger", "next_condition_ids"]
)
_PORTION_KEYS = frozenset(["numerator", "denominator", "remainder"])
_TRIGGER_KEYS = frozenset(["type", "period", "relative_to_condition_id", "date"])
_PERIOD_KEYS = frozenset(
    ["type", "length", "occurrences", "day_of_month", "cliff_installment"]
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMERIC = re.compile(rf"[+-]?\d{{1,18}}(\.\d{{1,{DECIMALS}}})?", re.ASCII)


def parse_terms(terms: object) -> VestingTerms:
    """Vesting terms of a VESTING_TERMS object.

    Raises
    ------
    VestingError
        With the condition and the field that cannot be.
    """
    block = _block(terms, "vesting terms", _TERMS_KEYS)
    kind = block.get("object_type", "VESTING_TERMS")
    if kind != "VESTING_TERMS":
        raise VestingError(f"vesting terms: object_type is '{kind}', not VESTING_TERMS")
    named = _word(block.get("id", "vesting-terms"), "vesting terms: id")
    where = f"vesting terms '{named}'"
    conditions = _list(block.get("vesting_conditions"), f"{where}: vesting_conditions")
    comments = block.get("comments")
    if comments is not None:
        comments = [_word(x, f"{where}: comments") for x in _list(comments, where)]
    name = _word(block.get("name") or named, f"{where}: name")
    return VestingTerms(
        conditions=tuple(parse_condition(each) for each in conditions),
        allocation=Allocation(
            _choice(block, "allocation_type", list(Allocation), where)
        ),
        id=named,
        name=name,
        description=_text_or(block.get("description"), name),
        comments=None if comments is None else tuple(comments),
        wording=f"on the vesting terms '{name[:LONGEST_NAME]}'",
    )


def parse_condition(condition: object) -> Condition:
    """One node of the graph.

    Raises
    ------
    VestingError
        If a field is missing or cannot be.
    """
    named = condition.get("id") if isinstance(condition, dict) else None
    where = f"vesting condition {_shown(named)}" if named else "a vesting condition"
    block = _block(condition, where, _CONDITION_KEYS)
    named = _word(block.get("id"), "a vesting condition: id")
    where = f"vesting condition '{named}'"
    portion, quantity = block.get("portion"), block.get("quantity")
    following = _list(block.get("next_condition_ids"), f"{where}: next_condition_ids")
    description = block.get("description")
    return Condition(
        id=named,
        trigger=_trigger(block.get("trigger"), where),
        next_ids=tuple(_word(x, f"{where}: next_condition_ids") for x in following),
        portion=None if portion is None else _portion(portion, where),
        quantity=None if quantity is None else _amount(quantity, f"{where}: quantity"),
        description=None if description is None else _text_or(description, ""),
    )


def _portion(portion: object, where: str) -> Portion:
    block = _block(portion, f"{where}: portion", _PORTION_KEYS)
    numerator = _amount(block.get("numerator"), f"{where}: portion numerator")
    denominator = _amount(block.get("denominator"), f"{where}: portion denominator")
    remainder = block.get("remainder")
    if not isinstance(remainder, bool | None):
        raise VestingError(f"{where}: portion remainder is neither true nor false")
    return Portion(numerator, denominator, remainder)


def _trigger(trigger: object, where: str) -> Trigger:
    where = f"{where}: trigger"
    block = _block(trigger, where, _TRIGGER_KEYS)
    known = [
        *(each.value for each in Moment),
        ABSOLUTE,
        RELATIVE,
    ]
    kind = _choice(block, "type", known, where)
    if kind == ABSOLUTE:
        return OnDate(parse_day(block.get("date"), f"{where} date"))
    if kind == RELATIVE:
        after = block.get("relative_to_condition_id")
        return After(
            _period(block.get("period"), f"{where} period"),
            _word(after, f"{where} relative_to_condition_id"),
        )
    return Moment(kind)


def _period(period: object, where: str) -> Period:
    block = _block(period, where, _PERIOD_KEYS)
    unit = PeriodUnit(_choice(block, "type", list(PeriodUnit), where))
    cliff = block.get("cliff_installment")
    day = block.get("day_of_month")
    if unit is PeriodUnit.DAYS and day is not None:
        raise VestingError(f"{where}: day_of_month does not go with DAYS")
    if unit is PeriodUnit.MONTHS:
        day = _choice(block, "day_of_month", list(DAY_RULES), where)
    return Period(
        unit=unit,
        length=_whole(block.get("length"), f"{where} length", 0),
        occurrences=_whole(block.get("occurrences"), f"{where} occurrences", 1),
        day_of_month=day,
        cliff_installment=None
        if cliff is None
        else _whole(cliff, f"{where} cliff_installment", 0),
    )


def parse_number(value: object, where: str) -> Fraction:
    """Exact number of a numeric text (or of a whole number).

    Raises
    ------
    VestingError
        If it is neither, or has more than ten decimals.
    """
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return Fraction(value)
    if not isinstance(value, str) or not _NUMERIC.fullmatch(value):
        raise VestingError(
            f"{where}: {_shown(value)} is not a number; Open Cap Format writes numbers"
            ' as text with at most ten decimals, such as "0.25"'
        )
    return Fraction(Decimal(value))


def _amount(value: object, where: str) -> Fraction:
    number = parse_number(value, where)
    if number < 0:
        raise VestingError(f"{where}: {_shown(value)} is negative")
    return number


def parse_day(value: object, where: str) -> date:
    """Date of a text such as 2027-01-11.

    Raises
    ------
    VestingError
        If it is none.
    """
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise VestingError(f"{where}: {_shown(value)} is not a date such as 2027-01-11")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise VestingError(f"{where}: there is no date {value}") from error


def _shown(value: object) -> str:
    """A value as it is written, or what it is if that is long."""
    if isinstance(value, dict | list | tuple):
        return "a list" if isinstance(value, list | tuple) else "an object"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "a number that large"
    if value is None:
        return "nothing"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _text_or(value: object, otherwise: str) -> str:
    return value if isinstance(value, str) else otherwise


def _block(value: object, where: str, known: frozenset[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise VestingError(f"{where}: an object belongs here, not {_shown(value)}")
    unknown = [key for key in value if key not in known]
    if unknown:
        raise VestingError(
            f"{where}: Open Cap Format has no key {_shown(unknown[0])} here; it knows"
            f" {', '.join(sorted(known))}"
        )
    return value


def _list(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise VestingError(f"{where}: a list belongs here, not {_shown(value)}")
    return value


def _word(value: object, where: str) -> str:
    if not isinstance(value, str) or not value or not value.isprintable():
        raise VestingError(
            f"{where}: one line of text belongs here, not {_shown(value)}"
        )
    return value


def _choice(
    block: Mapping[str, Any], key: str, known: Sequence[str], where: str
) -> str:
    value = block.get(key)
    if value not in known:
        raise VestingError(
            f"{where}: {key} is {_shown(value)}, not one of {', '.join(known)}"
        )
    return str(value)


def _whole(value: object, where: str, low: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < low:
        raise VestingError(
            f"{where}: {_shown(value)} is not a whole number of {low} or more"
        )
    return value
