from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from offerlab.core.month import Moment
from offerlab.core.offer import Offer
from offerlab.model.award import Award
from offerlab.model.granting import vests
from offerlab.model.ledger import Component
from offerlab.ocf import parse_terms
from tests.conftest import PUBLIC, assume
from tests.model.lines import totals, vest_lines, with_grant
from tests.ocf_terms import monthly

Read = Callable[[str], Offer]


def test_a_yearly_cash_award_is_paid_for_the_years_of_the_paper(read: Read) -> None:
    # $12,000 a year for two years, each in four quarters: $12,000 in years 1 and 2.
    grant = (
        "{kind: cash-award, annual_value: 12k, years: 2,"
        " vesting: {months: 12, every_months: 3}}"
    )
    found = totals(read(with_grant(PUBLIC, grant)))
    paid = [year.components[Component.CASH_AWARD] for year in found.years]
    assert paid == pytest.approx([12_000, 12_000, 0, 0])


def test_an_annual_value_is_converted_anew_each_year(read: Read) -> None:
    # $10,000 a year for two years at $100, stock grows 44% a year. Year one: 100
    # shares, a quarter each 3 months: 25 × 100 × 1.44^(3/12, 6/12, 9/12, 1).
    # Year two: converted at $144: floor(10,000 / 144) = 69 shares; floors of 17.25,
    # 34.5, 51.75, 69 give 17, 17, 17, 18, sold at 144 × 1.44^(...).
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2,"
        " vesting: {months: 12, every_months: 3}}"
    )
    found = vest_lines(read(with_grant(PUBLIC, grant)), "share_growth_rate=44%")
    assert [line.shares for line in found] == [25, 25, 25, 25, 17, 17, 17, 18]
    growth = [1.44 ** (k / 12) for k in (3, 6, 9, 12)]
    first = [25 * 100 * g for g in growth]
    second = [n * 144 * g for n, g in zip((17, 17, 17, 18), growth, strict=True)]
    assert [line.amount for line in found] == pytest.approx(first + second)
    assert {line.claim.granted_month for line in found if line.claim} == {0, 12}


def test_a_grant_of_an_annual_value_ends_with_the_years_of_the_paper(
    read: Read,
) -> None:
    grant = "{kind: rsu, annual_value: 10k, vesting: {months: 12, every_months: 3}}"
    found = totals(read(with_grant(PUBLIC, grant)))
    paid = [year.components[Component.EQUITY] for year in found.years]
    assert paid == pytest.approx([10_000, 0, 0, 0])


def test_an_annual_value_without_any_price_is_money_by_weight(read: Read) -> None:
    text = with_grant(
        PUBLIC.replace(", share_price: 100", ""),
        "{kind: rsu, annual_value: 10k, years: 2,"
        " vesting: {months: 12, every_months: 6}}",
    )
    flat = vest_lines(read(text))
    assert [line.amount for line in flat] == pytest.approx([5_000] * 4)
    assert {line.shares for line in flat} == {None}
    # It rides the stock only from its own day: month 18 is half a year after it.
    grown = vest_lines(read(text), "share_growth_rate=21%")
    assert grown[2].amount == pytest.approx(5_000 * 1.1)


def test_the_letters_conversion_price_is_that_of_the_first_year(read: Read) -> None:
    # $10,000 / $50 = 200 shares at $100 in year one; $10,000 / $100 = 100 in year two.
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2, conversion_price: 50,"
        " vesting: {months: 12, every_months: 12}}"
    )
    found = vest_lines(read(with_grant(PUBLIC, grant)))
    assert [line.shares for line in found] == [200, 100]


def test_a_trailing_average_converts_below_a_rising_price(read: Read) -> None:
    # Year two converts at the mean of the growth path over the 30 days before month
    # 12: each day d back is 100 × 1.21^((12 - d × 12 / 365.25) / 12).
    grant = (
        "{kind: rsu, annual_value: 1_000_000, years: 2, conversion: {rule: average,"
        " days: 30}, vesting: {months: 12, every_months: 12}}"
    )
    found = vest_lines(read(with_grant(PUBLIC, grant)), "share_growth_rate=21%")
    mean = sum(100 * 1.21 ** (1 - d / 365.25) for d in range(30)) / 30
    assert 120 < mean < 121
    assert [line.shares for line in found] == [10_000, int(1_000_000 / mean)]


def test_a_later_year_keeps_the_day_of_the_first(read: Read) -> None:
    # From 29 February 2028: the second year's quarters are on the 29th again.
    grant = (
        "{kind: rsu, annual_value: 12k, years: 2,"
        " vesting: {months: 12, every_months: 3}}"
    )
    text = PUBLIC.replace("2027-02-01", "2028-02-29")
    days = [str(line.date) for line in vest_lines(read(with_grant(text, grant)))]
    assert days == [
        "2028-05-29", "2028-08-29", "2028-11-29", "2029-02-28",
        "2029-05-29", "2029-08-29", "2029-11-29", "2030-02-28",
    ]  # fmt: skip


