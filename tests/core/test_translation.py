from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.core.ocf_export import AHEAD, RELEASED, for_release, schema_version
from offerlab.core.ocf_reader import parse_terms
from offerlab.core.ocf_writer import terms_json
from offerlab.core.schedule import (
    Installment,
    VestingSchedule,
    even_schedule,
    yearly_schedule,
)
from offerlab.core.vesting import tranches
from offerlab.ingest.catalogue import Catalogue
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


@given(any_schedule(), st.integers(0, 10**6))
def test_what_is_exported_and_read_back_vests_the_same(
    schedule: VestingSchedule, quantity: int
) -> None:
    start = date(2027, 1, 31)
    exported = terms_json(for_release(schedule.terms))
    ours = tranches(schedule, quantity, start)
    theirs = vesting_schedule(exported, quantity, vesting_start=start)
    assert [(t.date, t.shares) for t in ours] == [(t.date, t.shares) for t in theirs]


def test_every_schedule_of_the_catalogue_survives_the_export() -> None:
    for entry in Catalogue().entries():
        if entry.schedule is not None:
            exported = for_release(entry.schedule.terms)
            assert schema_version(exported) == RELEASED
            again = tranches(
                parse_terms(terms_json(exported)), 9_973, date(2027, 3, 31)
            )
            assert [t[1:] for t in again] == [
                t[1:] for t in tranches(entry.schedule, 9_973, date(2027, 3, 31))
            ]


def behind_a_gate() -> dict[str, Any]:
    """Three of eight months are due when the gate opens in the middle of June."""
    terms = hand_made([("m", "1/8", 1, 8, "start")], cliff=3)
    start, months = terms["vesting_conditions"]
    gate = {
        "id": "gate",
        "quantity": "0",
        "trigger": {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2025-06-15"},
        "next_condition_ids": ["m"],
    }
    start["next_condition_ids"] = ["gate"]
    return {**terms, "vesting_conditions": [start, gate, months]}


def beside_a_rival() -> dict[str, Any]:
    """The monthly way is met in February, before the rival's day."""
    terms = hand_made([("m", "1/8", 1, 8, "start")], cliff=3)
    start, months = terms["vesting_conditions"]
    rival = {
        "id": "x",
        "quantity": "0",
        "trigger": {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2025-02-15"},
        "next_condition_ids": [],
    }
    start["next_condition_ids"] = ["m", "x"]
    return {**terms, "vesting_conditions": [start, months, rival]}


def from_a_date() -> dict[str, Any]:
    """Without a vesting start the anchor's day counts: 31 August, 28 February."""
    terms = hand_made([("m", "1/8", 1, 8, "start")], cliff=6)
    begin = {
        **terms["vesting_conditions"][0],
        "trigger": {"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2026-08-31"},
    }
    return {**terms, "vesting_conditions": [begin, terms["vesting_conditions"][1]]}


@pytest.mark.parametrize("terms", [behind_a_gate(), beside_a_rival(), from_a_date()])
def test_a_cliff_is_split_only_where_nothing_moves(terms: dict[str, Any]) -> None:
    read = parse_terms(terms)
    exported = for_release(read)
    start = date(2025, 1, 1)
    ours = vesting_schedule(read, 800, vesting_start=start)
    theirs = vesting_schedule(terms_json(exported), 800, vesting_start=start)
    assert [(t.date, t.shares) for t in ours] == [(t.date, t.shares) for t in theirs]
    assert schema_version(exported) == AHEAD


def test_a_cliff_installment_stays_only_where_it_changes_amounts() -> None:
    cliff = even_schedule(48, 1, 12)
    split = for_release(cliff.terms)
    assert [each.id for each in split.conditions] == ["start", "vest-1-cliff", "vest-1"]
    # 18 shares over 4 months with a cliff at 2: front-loaded pays 5 + 5 = 10 there,
    # a cliff of its own would pay floor(9) and one leftover.
    loaded = replace(even_schedule(4, 1, 2), allocation=Allocation.FRONT_LOADED)
    kept = for_release(loaded.terms)
    assert schema_version(kept) == AHEAD
    assert tranches(kept, 18, None)[0].shares == 10
