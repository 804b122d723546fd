from __future__ import annotations

from fractions import Fraction

import pytest

from offerlab.core.schedule import (
    Installment,
    ScheduleError,
    VestingSchedule,
    even_schedule,
    yearly_schedule,
)
from offerlab.core.vesting import tranches
from offerlab.errors import OfferlabError


def weights(*numbers: int | str) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


def test_a_year_not_named_vests_once_at_its_end() -> None:
    schedule = yearly_schedule(weights(5, 15, 40, 40), {3: 6, 4: 6})
    dated = [(part.month, part.share) for part in schedule.installments]
    fifth = Fraction(1, 5)
    assert dated == [
        (12, Fraction(1, 20)),
        (24, Fraction(3, 20)),
        (30, fifth),
        (36, fifth),
        (42, fifth),
        (48, fifth),
    ]


def test_thirds_are_exact() -> None:
    schedule = yearly_schedule(weights("100/3", "100/3", "100/3"), 1)
    assert sum(part.share for part in schedule.installments) == 1


@pytest.mark.parametrize(
    ("split", "words"),
    [
        (
            weights(25, 25, 25, 24),
            "the weights 25/25/25/24 add up to 99, not to 100",
        ),
        (
            weights(25, 50, 75, 100),
            "25/50/75/100 looks cumulative; write what vests in each year: 25/25/25/25",
        ),
        (
            weights(5, 20, 60, 100),
            "5/20/60/100 looks cumulative; write what vests in each year: 5/15/40/40",
        ),
        (weights(-10, 110), "a yearly weight is negative"),
    ],
)
def test_impossible_weights_are_explained(split: list[Fraction], words: str) -> None:
    with pytest.raises(ScheduleError, match=f"^{words}$"):
        yearly_schedule(split)


def test_increasing_weights_that_add_up_are_not_cumulative() -> None:
    assert yearly_schedule(weights(10, 20, 30, 40)).months == 48


@pytest.mark.parametrize(
    ("months", "every", "cliff", "words"),
    [
        (48, 5, 0, "not a multiple"),
        (48, 3, 4, "cliff of 4 months does not fit"),
        (12, 1, 24, "cliff of 24 months does not fit"),
        (48, 0, 0, "^months and cadence are 1 or more, a cliff 0 or more$"),
        (48, 12, -12, "a cliff 0 or more$"),
    ],
)
def test_months_and_cliff_are_multiples_of_the_cadence(
    months: int, every: int, cliff: int, words: str
) -> None:
    with pytest.raises(ScheduleError, match=words):
        even_schedule(months, every, cliff)


def test_a_cadence_must_divide_the_year() -> None:
    with pytest.raises(ScheduleError, match="does not divide a year"):
        yearly_schedule(weights(50, 50), 5)


def test_a_cliff_must_be_a_vesting_date() -> None:
    with pytest.raises(ScheduleError, match="not one of the vesting dates"):
        yearly_schedule(weights(50, 50), 12, 6)


def test_parts_must_add_up_to_one() -> None:
    with pytest.raises(ScheduleError, match=r"add up to 0\.5"):
        VestingSchedule((Installment(12, Fraction(1, 2)),))


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (
            even_schedule(48, 1, 12),
            "over four years with a one-year cliff, vesting monthly",
        ),
        (even_schedule(18, 3), "over 18 months, vesting quarterly"),
        (
            yearly_schedule(weights(5, 15, 40, 40), {3: 6, 4: 6}),
            "over four years, 5/15/40/40 percent a year,"
            " vesting yearly in years 1-2, half-yearly in years 3-4",
        ),
        (even_schedule(12, 12), "over one year, vesting yearly"),
        (even_schedule(48, 4), "over four years, vesting every 4 months"),
        (
            even_schedule(24, 6, 6),
            "over two years with a cliff of 6 months, vesting half-yearly",
        ),
        # Numbers above eight are digits.
        (
            even_schedule(120, 12, 108),
            "over 120 months with a cliff of 108 months, vesting yearly",
        ),
        (yearly_schedule(weights(50, 50)), "over two years, vesting yearly"),
        (
            yearly_schedule(weights(40, 60), {1: 12}),
            "over two years, 40/60 percent a year, vesting yearly",
        ),
        (
            yearly_schedule(weights(25, 25, 25, 25), 3, 12),
            "over four years with a one-year cliff, vesting quarterly",
        ),
        (
            yearly_schedule(weights(25, 25, 25, 25), {1: 1, 2: 3, 3: 3}),
            "over four years, vesting monthly in year 1, quarterly in years 2-3,"
            " yearly in year 4",
        ),
    ],
)
def test_a_schedule_has_the_words_of_a_letter(
    schedule: VestingSchedule, words: str
) -> None:
    assert schedule.wording == words


def test_a_cliff_may_fall_where_nothing_is_due() -> None:
    schedule = yearly_schedule(weights(0, 100), 12, 12)
    assert [each.month for each in tranches(schedule, None, None)] == [24]


def test_a_schedule_of_a_century_is_a_slip() -> None:
    with pytest.raises(ScheduleError, match="more than 20"):
        yearly_schedule([Fraction(1)] * 100)


def test_twenty_years_are_still_a_schedule() -> None:
    assert yearly_schedule([Fraction(5)] * 20).months == 240


def test_a_cadence_belongs_to_a_year_of_the_schedule() -> None:
    words = "^a cadence is given for year 3, which has no part$"
    with pytest.raises(ScheduleError, match=words):
        yearly_schedule(weights(50, 50), {3: 6})


def test_a_schedule_needs_a_year() -> None:
    with pytest.raises(ScheduleError, match=r"^a schedule without a year$"):
        yearly_schedule([])


def test_a_schedule_that_cannot_be_is_of_the_family() -> None:
    assert issubclass(ScheduleError, OfferlabError)
