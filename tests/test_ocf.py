"""Vesting by Open Cap Format: the published vectors, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.core.allocation import Allocation
from offerlab.ocf import (
    Tranche,
    VestingError,
    parse_terms,
    terms_file,
    terms_json,
    vesting_schedule,
)
from tests.conftest import DATA
from tests.ocf_terms import monthly, period

VECTORS = json.loads((DATA / "ocf_vesting.json").read_text(encoding="utf-8"))
Dated = list[tuple[str, int | Fraction]]


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def vest(case: dict[str, Any]) -> Dated:
    found = vesting_schedule(
        case.get("vesting_terms"),
        case["total_quantity"],
        vesting_start=day(case.get("vesting_start_date")),
        grant_date=day(case.get("grant_date")),
        vesting_events=case.get("vesting_events", ()),
        vestings=case.get("vestings"),
    )
    return [(str(each.date), each.shares or 0) for each in found]


def dated(expected: list[dict[str, Any]]) -> Dated:
    return [
        (e["date"], Fraction(e["amount_exact"]) if "amount_exact" in e else e["amount"])
        for e in expected
    ]


def of_level(*levels: str) -> pytest.MarkDecorator:
    cases = [case for case in VECTORS if case["assert_level"] in levels]
    return pytest.mark.parametrize("case", cases, ids=[case["id"] for case in cases])


@of_level("exact", "policy")
def test_the_published_vectors_vest_to_the_share(case: dict[str, Any]) -> None:
    # Of the readings that a policy vector allows, ours is the first.
    assert vest(case) == dated(case.get("expected", []))


@of_level("invariants")
def test_loaded_tranches_of_unequal_size_lose_nothing(case: dict[str, Any]) -> None:
    found, wanted = vest(case), case["invariants"]
    assert [when for when, _ in found] == wanted["dates"]
    assert sum(shares for _, shares in found) == wanted["total"]
    for (_, shares), exact in zip(found, wanted["exact_amounts"], strict=True):
        assert isinstance(shares, int)
        assert shares >= floor(Fraction(exact))


@of_level("error")
def test_invalid_vectors_are_refused(case: dict[str, Any]) -> None:
    with pytest.raises(VestingError, match=r"cycle|no such condition"):
        vest(case)


def test_all_levels_of_the_vectors_are_run() -> None:
    levels = {case["assert_level"] for case in VECTORS}
    assert levels == {"exact", "policy", "invariants", "error"}
    assert len(VECTORS) == 83


@pytest.mark.parametrize("case", VECTORS, ids=[case["id"] for case in VECTORS])
def test_terms_are_written_back_as_they_were_read(case: dict[str, Any]) -> None:
    terms = case.get("vesting_terms")
    if terms is None or case["assert_level"] == "error":
        return
    assert terms_json(parse_terms(terms)) == terms


START = date(2027, 1, 31)
QUARTER = {"numerator": "1", "denominator": "4"}
ABSOLUTE = {"type": "VESTING_SCHEDULE_ABSOLUTE"}
EVENT = {"date": "2028-01-01"}
EVENT_CONDITION = {
    "portion": {"numerator": "1", "denominator": "1"},
    "trigger": {"type": "VESTING_EVENT"},
    "next_condition_ids": [],
}


def test_the_quantity_may_be_text_and_a_fraction_only_where_allowed() -> None:
    shares = [
        each.shares for each in vesting_schedule(monthly(), "18", vesting_start=START)
    ]
    assert shares == [4, 5, 4, 5]
    with pytest.raises(VestingError, match="not whole"):
        vesting_schedule(monthly(), "18.5", vesting_start=START)
    fractional = {**monthly(), "allocation_type": "FRACTIONAL"}
    # 18.5 / 4 = 4.625, kept as a fraction.
    found = vesting_schedule(fractional, "18.5", vesting_start=START)
    assert [each.shares for each in found] == [Fraction(37, 8)] * 4


def test_without_a_start_nothing_has_vested_yet() -> None:
    assert vesting_schedule(monthly(), 100) == []


def test_vestings_win_over_terms_and_are_added_up_by_date() -> None:
    vestings = [
        {"date": "2028-01-01", "amount": "40"},
        {"date": "2027-06-01", "amount": "30"},
        {"date": "2028-01-01", "amount": "30"},
    ]
    found = vesting_schedule(monthly(), 100, vesting_start=START, vestings=vestings)
    assert [(str(t.date), t.shares, t.cumulative) for t in found] == [
        ("2027-06-01", 30, 30),
        ("2028-01-01", 70, 100),
    ]


def test_a_grant_without_terms_is_vested_when_it_is_made() -> None:
    (only,) = vesting_schedule(None, 50, grant_date=date(2027, 3, 1))
    assert (only.date, only.shares) == (date(2027, 3, 1), 50)
    with pytest.raises(VestingError, match="none is given"):
        vesting_schedule(None, 50)


def test_the_earliest_of_two_records_of_an_event_counts() -> None:
    terms = monthly(trigger={"type": "VESTING_EVENT"})
    events = [
        {"vesting_condition_id": "vest", "date": "2028-05-01"},
        {"vesting_condition_id": "vest", "date": "2027-05-01"},
    ]
    (only,) = vesting_schedule(terms, 8, vesting_start=START, vesting_events=events)
    assert (str(only.date), only.shares) == ("2027-05-01", 2)


def test_a_condition_is_not_met_before_its_parent() -> None:
    # The event came first; its shares vest on the start that leads to it.
    terms = monthly(trigger={"type": "VESTING_EVENT"})
    events = [{"vesting_condition_id": "vest", "date": "2020-05-01"}]
    (only,) = vesting_schedule(terms, 8, vesting_start=START, vesting_events=events)
    assert only.date == START


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"portion": {"numerator": "1", "denominator": "0"}}, "denominator 0"),
        ({"portion": {"numerator": "5", "denominator": "4"}}, "more than the whole"),
        ({"portion": {"numerator": 0.25, "denominator": "1"}}, "not a number"),
        ({"portion": {"numerator": "-1", "denominator": "4"}}, "negative"),
        ({"portion": {**QUARTER, "remainder": 1}}, "remainder"),
        ({"quantity": "5"}, "'portion' or 'quantity', and not both"),
        ({"portion": None, "quantity": "-5"}, "negative"),
        ({"portion": None, "quantity": "2.5"}, "not whole"),
        ({"portion": None, "quantity": "5"}, "vest 20 of 18 shares: more than the"),
        ({"portion": {"numerator": "1", "denominator": "3"}}, "more than the grant"),
        ({"next_condition_ids": ["nobody"]}, "names 'nobody', and there is no such"),
        ({"next_condition_ids": ["start"]}, "cycle"),
        ({"next_condition_ids": None}, "a list belongs here"),
        ({"id": "start"}, "two vesting conditions have the id 'start'"),
        ({"id": ""}, "one line of text belongs here"),
        ({"trigger": {"type": "VESTING_SOMEHOW"}}, "not one of"),
        ({"trigger": {**ABSOLUTE, "date": "2027-02-30"}}, "no date"),
        ({"trigger": None}, "an object belongs here"),
        (period(type="YEARS"), "'YEARS', not one of DAYS, MONTHS"),
        (period(day_of_month=None), "day_of_month is nothing"),
        (period(day_of_month="32"), "day_of_month is '32'"),
        (period(type="DAYS"), "does not go with DAYS"),
        (period(length=-1), "whole number of 0 or more"),
        (period(occurrences=0), "whole number of 1 or more"),
        ({"portion": {"numerator": "1" * 19, "denominator": "1"}}, "not a number"),
        ({"portion": {**QUARTER, "numerator": 10**400}}, "a number that large"),
        ({"portion": {"numerator": "\u0661", "denominator": "4"}}, "not a number"),
        ({"portion": None, "quantity": [["5"]]}, "a list is not a number"),
        (period(occurrences=10**9), "longer than any grant"),
        (period(length=10**9), "longer than any grant"),
        (period(cliff_installment=-1), "whole number of 0 or more"),
        (period(cliff_installment="12"), "whole number of 0 or more"),
    ],
)  # fmt: skip
def test_terms_that_cannot_be_are_refused_with_the_place(
    changes: dict[str, Any], words: str
) -> None:
    terms = monthly(**changes)
    for condition in terms["vesting_conditions"]:
        if condition.get("portion", 0) is None:
            del condition["portion"]
    with pytest.raises(VestingError, match=words):
        vesting_schedule(terms, 18, vesting_start=START)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({**monthly(), "vesting_conditions": []}, "have no condition"),
        ({**monthly(), "allocation_type": "ROUND"}, "not one of CUMULATIVE_ROUNDING"),
        ({**monthly(), "object_type": "STOCK_PLAN"}, "not VESTING_TERMS"),
        ([], "an object belongs here"),
        ({**monthly(), "comments": 5}, "a list belongs here"),
        ({**monthly(), "comments": [5]}, "one line of text belongs here"),
        (
            {**monthly(), "vesting_conditions": monthly()["vesting_conditions"] * 1001},
            "2,002 conditions, and at most 2,000 are read",
        ),
    ],
)
def test_terms_of_another_shape_are_refused(terms: Any, words: str) -> None:
    with pytest.raises(VestingError, match=words):
        vesting_schedule(terms, 18, vesting_start=START)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"quantity": -1}, "is negative"),
        ({"quantity": "many"}, "not a number"),
        ({"quantity": 1.5}, "not a number"),
        (
            {"vesting_events": [{**EVENT, "vesting_condition_id": "ipo"}]},
            "names the condition 'ipo', and the terms have only 'start', 'vest'",
        ),
        (
            {
                "vesting_events": [
                    {"vesting_condition_id": "vest", "date": "2028-01-01"}
                ]
            },
            "met by the calendar",
        ),
        ({"vestings": [{"date": "2028-01-01", "amount": "19"}]}, "more than the grant"),
        ({"vestings": [{"date": "2028-01-01", "amount": "-1"}]}, "negative"),
        ({"vestings": [{"date": "soon", "amount": "1"}]}, "not a date"),
        ({"vestings": [None]}, "a list of objects belongs here"),
        ({"vesting_events": 5}, "a list of objects belongs here"),
        ({"vesting_events": {"date": "2028-01-01"}}, "a list of objects belongs here"),
        ({"vesting_start": "2027-01-31"}, "is not a date"),
        ({"quantity": 10**5000}, "a number that large"),
    ],
)
def test_a_grant_that_cannot_be_is_refused(more: dict[str, Any], words: str) -> None:
    arguments = {"quantity": 18, "vesting_start": START, **more}
    with pytest.raises(VestingError, match=words):
        vesting_schedule(monthly(), **arguments)


def test_comments_and_descriptions_stay() -> None:
    terms = {**monthly(), "comments": ["mine"]}
    terms["vesting_conditions"][1]["description"] = "each month"
    found = terms_json(parse_terms(terms))
    assert found["comments"] == ["mine"]
    assert found["vesting_conditions"][1]["description"] == "each month"


def test_keys_that_the_format_does_not_know_are_refused() -> None:
    with pytest.raises(VestingError, match="no key 'valuation_id' here"):
        parse_terms({**monthly(), "valuation_id": "v"})
    terms = monthly()
    terms["vesting_conditions"][1]["cliff_length"] = 3
    with pytest.raises(VestingError, match="no key 'cliff_length' here"):
        parse_terms(terms)


def test_the_rounding_of_decimals_is_less_than_a_share_and_no_fault() -> None:
    # 4 × 25.0000000001% of 1,000 is a hair over 1,000; 4 × 25.1% is 1,004.
    hair = {"numerator": "25.0000000001", "denominator": "100"}
    for kind in Allocation:
        terms = {**monthly(portion=hair), "allocation_type": str(kind)}
        found = vesting_schedule(terms, 1000, vesting_start=START)
        assert found[-1].cumulative == 1000
    much = monthly(portion={"numerator": "25.1", "denominator": "100"})
    with pytest.raises(VestingError, match=r"vest 1,004 of 1,000 shares"):
        vesting_schedule(much, 1000, vesting_start=START)


def test_the_day_of_a_recorded_start_is_kept() -> None:
    # The start is recorded as an event: 31 January, then the last days of months.
    events = [{"vesting_condition_id": "start", "date": "2025-01-31"}]
    found = vesting_schedule(monthly(), 8, vesting_events=events)
    assert [str(t.date)[5:] for t in found] == ["02-28", "03-31", "04-30", "05-31"]


def test_what_counts_from_itself_is_a_cycle_and_from_a_later_one_is_never_met() -> None:
    itself = period()
    itself["trigger"]["relative_to_condition_id"] = "vest"
    with pytest.raises(VestingError, match="cycle"):
        vesting_schedule(monthly(**itself), 8, vesting_start=START)
    later = period()
    later["trigger"]["relative_to_condition_id"] = "ipo"
    terms = monthly(**later, next_condition_ids=["ipo"])
    ipo = {**EVENT_CONDITION, "id": "ipo"}
    terms["vesting_conditions"].append(ipo)
    terms["vesting_conditions"][0]["next_condition_ids"] = ["vest", "ipo"]
    events = [{"vesting_condition_id": "ipo", "date": "2028-05-01"}]
    (only,) = vesting_schedule(terms, 8, vesting_start=START, vesting_events=events)
    assert (str(only.date), only.shares) == ("2028-05-01", 8)


def test_a_rival_that_is_never_met_does_not_matter() -> None:
    terms = monthly(**period(length=100_000))
    sale = {**EVENT_CONDITION, "id": "sale", "trigger": {**ABSOLUTE, **EVENT}}
    terms["vesting_conditions"].append(sale)
    terms["vesting_conditions"][0]["next_condition_ids"] = ["vest", "sale"]
    (only,) = vesting_schedule(terms, 8, vesting_start=START)
    assert (str(only.date), only.shares) == ("2028-01-01", 8)


def test_numbers_are_written_back_exactly() -> None:
    for text in ("1556795.00004", "4166666.6666666667", "9007199254740993.5"):
        terms = monthly(portion={"numerator": text, "denominator": "1" + "0" * 17})
        assert terms_json(parse_terms(terms)) == terms


def test_a_portion_keeps_its_numbers() -> None:
    terms = monthly(portion={"numerator": "2.5", "denominator": "100"})
    (item,) = terms_file([parse_terms(terms)])["items"]
    portion = item["vesting_conditions"][1]["portion"]
    assert portion == {"numerator": "2.5", "denominator": "100"}
    twelfths = monthly(portion={"numerator": "12", "denominator": "48"})
    assert terms_json(parse_terms(twelfths)) == twelfths


@given(
    st.integers(0, 10**7),
    st.sampled_from(list(Allocation)),
    st.integers(1, 60),
    st.integers(0, 70),
    st.dates(date(1999, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["01", "28", "31_OR_LAST_DAY_OF_MONTH", None]),
)
def test_whatever_the_cliff_everything_vests_once(
    quantity: int, kind: Allocation, steps: int, cliff: int, start: date, rule: str
) -> None:
    """A cliff installment, also one past the last step, delays and loses nothing."""
    changes: dict[str, Any] = {"occurrences": steps, "cliff_installment": cliff}
    if rule:
        changes["day_of_month"] = rule
    terms = monthly(
        portion={"numerator": "1", "denominator": str(steps)}, **period(**changes)
    )
    terms["allocation_type"] = str(kind)
    found = vesting_schedule(terms, quantity, vesting_start=start)
    assert sum(each.shares or 0 for each in found) == quantity
    assert all((each.shares or 0) > 0 for each in found)
    days = [each.date for each in found if each.date]
    assert days == sorted(set(days))


def by(found: list[Tranche], when: date | None) -> int | Fraction:
    """Shares vested up to and including a day."""
    days = [each for each in found if each.date and when and each.date <= when]
    return days[-1].cumulative or 0 if days else 0


@given(
    st.integers(0, 10**6),
    st.sampled_from(list(Allocation)),
    st.integers(2, 48),
    st.integers(2, 48),
)
def test_from_the_cliff_on_the_same_has_vested_as_without_it(
    quantity: int, kind: Allocation, steps: int, cliff: int
) -> None:
    part = {"numerator": "1", "denominator": str(steps)}

    def terms(allocation: Allocation, **changes: Any) -> dict[str, Any]:
        found = monthly(portion=part, **period(occurrences=steps, **changes))
        return {**found, "allocation_type": str(allocation)}

    every = vesting_schedule(terms(Allocation.FRACTIONAL), 1, vesting_start=START)
    plain = vesting_schedule(terms(kind), quantity, vesting_start=START)
    late = vesting_schedule(
        terms(kind, cliff_installment=cliff), quantity, vesting_start=START
    )
    for step, each in enumerate(every, start=1):
        reached = step >= min(cliff, steps)
        assert by(late, each.date) == (by(plain, each.date) if reached else 0)
