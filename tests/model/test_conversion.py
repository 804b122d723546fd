"""Strikes, and money that a grant stands for, each with its sum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from offerlab.core.grant import Conversion, GrantKind
from offerlab.core.offer import Offer
from offerlab.model.conversion import (
    grant_money,
    market_price_on,
    size_in_shares,
    strike_on,
)
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


@pytest.mark.parametrize(
    ("grant", "number", "options"),
    [
        # At face value, $10,000 / the strike.
        ("kind: nso, value: 10_000, value_basis: face, strike: 50", 0, 200),
        ("kind: nso, value: 10_000, value_basis: face, strike: at-grant", 0, 100),
        # A second year strikes at its own price: 12,100 / 121, and not / 50.
        (
            "kind: nso, annual_value: 12_100, years: 2, value_basis: face, strike: 50",
            1,
            100,
        ),
        # At fair value, 9,000 / 20; a year later one is worth 20 × 1.21 = 24.20, and
        # 9,000 / 24.20 = 371.9.
        (f"kind: nso, annual_value: 9k, years: 2, strike: 60, {BY_VALUE}", 0, 450),
        (f"kind: nso, annual_value: 9k, years: 2, strike: 60, {BY_VALUE}", 1, 371),
    ],
)
def test_options_by_value(read: Read, grant: str, number: int, options: int) -> None:
    offer = read(with_grant(PUBLIC, f"{{{grant}, {VESTING}}}"))
    (given,) = offer.equity or ()
    own = assume(settings=["share_growth_rate=21%"])
    made = month_day(offer, 12 * number)
    assert size_in_shares(offer, given, own, number, made) == options
    # Without its basis the number does not follow from the value.
    untold = replace(given, value_basis=None, strike_at_grant=False)
    assert size_in_shares(offer, untold, own, number, made) is None


def test_only_an_average_looks_back(read: Read) -> None:
    # 21% a year: $121 at the end of month 12; the mean of 30 days before is less.
    grant = f"{{kind: rsu, value: 9_000, granted_month: 12, {VESTING}}}"
    offer = read(with_grant(PUBLIC, grant))
    (given,) = offer.equity or ()
    own, made = assume(settings=["share_growth_rate=21%"]), month_day(offer, 12)
    close, average = (
        market_price_on(
            offer, replace(given, conversion=Conversion(rule, days=30)), own, 0, made
        )
        for rule in ("close", "average")
    )
    assert close == pytest.approx(121)
    mean = sum(100 * 1.21 ** (1 - d / 365.25) for d in range(30)) / 30
    assert average == pytest.approx(mean)


def test_an_unknown_price_grows_from_that_of_the_letter(read: Read) -> None:
    unpriced = PUBLIC.replace(", share_price: 100", "")
    grant = f"{{kind: rsu, value: 9_000, conversion_price: 50, {VESTING}}}"
    offer = read(with_grant(unpriced, grant))
    (given,) = offer.equity or ()
    own, made = assume(settings=["share_growth_rate=21%"]), month_day(offer, 12)
    # 50 × 1.21, for shares and for the strike of an option of that day.
    assert market_price_on(offer, given, own, 1, made) == pytest.approx(60.5)
    option = replace(given, kind=GrantKind.NSO, strike_at_grant=True)
    strike, own_day = strike_on(offer, option, own, 0, made)
    assert strike == pytest.approx(60.5)
    assert own_day


@pytest.mark.parametrize(("paper", "price"), [(PUBLIC, 100), (PRIVATE, 3)])
def test_whole_shares_are_worked_out_in_the_companys_currency(
    read: Read, paper: str, price: float
) -> None:
    # The offer is in euros, the company's prices are dollars and stay so.
    offer = read(with_grant(paper, f"{{kind: rsu, value: 9_000, {VESTING}}}"))
    (given,) = offer.equity or ()
    abroad = replace(offer, currency="EUR")
    own = assume(settings=["fx.EUR=1.25"])
    found = market_price_on(abroad, given, own, 0, month_day(offer, 0))
    assert found == pytest.approx(price)
