"""Why a grant is in no figure; and grants that seem alike and are in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from offerlab.core.offer import Offer
from offerlab.model.counted import uncounted_reason
from tests.conftest import PRIVATE, PUBLIC, assume
from tests.model.lines import with_grant

Read = Callable[[str], Offer]
VESTING = "vesting: {months: 48, every_months: 12}"
UNPRICED = PUBLIC.replace(", share_price: 100", "")
VALUED = PUBLIC.replace("share_price: 100", "valuation: 1e9")
NO_PRICE = "no share price is known"
WHICH_VALUE = "does not say of what the value of the options is"


@pytest.mark.parametrize(
    ("paper", "grant", "reason"),
    [
        (PUBLIC, "kind: rsu, shares: 100", None),
        (UNPRICED, "kind: rsu, shares: 100", NO_PRICE),
        (UNPRICED, "kind: cash-award, value: 9_000", None),
        # Money by weight needs no price.
        (UNPRICED, "kind: rsu, value: 9_000", None),
        (UNPRICED, "kind: rsu, annual_value: 9_000, years: 2", None),
        # The letter's own price makes shares, and is their price on day 0.
        (UNPRICED, "kind: rsu, value: 9_000, conversion_price: 50", None),
        # A percent is money where the company's valuation is known.
        (VALUED, "kind: rsu, percent: 0.01", None),
        (UNPRICED, "kind: rsu, percent: 0.01", NO_PRICE),
        # Net of a purchase price money is worth something unknown without a price.
        (UNPRICED, "kind: restricted-stock, value: 9k, purchase_price: 1", NO_PRICE),
        (VALUED, "kind: restricted-stock, percent: 1, purchase_price: 1", NO_PRICE),
        (PUBLIC, "kind: nso, shares: 100, strike: 60", None),
        (PUBLIC, "kind: nso, shares: 100, strike: at-grant", None),
        (PUBLIC, "kind: nso, value: 9_000, strike: 60", WHICH_VALUE),
        (PUBLIC, "kind: nso, annual_value: 9_000, strike: 60", WHICH_VALUE),
        # Private stock is in the ledger whatever is known of its price.
        (PRIVATE, "kind: nso, shares: 100", None),
        (PRIVATE, "kind: rsu, shares: 100", None),
    ],
)
def test_what_must_be_known_of_a_grant(
    read: Read, paper: str, grant: str, reason: str | None
) -> None:
    offer = read(with_grant(paper, f"{{{grant}, {VESTING}}}"))
    (given,) = offer.equity or ()
    found = uncounted_reason(offer, given, assume())
    assert (found is None) is (reason is None), found
    assert (reason or "") in (found or "")


def test_a_grant_without_a_schedule_cannot_be_dated(read: Read) -> None:
    offer = read(with_grant(PUBLIC, "{kind: rsu, shares: 100}"))
    (given,) = offer.equity or ()
    found = uncounted_reason(offer, given, assume())
    assert found is not None
    assert "gives no vesting schedule" in found


def test_an_option_without_a_strike_has_no_spread(read: Read) -> None:
    offer = read(with_grant(PUBLIC, f"{{kind: nso, shares: 9, strike: 60, {VESTING}}}"))
    (given,) = offer.equity or ()
    found = uncounted_reason(offer, replace(given, strike=None), assume())
    assert found == "its strike is not stated, so it has no market value"


def test_rows_are_a_price(read: Read, write: Callable[[str, str], object]) -> None:
    rows = write("p.csv", "date,price\n2027-02-01,125\n")
    offer = read(with_grant(UNPRICED, f"{{kind: rsu, shares: 100, {VESTING}}}"))
    (given,) = offer.equity or ()
    own = assume(settings=[f"share_prices={rows}"])
    assert uncounted_reason(offer, given, own) is None