def test_two_days_of_one_month_stay_two_vests(read: Read) -> None:
    # Granted on the 10th and the 20th of February 2027, start on the 1st: what vests
    # a year later is of month 13 both times, and of two days. $10,000 at $100 is 100
    # shares each.
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2,"
        " grant_dates: [2027-02-10, 2027-02-20],"
        " vesting: {months: 12, every_months: 12}}"
    )
    offer = read(with_grant(PUBLIC, grant))
    found = vests(offer, (offer.equity or ())[0], assume())
    assert [(v.month, str(v.tranche.date), v.tranche.shares) for v in found] == [
        (13, "2028-02-10", 100),
        (13, "2028-02-20", 100),
    ]
    assert [v.tranche.cumulative for v in found] == [100, 200]


def test_an_average_before_the_start_does_not_wait_for_the_grant(read: Read) -> None:
    # Granted after a year, converted by the 30 days before the first day: the price is
    # flat before it, so 1,000,000 / 100; by the day of the grant it would be fewer.
    grant = (
        "{kind: rsu, value: 1_000_000, granted_month: 12, conversion: {rule: average,"
        " days: 30, before: %s}, vesting: {months: 12, every_months: 12}}"
    )
    start, day = (
        vest_lines(read(with_grant(PUBLIC, grant % name)), "share_growth_rate=21%")
        for name in ("start", "grant")
    )
    assert [line.shares for line in start] == [10_000]
    mean = sum(100 * 1.21 ** (1 - d / 365.25) for d in range(30)) / 30
    assert [line.shares for line in day] == [int(1_000_000 / mean)]


@pytest.mark.parametrize(
    ("grant", "held_from"),
    [
        ("", 0),  # granted on day 0
        # Granted on a month's last day: who leaves on that day does not have it.
        ("granted_month: 6, ", 7),
        ("grant_date: 2027-08-01, ", 7),
        # 2027-07-20 is in month 6, which ends on 2027-08-01.
        ("grant_date: 2027-07-20, ", 6),
    ],
)
def test_a_grant_is_held_from_the_month_end_after_its_day(
    read: Read, grant: str, held_from: int
) -> None:
    yearly = "{months: 48, every_months: 12}"
    text = f"{{kind: rsu, shares: 400, {grant}vesting: {yearly}}}"
    for paper in (PUBLIC, PUBLIC.replace("start_date: 2027-02-01\n", "")):
        if "grant_date" in grant and paper is not PUBLIC:
            continue  # a day needs the first day
        lines = vest_lines(read(with_grant(paper, text)))
        assert {line.held_from for line in lines} == {held_from}


@pytest.mark.parametrize(("last", "shares"), [("2029-01-31", 100), ("2029-02-01", 200)])
def test_nothing_vests_after_the_last_day_of_a_term(
    read: Read, last: str, shares: int
) -> None:
    # A quarter of 400 on 2028-02-01, and another on 2029-02-01.
    grant = "{kind: rsu, shares: 400, vesting: {months: 48, every_months: 12}}"
    paper = PUBLIC.replace("base_salary", f"end_date: {last}\nbase_salary")
    lines = vest_lines(read(with_grant(paper, grant)))
    assert sum(line.shares or 0 for line in lines) == shares


@pytest.mark.parametrize(
    ("size", "payout", "amount"),
    [
        ("shares: 401", "50%", 20_000),  # 200.5 units are 200 whole ones at $100
        ("shares: 401", "150%", 60_100),
        ("shares: 401", "0", 0),
        ("value: 9_000", "50%", 4_500),
    ],
)
def test_performance_units_at_the_payout_that_is_assumed(
    read: Read, size: str, payout: str, amount: float
) -> None:
    grant = f"{{kind: psu, {size}, vesting: {{months: 48, every_months: 12}}}}"
    offer = read(with_grant(PUBLIC, grant))
    lines = vest_lines(offer, f"psu_payout={payout}")
    assert sum(line.amount for line in lines) == pytest.approx(amount)
    assert {line.basis for line in lines} <= {"assumption"}


def test_units_of_unknown_number_are_paid_as_money(read: Read) -> None:
    # Without a price 9,000 stay money by weight: half of it.
    grant = "{kind: psu, value: 9_000, vesting: {months: 48, every_months: 12}}"
    unpriced = PUBLIC.replace(", share_price: 100", "")
    lines = vest_lines(read(with_grant(unpriced, grant)), "psu_payout=50%")
    assert sum(line.amount for line in lines) == pytest.approx(4_500)


