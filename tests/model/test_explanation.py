"""Whatever moves a figure is named where the figure is taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.ingest.assumptions import read_assumptions
from offerlab.model.explanation import explain
from offerlab.model.figure import find, leaves, offer_figures
from offerlab.model.offer_ledger import build_ledger
from tests.conftest import PRIVATE, PUBLIC, assume

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

    Read = Callable[[str], Offer]

BENEFITS = """\
target_bonus: 10%
benefits:
  retirement_match: {rate: 50%, up_to: 6%, vesting: {yearly: [20, 20, 20, 20, 20]}}
  espp: {discount: 15%, lookback: true, offering_months: 6}
"""
HURDLES = """\
equity:
  - {kind: restricted-stock, shares: 400, purchase_price: 7, vesting: snap-4yr}
  - {kind: nso, value: 10_000, value_basis: fair-value, option_value: 21, strike: 64,
     rounding: up, vesting: snap-4yr}
  - {kind: rsu, value: 10_000, conversion_price: 52.1, rounding: nearest,
     vesting: snap-4yr}
  - {kind: ppu, shares: 400, threshold: 55, vesting: snap-4yr}
"""
OFFERS = {
    "hurdles": PUBLIC.partition("equity:")[0] + BENEFITS + HURDLES,
    "public": PUBLIC + BENEFITS,
    "private": PRIVATE + BENEFITS,
    "awards": PUBLIC.partition("equity:")[0]
    + BENEFITS
    + "equity:\n"
    + "  - {kind: rsu, annual_value: 10k, years: 2,"
    + " vesting: {months: 12, every_months: 3}}\n"
    + "  - {kind: nso, shares: 400, strike: 60, vesting: snap-4yr}\n"
    + "  - {kind: cash-award, value: 40k, currency: EUR,"
    + " vesting: {months: 48, every_months: 12}}\n"
    + "refreshers: {annual_value: 12k, vesting: {months: 48, every_months: 3}}\n",
    "abroad": PUBLIC.replace("base_salary:", "currency: EUR\nbase_salary:") + BENEFITS,
}
USUAL = ("share_growth_rate=5%", "fx.EUR=1.1", "exit_scenarios.sale=400_000_000")
CHANGES = (
    "horizon_years=3",
    "raise_rate=7%",
    "bonus_payout=0.5",
    "share_growth_rate=30%",
    "discount_rate=11%",
    "refreshers=none",
    "leaving_rate=20%",
    "rounds=2",
    "retirement_contribution=1%",
    "pay_limit=50_000",
    "deferral_limit=500",
    "espp_contribution=3%",
    "espp_limit=1_000",
    "volatility_rate.public=40%",
    "fx.EUR=1.3",
    "exit_scenarios.sale=900_000_000",
)
FACTS = (
    ("purchase_price: 7", "purchase_price: 9", "equity.1.purchase_price"),
    ("option_value: 21", "option_value: 25", "equity.2.option_value"),
    ("conversion_price: 52.1", "conversion_price: 50", "equity.3.conversion_price"),
    ("threshold: 55", "threshold: 50", "equity.4.threshold"),
    ("base_salary: 145_000", "base_salary: 120_000", "base_salary"),
    ("base_salary: 150_000", "base_salary: 120_000", "base_salary"),
    ("target_bonus: 10%", "target_bonus: 14%", "target_bonus"),
    ("share_price: 100", "share_price: 80", "company.share_price"),
    ("preferred_price: 3.00", "preferred_price: 2.00", "company.preferred_price"),
    ("fmv_409a: 1.40", "fmv_409a: 1.20", "company.fmv_409a"),
    ("strike: 0.90", "strike: 0.50", "equity.1.strike"),
    ("percent: 0.04", "percent: 0.05", "equity.1.percent"),
    ("up_to: 6%", "up_to: 4%", "benefits.retirement_match"),
    ("discount: 15%", "discount: 10%", "benefits.espp"),
    ("value: 40k, currency", "value: 60k, currency", "equity.3.value"),
    ("strike: 60", "strike: 70", "equity.2.strike"),
    ("annual_value: 12k", "annual_value: 16k", "refreshers.annual_value"),
)
MONTHS = ("walkaway[13].benefits", "walkaway[13].paid", "walkaway[13].net")


def values(offer: Offer, assumptions: Assumptions) -> dict[str, float | None]:
    """Every figure of the tree, and some months of leaving, by path."""
    own = assumptions.for_offer(offer.id)
    tree = offer_figures(offer, own, build_ledger(offer, assumptions))
    found = {path: query.value for path, query in leaves(tree)}
    for path in MONTHS:
        query = find(tree, path)
        if query is not None:
            found[path] = query.value
    return found


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", OFFERS)
def test_an_assumption_that_moves_a_figure_is_named_by_explain(
    read: Read, name: str, change: str
) -> None:
    offer = read(OFFERS[name])
    usual = read_assumptions(settings=USUAL)
    changed = read_assumptions(settings=(*USUAL, change))
    key = change.partition("=")[0].partition(".")[0]
    moved = changes(values(offer, usual), values(offer, changed))
    assert not [path for path in moved if key not in named(offer, usual, path)]


@pytest.mark.parametrize(
    ("name", "old", "new", "fact"),
    [
        (name, *fact)
        for name, text in OFFERS.items()
        for fact in FACTS
        if fact[0] in text
    ],
)
def test_a_fact_that_moves_a_figure_is_named_by_explain(
    read: Read, name: str, old: str, new: str, fact: str
) -> None:
    text = OFFERS[name]
    usual = read_assumptions(settings=USUAL)
    offer, changed = read(text), read(text.replace(old, new))
    moved = changes(values(offer, usual), values(changed, usual))
    # A private company's purchase plan is not counted: nothing to move.
    assert moved or (name, fact) == ("private", "benefits.espp")
    assert not [path for path in moved if fact not in named(offer, usual, path)]


def changes(
    before: dict[str, float | None], after: dict[str, float | None]
) -> list[str]:
    """Paths of the figures that differ, sorted."""
    both = sorted(before.keys() & after.keys())
    return [path for path in both if before[path] != pytest.approx(after[path])]


def named(offer: Offer, assumptions: Assumptions, path: str) -> set[str]:
    """Names of the inputs that ``explain`` gives for a figure."""
    return {each.name for each in explain(offer, assumptions, path).inputs}


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("years[3].total", True),
        ("years[4].total", False),
        ("years[3]", True),  # a branch stands for its total
        ("years.total", False),
        ("years[x].total", False),
        ("walkaway[48].net", True),
        ("walkaway[49].net", False),
        ("total.total", False),
    ],
)
def test_a_path_leads_to_a_figure_or_nowhere(
    read: Callable[[str], Offer], path: str, known: bool
) -> None:
    offer, own = read(PUBLIC), assume()
    ledger = build_ledger(offer, own)
    assert (find(offer_figures(offer, own, ledger), path) is not None) is known


def test_shares_are_said_as_the_letter_rounds_them(read: Read) -> None:
    found = explain(read(OFFERS["hurdles"]), assume(), "total")
    said = {each.name: (each.value, each.source) for each in found.inputs}
    # 10,000 / 21 = 476.19 and 10,000 / 52.1 = 191.94
    assert said["equity.2.shares"] == ("477", "worked out, rounded up once")
    nearest = "worked out, rounded to the nearest once"
    assert said["equity.3.shares"] == ("192", nearest)
    assert said["equity.1.shares"] == ("400", "")


def test_a_price_is_said_in_its_own_currency(read: Read) -> None:
    # The offer and the money of its grant are in euros, prices in the company's.
    text = PUBLIC.replace("name: Contoso", "name: Contoso, currency: USD")
    text = text.partition("equity:")[0] + (
        "currency: EUR\nequity: {kind: restricted-stock, value: 10_000,"
        " purchase_price: 7, vesting: snap-4yr}\n"
    )
    found = explain(read(text), assume(settings=["fx.EUR=1.25"]), "total")
    said = {each.name: each.value for each in found.inputs}
    assert said["equity.1.value"] == "€10,000"
    assert said["equity.1.purchase_price"] == "$7"


def test_an_hourly_base_says_its_hours(read: Read) -> None:
    # 60 × 40 × 52; the letter does not say how many hours
    text = PUBLIC.replace("145_000", "{amount: 60, per: hour}")
    found = explain(read(text), assume(), "years[0].components.base_salary")
    said = {each.name: (each.value, each.basis) for each in found.inputs}
    assert said["base_salary"] == ("$124,800 a year ($60 per hour)", "letter")
    assert said["hours_per_week"] == ("40 hours", "assumption")
    told = explain(read(text + "hours_per_week: 38\n"), assume(), "total")
    assert ("38 hours", "letter") in [(each.value, each.basis) for each in told.inputs]


def test_each_year_of_a_bonus_is_an_input(read: Read) -> None:
    text = PUBLIC + (
        "target_bonus: [{year: 1, amount: 9_000, guaranteed: true},"
        " {year: 2, target: 10%}]\n"
    )
    found = explain(read(text), assume(), "years[0].components.target_bonus")
    said = {each.name: each.value for each in found.inputs}
    assert said["target_bonus.1"] == "$9,000, guaranteed for year 1"
    assert said["target_bonus.2"] == "10% of base for year 2"
