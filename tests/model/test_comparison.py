from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import AssumptionError, CurrencyError
from offerlab.ingest.offers import read_offers
from offerlab.model.comparison import compare
from offerlab.model.verdict import assess
from tests.conftest import NOTHING_MORE, PRIVATE, PUBLIC, assume, monthly_prices

if TYPE_CHECKING:
    from offerlab.core.benchmark import Benchmark

Write = Callable[[str, str], Path]


def test_the_ranking_is_by_present_value_and_the_order_is_as_given(
    write: Write, benchmark: Benchmark
) -> None:
    # 600,000 late beats nothing: the public offer has 580,000 + 100,000.
    offers, _ = read_offers([write("a.yaml", PRIVATE), write("b.yaml", PUBLIC)])
    found = compare(offers, benchmark, assume())
    assert [each.offer.id for each in found.offers] == ["Northwind Robotics", "Contoso"]
    assert [(rank, each.offer.id) for rank, each in found.ranking] == [
        (1, "Contoso"),
        (2, "Northwind Robotics"),
    ]
    assert [each.total for each in found.offers] == pytest.approx([600_000, 680_000])
    assert all(each.present_value < each.total for each in found.offers)


def test_equal_offers_share_a_rank(write: Write, benchmark: Benchmark) -> None:
    path = write("a.yaml", PUBLIC)
    offers, _ = read_offers([path, path, write("b.yaml", PRIVATE)])
    ranks = [rank for rank, _ in compare(offers, benchmark, assume()).ranking]
    assert ranks == [1, 1, 3]


def test_a_shared_currency_is_kept_and_others_become_dollars(
    write: Write, benchmark: Benchmark
) -> None:
    euros = write("e.yaml", PUBLIC.partition("equity:")[0] + "currency: EUR\n")
    dollars = write("d.yaml", PUBLIC)
    both, _ = read_offers([euros, euros])
    assert compare(both, benchmark, assume()).currency == "EUR"
    mixed, _ = read_offers([euros, dollars])
    with pytest.raises(CurrencyError):
        compare(mixed, benchmark, assume())
    found = compare(mixed, benchmark, assume(settings=["fx.EUR=1.10"]))
    # 145,000 EUR × 4 × 1.10
    assert found.currency == "USD"
    assert found.offers[0].total == pytest.approx(638_000)
    headlines = found.offers[0].headlines
    assert headlines.year_one == pytest.approx(159_500)
    assert headlines.annual_average == pytest.approx(159_500)
    assert headlines.guaranteed_recurring_cash == pytest.approx(159_500)
    assert headlines.four_year == pytest.approx(638_000)


def test_private_stock_is_brought_into_the_currency_of_the_comparison(
    write: Write, benchmark: Benchmark
) -> None:
    # 20,000 shares × EUR 3.00 × 1.10, × (1.40 - 0.90) × 1.10, and in an exit at
    # EUR 150M × 2 / 50,000,000 shares: × (6.00 - 0.90) × 1.10.
    euros = write("e.yaml", PRIVATE + "currency: EUR\n")
    offers, _ = read_offers([euros, write("d.yaml", PUBLIC)])
    own = assume(settings=["fx.EUR=1.10", "exit_scenarios.ipo=300M"])
    found = compare(offers, benchmark, own)
    private, public = (each.illiquid for each in found.offers)
    assert private.notional == pytest.approx(66_000)
    assert private.intrinsic == pytest.approx(11_000)
    assert private.scenario == pytest.approx({"ipo": 112_200})
    assert (public.notional, public.intrinsic) == (0, 0)
    # Who has no private stock needs no note on it.
    assert any("private stock" in note for note in found.notes)
    alone = compare(offers[1:], benchmark, own)
    assert not any("private stock" in note for note in alone.notes)


def test_what_the_ranking_does_not_see_is_said(
    write: Write, benchmark: Benchmark
) -> None:
    offers, _ = read_offers([write("a.yaml", PRIVATE), write("b.yaml", PUBLIC)])
    notes = " ".join(compare(offers, benchmark, assume()).notes)
    assert "state tax differs" in notes
    assert "private stock is not cash" in notes
    one_state = compare(offers[:1] * 2, benchmark, assume())
    assert "state tax" not in " ".join(one_state.notes)


def test_one_offers_own_assumption_moves_only_that_offer(
    write: Write, benchmark: Benchmark
) -> None:
    path = write("a.yaml", PUBLIC)
    offers, _ = read_offers([path, path])
    found = compare(
        offers, benchmark, assume(settings=["Contoso (2):share_growth_rate=10%"])
    )
    first, second = found.offers
    assert first.total == pytest.approx(680_000)
    assert second.total > first.total


def test_offers_are_compared_over_one_horizon(
    write: Write, benchmark: Benchmark
) -> None:
    path = write("a.yaml", PUBLIC)
    offers, _ = read_offers([path, path])
    with pytest.raises(AssumptionError, match="over one horizon"):
        compare(offers, benchmark, assume(settings=["Contoso:horizon_years=2"]))


