"""The percent of the company, each with its sum; the company is worth $150M."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from offerlab.core.offer import Offer
from offerlab.model.equity_percent import equity_percent, four_year_pace
from offerlab.ocf import parse_terms
from tests.conftest import PRIVATE, assume
from tests.model.lines import with_grant
from tests.ocf_terms import monthly

Read = Callable[[str], Offer]
VESTING = "vesting: {months: 24, every_months: 12}"


@pytest.mark.parametrize(
    ("grant", "percent", "pace"),
    [
        # 20,000 of 50,000,000 shares; all of it in two years is twice that in four.
        ("kind: rsu, shares: 20_000", "0.04", "0.08"),
        # EUR 120,000 × 1.25 = $150,000
        ("kind: rsu, value: 120_000, currency: EUR", "0.1", "0.2"),
        # EUR 120,000 at the letter's own EUR 2 are 60,000 shares, whatever the rate.
        (
            "kind: rsu, value: 120_000, currency: EUR, conversion_price: 2",
            "0.12",
            "0.24",
        ),
        # 120,000 / $2 an option: 60,000 options
        (
            "kind: option, value: 120_000, value_basis: fair-value, option_value: 2,"
            " strike: 1.4",
            "0.12",
            "0.24",
        ),
        # $75,000 a year for two years; the second vests from month 12 to 36:
        # 0.1% × 48 / 36
        ("kind: rsu, annual_value: 75_000, years: 2", "0.1", "0.1333333333"),
    ],
)
def test_the_percent_of_a_grant_and_its_pace(
    read: Read, grant: str, percent: str, pace: str
) -> None:
    offer = read(with_grant(PRIVATE, f"{{{grant}, {VESTING}}}"))
    own = assume(settings=["fx.EUR=1.25"])
    assert equity_percent(offer, own) == (Decimal(percent), True)
    found = four_year_pace(offer, own)
    assert found is not None
    assert float(found) == pytest.approx(float(pace))


def test_without_a_rate_or_a_schedule_it_is_unknown(read: Read) -> None:
    offer = read(
        with_grant(PRIVATE, f"{{kind: rsu, value: 120_000, currency: EUR, {VESTING}}}")
    )
    assert equity_percent(offer, assume()) == (Decimal(0), False)
    assert four_year_pace(offer, assume()) is None
    undated = read(with_grant(PRIVATE, "{kind: rsu, shares: 20_000}"))
    assert equity_percent(undated, assume()) == (Decimal("0.04"), True)
    assert four_year_pace(undated, assume()) is None


def test_equity_that_nobody_knows_is_unknown_and_none_is_zero(read: Read) -> None:
    untold = read(with_grant(PRIVATE, "unknown"))
    assert equity_percent(untold, assume()) == (Decimal(0), False)
    none = read(with_grant(PRIVATE, "none"))
    assert equity_percent(none, assume()) == (Decimal(0), True)


def test_the_pace_of_several_grants_is_the_sum_of_theirs(read: Read) -> None:
    # 20,000 of 50,000,000 shares in two years, twice: 0.04% × 48 / 24 each.
    one = f"{{kind: rsu, shares: 20_000, {VESTING}}}"
    offer = read(with_grant(PRIVATE, f"[{one}, {one}]"))
    assert four_year_pace(offer, assume()) == Decimal("0.16")


def test_money_a_year_is_brought_into_the_companys_currency(read: Read) -> None:
    # EUR 60,000 a year for two years × 1.25 = $150,000 of $150,000,000.
    grant = f"{{kind: rsu, annual_value: 60_000, currency: EUR, years: 2, {VESTING}}}"
    offer = read(with_grant(PRIVATE, grant))
    own = assume(settings=["fx.EUR=1.25"])
    assert equity_percent(offer, own) == (Decimal("0.1"), True)


def test_terms_that_date_nothing_have_no_pace(read: Read) -> None:
    offer = read(with_grant(PRIVATE, f"{{kind: rsu, shares: 20_000, {VESTING}}}"))
    (grant,) = offer.equity or ()
    waiting = parse_terms(monthly(trigger={"type": "VESTING_EVENT"}))
    unknown = replace(offer, equity=(replace(grant, vesting=waiting),))
    assert four_year_pace(unknown, assume()) is None
