"""The `vesting:` key that names a file of Open Cap Format, and what does not fit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.vesting import tranches
from offerlab.ingest.offers import read_offers
from tests.conftest import PRIVATE, PUBLIC
from tests.ocf_terms import monthly, period

if TYPE_CHECKING:
    from offerlab.core.problem import Problem

Write = Callable[[str, str], Path]
THIRD = {"numerator": "1", "denominator": "3"}


def offer_with(write: Write, terms: Any, grant: str = "shares: 1000") -> Any:
    """Offers and problems of an offer whose grant vests by a file beside it."""
    write("terms.json", json.dumps(terms))
    text = PUBLIC.partition("equity:")[0]
    text += f"equity: {{kind: rsu, {grant}, vesting: {{ocf: terms.json}}}}\n"
    return read_offers([write("a.yaml", text)])


def message(problems: list[Problem]) -> str:
    return " ".join(map(str, problems))


def test_a_file_beside_the_offer_gives_the_terms(write: Write) -> None:
    (offer,), problems = offer_with(write, monthly())
    (grant,) = offer.equity
    assert problems == []
    assert grant.vesting_file == "terms.json"
    assert [t.shares for t in tranches(grant.vesting, 1000, None)] == [250] * 4
    assert grant.vesting.wording == "on the vesting terms 'monthly'"


def test_a_file_that_is_not_there_is_a_warning(write: Write) -> None:
    text = PUBLIC.replace("amazon-new-hire", "{ocf: nowhere.json}")
    (offer,), (problem,) = read_offers([write("a.yaml", text)])
    assert problem.severity == "warning"
    assert "there is no file" in problem.message
    assert (offer.equity or ())[0].vesting is None


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({**monthly(), "vesting_conditions": []}, "have no condition"),
        (monthly(portion=THIRD), "more than the grant"),
        (
            monthly(
                trigger={"type": "VESTING_SCHEDULE_ABSOLUTE", "date": "2020-01-01"},
                portion={"numerator": "1", "denominator": "1"},
            ),
            "the vesting start of 2027-02-01 is after every date of the terms",
        ),
    ],
)  # fmt: skip
def test_terms_that_do_not_fit_are_an_error(
    write: Write, terms: dict[str, Any], words: str
) -> None:
    offers, problems = offer_with(write, terms)
    assert offers == []
    assert words in message(problems)


def test_terms_that_vest_less_are_a_warning(write: Write) -> None:
    terms = monthly(portion={"numerator": "1", "denominator": "5"})
    offers, (problem,) = offer_with(write, terms)
    assert len(offers) == 1
    assert problem.severity == "warning"
    assert "vest 800 of 1,000 shares: less than the grant" in problem.message


def test_terms_that_wait_for_an_event_vest_nothing_yet(write: Write) -> None:
    from offerlab.model.not_counted import not_counted
    from tests.conftest import assume

    terms = monthly(trigger={"type": "VESTING_EVENT"})
    (offer,), _ = offer_with(write, terms)
    reasons = {item.field: item.reason for item in not_counted(offer, assume())}
    assert "wait for an event" in reasons["equity.1"]


def test_days_need_a_start_date(write: Write) -> None:
    from offerlab.model.not_counted import not_counted
    from tests.conftest import assume

    terms = monthly(**period(type="DAYS", day_of_month=None, length=30))
    write("terms.json", json.dumps(terms))
    text = PUBLIC.replace("amazon-new-hire", "{ocf: terms.json}")
    path = write("b.yaml", text.replace("start_date: 2027-02-01\n", ""))
    (offer,), _ = read_offers([path])
    reasons = {item.field: item.reason for item in not_counted(offer, assume())}
    assert "need a start date" in reasons["equity.1"]


@pytest.mark.parametrize(
    ("equity", "words"),
    [
        ("{kind: iso, strike: 0.9}", "this grant has no size, only a strike"),
        ("{kind: rsu, shares: -5}", "-5 is negative"),
        ("{kind: rsu, shares: 10.5}", "is not a whole number"),
        ("{kind: cash-award, shares: 10}", "a cash award is money"),
        ("{kind: rsu, shares: 10, years: 2}", "goes with 'annual_value' only"),
        ("{kind: rsu, shares: 10, threshold: 2}", "a threshold does not belong to"),
    ],
)  # fmt: skip
def test_a_grant_that_cannot_be_is_told(
    faults: Callable[[str], list[Problem]], equity: str, words: str
) -> None:
    text = PUBLIC.partition("equity:")[0] + f"equity: {equity}\n"
    assert words in message(faults(text))


def test_units_that_lapse_before_they_vest_are_told(
    faults: Callable[[str], list[Problem]],
) -> None:
    equity = (
        "{kind: double-trigger-rsu, shares: 48, vesting: snap-4yr, expires_months: 24}"
    )
    text = PUBLIC.partition("equity:")[0] + f"equity: {equity}\n"
    assert "lapses after 24 months, before all of it has vested" in message(
        faults(text)
    )


def test_a_vesting_start_needs_a_start_date(
    faults: Callable[[str], list[Problem]],
) -> None:
    text = PUBLIC.replace("start_date: 2027-02-01\n", "").replace(
        "vesting: amazon", "vesting_start: 2027-03-01, vesting: amazon"
    )
    assert "of no use without 'start_date'" in message(faults(text))


@pytest.mark.parametrize(
    ("refreshers", "words"),
    [
        (
            "[{annual_value: 10k}, {shares: 5}]",
            "2 definitions of refreshers are here; write one block",
        ),
        (
            "{annual_value: 10k, shares: 5}",
            "the refresher has 2 sizes (shares, annual_value)",
        ),
        ("{promised: true}", "its size is not given"),
    ],
)
def test_refreshers_that_cannot_be_are_told(
    faults: Callable[[str], list[Problem]], refreshers: str, words: str
) -> None:
    assert words in message(faults(f"{PUBLIC}refreshers: {refreshers}\n"))


@pytest.mark.parametrize(
    ("shares", "severity"), [(5_000_000, "warning"), (90_000_000, "error")]
)
def test_more_of_the_company_than_anybody_gets_is_told(
    faults: Callable[[str], list[Problem]], shares: int, severity: str
) -> None:
    # Of 50 million fully diluted shares: 10% and 180%.
    text = PRIVATE.replace("percent: 0.04", f"shares: {shares}")
    (problem,) = [p for p in faults(text) if "whole company" in p.message]
    assert problem.severity == severity


def test_refreshers_are_held_to_their_terms_too(write: Write) -> None:
    write("terms.json", json.dumps(monthly(portion=THIRD)))
    text = PUBLIC + "refreshers: {shares: 10, vesting: {ocf: terms.json}}\n"
    offers, problems = read_offers([write("a.yaml", text)])
    assert offers == []
    assert "a refresher: the terms vest" in message(problems)
