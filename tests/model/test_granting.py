"""What a grant makes on one day; its shares and vests: `test_award`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from offerlab.core.offer import Offer
from offerlab.model.granting import awards, schedule_vests
from offerlab.ocf import parse_terms
from tests.conftest import PUBLIC, assume
from tests.model.lines import with_grant
from tests.ocf_terms import monthly, period

if TYPE_CHECKING:
    from offerlab.model.award import Award

Read = Callable[[str], Offer]
YEARLY = "vesting: {months: 24, every_months: 12}"


def made(offer: Offer, *settings: str) -> list[Award]:
    (grant,) = offer.equity or ()
    return list(awards(offer, grant, assume(settings=settings)))


@pytest.mark.parametrize("kind", ["rsu", "cash-award"])
def test_yearly_awards_are_numbered_and_keep_the_basis(read: Read, kind: str) -> None:
    grant = f"{{kind: {kind}, annual_value: 10k, years: 3, basis: verbal, {YEARLY}}}"
    found = made(read(with_grant(PUBLIC, grant)))
    assert [award.number for award in found] == [0, 1, 2]
    assert {award.basis for award in found} == {"verbal"}


def test_shares_and_money_do_not_stand_side_by_side(read: Read) -> None:
    grant = f"{{kind: rsu, value: 10k, {YEARLY}}}"
    (award,) = made(read(with_grant(PUBLIC, grant)))
    assert (award.shares, award.money) == (100, None)  # $10,000 / $100
    unpriced = PUBLIC.replace(", share_price: 100", "")
    (award,) = made(read(with_grant(unpriced, grant)))
    assert (award.shares, award.money) == (None, 10_000)


@pytest.mark.parametrize(
    ("payout", "shares", "face", "basis"),
    [("1", 90, 9_000, "letter"), ("2", 180, 18_000, "assumption")],
)
def test_a_payout_counts_of_money_that_is_still_to_be_converted(
    read: Read, payout: str, shares: int, face: float, basis: str
) -> None:
    # $9,000 at $100 in half a year are 90 units.
    grant = f"{{kind: psu, value: 9_000, granted_month: 6, {YEARLY}}}"
    (award,) = made(read(with_grant(PUBLIC, grant)), f"psu_payout={payout}")
    assert (award.shares, award.face, award.basis) == (shares, face, basis)


@pytest.mark.parametrize(
    ("size", "parts"),
    [
        ("shares: 3", [(12, 1 / 3), (24, 2 / 3)]),  # 1.5 shares: one, then two
        ("percent: 0.1", [(12, 1 / 2), (24, 1 / 2)]),
        # Two years, in two halves each: a quarter, two, and one.
        ("annual_value: 10, years: 2", [(12, 1 / 4), (24, 1 / 2), (36, 1 / 4)]),
    ],
)
def test_a_schedule_has_its_months_and_parts_without_a_price(
    read: Read, size: str, parts: list[tuple[int, float]]
) -> None:
    offer = read(with_grant(PUBLIC, f"{{kind: rsu, {size}, {YEARLY}}}"))
    (grant,) = offer.equity or ()
    found = schedule_vests(offer, grant)
    assert [month for month, _ in found] == [month for month, _ in parts]
    if "shares" not in size:
        assert [part for _, part in found] == pytest.approx([p for _, p in parts])


def test_a_schedule_of_days_has_none_without_a_first_day(read: Read) -> None:
    days = parse_terms(monthly(**period(type="DAYS", length=30, day_of_month=None)))
    text = with_grant(PUBLIC, f"{{kind: rsu, shares: 8, {YEARLY}}}")
    offer = read(text)
    (grant,) = offer.equity or ()
    dated = replace(grant, vesting=days)
    # 30, 60, 90 and 120 days from 2027-02-01: in months 2, 3, 3 and 4.
    assert len(schedule_vests(offer, dated)) == 4
    undated = read(text.replace("start_date: 2027-02-01\n", ""))
    assert schedule_vests(undated, dated) == []
