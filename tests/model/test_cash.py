from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from tests.conftest import PUBLIC, assume

Read = Callable[[str], Offer]
CASH = PUBLIC.partition("equity:")[0]


def lines(offer: Offer, component: Component, *settings: str) -> list[Line]:
    ledger = build_ledger(offer, assume(settings=settings))
    return [line for line in ledger if line.component is component]


def test_base_is_paid_monthly_a_twelfth_each_month(read: Read) -> None:
    paid = lines(read(CASH), Component.BASE_SALARY)
    assert [line.month for line in paid] == list(range(1, 49))
    assert paid[0].amount == 145_000 / 12
    assert [str(line.date) for line in paid[:2]] == ["2027-03-01", "2027-04-01"]
    assert {(line.certainty, line.recurring) for line in paid} == {
        (Certainty.GUARANTEED, True)
    }


def test_months_are_counted_from_the_start_and_clamped(read: Read) -> None:
    paid = lines(read(CASH.replace("2027-02-01", "2027-01-31")), Component.BASE_SALARY)
    assert [str(line.date) for line in paid[:3]] == [
        "2027-02-28",
        "2027-03-31",
        "2027-04-30",
    ]


def test_a_raise_applies_at_each_anniversary(read: Read) -> None:
    # 145,000 × 1.03 = 149,350; × 1.03² = 153,830.5; × 1.03³ = 158,445.415
    ledger = build_ledger(read(CASH), assume(settings=["raise_rate=3%"]))
    years = [year.total for year in summarize(ledger).years]
    assert years == pytest.approx([145_000, 149_350, 153_830.5, 158_445.415])


def test_a_bonus_is_whole_in_the_year_in_which_it_is_earned(read: Read) -> None:
    paid = lines(
        read(CASH + "target_bonus: 10%\n"),
        Component.TARGET_BONUS,
        "raise_rate=10%",
        "bonus_payout=0.5",
    )
    # 10% of 145,000, 159,500, 175,450, 192,995, each half paid out.
    assert [line.amount for line in paid] == pytest.approx(
        [7_250, 7_975, 8_772.5, 9_649.75]
    )
    assert [line.month for line in paid] == [12, 24, 36, 48]
    assert {line.certainty for line in paid} == {Certainty.TARGET}


def test_an_amount_does_not_follow_base(read: Read) -> None:
    paid = lines(
        read(CASH + "target_bonus: 20k\n"), Component.TARGET_BONUS, "raise_rate=10%"
    )
    assert [line.amount for line in paid] == [20_000] * 4


def test_a_guaranteed_first_year_ignores_the_payout(read: Read) -> None:
    text = CASH + "target_bonus: {target: 20k, guaranteed_first_year: true}\n"
    paid = lines(read(text), Component.TARGET_BONUS, "bonus_payout=0.5")
    assert [line.amount for line in paid] == [20_000, 10_000, 10_000, 10_000]
    assert paid[0].certainty is Certainty.GUARANTEED
    assert not paid[0].recurring


def test_a_bonus_with_a_month_is_prorated_by_days_and_paid_the_year_after(
    read: Read,
) -> None:
    # From 2027-02-01: 334 of 365 days of 2027, paid on 2028-03-31; whole years then.
    # The bonus for 2030 would be paid on 2031-03-31, after the four years end on
    # 2031-02-01: it is not counted.
    text = CASH + "target_bonus: {target: 36_500, paid_in_month: 3}\n"
    paid = lines(read(text), Component.TARGET_BONUS)
    assert [str(line.date) for line in paid] == [
        "2028-03-31",
        "2029-03-31",
        "2030-03-31",
    ]
    assert [line.amount for line in paid] == pytest.approx([33_400, 36_500, 36_500])
    assert [line.month for line in paid] == [14, 26, 38]


def test_a_calendar_bonus_in_percent_follows_base_after_raises(read: Read) -> None:
    # 2028 has 366 days: 31 at the first base, 335 at the second.
    # 10% × (145,000 × 31 + 159,500 × 335) / 366 = 15,827.1858
    text = CASH + "target_bonus: {target: 10%, paid_in_month: 3}\n"
    paid = lines(read(text), Component.TARGET_BONUS, "raise_rate=10%")
    assert paid[1].amount == pytest.approx(15_827.1858, abs=0.0001)


