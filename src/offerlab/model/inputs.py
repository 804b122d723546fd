"""The facts and assumptions behind ledger lines, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.bonus import TargetBonus, YearBonus
from offerlab.core.grant import granted_shares
from offerlab.core.grant_kind import HURDLES
from offerlab.core.money import format_money, format_percent
from offerlab.core.offer import ASSUMED_HOURS, Offer
from offerlab.model.component import Component
from offerlab.model.granting import award_shares
from offerlab.model.input import Input, assumed, company_fact
from offerlab.model.refresher import counted_refresher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benefit import StockPurchasePlan
    from offerlab.core.grant import Grant
    from offerlab.model.ledger import Line
    from offerlab.model.query import Query

_ROUNDED = {
    "down": "worked out, rounded down once",
    "up": "worked out, rounded up once",
    "nearest": "worked out, rounded to the nearest once",
}
"""Where whole shares come from, by the rounding of the letter."""


def inputs_of(offer: Offer, assumptions: Assumptions, query: Query) -> list[Input]:
    """Facts and assumptions that the lines rest on, each once."""
    found = [*query.inputs, *_inputs(offer, assumptions, query)]
    by_name = {each.name: each for each in reversed(found)}
    return [by_name[name] for name in dict.fromkeys(each.name for each in found)]


def _inputs(offer: Offer, assumptions: Assumptions, query: Query) -> Iterator[Input]:
    lines, measure = query.lines, query.measure
    if offer.start_date is not None:
        yield Input("start_date", offer.start_date.isoformat(), offer.basis)
    yield from _cash(offer, assumptions, lines)
    granted = {line.grant for line in lines}
    grants = [each for each in offer.equity or () if each.number in granted]
    for grant in grants:
        yield from _grant(grant, grant.field, award_shares(offer, grant, assumptions))
    if any(line.component is Component.REFRESHER for line in lines):
        refresher, _ = counted_refresher(offer, assumptions)
        if refresher is not None:
            grants.append(refresher)
            yield from _refresher(offer, refresher)
        yield assumed(assumptions, "refreshers")
    stock = [each for each in grants if each.kind.is_stock]
    yield from _sizes(offer, assumptions, stock)
    if query.valuation is not None:
        claims = [line.claim for line in lines if line.claim is not None]
        yield from query.valuation.inputs(offer, claims)
    yield from _benefits(offer, assumptions, lines)
    yield from _currencies(offer, assumptions, grants)
    if measure in ("expected amount", "chance"):
        yield assumed(assumptions, "leaving_rate")
    if measure == "present value":
        yield assumed(assumptions, "discount_rate")
    yield assumed(assumptions, "horizon_years")


def _cash(
    offer: Offer, assumptions: Assumptions, lines: Sequence[Line]
) -> Iterator[Input]:
    paid = {(line.component, line.month) for line in lines}
    kinds = {component for component, _ in paid}
    if Component.BASE_SALARY in kinds:
        yield from _base(offer)
        yield assumed(assumptions, "raise_rate")
    if Component.TARGET_BONUS in kinds:
        yield from _bonus(offer, assumptions, kinds)
    for key, number, payment in offer.payments:
        if (Component(key), payment.paid_month) in paid:
            amount = format_money(payment.amount, offer.currency)
            words = f"{amount} in month {payment.paid_month}"
            yield Input(f"{key}.{number}", words, payment.basis)


def _base(offer: Offer) -> Iterator[Input]:
    """Base of a year, as the letter writes it, with the hours that it rests on."""
    base, pay = format_money(offer.base_salary, offer.currency), offer.base_pay
    words = f"{base} a year"
    if pay is not None:
        per = pay.per.replace("-", " ")
        words += f" ({format_money(pay.amount, offer.currency)} per {per})"
    yield Input("base_salary", words, offer.base_basis)
    if offer.assumes_hours:
        source = "convention: the letter gives none"
        yield Input("hours_per_week", f"{ASSUMED_HOURS} hours", "assumption", source)
    elif offer.is_hourly:
        yield Input("hours_per_week", f"{offer.hours_per_week:g} hours", offer.basis)


def _bonus(
    offer: Offer, assumptions: Assumptions, kinds: set[Component]
) -> Iterator[Input]:
    bonus = offer.target_bonus
    if bonus is None:
        return
    rates = [bonus.rate, *(year.rate for year in bonus.years)]
    follows_base = any(rate is not None for rate in rates)
    if follows_base and Component.BASE_SALARY not in kinds:
        yield from _base(offer)
        yield assumed(assumptions, "raise_rate")
    for number, year in enumerate(bonus.years, start=1):
        words = f"{_bonus_words(offer, year)} for year {year.year}"
        yield Input(f"target_bonus.{number}", words, bonus.basis)
    if not bonus.years:
        yield Input("target_bonus", _bonus_words(offer, bonus), bonus.basis)
    yield assumed(assumptions, "bonus_payout")


def _bonus_words(offer: Offer, bonus: TargetBonus | YearBonus) -> str:
    """Size of a bonus: ``10% of base``, ``$20,000, guaranteed``."""
    size = format_money(bonus.amount or 0.0, offer.currency)
    if bonus.rate is not None:
        size = f"{100 * bonus.rate:g}% of base"
    if isinstance(bonus, YearBonus):
        return f"{size}, guaranteed" if bonus.guaranteed else size
    return f"{size}, guaranteed in year 1" if bonus.guaranteed_first_year else size


def _grant(grant: Grant, field: str, shares: int | None) -> Iterator[Input]:
    """Facts of one grant; `shares` are those of all its awards."""
    basis = grant.basis
    if grant.percent is not None:
        yield Input(f"{field}.percent", format_percent(grant.percent), basis)
    if grant.value is not None:
        value = format_money(grant.value, grant.currency)
        yield Input(f"{field}.value", value, basis)
    if grant.annual_value is not None:
        value = format_money(grant.annual_value, grant.currency)
        span = f", for {grant.years} years" if grant.years > 1 else ""
        yield Input(f"{field}.annual_value", f"{value} a year{span}", basis)
    if shares is not None:
        how = "" if grant.shares is not None else _ROUNDED[grant.rounding]
        yield Input(f"{field}.shares", f"{shares:,}", basis, how)
    for name in ("conversion_price", "option_value", *HURDLES):
        price = getattr(grant, name)
        if price is not None:
            amount = format_money(price, grant.prices_in)
            yield Input(f"{field}.{name}", amount, basis)
    if grant.conversion is not None:
        days = f" of {grant.conversion.days} days" if grant.conversion.days else ""
        yield Input(f"{field}.conversion", f"{grant.conversion.rule}{days}", basis)
    if grant.vesting_start is not None:
        start = grant.vesting_start.isoformat()
        yield Input(f"{field}.vesting_start", start, basis)
    if grant.vesting is not None:
        origin = "catalogue" if grant.vesting_name else basis
        source = grant.vesting_source or grant.vesting_file or ""
        yield Input(f"{field}.vesting", grant.vesting.wording, origin, source)


def _refresher(offer: Offer, refresher: Grant) -> Iterator[Input]:
    """Facts of the refreshers; what the paper leaves out is marked as assumed."""
    kind = str(refresher.kind)
    yield Input("refreshers.kind", kind, "assumption", "the paper names no kind")
    on_paper = offer.refreshers
    borrowed = on_paper is None or on_paper.vesting is None
    shares = granted_shares(refresher, offer.company)
    for each in _grant(refresher, "refreshers", shares):
        if borrowed and each.name == "refreshers.vesting":
            source = "the paper gives none; that of the first grant"
            yield each._replace(basis="assumption", source=source)
        else:
            yield each


def _currencies(
    offer: Offer, assumptions: Assumptions, grants: Sequence[Grant]
) -> Iterator[Input]:
    """Rates, where a grant or its company is in another currency than the offer."""
    stock = any(each.kind.is_stock for each in grants)
    currencies = {each.currency for each in grants}
    if stock:
        currencies.add(offer.company.currency)
    if currencies - {offer.currency}:
        yield assumed(assumptions, "fx")


def _sizes(
    offer: Offer, assumptions: Assumptions, grants: Sequence[Grant]
) -> Iterator[Input]:
    """What decides how many shares these grants are, besides the letter."""
    if any(grant.percent is not None for grant in grants):
        yield from company_fact(offer, "fully_diluted_shares")
    if any(map(_converts, grants)):
        if offer.company.is_public:
            yield from company_fact(offer, "share_price")
            yield _price_assumption(assumptions)
        else:
            yield from company_fact(offer, "preferred_price")


def _converts(grant: Grant) -> bool:
    """Whether money becomes shares at the company's price."""
    money = grant.value is not None or grant.annual_value is not None
    return money and (grant.conversion_price is None or grant.years > 1)


