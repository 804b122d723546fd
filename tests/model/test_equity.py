from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from offerlab.core.grant import Grant, GrantKind
from offerlab.core.offer import Offer
from offerlab.errors import AssumptionError
from offerlab.model.granting import vests as vests_of
from offerlab.model.ledger import VESTING, Certainty, Line
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import summarize
from tests.conftest import PRIVATE, PUBLIC, UNTOLD_TOTAL, assume
from tests.model.lines import vest_lines, with_grant

if TYPE_CHECKING:
    from offerlab.model.award import Vest

Read = Callable[[str], Offer]


def lines(offer: Offer, *settings: str) -> list[Line]:
    ledger = build_ledger(offer, assume(settings=settings))
    return [line for line in ledger if line.component in VESTING]


def vests(offer: Offer, grant: Grant) -> list[Vest]:
    return vests_of(offer, grant, assume())


def test_private_stock_is_never_cash(private_offer: Offer) -> None:
    ledger = build_ledger(private_offer, assume())
    totals = summarize(ledger)
    assert {line.amount for line in ledger if line.grant} == {0.0}
    assert [list(year.components) for year in totals.years] == [["base_salary"]] * 4
    assert totals.total == pytest.approx(600_000)


def test_notional_is_gross_of_strike_and_intrinsic_net_at_the_409a(
    private_offer: Offer,
) -> None:
    # 0.04% of 50M is 20,000 shares: × $3.00 = $60,000; × ($1.40 - $0.90) = $10,000.
    # A quarter vests in each year.
    totals = summarize(build_ledger(private_offer, assume()))
    assert totals.illiquid.notional == pytest.approx(60_000)
    assert totals.illiquid.intrinsic == pytest.approx(10_000)
    assert [year.illiquid.notional for year in totals.years] == pytest.approx(
        [15_000] * 4
    )


def test_intrinsic_is_never_negative(read: Read) -> None:
    offer = read(PRIVATE.replace("strike: 0.90", "strike: 2.00"))
    assert summarize(build_ledger(offer, assume())).illiquid.intrinsic == 0


@pytest.mark.parametrize(
    ("old", "new", "notional", "intrinsic"),
    [
        # Without a preferred price: valuation / fully diluted = 3.00 a share.
        ("  preferred_price: 3.00\n", "", 60_000, 10_000),
        # Without fully diluted shares they are derived: 150M / 3.00 = 50 million.
        ("  fully_diluted_shares: 50_000_000\n", "", 60_000, 10_000),
        # Without both: 0.04% × 150M; no shares, no intrinsic.
        (UNTOLD_TOTAL, "", 60_000, None),
        ("  fmv_409a: 1.40\n", "", 60_000, None),
        (", strike: 0.90", "", 60_000, None),
    ],
)
def test_a_missing_input_gives_null_where_it_is_needed(
    read: Read, old: str, new: str, notional: float, intrinsic: float | None
) -> None:
    illiquid = summarize(
        build_ledger(read(PRIVATE.replace(old, new)), assume())
    ).illiquid
    assert illiquid.notional == pytest.approx(notional)
    assert illiquid.intrinsic == (intrinsic and pytest.approx(intrinsic))


def test_a_company_of_unknown_stage_is_illiquid(read: Read) -> None:
    offer = read(PUBLIC.replace("stage: public, ", ""))
    assert {line.certainty for line in lines(offer)} == {Certainty.ILLIQUID}


def test_public_stock_is_worth_its_price_path(public_offer: Offer) -> None:
    # 1,000 shares at $100: 50, 150, then 200 each half-year. At 10% a year a vest in
    # month m is worth 100 × 1.1^(m / 12): 50 × 110 = 5,500; 150 × 121 = 18,150;
    # 200 × 100 × 1.1^2.5 = 25,381.17.
    flat = [(line.month, line.amount) for line in lines(public_offer)]
    assert flat == [
        (12, 5_000), (24, 15_000), (30, 20_000), (36, 20_000), (42, 20_000),
        (48, 20_000),
    ]  # fmt: skip
    grown = [line.amount for line in lines(public_offer, "share_growth_rate=10%")]
    assert grown[:3] == pytest.approx([5_500, 18_150, 25_381.17], abs=0.01)


