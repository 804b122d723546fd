from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.core.ocf_export import AHEAD, RELEASED, for_release, schema_version
from offerlab.core.ocf_reader import parse_terms
from offerlab.core.ocf_writer import terms_json
from offerlab.core.schedule import (
    VestingSchedule,
    even_schedule,
)
from offerlab.core.vesting import tranches
from offerlab.ingest.catalogue import Catalogue
from offerlab.ocf import vesting_schedule
from tests.core.test_translation import any_schedule, hand_made
from tests.ocf_terms import on_date


def behind_a_gate() -> dict[str, Any]:
    """Three of eight months are due when the gate opens in the middle of June."""
    terms = hand_made([("m", "1/8", 1, 8, "start")], cliff=3)
    start, months = terms["vesting_conditions"]
    gate = on_date("gate", "2025-06-15", "m")
    start["next_condition_ids"] = ["gate"]
    return {**terms, "vesting_conditions": [start, gate, months]}


def beside_a_rival() -> dict[str, Any]:
    """The monthly way is met in February, before the rival's day."""
    terms = hand_made([("m", "1/8", 1, 8, "start")], cliff=3)
    start, months = terms["vesting_conditions"]
    rival = on_date("x", "2025-02-15")
    start["next_condition_ids"] = ["m", "x"]
    return {**terms, "vesting_conditions": [start, months, rival]}


def from_a_date() -> dict[str, Any]:
    """Without a vesting start the anchor's day counts: 31 August, 28 February."""
    terms = hand_made([("m", "1/8", 1, 8, "start")], cliff=6)
    _, months = terms["vesting_conditions"]
    begin = on_date("start", "2026-08-31", "m")
    return {**terms, "vesting_conditions": [begin, months]}


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


@given(any_schedule(), st.integers(0, 10**6))
def test_what_is_exported_and_read_back_vests_the_same(
    schedule: VestingSchedule, quantity: int
) -> None:
    start = date(2027, 1, 31)
    exported = terms_json(for_release(schedule.terms))
    ours = tranches(schedule, quantity, start)
    theirs = vesting_schedule(exported, quantity, vesting_start=start)
    assert [(t.date, t.shares) for t in ours] == [(t.date, t.shares) for t in theirs]
