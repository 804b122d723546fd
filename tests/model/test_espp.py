from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.benefit import StockPurchasePlan
from offerlab.core.offer import Offer
from offerlab.model.espp import espp_lines, purchase_gain
from offerlab.model.ledger import Certainty, TaxKind
from tests.conftest import PUBLIC, assume
from tests.model.lines import by_year, with_benefits

Read = Callable[[str], Offer]


def test_a_purchase_plan_gains_the_discount_on_the_limit(read: Read) -> None:
    # $25,000 of stock a year at 15% off: 21,250 put in, 3,750 gained; a dollar gains
    # 15 / 85 = 17.65%.
    found = with_benefits(read, "espp: {discount: 15%, offering_months: 6}")
    assert by_year(found, "espp") == pytest.approx([3_750] * 4)
    # 10% of base is $14,500: × 15 / 85 = $2,558.82.
    less = with_benefits(
        read, "espp: {discount: 15%, offering_months: 6}", "espp_contribution=10%"
    )
    assert by_year(less, "espp")[0] == pytest.approx(14_500 * 15 / 85)


def test_a_look_back_gains_what_the_stock_rose(read: Read) -> None:
    # 21% a year is 10% in half a year. $12,500 of stock at the first day's price is
    # worth 13,750 at the end and cost 0.85 × 12,500 = 10,625: 3,125 twice a year.
    plan = "espp: {discount: 15%, lookback: true, offering_months: 6}"
    found = with_benefits(read, plan, "share_growth_rate=21%")
    assert by_year(found, "espp") == pytest.approx([6_250] * 4)
    # When the stock falls by 10%, the end's price counts: 11,250 × 15% = 1,687.50.
    fallen = with_benefits(read, plan, "share_growth_rate=-19%")
    assert by_year(fallen, "espp") == pytest.approx([3_375] * 4)


def test_a_look_back_is_an_option_where_a_volatility_is_assumed(read: Read) -> None:
    # At the money, half a year, 40%: 2Φ(0.4 × √0.5 / 2) - 1 = 0.1125; 12,500 ×
    # (0.15 + 0.85 × 0.1125) = 3,070.1 twice a year.
    plan = "espp: {discount: 15%, lookback: true, offering_months: 6}"
    found = with_benefits(read, plan, "volatility_rate.public=40%")
    assert by_year(found, "espp")[0] == pytest.approx(6_140, abs=2)


def test_a_look_back_of_unknown_length_is_worth_the_floor(read: Read) -> None:
    found = with_benefits(
        read, "espp: {discount: 15%, lookback: true}", "share_growth_rate=50%"
    )
    assert by_year(found, "espp") == pytest.approx([3_750] * 4)


def test_private_purchase_plans_are_not_counted(read: Read) -> None:
    private = PUBLIC.replace("stage: public", "stage: late")
    found = with_benefits(read, "espp: {discount: 15%}, hsa: 500", text=private)
    assert found.years[0].benefits == pytest.approx({"hsa": 500})


def test_a_falling_price_still_gains_the_floor_of_what_is_put_in(read: Read) -> None:
    # $14,500 put in at 85% of the end's price gains 14,500 × 15 / 85 in any market.
    plan = "espp: {discount: 15%, lookback: true, offering_months: 12}"
    given = "espp_contribution=10%"
    found = with_benefits(read, plan, given, "share_growth_rate=-30%")
    assert by_year(found, "espp")[0] == pytest.approx(14_500 * 15 / 85)


def test_the_limit_is_of_the_first_days_price_without_a_look_back_too(
    read: Read,
) -> None:
    # $25,000 at the first day's price is $27,500 a year later: × 10%.
    plan = "espp: {discount: 10%, offering_months: 12, max_contribution: 20%}"
    found = with_benefits(read, plan, "share_growth_rate=10%")
    assert by_year(found, "espp")[0] == pytest.approx(2_750)


def test_a_contribution_counts_under_a_volatility_too(read: Read) -> None:
    # 10% of 145,000 is 7,250 each half-year; at 85% it buys 7,250 / 0.85 = 8,529.41 of
    # stock, × (0.15 + 0.85 × 0.112463) = 2,094.78, twice a year.
    plan = "espp: {discount: 15%, lookback: true, offering_months: 6}"
    given = ("volatility_rate.public=40%", "espp_contribution=10%")
    found = with_benefits(read, plan, *given)
    assert by_year(found, "espp")[0] == pytest.approx(2 * 2_094.78, abs=0.1)


