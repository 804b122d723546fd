"""What must be said of a grant beside its figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.model.grant_note import grant_notes
from offerlab.model.offer_ledger import build_ledger
from tests.conftest import PRIVATE, PUBLIC, assume
from tests.model.lines import with_grant

Read = Callable[[str], Offer]
VESTING = "vesting: {months: 48, every_months: 12}"
ANYWAY = "double trigger: the dates are those of the time condition; nothing can be"
ANYWAY += " spent before a sale or listing of the company; "


def notes(offer: Offer) -> list[str]:
    (grant,) = offer.equity or ()
    return grant_notes(offer, grant, assume(), build_ledger(offer, assume()))


@pytest.mark.parametrize(
    ("paper", "grant", "said"),
    [
        (PUBLIC, "kind: rsu, shares: 9", []),
        (
            PUBLIC,
            "kind: rsu, shares: 9, expires_months: 84",
            ["lapses 84 months after the grant"],
        ),
        # 2027-01-11 and 84 months
        (
            PRIVATE,
            "kind: double-trigger-rsu, shares: 9, expires_months: 84",
            [f"{ANYWAY}what has not been settled by 2034-01-11 lapses"],
        ),
        (
            PRIVATE.replace("start_date: 2027-01-11\n", ""),
            "kind: double-trigger-rsu, shares: 9, expires_months: 84",
            [f"{ANYWAY}what has not been settled after 84 months lapses"],
        ),
        (
            PRIVATE,
            "kind: double-trigger-rsu, shares: 9",
            [f"{ANYWAY}the letter does not say when it lapses"],
        ),
        (
            PUBLIC,
            "kind: restricted-stock, shares: 9",
            [
                "restricted stock: the shares are yours from the start, and what has"
                " not vested can be bought back when you leave"
            ],
        ),
        (
            PUBLIC,
            "kind: rsu, shares: 9, vesting_start: 2027-01-15",
            [
                "vesting counts from 2027-01-15; what is dated before the first day"
                " vests on it"
            ],
        ),
        (PUBLIC, "kind: rsu, shares: 9, vesting_start: 2027-02-01", []),
        # $60 a share on 100 shares is far below the yearly limit.
        (PUBLIC, "kind: iso, shares: 100, strike: 60", []),
    ],
)
def test_what_is_said_of_a_grant(
    read: Read, paper: str, grant: str, said: list[str]
) -> None:
    assert notes(read(with_grant(paper, f"{{{grant}, {VESTING}}}"))) == said


def test_a_day_of_vesting_without_a_first_day_says_nothing(read: Read) -> None:
    grant = f"{{kind: rsu, shares: 9, vesting_start: 2027-01-15, {VESTING}}}"
    paper = PUBLIC.replace("start_date: 2027-02-01\n", "")
    assert notes(read(with_grant(paper, grant))) == []


def test_the_limit_of_incentive_options_is_said_where_it_bites(read: Read) -> None:
    # A quarter of 8,000 each year at $100 is $200,000: 1,000 of 2,000 shares a year
    # are above $100,000, so 4,000 of this grant.
    grant = f"{{kind: iso, shares: 8_000, strike: 60, {VESTING}}}"
    (said,) = notes(read(with_grant(PUBLIC, grant)))
    assert "above $100,000 first exercisable in a calendar year" in said
    assert "count as nso: 4,000 shares of this grant" in said
    undated = PUBLIC.replace("start_date: 2027-02-01\n", "")
    (said,) = notes(read(with_grant(undated, grant)))
    assert said.startswith("without a start date nobody can say which options")