def test_public_options_are_one_line_net_of_strike(read: Read) -> None:
    text = with_grant(
        PUBLIC, "{kind: nso, shares: 1000, strike: 60, vesting: snap-1yr}"
    )
    offer = read(text)
    assert sum(line.amount for line in lines(offer)) == pytest.approx(40_000)
    under = read(text.replace("strike: 60", "strike: 160"))
    assert sum(line.amount for line in lines(under)) == 0


def test_a_value_without_a_price_is_money_by_weight(read: Read) -> None:
    text = PUBLIC.replace(", share_price: 100", "")
    grant = "{kind: rsu, value: 300k, vesting: {yearly: [38, 32, 20, 10]}}"
    found = lines(read(with_grant(text, grant)))
    assert [line.amount for line in found] == pytest.approx(
        [114_000, 96_000, 60_000, 30_000]
    )
    assert {line.shares for line in found} == {None}


def test_a_converted_value_rides_the_stock(read: Read) -> None:
    # $160,000 / $50 = 3,200 shares, worth $100 today: $320,000.
    grant = "{kind: rsu, value: 160k, conversion_price: 50, vesting: lyft-1yr}"
    offer = read(with_grant(PUBLIC, grant))
    assert sum(line.amount for line in lines(offer)) == pytest.approx(320_000)


def test_the_conversion_price_stands_in_for_a_missing_market_price(read: Read) -> None:
    text = PUBLIC.replace(", share_price: 100", "")
    grant = "{kind: rsu, value: 160k, conversion_price: 50, vesting: lyft-1yr}"
    offer = read(with_grant(text, grant))
    assert sum(line.amount for line in lines(offer)) == pytest.approx(160_000)


def test_shares_without_any_price_are_not_counted(read: Read) -> None:
    assert lines(read(PUBLIC.replace(", share_price: 100", ""))) == []


def test_vesting_may_start_on_another_day(read: Read) -> None:
    # Employment from 2027-02-01, vesting from 2027-02-15: the first quarter's vest on
    # 2027-05-15 is in month 4 of employment.
    grant = "{kind: rsu, shares: 40, vesting: lyft-1yr, vesting_start: 2027-02-15}"
    offer = read(with_grant(PUBLIC, grant))
    dated = [
        (each.month, str(each.tranche.date)) for each in vests(offer, grants(offer))
    ]
    assert dated[0] == (4, "2027-05-15")
    assert dated[-1] == (13, "2028-02-15")


def test_what_vests_before_the_first_day_vests_on_it(read: Read) -> None:
    # From 2026-08-01 quarterly: 2026-11-01 and 2027-02-01 fall on day 0 together.
    grant = "{kind: rsu, shares: 40, vesting: lyft-1yr, vesting_start: 2026-08-01}"
    offer = read(with_grant(PUBLIC, grant))
    first = vests(offer, grants(offer))[0]
    assert (first.month, str(first.tranche.date)) == (0, "2027-02-01")
    assert (first.tranche.shares, first.tranche.cumulative) == (20, 20)


def grants(offer: Offer):  # type: ignore[no-untyped-def]
    return (offer.equity or ())[0]


def test_dilution_is_a_product_and_used_with_percent_times_value_only(
    read: Read,
) -> None:
    # Without fully diluted shares the notional is 0.04% × 150M = 60,000. A Series B
    # company's next rounds are C (12.6%) and D (10.3%): 60,000 × 0.874 × 0.897.
    text = PRIVATE.replace(UNTOLD_TOTAL, "")
    ledger = build_ledger(read(text), assume(settings=["rounds=2"]))
    assert summarize(ledger).illiquid.notional == pytest.approx(60_000 * 0.874 * 0.897)
    # With a price a share it is in the price already.
    ledger = build_ledger(read(PRIVATE), assume(settings=["rounds=2"]))
    assert summarize(ledger).illiquid.notional == pytest.approx(60_000)


