from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.benefit import RetirementMatch
from offerlab.core.offer import Offer
from offerlab.model.benefits import benefit_lines, match_reason
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from offerlab.ocf import parse_terms
from tests.conftest import PUBLIC, assume
from tests.model.lines import by_year, with_benefits
from tests.ocf_terms import monthly, period

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


MOVE = "relocation: {amount: 5_000, kind: reimbursement, paid_month: %s%s}\n"


def beside(offer: Offer, *settings: str) -> list[Line]:
    return list(benefit_lines(offer, assume(settings=settings), 4))


def test_a_cost_that_is_paid_back_stands_beside_the_pay(read: Read) -> None:
    (line,) = beside(read(PUBLIC + MOVE % (13, ", basis: verbal")))
    assert (str(line.date), line.month) == ("2028-03-01", 13)
    assert (line.component, line.item) == (Component.BENEFIT, "relocation")
    assert (line.amount, line.recurring, line.basis) == (5_000, False, "verbal")


def test_a_cost_after_the_last_day_is_not_paid_back(read: Read) -> None:
    short = PUBLIC.replace("base_salary", "end_date: 2027-08-16\nbase_salary")
    assert beside(read(short + MOVE % (7, ""))) == []
    assert len(beside(read(short + MOVE % (6, "")))) == 1
    # Pay is no cost: a lump sum is not among the benefits.
    assert beside(read(PUBLIC + "relocation: 5_000\n")) == []


def test_a_benefit_is_guaranteed_untaxed_and_comes_back_each_month(read: Read) -> None:
    match = "retirement_match: {rate: 50%, up_to: 6%}"
    lines = beside(read(f"{PUBLIC}benefits: {{hsa: 1_200, {match}}}\n"))
    assert len(lines) == 2 * 48
    assert {str(line.date) for line in lines if line.month == 1} == {"2027-03-01"}
    assert {
        (line.certainty, line.tax_kind, line.recurring, line.basis) for line in lines
    } == {(Certainty.GUARANTEED, TaxKind.UNTAXED, True, "letter")}


def test_a_match_follows_a_broken_last_month(read: Read) -> None:
    # $4,350 a year, 362.50 a month: six months, and 15 of the 31 days of August.
    short = PUBLIC.replace("base_salary", "end_date: 2027-08-16\nbase_salary")
    match = "retirement_match: {rate: 50%, up_to: 6%}"
    found = with_benefits(read, match, text=short)
    assert by_year(found, "employer_match")[0] == pytest.approx(362.50 * (6 + 15 / 31))


def test_a_match_has_a_limit_of_its_own(read: Read) -> None:
    # 50% of the first 6% of $145,000 is $4,350; the employer pays at most $3,000.
    match = "retirement_match: {rate: 50%, up_to: 6%, max: 3_000}"
    assert by_year(with_benefits(read, match), "employer_match") == pytest.approx(
        [3_000] * 4
    )


def test_a_vested_match_that_adds_nothing_gives_no_line(read: Read) -> None:
    match = "{rate: 50%, up_to: 6%, vesting: {months: 36, every_months: 36}}"
    lines = beside(read(f"{PUBLIC}benefits: {{retirement_match: {match}}}\n"))
    assert [line.month for line in lines] == [36, *range(37, 49)]


def test_why_a_match_is_not_counted(read: Read) -> None:
    assert match_reason(RetirementMatch()) is None
    unread = RetirementMatch(vesting_told=False)
    assert match_reason(unread) == "its vesting schedule was not read"
    dated = monthly(**period(type="DAYS", length=30, day_of_month=None))
    words = "the vesting terms name dates or days and need a start date"
    assert match_reason(RetirementMatch(vesting=parse_terms(dated))) == words
