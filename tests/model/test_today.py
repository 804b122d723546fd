"""Present value of stock, each with its sum."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from offerlab.core.claim import Claim
from offerlab.core.offer import Offer
from offerlab.model.ledger import Component
from offerlab.model.today import AtToday
from offerlab.model.totals import present_value
from tests.conftest import PUBLIC, assume
from tests.model.lines import totals, with_grant

if TYPE_CHECKING:
    from pathlib import Path

Read = Callable[[str], Offer]
YEARLY = "{months: 48, every_months: 12}"


def _claim(shares: int | None = None, hurdle: float | None = 0.0, **more: Any) -> Claim:
    """A quarter of a grant."""
    return Claim(shares, Fraction(1, 4), hurdle=hurdle, **more)


def worth(read: Read, grant: str, *settings: str, text: str = PUBLIC) -> float:
    """What a grant adds to the present value at 4% a year."""
    given = assume(settings=[*settings, "discount_rate=4%"])
    with_it, without = (
        present_value(read(with_grant(text, each)), given)
        for each in (f"[{grant}]", "none")
    )
    return with_it - without


def test_shares_count_at_todays_price_whatever_the_growth(read: Read) -> None:
    # 1,000 shares at $100, neither grown nor discounted.
    grant = f"{{kind: rsu, shares: 1000, vesting: {YEARLY}}}"
    assert worth(read, grant) == pytest.approx(100_000)
    assert worth(read, grant, "share_growth_rate=25%") == pytest.approx(100_000)


@pytest.mark.parametrize(("strike", "wanted"), [(60, 40_000), (160, 0)])
def test_options_count_at_todays_spread(read: Read, strike: int, wanted: float) -> None:
    # 1,000 × (100 - 60); above the price nothing is left, whatever the growth.
    grant = f"{{kind: nso, shares: 1000, strike: {strike}, vesting: {YEARLY}}}"
    assert worth(read, grant, "share_growth_rate=25%") == pytest.approx(wanted)


def test_money_of_a_later_year_is_discounted_to_its_conversion(read: Read) -> None:
    # $40,000 a year, converted on the first days of years one to four:
    # 40,000 × (1 + 1/1.04 + 1/1.04² + 1/1.04³) = 151,003.64
    grant = "{kind: rsu, annual_value: 40_000, years: 4, vesting: {yearly: [100]}}"
    wanted = 40_000 * sum(1.04**-year for year in range(4))
    assert worth(read, grant) == pytest.approx(wanted, abs=100 * 4)


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        # Converted on day 0 at the row of that day: 100,050 / 125 = 800 whole shares.
        # Today's worth takes today's price for both: 1,000 whole shares at $100.
        ("", 100_000),
        ("rounding: up, ", 100_100),  # 100,050 / 100 is 1,000.5: 1,001 shares
        # The letter's own price makes the shares, and a row never enters:
        # 100,050 / 52.1 = 1,920 shares at $100.
        ("conversion_price: 52.1, ", 192_000),
        # 100,050 in month 12 / 1.04
        ("granted_month: 12, ", 100_050 / 1.04),
    ],
)
def test_money_of_day_0_counts_at_todays_price_whatever_the_rows(
    read: Read, write: Callable[[str, str], Path], more: str, wanted: float
) -> None:
    grant = f"{{kind: rsu, value: 100_050, {more}vesting: {YEARLY}}}"
    found = worth(read, grant, f"share_prices={flat_rows(write)}")
    assert found == pytest.approx(wanted)


def flat_rows(write: Callable[[str, str], Path]) -> Path:
    """A file of prices of $125 on the first of each month, for five years."""
    months = [f"{2027 + k // 12}-{k % 12 + 1:02}-01,125" for k in range(62)]
    return write("p.csv", "\n".join(["date,price", *months, ""]))


@pytest.mark.parametrize(
    ("grant", "wanted"),
    [
        ("kind: rsu, shares: 1000", 100_000),  # shares need no conversion
        # 100,000 / $50 an option is 2,000 options × (100 - 60)
        (
            "kind: nso, value: 100_000, value_basis: fair-value, option_value: 50,"
            " strike: 60",
            80_000,
        ),
        # Year one at the letter's price: 100,050 / 52.1 = 1,920 shares at $100; year
        # two is money of month 12, / 1.04, and a quarter of it vests after year four.
        (
            "kind: rsu, annual_value: 100_050, years: 2, conversion_price: 52.1",
            192_000 + 0.75 * 100_050 / 1.04,
        ),
    ],
)
def test_rows_move_no_grant_of_shares_in_present_value(
    read: Read, write: Callable[[str, str], Path], grant: str, wanted: float
) -> None:
    text = f"{{{grant}, vesting: {YEARLY}}}"
    found = worth(read, text, f"share_prices={flat_rows(write)}")
    assert found == pytest.approx(wanted)


def test_without_a_share_price_the_first_row_is_todays(
    read: Read, write: Callable[[str, str], Path]
) -> None:
    # 100,050 / 125 is 800 whole shares, worth $100,000 and not the money.
    paper = PUBLIC.replace(", share_price: 100", "")
    grant = f"{{kind: rsu, value: 100_050, vesting: {YEARLY}}}"
    settings = f"share_prices={flat_rows(write)}"
    assert worth(read, grant, settings, text=paper) == pytest.approx(100_000)
    whole = read(with_grant(paper, f"[{grant}]"))
    stock = totals(whole, settings).by_component[Component.EQUITY]
    assert stock == pytest.approx(100_000)


def test_money_of_day_0_is_its_whole_shares_where_no_rows_are_assumed(
    read: Read,
) -> None:
    # 100,050 / 100 is 1,000 whole shares: $100,000, and not the money itself.
    grant = f"{{kind: rsu, value: 100_050, vesting: {YEARLY}}}"
    assert worth(read, grant, "share_growth_rate=25%") == pytest.approx(100_000)


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        # A later strike at the price of its own day has no spread today.
        ({"own_day": True, "shares": 10}, 0.0),
        # 1,000 × 1/4 / 1.04² = 231.14 of money that becomes shares in month 24
        ({"face": 1_000.0, "granted_month": 24}, 231.1390532544379),
        # the same × (1 - 20/100)
        ({"face": 1_000.0, "granted_month": 24, "hurdle": 20.0}, 184.91124260355033),
        ({"hurdle": None, "shares": 10}, None),
        ({"shares": 10, "hurdle": 40.0}, 600.0),  # 10 × (100 - 40)
        ({"shares": 10, "hurdle": 140.0}, 0.0),
        ({"money": None}, None),
        ({"money": 800.0}, 200.0),  # a quarter of it, at face
        ({"money": 800.0, "hurdle": 25.0}, 150.0),  # 200 × (1 - 25/100)
    ],
)
def test_a_claim_at_todays_price_of_100(
    claim: dict[str, Any], wanted: float | None
) -> None:
    assert AtToday(100.0, 0.04).worth(_claim(**claim)) == (
        wanted if wanted is None else pytest.approx(wanted)
    )


def test_without_a_price_only_money_has_a_worth() -> None:
    today = AtToday(None, 0.04)
    assert today.worth(_claim(shares=10)) is None
    assert today.worth(_claim(shares=10, quoted=5.0)) == 50
    assert today.worth(_claim(money=800.0)) == 200
    assert today.worth(_claim(money=800.0, hurdle=25.0)) is None