def test_another_currency_needs_a_rate(read: Read) -> None:
    # 160,000 EUR × 1.10 = 176,000 USD of stock without a price of its own.
    text = PUBLIC.replace(", share_price: 100", "")
    grant = "{kind: rsu, value: 160k, currency: EUR, vesting: lyft-1yr}"
    offer = read(with_grant(text, grant))
    found = lines(offer, "fx.EUR=1.10")
    assert sum(line.amount for line in found) == pytest.approx(176_000)


def test_public_options_without_a_share_count_are_net_of_strike(read: Read) -> None:
    # 0.05% of $3B is $1.5M of shares at $60: 25,000 × ($60 - $59) = $25,000.
    text = PUBLIC.replace("share_price: 100", "share_price: 60, valuation: 3e9")
    grant = "{kind: nso, percent: 0.05, strike: 59, vesting: lyft-1yr}"
    offer = read(with_grant(text, grant))
    assert sum(line.amount for line in lines(offer)) == pytest.approx(25_000)
    priceless = read(with_grant(text.replace("share_price: 60, ", ""), grant))
    assert lines(priceless) == []


@pytest.mark.parametrize(
    "grant",
    [
        "{kind: iso, percent: 0.04, strike: 1}",
        "{kind: ppu, shares: 100}",
        "unknown",
    ],
)
def test_private_equity_that_is_not_counted_is_unknown_and_not_zero(
    read: Read, grant: str
) -> None:
    totals = summarize(build_ledger(read(with_grant(PRIVATE, grant)), assume()))
    assert totals.illiquid.notional is None
    assert totals.years[0].illiquid.intrinsic is None


def test_converted_shares_without_any_price_have_no_notional(read: Read) -> None:
    text = PRIVATE.replace("  preferred_price: 3.00\n", "").replace(
        "  valuation: 150_000_000\n", ""
    )
    grant = (
        "{kind: double-trigger-rsu, value: 1e5, conversion_price: 7, vesting: lyft-1yr}"
    )
    totals = summarize(build_ledger(read(with_grant(text, grant)), assume()))
    assert totals.illiquid.notional is None


def test_later_vests_of_unknown_shares_are_told_as_unknown(read: Read) -> None:
    text = PRIVATE.replace(UNTOLD_TOTAL, "")
    ledger = build_ledger(read(text), assume(settings=["horizon_years=2"]))
    beyond = summarize(ledger).beyond_horizon
    assert beyond.vests > 0
    assert beyond.shares is None
    assert beyond.notional == pytest.approx(30_000)


def test_rounds_need_a_stage(read: Read) -> None:
    text = PRIVATE.replace("  stage: series-b\n", "").replace(UNTOLD_TOTAL, "")
    with pytest.raises(AssumptionError, match="the stage of Northwind Robotics"):
        build_ledger(read(text), assume(settings=["rounds=2"]))


def test_without_a_start_date_a_vest_has_no_date(read: Read) -> None:
    text = PUBLIC.replace("start_date: 2027-02-01\n", "").replace(
        "vesting: amazon", "vesting_start: 2027-03-01, vesting: amazon"
    )
    assert {line.date for line in lines(read(text))} == {None}


def test_a_cash_award_is_a_line_of_its_grant(read: Read) -> None:
    grant = (
        "{kind: cash-award, value: 12k, granted_month: 6, basis: verbal,"
        " vesting: {months: 24, every_months: 12}}"
    )
    first, second = vest_lines(read(with_grant(PUBLIC, grant)))
    assert [first.amount, second.amount] == pytest.approx([6_000, 6_000])
    assert [str(first.date), str(second.date)] == ["2028-02-01", "2029-02-01"]
    row = GrantKind.CASH_AWARD.row
    assert (first.certainty, first.tax_kind) == (row.certainty, row.tax)
    assert (first.recurring, first.basis) == (False, "verbal")
    # Granted on the last day of month 6: who leaves on it does not have it.
    assert (first.grant, first.held_from) == (1, 7)


def test_a_vest_does_not_come_back(read: Read) -> None:
    assert not any(line.recurring for line in vest_lines(read(PUBLIC)))
