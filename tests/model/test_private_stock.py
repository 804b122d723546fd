"""What a claim on private stock is worth by each question, each with its sum."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from offerlab.core.claim import Claim
from offerlab.core.offer import Offer
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.prices import Growth
from offerlab.model.private_stock import At409A, AtExit, AtPreferred, ExerciseCost
from tests.conftest import PRIVATE, UNTOLD_TOTAL, assume
from tests.model.lines import totals, with_grant

Read = Callable[[str], Offer]


def _claim(shares: int | None = None, hurdle: float | None = 0.0, **more: Any) -> Claim:
    """A quarter of a grant."""
    return Claim(shares, Fraction(1, 4), hurdle=hurdle, **more)


@pytest.mark.parametrize(
    ("claim", "price", "wanted"),
    [
        ({"shares": 10, "hurdle": 2.0}, 3.0, 30.0),  # gross of the strike
        ({"shares": 10}, None, None),
        ({"money": 800.0}, None, 200.0),  # a quarter of the money
        ({}, 3.0, None),
    ],
)
def test_a_claim_at_the_preferred_price(
    claim: dict[str, Any], price: float | None, wanted: float | None
) -> None:
    assert AtPreferred(Growth(price), assume()).worth(_claim(**claim)) == wanted


@pytest.mark.parametrize(
    ("claim", "fmv", "wanted"),
    [
        ({"shares": 10, "hurdle": 1.5}, 4.0, 25.0),  # 10 × (4 - 1.5)
        ({"shares": 10, "hurdle": 5.0}, 4.0, 0.0),
        ({"shares": 10, "hurdle": None}, 4.0, None),
        ({"shares": 10, "hurdle": 1.5}, None, None),
        ({"money": 800.0}, 4.0, None),
    ],
)
def test_a_claim_at_the_409a(
    claim: dict[str, Any], fmv: float | None, wanted: float | None
) -> None:
    assert At409A(fmv).worth(_claim(**claim)) == wanted


@pytest.mark.parametrize(
    ("claim", "left", "diluted", "wanted"),
    [
        # $1,000,000 / 100,000 shares is $10: 10 × (10 - 2)
        ({"shares": 10, "hurdle": 2.0}, 1e6, 100_000, 80.0),
        ({"shares": 10, "hurdle": 12.0}, 1e6, 100_000, 0.0),
        ({"shares": 10, "hurdle": None}, 1e6, 100_000, None),
        ({"shares": 10}, None, 100_000, None),
        ({"shares": 10}, 1e6, None, None),
        # 0.5% × $1,000,000 × a quarter of the grant
        ({"percent": Decimal("0.5")}, 1e6, None, 1_250.0),
        ({"percent": Decimal("0.5")}, 1e6, 100_000, 1_250.0),
        # a strike a share cannot be taken off a percent
        ({"percent": Decimal("0.5"), "hurdle": 2.0}, 1e6, None, None),
        ({"money": 800.0}, 1e6, 100_000, None),
    ],
)
def test_a_claim_in_an_exit(
    claim: dict[str, Any],
    left: float | None,
    diluted: int | None,
    wanted: float | None,
) -> None:
    total = None if diluted is None else Fraction(diluted)
    assert AtExit(left, total, assume()).worth(_claim(**claim)) == wanted


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ({"shares": 10, "hurdle": 2.0, "is_option": True}, 20.0),
        ({"shares": 10, "hurdle": 2.0}, 0.0),  # a threshold is not paid
        ({"hurdle": 2.0, "is_option": True}, None),
        ({"shares": 10, "hurdle": None, "is_option": True}, None),
    ],
)
def test_what_an_exercise_costs(claim: dict[str, Any], wanted: float | None) -> None:
    assert ExerciseCost().worth(_claim(**claim)) == wanted


def test_without_a_preferred_price_the_valuation_makes_one(read: Read) -> None:
    # $150,000,000 / 50,000,000 shares is $3.00, where the paper has no price.
    paper = PRIVATE.replace("  preferred_price: 3.00\n", "")
    grant = "{kind: rsu, shares: 10_000, vesting: lyft-4yr}"
    assert totals(read(with_grant(paper, grant))).illiquid.notional == 30_000
    # The price of the paper is taken first: $3.50.
    dearer = PRIVATE.replace("preferred_price: 3.00", "preferred_price: 3.50")
    assert totals(read(with_grant(dearer, grant))).illiquid.notional == 35_000


def test_what_moves_a_percent_is_named_where_it_stays_a_percent(read: Read) -> None:
    grant = "{kind: rsu, percent: 0.04, vesting: lyft-4yr}"

    def named(text: str) -> set[str]:
        offer = read(with_grant(text, grant))
        ledger = build_ledger(offer, assume())
        claims = [line.claim for line in ledger if line.claim is not None]
        found = ledger.valuations["notional"].inputs(offer, claims)
        return {each.name for each in found}

    # 0.04% of 50,000,000 shares is 20,000 shares: their price is all that counts.
    assert named(PRIVATE) == {"company.preferred_price"}
    # Without the total it stays a percent, of the valuation and after the rounds.
    assert named(PRIVATE.replace(UNTOLD_TOTAL, "")) == {"company.valuation", "rounds"}