def _price_assumption(assumptions: Assumptions) -> Input:
    path = assumptions.price_path() is not None
    return assumed(assumptions, "share_prices" if path else "share_growth_rate")


def _benefits(
    offer: Offer, assumptions: Assumptions, lines: Sequence[Line]
) -> Iterator[Input]:
    benefits, items = offer.benefits, {line.item for line in lines}
    if benefits is None:
        return
    if "employer_match" in items and benefits.retirement_match is not None:
        match = benefits.retirement_match
        words = match.wording
        vesting = match.vesting.wording if match.vesting else "yours at once"
        yield Input("benefits.retirement_match", f"{words}, {vesting}", offer.basis)
        yield from _base(offer)
        yield assumed(assumptions, "raise_rate")
        for key in ("retirement_contribution", "pay_limit", "deferral_limit"):
            yield assumed(assumptions, key)
    for item in ("hsa", "stipends", "health_premium"):
        if item in items:
            amount = format_money(getattr(benefits, item), offer.currency)
            yield Input(f"benefits.{item}", f"{amount} a year", offer.basis)
    if "espp" in items and benefits.espp is not None:
        yield from _espp(offer, benefits.espp, assumptions)


def _espp(
    offer: Offer, plan: StockPurchasePlan, assumptions: Assumptions
) -> Iterator[Input]:
    """What moves the gain of a purchase plan; its limit is in US dollars."""
    back = "with a look-back" if plan.lookback else "without a look-back"
    words = f"{100 * plan.discount:g}% discount, {back}"
    yield Input("benefits.espp", words, offer.basis)
    yield from _base(offer)
    for key in ("raise_rate", "espp_contribution", "espp_limit"):
        yield assumed(assumptions, key)
    yield _price_assumption(assumptions)
    if plan.lookback and plan.offering_months is not None:
        yield assumed(assumptions, "volatility_rate")
    if offer.currency != "USD":
        yield assumed(assumptions, "fx")
