"""The walk through vesting terms: remainders, fixed numbers of shares, days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.timetable import timetable_of
from offerlab.core.walk import MOST_STEPS, known_events, walk
from offerlab.errors import VestingError
from offerlab.ocf import parse_terms, vesting_schedule
from tests.ocf_terms import on_date

START = date(2027, 1, 31)


def chain(*steps: dict[str, Any], root: dict[str, Any] | None = None) -> dict[str, Any]:
    """Terms whose conditions follow each other, each a month after the one before.

    A step has `amount` (a portion or a quantity), and how often it repeats in `times`.
    """
    first = root or {
        "id": "c0",
        "quantity": "0",
        "trigger": {"type": "VESTING_START_DATE"},
    }
    nodes = [{**first, "next_condition_ids": ["c1"]}]
    for number, step in enumerate(steps, start=1):
        nodes.append(
            {
                "id": f"c{number}",
                **step["amount"],
                "trigger": {
                    "type": "VESTING_SCHEDULE_RELATIVE",
                    "period": {
                        "length": 1,
                        "type": "MONTHS",
                        "occurrences": step.get("times", 1),
                        "day_of_month": "VESTING_START_DAY_OR_LAST_DAY_OF_MONTH",
                    },
                    "relative_to_condition_id": f"c{number - 1}",
                },
                "next_condition_ids": [f"c{number + 1}"] if number < len(steps) else [],
            }
        )
    return {
        "id": "vt",
        "object_type": "VESTING_TERMS",
        "name": "chain",
        "description": "chain",
        "allocation_type": "CUMULATIVE_ROUND_DOWN",
        "vesting_conditions": nodes,
    }


def portion(top: int, bottom: int, *, remainder: bool = False) -> dict[str, Any]:
    return {
        "portion": {
            "numerator": str(top),
            "denominator": str(bottom),
            "remainder": remainder,
        }
    }


def quantity(shares: int) -> dict[str, Any]:
    return {"quantity": str(shares)}


def shares_of(terms: dict[str, Any], total: int) -> list[int | Fraction | None]:
    return [each.shares for each in vesting_schedule(terms, total, vesting_start=START)]


def test_a_remainder_counts_every_repetition_before_it() -> None:
    # 12 × 1/48 of 4,800 is 1,200; half of the 3,600 that are left is 1,800.
    terms = chain(
        {"amount": portion(1, 48), "times": 12},
        {"amount": portion(1, 2, remainder=True)},
    )
    assert shares_of(terms, 4_800) == [100] * 12 + [1_800]


def test_a_remainder_counts_fixed_shares_before_it() -> None:
    # 2 × 50 shares; half of the 900 that are left of 1,000 is 450, and a third of the
    # 450 left after that is 150.
    terms = chain(
        {"amount": quantity(50), "times": 2},
        {"amount": portion(1, 2, remainder=True)},
        {"amount": portion(1, 3, remainder=True)},
    )
    assert shares_of(terms, 1_000) == [50, 50, 450, 150]


def test_fixed_shares_count_beside_portions() -> None:
    # 100 shares, then three quarters of 1,000 in three parts: 250 each. The first is
    # 100 / 1,000 = 1/10 of the grant.
    terms = chain({"amount": quantity(100)}, {"amount": portion(1, 4), "times": 3})
    assert shares_of(terms, 1_000) == [100, 250, 250, 250]
    timetable = timetable_of(parse_terms(terms), START)
    parts = [each.share for each in timetable.tranches(1_000)]
    assert parts == [Fraction(1, 10), *[Fraction(1, 4)] * 3]
    # Of a grant of unknown size the part of fixed shares is unknown; portions are not.
    unknown = [each.share for each in timetable.tranches(None)]
    assert unknown == [None, *[Fraction(1, 4)] * 3]
    # And the part vested by a month leaves fixed shares out.
    assert timetable.share_by(2) == Fraction(1, 4)


def test_terms_without_a_vesting_start_keep_the_day_of_their_own_date() -> None:
    # No condition waits for the start, so the 31st is not the day that counts.
    root = {**on_date("c0", "2027-02-15"), "next_condition_ids": []}
    terms = parse_terms(chain({"amount": portion(1, 3), "times": 3}, root=root))
    days = [each.date for each in walk(terms, START)]
    assert days == [date(2027, 3, 15), date(2027, 4, 15), date(2027, 5, 15)]


AMOUNTS = st.one_of(
    st.builds(lambda bottom: portion(1, bottom), st.integers(5, 60)),
    st.builds(
        lambda top, more: portion(top, top + more, remainder=True),
        st.integers(1, 5),
        st.integers(0, 7),
    ),
    st.builds(quantity, st.integers(1, 40)),
)
STEPS = st.lists(
    st.fixed_dictionaries({"amount": AMOUNTS, "times": st.integers(1, 4)}),
    min_size=1,
    max_size=5,
)


def slow_totals(steps: list[dict[str, Any]], total: int) -> list[Fraction]:
    """Exact shares vested after each step: every step by itself, nothing gathered."""
    vested, amounts = Fraction(0), list[Fraction]()
    for step in steps:
        amount, before = step["amount"], vested
        for _ in range(step["times"]):
            if "quantity" in amount:
                due = Fraction(amount["quantity"])
            else:
                part = Fraction(
                    int(amount["portion"]["numerator"]),
                    int(amount["portion"]["denominator"]),
                )
                of = total - before if amount["portion"]["remainder"] else total
                due = part * of
            amounts.append(due)
            vested += due
    return list(accumulate(amounts))


@given(STEPS, st.integers(500, 100_000))
def test_random_terms_vest_as_a_slow_walker_says(
    steps: list[dict[str, Any]], total: int
) -> None:
    expected = slow_totals(steps, total)
    if expected[-1] > total or any(b < a for a, b in pairwise(expected)):
        return  # more than the grant: refused, which tests/test_ocf.py shows
    found = vesting_schedule(chain(*steps), total, vesting_start=START)
    whole = [int(amount) for amount in expected]  # rounded down, cumulatively
    shares = [b - a for a, b in pairwise([0, *whole])]
    assert [each.shares for each in found if each.shares] == [s for s in shares if s]


def test_of_two_conditions_on_one_day_the_first_listed_is_met() -> None:
    # Both are due on 28 February; only the first branch's 10 shares vest.
    terms = chain({"amount": quantity(10)}, {"amount": quantity(20)})
    first, left, right = terms["vesting_conditions"]
    left["next_condition_ids"] = []
    right["trigger"]["relative_to_condition_id"] = "c0"
    first["next_condition_ids"] = ["c1", "c2"]
    assert shares_of(terms, 100) == [10]
    first["next_condition_ids"] = ["c2", "c1"]
    assert shares_of(terms, 100) == [20]


def test_an_event_recorded_twice_counts_on_its_first_day() -> None:
    event = {"id": "c0", "quantity": "5", "trigger": {"type": "VESTING_EVENT"}}
    terms = parse_terms(chain({"amount": quantity(10)}, root=event))
    for days in ([date(2027, 3, 1), date(2027, 2, 1)], [date(2027, 2, 1)] * 2):
        found = walk(terms, START, known_events(terms, [("c0", day) for day in days]))
        assert [each.date for each in found] == [date(2027, 2, 1), date(2027, 3, 1)]


def test_terms_may_take_as_many_steps_as_the_bound_and_not_one_more() -> None:
    # The start is a step too: it and MOST_STEPS - 1 days, in two halves.
    half, odd = divmod(MOST_STEPS - 1, 2)
    steps = [{"amount": portion(1, 10**6), "times": n} for n in (half, half + odd)]
    terms = chain(*steps)
    for condition in terms["vesting_conditions"][1:]:
        condition["trigger"]["period"] |= {"type": "DAYS", "length": 0}
        condition["trigger"]["period"].pop("day_of_month")
    assert len(walk(parse_terms(terms), START)) == MOST_STEPS - 1
    terms["vesting_conditions"][2]["trigger"]["period"]["occurrences"] += 1
    with pytest.raises(VestingError, match="'c2' goes on for longer than any grant"):
        walk(parse_terms(terms), START)
