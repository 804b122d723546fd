"""One hand-worked case for each kind of grant, with the sum in a comment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from offerlab.core.offer import Offer
from offerlab.errors import AssumptionError
from offerlab.model.ledger import Certainty, Component, Line, TaxKind
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import Totals, summarize
from tests.conftest import PRIVATE, PUBLIC, assume

Read = Callable[[str], Offer]


def with_grant(text: str, grant: str) -> str:
    return text.partition("equity:")[0] + f"equity: {grant}\n"


def totals(offer: Offer, *settings: str) -> Totals:
    return summarize(build_ledger(offer, assume(settings=settings)))


def vest_lines(offer: Offer, *settings: str) -> list[Line]:
    ledger = build_ledger(offer, assume(settings=settings))
    return [line for line in ledger if line.component is not Component.BASE_SALARY]


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
        # Year three: base and the award's part of it.
        base = found.years[2].components[Component.BASE_SALARY]
        assert found.headlines.steady_state == pytest.approx(base + 12_000)
        assert found.headlines.guaranteed_recurring_cash == pytest.approx(base)
    lines = vest_lines(read(with_grant(PRIVATE, grant)))
    assert {line.certainty for line in lines} == {Certainty.GUARANTEED}


def test_a_yearly_cash_award_is_paid_for_the_years_of_the_paper(read: Read) -> None:
    # $12,000 a year for two years, each in four quarters: $12,000 in years 1 and 2.
    grant = (
        "{kind: cash-award, annual_value: 12k, years: 2,"
        " vesting: {months: 12, every_months: 3}}"
    )
    found = totals(read(with_grant(PUBLIC, grant)))
    paid = [year.components[Component.CASH_AWARD] for year in found.years]
    assert paid == pytest.approx([12_000, 12_000, 0, 0])


def test_double_trigger_units_are_nothing_spendable(read: Read) -> None:
    # 4,000 units over 48 months: $12,000 notional, in no total.
    grant = "{kind: double-trigger-rsu, shares: 4000, vesting: snap-4yr}"
    found = totals(read(with_grant(PRIVATE, grant)))
    assert found.total == pytest.approx(600_000)
    assert found.illiquid.notional == pytest.approx(12_000)
    assert found.illiquid.intrinsic == pytest.approx(5_600)  # × $1.40


def test_an_annual_value_is_converted_anew_each_year(read: Read) -> None:
    # $10,000 a year for two years at $100, stock grows 44% a year. Year one: 100
    # shares, a quarter each 3 months: 25 × 100 × 1.44^(3/12, 6/12, 9/12, 1).
    # Year two: converted at $144: floor(10,000 / 144) = 69 shares; floors of 17.25,
    # 34.5, 51.75, 69 give 17, 17, 17, 18, sold at 144 × 1.44^(...).
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2,"
        " vesting: {months: 12, every_months: 3}}"
    )
    found = vest_lines(read(with_grant(PUBLIC, grant)), "share_growth_rate=44%")
    assert [line.shares for line in found] == [25, 25, 25, 25, 17, 17, 17, 18]
    growth = [1.44 ** (k / 12) for k in (3, 6, 9, 12)]
    first = [25 * 100 * g for g in growth]
    second = [n * 144 * g for n, g in zip((17, 17, 17, 18), growth, strict=True)]
    assert [line.amount for line in found] == pytest.approx(first + second)
    assert {line.granted_month for line in found} == {0, 12}


def test_a_grant_of_an_annual_value_ends_with_the_years_of_the_paper(
    read: Read,
) -> None:
    grant = "{kind: rsu, annual_value: 10k, vesting: {months: 12, every_months: 3}}"
    found = totals(read(with_grant(PUBLIC, grant)))
    paid = [year.components[Component.EQUITY] for year in found.years]
    assert paid == pytest.approx([10_000, 0, 0, 0])


def test_an_annual_value_without_any_price_is_money_by_weight(read: Read) -> None:
    text = with_grant(
        PUBLIC.replace(", share_price: 100", ""),
        "{kind: rsu, annual_value: 10k, years: 2,"
        " vesting: {months: 12, every_months: 6}}",
    )
    flat = vest_lines(read(text))
    assert [line.amount for line in flat] == pytest.approx([5_000] * 4)
    assert {line.shares for line in flat} == {None}
    # It rides the stock only from its own day: month 18 is half a year after it.
    grown = vest_lines(read(text), "share_growth_rate=21%")
    assert grown[2].amount == pytest.approx(5_000 * 1.1)


def test_the_letters_conversion_price_is_that_of_the_first_year(read: Read) -> None:
    # $10,000 / $50 = 200 shares at $100 in year one; $10,000 / $100 = 100 in year two.
    grant = (
        "{kind: rsu, annual_value: 10k, years: 2, conversion_price: 50,"
        " vesting: {months: 12, every_months: 12}}"
    )
    found = vest_lines(read(with_grant(PUBLIC, grant)))
    assert [line.shares for line in found] == [200, 100]


def test_a_trailing_average_converts_below_a_rising_price(read: Read) -> None:
    # Year two converts at the mean of the growth path over the 30 days before month
    # 12: each day d back is 100 × 1.21^((12 - d × 12 / 365.25) / 12).
    grant = (
        "{kind: rsu, annual_value: 1_000_000, years: 2, conversion: {rule: average,"
        " days: 30}, vesting: {months: 12, every_months: 12}}"
    )
    found = vest_lines(read(with_grant(PUBLIC, grant)), "share_growth_rate=21%")
    mean = sum(100 * 1.21 ** (1 - d / 365.25) for d in range(30)) / 30
    assert 120 < mean < 121
    assert [line.shares for line in found] == [10_000, int(1_000_000 / mean)]


def test_iso_is_a_cost_to_exercise_and_nothing_spendable(read: Read) -> None:
    # 20,000 options at $0.90: 0.90 × 20,000 = $18,000 to exercise all.
    ledger = build_ledger(read(PRIVATE), assume())
    cost = sum(line.exercise_cost or 0 for line in ledger if line.grant)
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
    text = PRIVATE.replace("  fully_diluted_shares: 50_000_000\n", "")
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


ISO = "{kind: iso, shares: 400_000, strike: 1.00, vesting: lyft-4yr%s}"


def iso_split(read: Read, more: str = "") -> dict[int, tuple[int, int]]:
    """Shares that stay ISO and that count as NSO, by calendar year."""
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 1.00")
    by_year: dict[int, tuple[int, int]] = {}
    for line in vest_lines(read(with_grant(text, ISO % more))):
        assert line.date is not None
        kept, above = by_year.get(line.date.year, (0, 0))
        shares = int(line.shares or 0)
        if line.tax_kind is TaxKind.ISO_SPREAD:
            kept += shares
        else:
            above += shares
        by_year[line.date.year] = (kept, above)
    return by_year


def test_iso_above_100_000_dollars_a_year_counts_as_nso(read: Read) -> None:
    # 400,000 options worth $1.00 each at grant, from 2027-01-11: 100,000 on the
    # first anniversary and 25,000 a quarter after. 2028 has 100,000 + 3 × 25,000 =
    # 175,000: 100,000 stay. 2029 and 2030 have 4 × 25,000, all within the limit;
    # 2031 has the last 25,000.
    assert iso_split(read) == {
        2028: (100_000, 75_000),
        2029: (100_000, 0),
        2030: (100_000, 0),
        2031: (25_000, 0),
    }


def test_early_exercise_makes_all_of_it_exercisable_in_the_first_year(
    read: Read,
) -> None:
    # All 400,000 count in 2027: the first 100,000 that vest stay ISO.
    found = iso_split(read, ", early_exercise: true")
    assert sum(kept for kept, _ in found.values()) == 100_000
    assert sum(above for _, above in found.values()) == 300_000
    assert found[2028] == (100_000, 75_000)


def test_the_split_changes_no_value(read: Read) -> None:
    text = PRIVATE.replace("fmv_409a: 1.40", "fmv_409a: 2.00")
    found = totals(read(with_grant(text, ISO % "")))
    assert found.illiquid.intrinsic == pytest.approx(400_000)
    assert found.illiquid.notional == pytest.approx(1_200_000)


def test_a_public_unit_of_unknown_threshold_is_not_counted(read: Read) -> None:
    grant = "{kind: ppu, shares: 400, vesting: lyft-4yr}"
    offer = read(with_grant(PUBLIC, grant))
    assert vest_lines(offer) == []
    reasons = {item.field: item.reason for item in not_counted(offer, assume())}
    assert "threshold is not told" in reasons["equity.1"]


def test_a_later_year_keeps_the_day_of_the_first(read: Read) -> None:
    # From 29 February 2028: the second year's quarters are on the 29th again.
    grant = (
        "{kind: rsu, annual_value: 12k, years: 2,"
        " vesting: {months: 12, every_months: 3}}"
    )
    text = PUBLIC.replace("2027-02-01", "2028-02-29")
    days = [str(line.date) for line in vest_lines(read(with_grant(text, grant)))]
    assert days == [
        "2028-05-29", "2028-08-29", "2028-11-29", "2029-02-28",
        "2029-05-29", "2029-08-29", "2029-11-29", "2030-02-28",
    ]  # fmt: skip


def test_the_iso_limit_is_in_dollars_and_stops_nothing(read: Read) -> None:
    text = with_grant(PRIVATE, ISO % "") + "currency: EUR\n"
    found = totals(read(text))
    assert found.illiquid.notional == pytest.approx(1_200_000)
    assert {line.tax_kind for line in vest_lines(read(text))} == {TaxKind.ISO_SPREAD}


def test_converted_shares_that_nobody_has_priced_have_no_notional(read: Read) -> None:
    text = PRIVATE.replace("  preferred_price: 3.00\n", "").replace(
        "  fully_diluted_shares: 50_000_000\n", ""
    )
    grant = (
        "{kind: double-trigger-rsu, value: 1e5, conversion_price: 7, vesting: lyft-4yr}"
    )
    assert totals(read(with_grant(text, grant))).illiquid.notional is None