def test_a_look_back_needs_no_share_price_to_grow(read: Read) -> None:
    # As with a price: 21% a year is 10% in half a year, 3,125 twice a year.
    plan = "espp: {discount: 15%, lookback: true, offering_months: 6}"
    unpriced = PUBLIC.replace(", share_price: 100", "").partition("equity:")[0]
    found = with_benefits(read, plan, "share_growth_rate=21%", text=unpriced)
    assert by_year(found, "espp") == pytest.approx([6_250] * 4)


def test_the_cap_of_the_plan_is_what_is_put_in(read: Read) -> None:
    # 5% of $145,000 is 7,250 a year: × 15 / 85 = 1,279.41.
    plan = "espp: {discount: 15%, offering_months: 6, max_contribution: 5%}"
    found = with_benefits(read, plan)
    assert by_year(found, "espp")[0] == pytest.approx(1_279.41, abs=0.01)


def test_each_purchase_of_an_offering_is_at_the_look_backs_price(read: Read) -> None:
    # 10% of 145,000 is 7,250 a purchase. At 44% a year the price rises by a fifth each
    # half-year: 100, 120, 144, 172.80, 207.36; you always pay 85. Year one: 7,250 / 85
    # × (120 + 144) - 14,500 = 8,017.65; year two × (172.80 + 207.36) = 17,925.41.
    plan = (
        "espp: {discount: 15%, lookback: true, offering_months: 24,"
        " purchase_months: 6, max_contribution: 10%}"
    )
    found = with_benefits(read, plan, "share_growth_rate=44%")
    assert by_year(found, "espp")[:2] == pytest.approx([8_017.65, 17_925.41], abs=0.01)


def test_a_gain_is_a_taxed_market_gain_of_its_purchase(read: Read) -> None:
    plan = StockPurchasePlan(0.15, offering_months=6)
    lines = list(espp_lines(read(PUBLIC), plan, assume(), 2))
    assert [line.month for line in lines] == [6, 12, 18, 24]
    first = lines[0]
    assert (str(first.date), first.item) == ("2027-08-01", "espp")
    assert (first.certainty, first.tax_kind) == (Certainty.MARKET, TaxKind.WAGES)
    assert (first.recurring, first.basis) == (True, "letter")


def test_the_first_purchase_of_an_offering_looks_back_to_its_own_beginning(
    read: Read,
) -> None:
    # Monthly purchases in offerings of a year: month 13 is the first of the second.
    plan = StockPurchasePlan(0.15, lookback=True, offering_months=12, purchase_months=1)
    own = assume(settings=["share_growth_rate=21%"])
    gains = [purchase_gain(read(PUBLIC), plan, own, m) for m in (1, 12, 13)]
    assert gains[0] == pytest.approx(gains[2])
    assert gains[0] < gains[1]


def test_one_volatility_holds_for_every_stock(read: Read) -> None:
    plan = "espp: {discount: 15%, lookback: true, offering_months: 6}"
    every = with_benefits(read, plan, "volatility_rate.all=40%")
    public = with_benefits(read, plan, "volatility_rate.public=40%")
    assert by_year(every, "espp") == by_year(public, "espp")
    assert by_year(every, "espp")[0] == pytest.approx(6_140, abs=2)
    # That of private stock is none of the plan's: 12,500 × 15% twice a year.
    other = with_benefits(read, plan, "volatility_rate.private=40%")
    assert by_year(other, "espp")[0] == pytest.approx(3_750)


def test_the_limit_is_of_dollars(read: Read) -> None:
    # $25,000 are EUR 20,000 at 1.25: × 15% = EUR 3,000.
    cash = PUBLIC.partition("equity:")[0] + "currency: EUR\n"
    plan = "espp: {discount: 15%, offering_months: 6}"
    found = with_benefits(read, plan, "fx.EUR=1.25", text=cash)
    assert by_year(found, "espp")[0] == pytest.approx(3_000)
