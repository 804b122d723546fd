from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import (
    offered_shares,
    offered_value,
    paid_as,
    said_base,
    spoken_base,
)
from tests.conftest import PRIVATE, PUBLIC
from tests.model.lines import with_grant

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer


def test_pay_by_the_hour_is_spoken_so(read: Callable[[str], Offer]) -> None:
    hourly = PRIVATE.replace("150_000\nequity", "{amount: 55, per: hour}\nequity")
    offer = read(hourly)
    year = offer.base_salary / 55  # hours of a year
    assert paid_as(offer, 62 * year) == (62, "hour")
    assert said_base(offer, 62 * year) == "$62 an hour"
    assert spoken_base(offer, 57.74 * year) == pytest.approx(57.5 * year)


def test_pay_by_the_year_stays(read: Callable[[str], Offer]) -> None:
    offer = read(PRIVATE)
    assert paid_as(offer, 160_000) == (160_000, "year")
    assert said_base(offer, 160_000) == "$160,000 base"
    assert spoken_base(offer, 160_250) == 160_250


@pytest.mark.parametrize(
    ("grants", "value", "shares"),
    [
        ("{kind: rsu, shares: 1000}", 100_000, 1_000),  # at the market's $100
        ("{kind: nso, shares: 1000, strike: 60}", 40_000, 1_000),
        ("{kind: nso, shares: 1000, strike: 160}", 0, 1_000),  # at least 0
        ("{kind: rsu, value: 50_050}", 50_050, 500),
        # $20,000 in each of three years: no shares before their own prices
        ("{kind: rsu, annual_value: 20_000, years: 3}", 60_000, None),
        ("[{kind: rsu, shares: 10}, {kind: rsu, value: 5_000}]", 6_000, 60),
        # Money of a cash award is no equity.
        ("[{kind: rsu, shares: 10}, {kind: cash-award, value: 5_000}]", 1_000, 10),
        (
            "[{kind: rsu, shares: 10}, {kind: rsu, value: 5k, currency: EUR}]",
            None,
            None,
        ),
        ("none", 0, 0),
    ],
)
def test_what_the_paper_offers_in_equity(
    read: Callable[[str], Offer], grants: str, value: float | None, shares: int | None
) -> None:
    offer = read(with_grant(PUBLIC, grants))
    assert (offered_value(offer), offered_shares(offer)) == (value, shares)


def test_equity_that_nobody_knows_is_unknown(read: Callable[[str], Offer]) -> None:
    offer = read(with_grant(PUBLIC, "unknown"))
    assert (offered_value(offer), offered_shares(offer)) == (None, None)


def test_shares_of_a_private_company_have_no_market_value(
    read: Callable[[str], Offer],
) -> None:
    offer = read(with_grant(PRIVATE, "{kind: rsu, shares: 1000}"))
    assert (offered_value(offer), offered_shares(offer)) == (None, 1_000)