UNDATED = PUBLIC.replace("start_date: 2027-02-01\n", "")


@pytest.mark.parametrize(
    ("grant", "months"),
    [
        # A yearly grant vests from its own day.
        ("annual_value: 10k, years: 2, vesting: {months: 12, every_months: 6}",
         [6, 12, 18, 24]),
        # One that is only made later vests from the first day: what is due before it
        # vests with it.
        ("shares: 400, granted_month: 6, vesting: {months: 12, every_months: 3}",
         [6, 6, 9, 12]),
    ],
)  # fmt: skip
def test_months_of_employment_without_a_start_date(
    read: Read, grant: str, months: list[int]
) -> None:
    lines = vest_lines(read(with_grant(UNDATED, f"{{kind: rsu, {grant}}}")))
    assert [line.month for line in lines] == months


@pytest.mark.parametrize(
    ("grant", "days"),
    [
        # Listed days: a vesting start is that of the first one alone.
        (
            "grant_dates: [2027-02-10, 2028-02-10], vesting_start: 2027-02-01",
            ["2028-02-01", "2029-02-10"],
        ),
        ("grant_date: 2027-03-15", ["2028-03-15", "2029-03-15"]),
        (
            "grant_date: 2027-03-15, vesting_start: 2027-03-01",
            ["2028-03-01", "2029-03-01"],
        ),
    ],
)
def test_a_yearly_grant_vests_from_its_own_vesting_start(
    read: Read, grant: str, days: list[str]
) -> None:
    text = (
        f"{{kind: rsu, annual_value: 10k, years: 2, {grant},"
        " vesting: {months: 12, every_months: 12}}"
    )
    lines = vest_lines(read(with_grant(PUBLIC, text)))
    assert [str(line.date) for line in lines] == days


def test_awards_that_vest_on_one_day_are_one_vest(read: Read) -> None:
    # 100 shares a year for two years, each in two halves: 50, 50 + 50, 50; each is a
    # quarter of the two together.
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2,"
        " vesting: {months: 24, every_months: 12}}"
    )
    offer = read(with_grant(PUBLIC, grant))
    found = vests(offer, (offer.equity or ())[0], assume())
    assert [(v.month, v.tranche.shares, v.tranche.cumulative) for v in found] == [
        (12, 50, 50),
        (24, 100, 150),
        (36, 50, 200),
    ]
    quarter = Fraction(1, 4)
    assert [v.tranche.share for v in found] == [quarter, 2 * quarter, quarter]
    assert [v.tranche.month for v in found] == [12, 24, 24]
    # Without a price nobody knows how many they are.
    offer = read(with_grant(PUBLIC.replace(", share_price: 100", ""), grant))
    found = vests(offer, (offer.equity or ())[0], assume())
    assert {(v.tranche.shares, v.tranche.cumulative) for v in found} == {(None, None)}


def test_a_claim_knows_the_day_of_its_grant_and_of_its_strike(read: Read) -> None:
    grant = (
        "{kind: nso, shares: 400, strike: at-grant, grant_date: 2027-03-15,"
        " vesting: {months: 48, every_months: 12}}"
    )
    claims = [line.claim for line in vest_lines(read(with_grant(PUBLIC, grant)))]
    assert {(str(c.granted_on), c.own_day) for c in claims if c} == {
        ("2027-03-15", True)
    }


@pytest.mark.parametrize(("paper", "held"), [(PUBLIC, 6), (UNDATED, 7)])
def test_only_a_day_within_the_month_is_held_at_its_end(
    read: Read, paper: str, held: int
) -> None:
    # 2027-07-20 is in month 6; without a first day the month's end is as late.
    offer = read(with_grant(paper, "{kind: rsu, shares: 4, vesting: lyft-4yr}"))
    (grant,) = offer.equity or ()
    day = date(2027, 7, 20) if paper is PUBLIC else None
    award = Award(grant, Component.EQUITY, 4, None, Moment(6, day))
    assert award.held_from(offer) == held


def test_what_vests_at_once_vests_on_day_0(read: Read) -> None:
    grant = "{kind: rsu, shares: 400, vesting: {months: 48, every_months: 12}}"
    offer = read(with_grant(UNDATED, grant))
    (given,) = offer.equity or ()
    now = parse_terms(
        monthly(trigger={"type": "VESTING_START_DATE"}, portion=None, quantity="10")
    )
    conditions = tuple(c for c in now.conditions if c.id == "vest")
    at_once = replace(given, vesting=replace(now, conditions=conditions))
    award = Award(at_once, Component.EQUITY, 10, None)
    assert [vest.month for vest in award.vests(offer)] == [0]
