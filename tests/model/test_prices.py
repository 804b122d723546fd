"""Prices: growth, dated rows, and many paths at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from offerlab.core.grant import Conversion
from offerlab.core.offer import Offer
from offerlab.core.price import PricePath
from offerlab.errors import AssumptionError
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.prices import (
    PRIOR_MONTH,
    Dated,
    Growth,
    Paths,
    check_price_paths,
    market_prices,
)
from offerlab.model.valuation import AtMarket
from tests.conftest import PUBLIC, assume
from tests.model.lines import with_grant

if TYPE_CHECKING:
    from pathlib import Path

    from offerlab.model.ledger import Ledger

Read = Callable[[str], Offer]


def test_a_price_grows_from_day_0() -> None:
    # 21% a year: 100 × 1.21^(6/12) = 110; an unknown price grows all the same.
    assert Growth(100.0, 0.21).at(6) == pytest.approx(110)
    assert Growth(None, 0.21).at(6) is None
    assert Growth(None, 0.21).growth((6, None), (12, None)) == pytest.approx(1.1)


def test_dated_rows_are_in_the_currency_of_the_offer_and_the_last_one_stays() -> None:
    rows = PricePath("p.csv", (date(2027, 1, 1), date(2027, 1, 20)), (50.0, 60.0))
    prices = Dated(rows, 1.1, 12, "Acme")
    assert prices.at(0, date(2027, 1, 10)) == pytest.approx(55)  # 50 × 1.1
    assert prices.at(13, date(2028, 2, 1)) == pytest.approx(66)  # after the horizon
    with pytest.raises(AssumptionError, match="Acme has no start date"):
        prices.at(0)


@pytest.mark.parametrize(
    "grant",
    [
        "{kind: rsu, shares: 1000, vesting: amazon-new-hire}",
        "{kind: nso, shares: 1000, strike: 90, vesting: amazon-new-hire}",
    ],
)
def test_paths_of_a_flat_price_give_the_flat_figure(read: Read, grant: str) -> None:
    ledger = build_ledger(read(with_grant(PUBLIC, grant)), assume())
    market = ledger.valuations["market"]
    assert isinstance(market, AtMarket)
    flat = replace(market, prices=Paths(np.full((49, 3), 100.0)))
    assert all_worth(flat, ledger) == pytest.approx([ledger_amount(ledger)] * 3)
    # Half the price: 1,000 × 50, and an option at 90 is worth nothing.
    halved = replace(market, prices=Paths(np.full((49, 2), 50.0)))
    assert all_worth(halved, ledger) == pytest.approx(
        [50_000.0 if "rsu" in grant else 0.0] * 2
    )


def all_worth(valuation: AtMarket, ledger: Ledger) -> Any:
    """Worth of all claims of a ledger, path by path."""
    claims = [line.claim for line in ledger if line.claim is not None]
    return sum(valuation.worth(claim) for claim in claims)


def ledger_amount(ledger: Ledger) -> float:
    """Money of all vests of a ledger."""
    return sum(line.amount for line in ledger if line.claim is not None)


def test_each_path_is_valued_by_itself(read: Read) -> None:
    grant = "{kind: rsu, shares: 1000, vesting: {months: 24, every_months: 12}}"
    ledger = build_ledger(read(with_grant(PUBLIC, grant)), assume())
    market = ledger.valuations["market"]
    assert isinstance(market, AtMarket)
    # Rows are months: 100, then 10 or 200 from month 12, and 20 or 400 from month 24.
    by_month = [[100.0, 100.0]] * 12 + [[10.0, 200.0]] * 12 + [[20.0, 400.0]]
    paths = replace(market, prices=Paths(np.array(by_month)))
    found = all_worth(paths, ledger)
    # 500 × 10 + 500 × 20 = 15,000; 500 × 200 + 500 × 400 = 300,000.
    assert found == pytest.approx([15_000, 300_000])


def test_money_by_weight_follows_each_path(read: Read) -> None:
    text = PUBLIC.replace(", share_price: 100", "")
    grant = "{kind: rsu, value: 40_000, vesting: {months: 12, every_months: 12}}"
    ledger = build_ledger(read(with_grant(text, grant)), assume())
    market = ledger.valuations["market"]
    assert isinstance(market, AtMarket)
    by_month = [[10.0, 10.0]] * 12 + [[5.0, 20.0]]
    paths = replace(market, prices=Paths(np.array(by_month)))
    found = all_worth(paths, ledger)
    assert found == pytest.approx([20_000, 80_000])  # 40,000 × 5/10 and × 20/10


def test_dated_growth_is_one_price_over_the_other() -> None:
    # 60 over 50 is 1.2, whatever the exchange rate.
    rows = PricePath("p.csv", (date(2027, 1, 1), date(2027, 1, 20)), (50.0, 60.0))
    prices = Dated(rows, 1.1, 12, "Acme")
    begins, ends = (0, date(2027, 1, 10)), (1, date(2027, 1, 21))
    assert prices.growth(begins, ends) == pytest.approx(1.2)


def test_the_mean_of_the_prior_month_counts_its_own_days() -> None:
    # A conversion on 2027-03-15 counts February: 28 days, ages 15 to 42 days back.
    # One price of a flat year is that price; a rising one is that of each day.
    rule = Conversion("average", over=PRIOR_MONTH)
    day, a_month = date(2027, 3, 15), 365.25 / 12
    ages = [24 - each / a_month for each in range(15, 43)]
    mean = sum(1.21 ** (age / 12) for age in ages) / 28
    found = Growth(100.0, 0.21).average(24, day, rule)
    assert found == pytest.approx(100 * mean, rel=1e-5)
    # Without a day: that of somebody who starts on a first, a month of 30 days.
    ages = [24 - each / a_month for each in range(1, 31)]
    mean = sum(1.21 ** (age / 12) for age in ages) / 30
    found = Growth(100.0, 0.21).average(24, None, rule)
    assert found == pytest.approx(100 * mean, rel=1e-5)


def test_trading_days_reach_back_seven_days_for_five() -> None:
    # Three trading days: 0, 1.4 and 2.8 days before the end of month 12.
    rule = Conversion("average", days=3, calendar="trading")
    ages = [12 - each / (365.25 / 12) for each in (0, 1.4, 2.8)]
    mean = sum(1.21 ** (age / 12) for age in ages) / 3
    found = Growth(100.0, 0.21).average(12, None, rule)
    assert found == pytest.approx(100 * mean, rel=1e-9)


def test_the_average_of_paths_is_that_of_the_months_reached() -> None:
    # 30 days back from the end of month 2 reach into month 1: (20 + 40) / 2; from
    # month 0 there is nothing before it.
    paths = Paths(np.array([[10.0, 1.0], [20.0, 2.0], [40.0, 4.0]]))
    rule = Conversion("average", days=30)
    assert paths.average(2, None, rule) == pytest.approx([30, 3])
    assert paths.average(0, None, rule) == pytest.approx([10, 1])


@pytest.mark.parametrize(
    ("first", "doubted"), [(49, True), (60, False), (190, False), (201, True)]
)
def test_a_first_price_far_from_the_paper_is_doubted(
    read: Read, write: Callable[[str, str], Path], first: int, doubted: bool
) -> None:
    # The paper has $100: less than half of it, or more than twice.
    prices = write("p.csv", f"date,price\n2027-02-01,{first}\n")
    own = assume(settings=[f"share_prices={prices}"])
    assert bool(check_price_paths([read(PUBLIC)], own)) == doubted


ROWS = PricePath(
    "p.csv",
    (date(2027, 1, 1), date(2027, 1, 20), date(2027, 2, 1)),
    (50.0, 60.0, 70.0),
)


def test_only_the_last_row_stays_and_only_after_the_horizon() -> None:
    prices = Dated(ROWS, 1.0, 12, "Acme")
    assert prices.at(13, date(2028, 2, 1)) == 70
    assert prices.at(13, date(2027, 1, 25)) == 60  # a day that has its own row
    with pytest.raises(AssumptionError, match="has no price for 2028-01-01"):
        prices.at(12, date(2028, 1, 1))


def test_rows_without_dates_to_look_up_say_what_to_add() -> None:
    words = (
        "share_prices: Acme has no start date, so its vests have no dates to look up;"
        " add 'start_date' to the offer"
    )
    with pytest.raises(AssumptionError, match=f"^{words}$"):
        Dated(ROWS, 1.0, 12, "Acme").at(0)


@pytest.mark.parametrize(
    ("rule", "mean"),
    [
        # By 2027-02-01: two rows in the last 13 days, one on the day itself.
        (Conversion("average", days=13), (60 + 70) / 2),
        (Conversion("average"), 70),
        (Conversion("average", calendar="trading"), 70),
        (Conversion("average", over=PRIOR_MONTH), (50 + 60) / 2),
    ],
)
def test_an_average_of_rows_is_in_the_currency_of_the_offer(
    rule: Conversion, mean: float
) -> None:
    found = Dated(ROWS, 1.1, 12, "Acme").average(1, date(2027, 2, 1), rule)
    assert found == pytest.approx(1.1 * mean)


def test_an_average_without_days_is_the_price_of_the_day() -> None:
    found = Growth(100.0, 0.21).average(12, None, Conversion("average"))
    assert found == pytest.approx(121)


def test_the_last_prices_of_paths_stay() -> None:
    paths = Paths(np.array([[10.0], [20.0], [40.0]]))
    assert paths.at(2) == paths.at(99) == 40
    # 31 March counts February: 31 to 58 days back, so two months: (10 + 20 + 40) / 3.
    rule = Conversion("average", over=PRIOR_MONTH)
    assert paths.average(2, date(2027, 3, 31), rule) == pytest.approx([70 / 3])


def test_one_file_of_prices_is_of_one_company(
    read: Read, write: Callable[[str, str], Path]
) -> None:
    prices = write("p.csv", "date,price\n2027-02-01,90\n")
    own = assume(settings=[f"share_prices={prices}"])
    offers = [replace(read(PUBLIC), id=name) for name in "ABC"]
    words = (
        "share_prices: one file holds the prices of one company, and there are {}"
        " offers; give it by offer: --set 'A:share_prices=FILE' or"
        " 'B:share_prices=FILE'"
    )
    for count in (2, 3):
        with pytest.raises(AssumptionError, match=f"^{words.format(count)}$"):
            check_price_paths(offers[:count], own)


def test_each_offer_is_held_against_its_own_prices(
    read: Read, write: Callable[[str, str], Path]
) -> None:
    prices = write("p.csv", "date,price\n2027-02-01,40\n")
    offers = [replace(read(PUBLIC), id=name) for name in "AB"]
    own = assume(settings=[f"B:share_prices={prices}"])
    assert check_price_paths(offers, own) == [
        (
            offers[1],
            f"share_prices: {prices} begins at 40, the paper has 100 a share; check"
            " that it is this company's",
        )
    ]


@pytest.mark.parametrize("first", [50, 200])
def test_half_and_twice_the_papers_price_are_not_doubted(
    read: Read, write: Callable[[str, str], Path], first: int
) -> None:
    prices = write("p.csv", f"date,price\n2027-02-01,{first}\n")
    own = assume(settings=[f"share_prices={prices}"])
    assert check_price_paths([read(PUBLIC)], own) == []


def test_the_letters_price_takes_the_place_of_an_unknown_one(read: Read) -> None:
    unpriced = read(PUBLIC.replace(", share_price: 100", ""))
    assert market_prices(unpriced, assume(), 50.0).at(0) == 50
    assert market_prices(read(PUBLIC), assume(), 50.0).at(0) == 100


def test_assumed_rows_know_their_offer_and_its_horizon(
    read: Read, write: Callable[[str, str], Path]
) -> None:
    prices = write("p.csv", "date,price\n2027-02-01,90\n")
    own = assume(settings=[f"share_prices={prices}"])
    found = market_prices(read(PUBLIC), own)
    assert found.at(49, date(2031, 3, 1)) == 90  # after four years
    with pytest.raises(AssumptionError, match="Contoso has no start date"):
        found.at(0)
