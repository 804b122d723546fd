from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.acceleration import acceleration_cases
from tests.conftest import PRIVATE, PUBLIC, UNTOLD_TOTAL, assume

Read = Callable[[str], Offer]


def cases(offer: Offer) -> list[tuple[int, object, object]]:
    (grant,) = offer.equity or ()
    found = acceleration_cases(offer, grant, assume())
    return [(each.month, each.unvested, each.accelerated) for each in found]


def test_what_has_not_vested_vests_on_the_event(read: Read) -> None:
    # 1,000 shares, 5/15/40/40: 1,000, 950, 800 and 400 are left; half of each.
    grant = "vesting: amazon-new-hire, acceleration: {trigger: double, share: 50%}"
    offer = read(PUBLIC.replace("vesting: amazon-new-hire", grant))
    assert cases(offer) == [
        (0, 1_000, 500),
        (12, 950, 475),
        (24, 800, 400),
        (36, 400, 200),
    ]


def test_accelerated_shares_are_whole(read: Read) -> None:
    # A third of 950 is 316.67: 316.
    grant = "vesting: amazon-new-hire, acceleration: {trigger: single, share: 33.3333%}"
    assert cases(read(PUBLIC.replace("vesting: amazon-new-hire", grant)))[1][2] == 316


def test_an_unknown_size_is_told_in_parts(read: Read) -> None:
    text = PRIVATE.replace(UNTOLD_TOTAL, "").replace(
        "strike: 0.90", "strike: 0.90, acceleration: {trigger: single}"
    )
    offer = read(text)
    (grant,) = offer.equity or ()
    first, second, *_ = acceleration_cases(offer, grant, assume())
    assert (first.unvested, first.accelerated) == (None, None)
    assert first.unvested_share == pytest.approx(1)
    assert second.unvested_share == pytest.approx(0.75)


def test_without_acceleration_there_is_no_case(read: Read) -> None:
    assert cases(read(PUBLIC)) == []


def test_a_year_that_is_not_granted_yet_does_not_accelerate(read: Read) -> None:
    # $10,000 / $100 = 100 shares a year for two years; at the start only the first,
    # and on the anniversary that has vested and the second is not made yet.
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2, acceleration: {trigger: single},"
        " vesting: {months: 12, every_months: 12}}"
    )
    offer = read(PUBLIC.partition("equity:")[0] + f"equity: {grant}\n")
    assert cases(offer) == [(0, 100, 100)]


@pytest.mark.parametrize(
    ("months", "wanted"),
    [
        # A quarter of 4,800 each year: on the event, what the next twelve months give.
        (12, [(0, 4_800, 1_200), (12, 3_600, 1_200), (24, 2_400, 1_200)]),
        # Thirty months on, two or three years' vests: never more than is left.
        (30, [(0, 4_800, 2_400), (12, 3_600, 2_400), (24, 2_400, 2_400)]),
    ],
)
def test_some_months_of_vests_come_sooner(
    read: Read, months: int, wanted: list[tuple[int, int, int]]
) -> None:
    grant = (
        f"shares: 4800, acceleration: {{trigger: double, months: {months}}},"
        " vesting: {months: 48, every_months: 12}"
    )
    offer = read(PUBLIC.replace("shares: 1000, vesting: amazon-new-hire", grant))
    assert cases(offer)[:3] == wanted
    (given,) = offer.equity or ()
    parts = [
        case.accelerated_share for case in acceleration_cases(offer, given, assume())
    ]
    assert parts[:3] == pytest.approx([share / 4_800 for _, _, share in wanted])


def test_a_case_has_its_day_and_the_part_that_the_letter_says(read: Read) -> None:
    grant = "vesting: amazon-new-hire, acceleration: {trigger: double, share: 50%}"
    offer = read(PUBLIC.replace("vesting: amazon-new-hire", grant))
    (given,) = offer.equity or ()
    found = acceleration_cases(offer, given, assume())
    assert [str(case.date) for case in found[:2]] == ["2027-02-01", "2028-02-01"]
    # Half of 100%, 95%, 80% and 40%.
    assert [case.accelerated_share for case in found] == pytest.approx(
        [0.5, 0.475, 0.4, 0.2]
    )


def test_the_first_months_vest_is_not_left(read: Read) -> None:
    # 4,800 over 48 months: 100 in each, the first of them at the end of month 1.
    grant = (
        "shares: 4800, acceleration: {trigger: single},"
        " vesting: {months: 48, every_months: 1}"
    )
    offer = read(PUBLIC.replace("shares: 1000, vesting: amazon-new-hire", grant))
    assert cases(offer)[:2] == [(0, 4_800, 4_800), (12, 3_600, 3_600)]


def test_a_part_is_of_all_the_yearly_grants(read: Read) -> None:
    # The first of two years is all that is granted: half of the whole.
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2, acceleration: {trigger: single},"
        " vesting: {months: 12, every_months: 12}}"
    )
    offer = read(PUBLIC.partition("equity:")[0] + f"equity: {grant}\n")
    (given,) = offer.equity or ()
    (case,) = acceleration_cases(offer, given, assume())
    assert (case.unvested_share, case.accelerated_share) == (0.5, 0.5)


def test_without_a_schedule_there_is_no_case(read: Read) -> None:
    grant = "acceleration: {trigger: single}"
    assert cases(read(PUBLIC.replace("vesting: amazon-new-hire", grant))) == []
