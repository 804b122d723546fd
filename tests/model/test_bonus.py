"""Bonuses, each with its sum; in cash with base: `test_cash`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.bonus import bonus_lines, unpaid_bonus
from offerlab.model.ledger import Certainty, Line, TaxKind
from tests.conftest import PUBLIC, assume

Read = Callable[[str], Offer]
CASH = PUBLIC.partition("equity:")[0]
CLOCK = "target_bonus: {target: 36_500, paid_in_month: 3}\n"
GUARANTEED = CLOCK.replace("}", ", guaranteed_first_year: true}")


def paid(offer: Offer, *settings: str, years: int = 4) -> list[Line]:
    return list(bonus_lines(offer, assume(settings=settings), years))


def test_a_target_is_a_supplemental_wage_of_the_letter(read: Read) -> None:
    first = paid(read(CASH + "target_bonus: 10%\n"))[0]
    assert str(first.date) == "2028-02-01"
    assert (first.certainty, first.tax_kind) == (
        Certainty.TARGET, TaxKind.SUPPLEMENTAL,
    )  # fmt: skip
    assert (first.recurring, first.basis) == (True, "letter")


def test_a_guarantee_rests_on_the_letter_whatever_is_assumed(read: Read) -> None:
    text = CASH + "target_bonus: {target: 20k, guaranteed_first_year: true}\n"
    found = paid(read(text), "bonus_payout=0.5")
    assert [line.basis for line in found] == ["letter"] + 3 * ["assumption"]


@pytest.mark.parametrize("clock", ["", "paid_in_month: 3, "])
def test_a_year_that_the_letter_leaves_out_pays_nothing(read: Read, clock: str) -> None:
    years = (
        f"[{{year: 1, {clock}amount: 36_500, guaranteed: true}},"
        f" {{year: 3, {clock}amount: 20_000}}]"
    )
    found = paid(read(f"{CASH}target_bonus: {years}\n"))
    assert [line.amount for line in found] == pytest.approx([36_500, 20_000])
    assert [line.month for line in found] == ([14, 38] if clock else [12, 36])


def test_a_bonus_is_not_paid_for_a_year_that_is_not_worked_to_its_end(
    read: Read,
) -> None:
    short = CASH + "end_date: 2028-12-31\ntarget_bonus: 20k\n"
    assert [line.month for line in paid(read(short))] == [12]


@pytest.mark.parametrize(
    ("last", "months"), [("2029-03-30", [14]), ("2029-03-31", [14, 26])]
)
def test_a_bonus_is_paid_to_somebody_who_is_still_there_on_its_day(
    read: Read, last: str, months: list[int]
) -> None:
    offer = read(f"{CASH}end_date: {last}\n{CLOCK}")
    assert [line.month for line in paid(offer)] == months


def test_the_last_day_of_a_leap_february_pays(read: Read) -> None:
    offer = read(CASH + CLOCK.replace("month: 3", "month: 2"))
    days = [str(line.date) for line in paid(offer)]
    assert days == ["2028-02-29", "2029-02-28", "2030-02-28"]


@pytest.mark.parametrize(
    ("text", "settings", "owed"),
    [
        # Four years end on 2031-02-01. The bonus of 2030 is paid after it: 36,500;
        # and 31 of the 365 days of 2031 are worked by then: 3,100.
        (CLOCK, (), 39_600),
        (CLOCK, ("bonus_payout=50%",), 19_800),
        # Paid in January, that of 2030 is within the four years.
        (CLOCK.replace("month: 3", "month: 1"), (), 3_100),
        # One year ends on 2028-02-01: the guarantee for 2027 is whole, and 31 of the
        # 366 days of 2028 are half paid: 36,500 × 31 / 366 / 2 = 1,545.77.
        (GUARANTEED, ("bonus_payout=50%", "horizon_years=1"), 38_045.77),
        ("target_bonus: 36_500\n", (), 0),
    ],
)
def test_what_is_earned_and_not_paid_by_the_horizon(
    read: Read, text: str, settings: tuple[str, ...], owed: float
) -> None:
    found = unpaid_bonus(read(CASH + text), assume(settings=settings))
    assert found == pytest.approx(owed, abs=0.01)


def test_a_day_of_a_new_calendar_year_earns_its_part(read: Read) -> None:
    # From 2027-01-02 four years end on 2031-01-02: all of 2030, and a day of 2031.
    offer = read(CASH.replace("2027-02-01", "2027-01-02") + CLOCK)
    assert unpaid_bonus(offer, assume()) == pytest.approx(36_600)


def test_a_guarantee_is_whole_though_its_calendar_year_is_not(read: Read) -> None:
    # 2027 is worked for 334 days, and its bonus is guaranteed whole.
    found = paid(read(CASH + GUARANTEED), "bonus_payout=50%")
    assert [line.amount for line in found] == pytest.approx([36_500, 18_250, 18_250])
