from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from tests.conftest import PUBLIC, assume
from tests.model.lines import by_year, with_benefits

Read = Callable[[str], Offer]


def test_benefits_stand_beside_and_in_no_total(read: Read) -> None:
    found = with_benefits(read, "hsa: 1_000, stipends: 1_200, health_premium: 1_800")
    assert found.years[0].benefits == pytest.approx(
        {"hsa": 1_000, "stipends": 1_200, "health_premium": -1_800}
    )
    assert found.years[0].benefit_total == pytest.approx(400)
    plain = summarize(build_ledger(read(PUBLIC), assume()))
    assert found.total == plain.total
    assert found.headlines == plain.headlines


def test_a_match_is_a_rate_of_the_first_part_of_base(read: Read) -> None:
    # 50% of the first 6% of $145,000: 0.5 × 8,700 = $4,350 a year.
    found = with_benefits(read, "retirement_match: {rate: 50%, up_to: 6%}")
    assert by_year(found, "employer_match") == pytest.approx([4_350] * 4)
    # Who puts in 4% gets 50% of 4%: $2,900.
    less = with_benefits(
        read, "retirement_match: {rate: 50%, up_to: 6%}", "retirement_contribution=4%"
    )
    assert by_year(less, "employer_match") == pytest.approx([2_900] * 4)


def test_a_match_vests_on_its_own_schedule(read: Read) -> None:
    # $4,350 a year, 20% of all of it vests with each year: at the end of year k,
    # k × 4,350 × k × 20%: 870, 3,480, 7,830, 13,920. What comes: 870, 2,610, ...
    match = "retirement_match: {rate: 50%, up_to: 6%, vesting: %s}"
    graded = with_benefits(read, match.replace("%s", "{yearly: [20, 20, 20, 20, 20]}"))
    assert by_year(graded, "employer_match") == pytest.approx(
        [870, 2_610, 4_350, 6_090]
    )
    # A cliff of three years: all of 13,050 at its end, then as it comes.
    cliff = "{months: 36, every_months: 36}"
    found = with_benefits(read, match.replace("%s", cliff))
    assert by_year(found, "employer_match") == pytest.approx([0, 0, 13_050, 4_350])


def test_the_law_limits_pay_and_deferrals_of_a_match(read: Read) -> None:
    # Base $400,000: pay counts to $360,000, and 6% of it, 21,600, is under 24,500:
    # 50% of 21,600 = $10,800. With a cap of 10%: 24,500 may be deferred: $12,250.
    rich = PUBLIC.replace("145_000", "400_000")
    found = with_benefits(read, "retirement_match: {rate: 50%, up_to: 6%}", text=rich)
    assert by_year(found, "employer_match")[0] == pytest.approx(10_800)
    found = with_benefits(read, "retirement_match: {rate: 50%, up_to: 10%}", text=rich)
    assert by_year(found, "employer_match")[0] == pytest.approx(12_250)


def test_a_match_whose_schedule_was_not_read_is_not_counted(read: Read) -> None:
    match = "retirement_match: {rate: 50%, up_to: 6%, vesting: {ocf: nowhere.json}}"
    found = with_benefits(read, f"{match}, hsa: 100")
    assert set(found.years[0].benefits) == {"hsa"}
    offer = read(f"{PUBLIC}benefits: {{{match}}}\n")
    reasons = {item.field: item.reason for item in not_counted(offer, assume())}
    assert "was not read" in reasons["benefits.retirement_match"]


def test_a_broken_last_month_pays_its_part_of_a_benefit(read: Read) -> None:
    # 2027-02-01 to 2027-08-16: six months of $100, and 15 of the 31 days of August.
    short = PUBLIC.replace("base_salary", "end_date: 2027-08-16\nbase_salary")
    found = with_benefits(read, "stipends: 1_200", text=short)
    assert by_year(found, "stipends")[0] == pytest.approx(600 + 100 * 15 / 31)