def test_payments_are_dated_by_their_month(read: Read) -> None:
    text = CASH + "sign_on:\n  - {amount: 30k}\n  - {amount: 20k, paid_month: 13}\n"
    paid = lines(read(text + "relocation: 5k\n"), Component.SIGN_ON)
    assert [(line.month, line.year) for line in paid] == [(1, 1), (13, 2)]
    assert not any(line.recurring for line in paid)


def test_without_a_start_date_months_are_given_and_dates_are_not(read: Read) -> None:
    ledger = build_ledger(read(CASH.replace("start_date: 2027-02-01\n", "")), assume())
    assert {line.date for line in ledger} == {None}
    assert summarize(ledger).years[0].begins is None
    assert summarize(ledger).total == pytest.approx(580_000)


def test_a_block_keeps_its_own_basis(read: Read) -> None:
    text = CASH + "sign_on: {amount: 30k, basis: verbal}\n"
    ledger = build_ledger(read(text), assume())
    assert {line.basis for line in ledger if line.component == "sign_on"} == {"verbal"}
    assert {line.basis for line in ledger if line.component == "base_salary"} == {
        "letter"
    }


def test_an_assumed_raise_is_not_guaranteed(read: Read) -> None:
    paid = lines(read(CASH), Component.BASE_SALARY, "raise_rate=10%")
    guaranteed = [line for line in paid if line.certainty is Certainty.GUARANTEED]
    assumed = [line for line in paid if line.certainty is Certainty.DISCRETIONARY]
    assert sum(line.amount for line in guaranteed) == pytest.approx(4 * 145_000)
    # 14,500 + 30,450 + 47,995
    assert sum(line.amount for line in assumed) == pytest.approx(92_945)
    assert {line.basis for line in assumed} == {"assumption"}


def test_a_payout_is_an_assumption(read: Read) -> None:
    text = CASH + "target_bonus: 10%\n"
    paid = lines(read(text), Component.TARGET_BONUS, "bonus_payout=0.5")
    assert {line.basis for line in paid} == {"assumption"}


def test_a_payment_is_a_guaranteed_supplemental_wage(read: Read) -> None:
    text = CASH + "sign_on: {amount: 20k, paid_month: 13}\n"
    (line,) = lines(read(text), Component.SIGN_ON)
    assert str(line.date) == "2028-03-01"
    assert (line.certainty, line.tax_kind) == (
        Certainty.GUARANTEED, TaxKind.SUPPLEMENTAL,
    )  # fmt: skip
    assert line.recurring is False


def test_a_fixed_term_pays_its_broken_month_and_nothing_after(read: Read) -> None:
    # 2027-02-01 to 2027-08-16: six months, and 15 of the 31 days of August, paid on
    # the last day. The sign-on of month 7 is after it.
    text = CASH.replace("base_salary", "end_date: 2027-08-16\nbase_salary")
    text += "sign_on:\n  - {amount: 30k}\n  - {amount: 20k, paid_month: 7}\n"
    offer = read(text)
    base = lines(offer, Component.BASE_SALARY)
    assert base[-1].amount == pytest.approx(145_000 / 12 * 15 / 31)
    assert [str(line.date) for line in base[-2:]] == ["2027-08-01", "2027-08-16"]
    assert [line.amount for line in lines(offer, Component.SIGN_ON)] == [30_000]


def test_a_raise_follows_a_broken_last_month(read: Read) -> None:
    # Month 13 is February 2028, 29 days, of which 15: 14,500 / 12 × 15 / 29.
    text = CASH.replace("base_salary", "end_date: 2028-02-16\nbase_salary")
    paid = lines(read(text), Component.BASE_SALARY, "raise_rate=10%")
    assert paid[-1].basis == "assumption"
    assert paid[-1].amount == pytest.approx(14_500 / 12 * 15 / 29)
