"""Vesting terms that tests begin from."""

from __future__ import annotations

from copy import deepcopy
from typing import Any


def monthly(**changes: Any) -> dict[str, Any]:
    """Vesting terms of 4 months, a quarter each, with changes to the condition."""
    condition = {
        "id": "vest",
        "portion": {"numerator": "1", "denominator": "4"},
        "trigger": {
            "type": "VESTING_SCHEDULE_RELATIVE",
            "period": {
                "length": 1,
                "type": "MONTHS",
                "occurrences": 4,
                "day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH",
            },
            "relative_to_condition_id": "start",
        },
        "next_condition_ids": [],
    }
    start = {
        "id": "start",
        "quantity": "0",
        "trigger": {"type": "VESTING_START_DATE"},
        "next_condition_ids": ["vest"],
    }
    return {
        "id": "vt",
        "object_type": "VESTING_TERMS",
        "name": "monthly",
        "description": "monthly",
        "allocation_type": "CUMULATIVE_ROUND_DOWN",
        "vesting_conditions": [start, {**condition, **changes}],
    }


def on_date(name: str, day: str, *next_ids: str) -> dict[str, Any]:
    """Condition that is met on a day and vests nothing."""
    return {
        "id": name,
        "quantity": "0",
        "trigger": {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": day},
        "next_condition_ids": list(next_ids),
    }


def period(**changes: Any) -> dict[str, Any]:
    """Trigger of the monthly terms with changes to its period; None takes a key out."""
    trigger = deepcopy(monthly()["vesting_conditions"][1]["trigger"])
    trigger["period"].update(changes)
    trigger["period"] = {k: v for k, v in trigger["period"].items() if v is not None}
    return {"trigger": trigger}
