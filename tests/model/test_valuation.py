"""One hand-worked case for each kind of grant, with the sum in a comment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.claim import Claim
from offerlab.core.offer import Offer
from offerlab.errors import AssumptionError
from offerlab.model.ledger import Certainty, Component
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.prices import Growth
from offerlab.model.totals import summarize
from offerlab.model.valuation import AtMarket
from tests.conftest import PRIVATE, PUBLIC, UNTOLD_TOTAL, assume
from tests.model.lines import totals, vest_lines, with_grant

Read = Callable[[str], Offer]


def test_restricted_stock_is_worth_its_shares(read: Read) -> None:
    # Public: 1,000 shares at $100, a quarter each year: $25,000 a year.
    yearly = "{months: 48, every_months: 12}"
    grant = f"{{kind: restricted-stock, shares: 1000, vesting: {yearly}}}"
    found = totals(read(with_grant(PUBLIC, grant)))
    assert [y.components[Component.EQUITY] for y in found.years] == [25_000] * 4
    # Private: 10,000 × $3.00 = $30,000 notional, 10,000 × $1.40 = $14,000 intrinsic.
    grant = "{kind: restricted-stock, shares: 10_000, vesting: lyft-4yr}"
    illiquid = totals(read(with_grant(PRIVATE, grant))).illiquid
    assert (illiquid.notional, illiquid.intrinsic) == (30_000, 14_000)


def test_participation_units_are_worth_what_exceeds_the_threshold(read: Read) -> None:
    # Private, at the preferred price of $3.00: 10,000 units are $30,000 notional,
    # gross of the threshold; at the 409A of $1.40: 10,000 × (1.40 - 1.00) = $4,000.
    grant = "{kind: ppu, shares: 10_000, threshold: 1.00, vesting: lyft-4yr}"
    illiquid = totals(read(with_grant(PRIVATE, grant))).illiquid
    assert illiquid.notional == pytest.approx(30_000)
    assert illiquid.intrinsic == pytest.approx(4_000)
    # Public at $100: 100 × (100 - 60) = $4,000 in all.
    grant = "{kind: ppu, shares: 100, threshold: 60, vesting: lyft-4yr}"
    found = totals(read(with_grant(PUBLIC, grant)))
    assert sum(y.components[Component.EQUITY] for y in found.years) == 4_000


def test_a_unit_of_unknown_threshold_has_no_intrinsic_value(read: Read) -> None:
    illiquid = totals(
        read(with_grant(PRIVATE, "{kind: ppu, shares: 100, vesting: lyft-4yr}"))
    ).illiquid
    assert illiquid.notional == pytest.approx(300)
    assert illiquid.intrinsic is None


def test_a_cash_award_is_money_whatever_the_company(read: Read) -> None:
    # $40,000 over four years, 10/20/30/40: $4,000, $8,000, $12,000, $16,000.
    grant = "{kind: cash-award, value: 40k, vesting: {yearly: [10, 20, 30, 40]}}"
    for text in (PUBLIC, PRIVATE):
        found = totals(read(with_grant(text, grant)))
        paid = [year.components[Component.CASH_AWARD] for year in found.years]
        assert paid == pytest.approx([4_000, 8_000, 12_000, 16_000])
        assert found.illiquid.notional == 0
        # A year on average: base and a quarter of the award.
        base = found.years[2].components[Component.BASE_SALARY]
        assert found.headlines.annual_average == pytest.approx(base + 10_000)
        assert found.headlines.guaranteed_recurring_cash == pytest.approx(base)
    lines = vest_lines(read(with_grant(PRIVATE, grant)))
    assert {line.certainty for line in lines} == {Certainty.GUARANTEED}


def test_double_trigger_units_are_nothing_spendable(read: Read) -> None:
    # 4,000 units over 48 months: $12,000 notional, in no total.
    grant = "{kind: double-trigger-rsu, shares: 4000, vesting: snap-4yr}"
    found = totals(read(with_grant(PRIVATE, grant)))
    assert found.total == pytest.approx(600_000)
    assert found.illiquid.notional == pytest.approx(12_000)
    assert found.illiquid.intrinsic == pytest.approx(5_600)  # × $1.40


def test_iso_is_a_cost_to_exercise_and_nothing_spendable(read: Read) -> None:
    # 20,000 options at $0.90: 0.90 × 20,000 = $18,000 to exercise all.
    ledger = build_ledger(read(PRIVATE), assume())
    cost = sum(ledger.worth(line, "exercise_cost") for line in ledger)
    assert cost == pytest.approx(18_000)
    assert summarize(ledger).total == pytest.approx(600_000)


def test_three_figures_for_private_stock_and_none_is_cash(read: Read) -> None:
    # 20,000 of 50M shares. An exit at $500M is $10 a share: 20,000 × (10 - 0.90) =
    # $182,000; after rounds C and D (12.6%, 10.3%) 10 × 0.874 × 0.897 = $7.83978:
    # 20,000 × (7.83978 - 0.90) = $138,795.60.
    offer = read(PRIVATE)
    flat = totals(offer, "exit_scenarios.sale=500M", "exit_scenarios.fire=10M")
    assert flat.illiquid.scenario == pytest.approx({"sale": 182_000, "fire": 0})
    assert flat.illiquid.notional == pytest.approx(60_000)
    assert flat.illiquid.intrinsic == pytest.approx(10_000)
    diluted = totals(offer, "exit_scenarios=500M", "rounds=2")
    assert diluted.illiquid.scenario == pytest.approx({"all": 138_795.6})
    assert diluted.total == flat.total == pytest.approx(600_000)
    assert totals(offer).illiquid.scenario is None


def test_a_scenario_of_a_percent_without_shares(read: Read) -> None:
    # 0.04% of $500M is $200,000 of stock without a strike; of options it is unknown.
    text = PRIVATE.replace(UNTOLD_TOTAL, "")
    stock = read(text.replace("kind: iso", "kind: double-trigger-rsu"))
    found = totals(stock, "exit_scenarios.sale=500M").illiquid.scenario
    assert found == pytest.approx({"sale": 200_000})
    options = totals(read(text), "exit_scenarios.sale=500M").illiquid.scenario
    assert options == {"sale": None}


def test_dated_prices_replace_growth(
    read: Read, write: Callable[[str, str], object]
) -> None:
    # 50 shares on 2028-02-01 at $120, 150 on 2029-02-01 at $90, ...
    path = write(
        "p.csv",
        "date,price\n2028-02-01,120\n2029-01-20,90\n2029-08-01,80\n2030-02-01,80\n"
        "2030-08-01,80\n2031-02-01,70\n",
    )
    found = vest_lines(read(PUBLIC), f"share_prices={path}")
    assert [line.amount for line in found] == pytest.approx(
        [6_000, 13_500, 16_000, 16_000, 16_000, 14_000]
    )


def test_dated_prices_need_dates(
    read: Read, write: Callable[[str, str], object]
) -> None:
    path = write("p.csv", "date,price\n2028-02-01,120\n")
    undated = read(PUBLIC.replace("start_date: 2027-02-01\n", ""))
    with pytest.raises(AssumptionError, match="no start date"):
        vest_lines(undated, f"share_prices={path}")
    with pytest.raises(AssumptionError, match="no price for 2029-02-01"):
        vest_lines(read(PUBLIC), f"share_prices={path}")


def test_a_public_unit_of_unknown_threshold_is_not_counted(read: Read) -> None:
    grant = "{kind: ppu, shares: 400, vesting: lyft-4yr}"
    offer = read(with_grant(PUBLIC, grant))
    assert vest_lines(offer) == []
    reasons = {item.field: item.reason for item in not_counted(offer, assume())}
    assert "threshold is not stated" in reasons["equity.1"]


def test_converted_shares_that_nobody_has_priced_have_no_notional(read: Read) -> None:
    text = PRIVATE.replace("  preferred_price: 3.00\n", "").replace(
        "  fully_diluted_shares: 50_000_000\n", ""
    )
    grant = (
        "{kind: double-trigger-rsu, value: 1e5, conversion_price: 7, vesting: lyft-4yr}"
    )
    assert totals(read(with_grant(text, grant))).illiquid.notional is None


def test_money_of_options_needs_the_price_of_its_day() -> None:
    # $1,000 of options at 60, granted at 100: 1,000 × (1 − 60/100) = 400; without a
    # price nobody knows what is above the strike.
    claim = Claim(shares=None, money=1_000.0, hurdle=60.0, is_option=True)
    assert AtMarket(Growth(100.0), assume()).worth(claim) == pytest.approx(400)
    assert AtMarket(Growth(None), assume()).worth(claim) is None


def test_shares_without_a_price_have_no_worth() -> None:
    # 10 × (100 − 60) = 400, and nothing is known without the price.
    claim = Claim(shares=10, hurdle=60.0, is_option=True)
    assert AtMarket(Growth(100.0), assume()).worth(claim) == pytest.approx(400)
    assert AtMarket(Growth(None), assume()).worth(claim) is None


def test_a_bare_claim_is_whole_shares_of_day_0() -> None:
    # 3 × $100 on day 0; $1,000 granted and vesting on day 0 has not grown.
    market = AtMarket(Growth(100.0, 0.21), assume())
    assert market.worth(Claim(shares=3)) == pytest.approx(300)
    assert market.worth(Claim(shares=None, money=1_000.0)) == pytest.approx(1_000)


def test_the_price_of_the_letter_grows_where_the_market_has_none() -> None:
    # 10 shares that the letter converts at $50, a year on at 21%: 10 × 50 × 1.21.
    market = AtMarket(Growth(None, 0.21), assume())
    claim = Claim(shares=10, quoted=50.0, month=12)
    assert market.worth(claim) == pytest.approx(605)


@pytest.mark.parametrize(
    ("price", "grant", "named"),
    [
        # Shares at a known price need neither valuation nor all shares.
        ("  preferred_price: 3.00\n", "shares: 1000", {"preferred_price"}),
        # Without the price both stand for it.
        ("", "shares: 1000", {"valuation", "fully_diluted_shares"}),
    ],
)
def test_what_a_notional_value_rests_on(
    read: Read, price: str, grant: str, named: set[str]
) -> None:
    text = PRIVATE.replace("  preferred_price: 3.00\n", price)
    offer = read(with_grant(text, f"{{kind: rsu, {grant}, vesting: lyft-4yr}}"))
    ledger = build_ledger(offer, assume())
    claims = [line.claim for line in ledger if line.claim is not None]
    found = {
        each.name.removeprefix("company.")
        for each in ledger.valuations["notional"].inputs(offer, claims)
    }
    assert found & {"preferred_price", "valuation", "fully_diluted_shares"} == named
