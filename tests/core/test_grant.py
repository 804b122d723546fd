from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from offerlab.core.company import Company
from offerlab.core.grant import Grant, GrantKind, granted_percent, granted_shares


def grant(**size: Any) -> Grant:
    return Grant(1, GrantKind.RSU, "USD", "letter", **size)


@pytest.mark.parametrize(
    ("size", "facts", "shares"),
    [
        # 0.04% of 50,000,000 is 20,000.
        ({"percent": Decimal("0.04")}, {"fully_diluted_shares": 50_000_000}, 20_000),
        # 0.033% of 9,999,999 is 3,299.99967: rounded down once.
        ({"percent": Decimal("0.033")}, {"fully_diluted_shares": 9_999_999}, 3_299),
        # $200,000 / $52.10 = 3,838.77: rounded down once.
        ({"value": 200_000.0, "conversion_price": 52.1}, {}, 3_838),
        # $0.3 / $0.1 is exactly 3, though the floats divide to 2.9999999999999996.
        ({"value": 0.3, "conversion_price": 0.1}, {}, 3),
        # Without a price of its own: the preferred price; public: the market price.
        ({"value": 300_000.0}, {"preferred_price": 3.0}, 100_000),
        ({"value": 300_000.0}, {"stage": "public", "share_price": 30.0}, 10_000),
        ({"value": 300_000.0}, {"stage": "public", "preferred_price": 3.0}, None),
        ({"percent": Decimal("0.04")}, {}, None),
        ({"shares": 4_000}, {}, 4_000),
    ],
)
def test_a_size_becomes_whole_shares_once(
    size: dict[str, Any], facts: dict[str, Any], shares: int | None
) -> None:
    assert granted_shares(grant(**size), Company("Acme", **facts)) == shares


@pytest.mark.parametrize(
    ("size", "facts", "percent"),
    [
        ({"percent": Decimal("0.0399")}, {}, "0.0399"),
        ({"shares": 20_000}, {"fully_diluted_shares": 50_000_000}, "0.04"),
        ({"shares": 20_000}, {}, None),
        # Unrounded: $100 / $3 is 33.33 shares, 33.33 / 1,000 is 3.333...%.
        (
            {"value": 100.0, "conversion_price": 3.0},
            {"fully_diluted_shares": 1_000},
            "3.333333333",
        ),
        # $60,000 of $150,000,000 is 0.04%.
        ({"value": 60_000.0}, {"valuation": 150_000_000.0}, "0.04"),
        (
            {"annual_value": 15_000.0, "years": 4},
            {"valuation": 150_000_000.0},
            "0.04",
        ),
    ],
)
def test_the_percent_is_unrounded(
    size: dict[str, Any], facts: dict[str, Any], percent: str | None
) -> None:
    found = granted_percent(grant(**size), Company("Acme", **facts))
    assert (found and str(found)[: len(percent or "")]) == percent


def test_a_value_is_not_converted_at_a_price_in_another_currency() -> None:
    euros = Grant(1, GrantKind.RSU, "EUR", "letter", value=1_000.0)
    assert granted_shares(euros, Company("Acme", preferred_price=3.0)) is None


def test_a_cash_award_has_no_shares() -> None:
    cash = Grant(
        1, GrantKind.CASH_AWARD, "USD", "letter", value=80_000, conversion_price=60
    )
    assert granted_shares(cash, Company("Acme")) is None


@pytest.mark.parametrize(
    ("kind", "size", "untold"),
    [
        (GrantKind.ISO, {"value": 100_000.0}, True),
        (GrantKind.NSO, {"annual_value": 100_000.0}, True),
        (GrantKind.ISO, {"value": 100_000.0, "value_basis": "fair-value"}, False),
        (GrantKind.ISO, {"shares": 100}, False),
        (GrantKind.RSU, {"value": 100_000.0}, False),  # a share is its own worth
    ],
)
def test_options_by_value_need_to_say_which_value(
    kind: GrantKind, size: dict[str, Any], untold: bool
) -> None:
    assert Grant(1, kind, "USD", "letter", **size).value_is_untold is untold


@pytest.mark.parametrize(
    ("value", "rounding", "shares"),
    [
        # $750 at $100 are 7.5 shares: half a share goes up.
        (750.0, "nearest", 8),
        (749.0, "nearest", 7),
        (701.0, "up", 8),
        (799.0, "down", 7),
    ],
)
def test_a_part_of_a_share_is_rounded_as_the_letter_says(
    value: float, rounding: str, shares: int
) -> None:
    money = grant(value=value, conversion_price=100.0, rounding=rounding)
    assert granted_shares(money, Company("Acme")) == shares


@pytest.mark.parametrize(
    ("basis", "options"),
    [
        ("face", 100),  # $1,000 / the strike of $10
        ("fair-value", 250),  # $1,000 / $4 an option
        (None, None),  # the letter does not say which
    ],
)
def test_options_by_value_are_counted_by_what_the_value_is(
    basis: str | None, options: int | None
) -> None:
    given = Grant(
        1, GrantKind.NSO, "USD", "letter",
        value=1_000.0, strike=10.0, option_value=4.0, value_basis=basis,
    )  # fmt: skip
    assert granted_shares(given, Company("Acme")) == options


def test_a_percent_keeps_forty_digits() -> None:
    # One share of three: 33 and 38 more digits.
    third = granted_percent(grant(shares=1), Company("A", fully_diluted_shares=3))
    assert third == Decimal("33." + 38 * "3")