def test_what_an_offer_leaves_out_goes_along(
    write: Write, benchmark: Benchmark
) -> None:
    text = PUBLIC + "sign_on: {amount: 10k, paid_month: 55, clawback_months: 0}\n"
    text += NOTHING_MORE
    offers, _ = read_offers([write("a.yaml", text), write("b.yaml", PRIVATE)])
    first, _ = compare(offers, benchmark, assume()).offers
    assert [(item.field, "month 55" in item.reason) for item in first.not_counted] == [
        ("sign_on.1", True),
        ("tax", False),
    ]


def test_stock_that_grows_is_not_called_flat(
    write: Write, benchmark: Benchmark
) -> None:
    offers, _ = read_offers([write("a.yaml", PUBLIC), write("b.yaml", PRIVATE)])
    found = compare(
        offers, benchmark, assume(settings=["Contoso:share_growth_rate=5%"])
    )
    assert "Flat stock" not in " ".join(found.notes)
    assert found.offers[0].prices == "assumed to grow 5% a year"


def test_dated_prices_are_named_and_not_called_flat(
    write: Write, benchmark: Benchmark
) -> None:
    prices = write("p.csv", monthly_prices())
    offers, _ = read_offers([write("a.yaml", PUBLIC), write("b.yaml", PRIVATE)])
    told = assume(settings=[f"Contoso:share_prices={prices}"])
    found = compare(offers, benchmark, told)
    assert "Flat stock" not in " ".join(found.notes)
    assert found.offers[0].prices == f"at the prices of {prices}"
    assert found.offers[1].prices is None


def test_a_comparison_is_a_frame_with_a_row_an_offer(
    write: Write, benchmark: Benchmark
) -> None:
    offers, _ = read_offers([write("a.yaml", PRIVATE), write("b.yaml", PUBLIC)])
    settings = ["exit_scenarios.sale=500M"]
    frame = compare(offers, benchmark, assume(settings=settings)).to_frame()
    assert list(frame["offer"]) == ["Northwind Robotics", "Contoso"]
    assert list(frame["rank"]) == [2, 1]
    # 4 × 150,000; 4 × 145,000 + 1,000 shares × $100.
    assert list(frame["total"]) == pytest.approx([600_000, 680_000])
    years = [f"year_{n}" for n in range(1, 5)]
    assert list(frame[years].sum(axis=1)) == pytest.approx([600_000, 680_000])
    # 20,000 options × $3.00, and × ($10 - $0.90); the public offer has no exit.
    assert list(frame["notional"]) == pytest.approx([60_000, 0])
    assert frame["scenario.sale"].iloc[0] == pytest.approx(182_000)
    assert frame["scenario.sale"].isna().tolist() == [False, True]
    assert frame["currency"].dtype == "category"


TERM = PUBLIC.replace("base_salary", "end_date: 2029-01-31\nbase_salary")


def test_a_fixed_term_shortens_every_offer_but_not_its_headlines(
    write: Write, benchmark: Benchmark
) -> None:
    # Two years of 145,000 and 5% of $100,000 in both: the 15% of the second year would
    # vest on the day after. The headlines of the second are those of its four years.
    offers, _ = read_offers([write("a.yaml", TERM), write("b.yaml", PUBLIC)])
    found = compare(offers, benchmark, assume())
    assert [each.total for each in found.offers] == pytest.approx([295_000, 295_000])
    assert found.offers[1].headlines.four_year == pytest.approx(680_000)
    assert found.notes == (
        "Before tax.",
        "Contoso ends on 2029-01-31: every offer is counted over that time only;"
        " headlines are each offer's own.",
    )
    assert found.discount_rate == assume().number("discount_rate")


def test_a_term_of_the_whole_horizon_shortens_nothing(
    write: Write, benchmark: Benchmark
) -> None:
    whole = TERM.replace("2029", "2031")
    offers, _ = read_offers([write("a.yaml", whole), write("b.yaml", PUBLIC)])
    assert compare(offers, benchmark, assume()).notes == ("Before tax.",)


def test_all_that_the_ranking_does_not_see(write: Write, benchmark: Benchmark) -> None:
    low = PRIVATE.replace("150_000\n", "90_000\n")
    offers, _ = read_offers([write("a.yaml", low), write("b.yaml", PUBLIC)])
    found = compare(offers, benchmark, assume())
    assert found.notes == (
        "Before tax; state tax differs.",
        "The ranking counts cash and public stock; private stock is not cash and"
        " stands beside it.",
    )
    for each in found.offers:
        assert each.flags == assess(each.offer, benchmark, assume()).flags
    assert any(each.flags for each in found.offers)


def test_two_foreign_currencies_become_dollars(
    write: Write, benchmark: Benchmark
) -> None:
    cash = PUBLIC.partition("equity:")[0]
    paths = [write(f"{code}.yaml", f"{cash}currency: {code}\n") for code in _TWO]
    offers, _ = read_offers(paths)
    own = assume(settings=["fx.EUR=1.10", "fx.GBP=1.25"])
    assert compare(offers, benchmark, own).currency == "USD"


_TWO = ("EUR", "GBP")


def test_the_one_horizon_is_asked_for_in_words(
    write: Write, benchmark: Benchmark
) -> None:
    path = write("a.yaml", PUBLIC)
    offers, _ = read_offers([path, path])
    words = "^horizon_years: offers are compared over one horizon; set it for all$"
    with pytest.raises(AssumptionError, match=words):
        compare(offers, benchmark, assume(settings=["Contoso:horizon_years=2"]))
