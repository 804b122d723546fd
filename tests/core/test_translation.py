from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.core.schedule import (
    Installment,
    VestingSchedule,
    even_schedule,
    yearly_schedule,
)
from offerlab.core.vesting import tranches
from offerlab.ocf import vesting_schedule

CUMULATIVE = [Allocation.CUMULATIVE_ROUNDING, Allocation.CUMULATIVE_ROUND_DOWN]


def hand_made(
    conditions: list[tuple[str, str, int, int, str]], cliff: int | None = None
) -> dict[str, Any]:
    """Terms written by hand: (id, portion, months, times, counted from), in a chain."""
    nodes: list[dict[str, Any]] = [
        {
            "id": "start",
            "quantity": "0",
            "trigger": {"type": "VESTING_START_DATE"},
            "next_condition_ids": [conditions[0][0]],
        }
    ]
    for place, (name, part, months, times, after) in enumerate(conditions):
        top, bottom = part.split("/")
        period: dict[str, Any] = {
            "length": months,
            "type": "MONTHS",
            "occurrences": times,
            "day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH",
        }
        if cliff and place == 0:
            period["cliff_installment"] = cliff
        later = conditions[place + 1 : place + 2]
        nodes.append(
            {
                "id": name,
                "portion": {"numerator": top, "denominator": bottom},
                "trigger": {
                    "type": "VESTING_SCHEDULE_RELATIVE",
                    "period": period,
                    "relative_to_condition_id": after,
                },
                "next_condition_ids": [each[0] for each in later],
            }
        )
    return {
        "id": "hand",
        "object_type": "VESTING_TERMS",
        "name": "hand",
        "description": "hand",
        "allocation_type": "CUMULATIVE_ROUND_DOWN",
        "vesting_conditions": nodes,
    }


CASES = {
    "four years, monthly, one-year cliff": (
        even_schedule(48, 1, 12),
        hand_made([("m", "1/48", 1, 48, "start")], cliff=12),
    ),
    "the same, its cliff a condition of its own": (
        even_schedule(48, 1, 12),
        hand_made([("c", "12/48", 12, 1, "start"), ("m", "1/48", 1, 36, "c")]),
    ),
    "5/15/40/40 with half-years at the end": (
        yearly_schedule([Fraction(x) for x in (5, 15, 40, 40)], {3: 6, 4: 6}),
        hand_made(
            [
                ("one", "5/100", 12, 1, "start"),
                ("two", "15/100", 12, 1, "one"),
                ("rest", "20/100", 6, 4, "two"),
            ]
        ),
    ),
    "40/60 quarterly": (
        yearly_schedule([Fraction(40), Fraction(60)], 3),
        hand_made([("one", "10/100", 3, 4, "start"), ("two", "15/100", 3, 4, "one")]),
    ),
}


@pytest.mark.parametrize("name", CASES)
@given(
    quantity=st.integers(0, 10**7),
    start=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    kind=st.sampled_from(CUMULATIVE),
)
def test_a_schedule_equals_hand_made_terms(
    name: str, quantity: int, start: date, kind: Allocation
) -> None:
    schedule, terms = CASES[name]
    ours = tranches(replace(schedule, allocation=kind), quantity, start)
    theirs = vesting_schedule(
        {**terms, "allocation_type": str(kind)}, quantity, vesting_start=start
    )
    assert [(t.date, t.shares) for t in ours] == [(t.date, t.shares) for t in theirs]


@st.composite
def any_schedule(draw: st.DrawFn) -> VestingSchedule:
    """Installments of any size in any months, with or without a cliff among them."""
    months = sorted(draw(st.sets(st.integers(0, 72), min_size=1, max_size=12)))
    weights = draw(
        st.lists(st.integers(1, 9), min_size=len(months), max_size=len(months))
    )
    parts = tuple(
        Installment(month, Fraction(weight, sum(weights)))
        for month, weight in zip(months, weights, strict=True)
    )
    cliff = draw(st.sampled_from([0, *months]))
    kind = draw(st.sampled_from(list(Allocation)))
    return VestingSchedule(parts, cliff, kind)


@given(any_schedule(), st.integers(0, 10**6))
def test_any_schedule_vests_in_its_months_and_in_full(
    schedule: VestingSchedule, quantity: int
) -> None:
    found = tranches(schedule, quantity, date(2024, 2, 29))
    assert sum(each.shares or 0 for each in found) == quantity
    due = {max(part.month, schedule.cliff_months) for part in schedule.installments}
    assert {each.month for each in found} <= due
    exact = tranches(schedule, None, None)
    for each in exact:
        by_then = sum(
            part.share
            for part in schedule.installments
            if max(part.month, schedule.cliff_months) <= (each.month or 0)
        )
        so_far = sum(t.share or 0 for t in exact if (t.month or 0) <= (each.month or 0))
        assert so_far == by_then
