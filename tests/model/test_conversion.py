"""Strikes, and money that a grant stands for, each with its sum."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.conversion import grant_money, strike_on
from offerlab.model.prices import month_day
from tests.conftest import PRIVATE, PUBLIC, assume
from tests.model.lines import with_grant

Read = Callable[[str], Offer]
VESTING = "vesting: {months: 48, every_months: 12}"
BY_VALUE = "value_basis: fair-value, option_value: 20"


@pytest.mark.parametrize(
    ("paper", "grant", "number", "month", "wanted"),
    [
        (PUBLIC, "kind: rsu, shares: 9", 0, 0, (0, False)),
        (
            PUBLIC,
            "kind: restricted-stock, shares: 9, purchase_price: 2",
            1,
            12,
            (2, False),
        ),
        (PUBLIC, "kind: nso, shares: 9, strike: 60", 0, 0, (60, False)),
        # The options of a second year strike at its own price: 100 × 1.21.
        (
            PUBLIC,
            f"kind: nso, annual_value: 9k, years: 2, strike: 60, {BY_VALUE}",
            1,
            12,
            (121, True),
        ),
        (PUBLIC, "kind: nso, shares: 9, strike: at-grant", 0, 0, (100, True)),
        (PUBLIC, "kind: nso, shares: 9, strike: at-grant", 0, 12, (121, True)),
        # Private: the 409A of the first day, and nobody knows that of a later one.
        (PRIVATE, "kind: nso, shares: 9, strike: at-grant", 0, 0, (1.40, True)),
        (PRIVATE, "kind: nso, shares: 9, strike: at-grant", 0, 12, (None, True)),
    ],
)
def test_the_strike_of_a_grant_made_on_a_day(
    read: Read,
    paper: str,
    grant: str,
    number: int,
    month: int,
    wanted: tuple[float | None, bool],
) -> None:
    offer = read(with_grant(paper, f"{{{grant}, {VESTING}}}"))
    (given,) = offer.equity or ()
    own = assume(settings=["share_growth_rate=21%"])
    strike, own_day = strike_on(offer, given, own, number, month_day(offer, month))
    assert strike == (wanted[0] if wanted[0] is None else pytest.approx(wanted[0]))
    assert own_day is wanted[1]


def test_later_rounds_dilute_a_percent_of_a_private_company_only(read: Read) -> None:
    # Two rounds of 20% leave 0.8² = 64% of 0.04% × $150,000,000 = $60,000.
    grant = f"{{kind: rsu, percent: 0.04, {VESTING}}}"
    own = assume(settings=["rounds=2", "dilution_per_round=20%"])
    private = read(with_grant(PRIVATE, grant))
    listed = PUBLIC.replace("share_price: 100", "valuation: 150_000_000")
    public = read(with_grant(listed, grant))
    found = [
        grant_money(offer, (offer.equity or ())[0], own, diluted=diluted)
        for offer in (private, public)
        for diluted in (True, False)
    ]
    assert found == pytest.approx([38_400, 60_000, 60_000, 60_000])
