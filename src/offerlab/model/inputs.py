"""The facts and assumptions behind ledger lines, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.grant import granted_shares
from offerlab.core.money import format_money, format_percent
from offerlab.model.ledger import Component, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


@dataclass(frozen=True, slots=True)
class Input:
    """A number that a figure rests on.

    Attributes
    ----------
    name : str
        Dotted key of the offer file, or key of the assumption.
    value : str
        As a person reads it.
    basis : str
        contract, letter, verbal, assumption, or catalogue.
    source : str
        Of assumptions and catalogue entries, and dates of prices.
    """

    name: str
    value: str
    basis: str
    source: str = ""


def inputs_of(
    offer: Offer, assumptions: Assumptions, lines: Sequence[Line], measure: str
) -> Iterator[Input]:
    """Facts and assumptions that the lines rest on, in the order of the file."""
    yield from _cash(offer, assumptions, lines)
    granted = {line.grant for line in lines}
    grants = [each for each in offer.equity or () if each.number in granted]
    for grant in grants:
        yield from _grant(offer, grant)
    if grants:
        yield from _company(offer, grants, measure)
        if offer.company.is_public:
            yield _assumed(assumptions, "share_growth_rate")
        elif measure == "notional" and assumptions.whole("rounds"):
            yield _assumed(assumptions, "rounds")
            yield _assumed(assumptions, "dilution_per_round")
    if measure == "present value":
        yield _assumed(assumptions, "discount_rate")
    yield _assumed(assumptions, "horizon_years")


def _cash(
    offer: Offer, assumptions: Assumptions, lines: Sequence[Line]
) -> Iterator[Input]:
    paid = {(line.component, line.month) for line in lines}
    kinds = {component for component, _ in paid}
    if Component.BASE_SALARY in kinds:
        base = format_money(offer.base_salary, offer.currency)
        yield Input("base_salary", f"{base} a year", offer.base_basis)
        yield _assumed(assumptions, "raise_rate")
    if Component.TARGET_BONUS in kinds:
        yield from _bonus(offer, assumptions)
    for component, payments in (
        (Component.SIGN_ON, offer.sign_on),
        (Component.RELOCATION, offer.relocation),
    ):
        for number, payment in enumerate(payments, start=1):
            if (component, payment.paid_month) in paid:
                amount = format_money(payment.amount, offer.currency)
                words = f"{amount} in month {payment.paid_month}"
                yield Input(f"{component}.{number}", words, payment.basis)


def _assumed(assumptions: Assumptions, key: str) -> Input:
    item = assumptions.by_key[key]
    value = (
        f"{item.value:g}" if isinstance(item.value, int | float) else str(item.value)
    )
    return Input(key, f"{value} {item.unit}", "assumption", item.source)


def _bonus(offer: Offer, assumptions: Assumptions) -> Iterator[Input]:
    bonus = offer.target_bonus
    if bonus is None:
        return
    size = format_money(bonus.amount or 0.0, offer.currency)
    if bonus.rate is not None:
        size = f"{100 * bonus.rate:g}% of base"
    yield Input("target_bonus", size, bonus.basis)
    yield _assumed(assumptions, "bonus_payout")


def _grant(offer: Offer, grant: Grant) -> Iterator[Input]:
    field, basis = grant.field, grant.basis
    if grant.percent is not None:
        yield Input(f"{field}.percent", format_percent(grant.percent), basis)
    if grant.value is not None:
        value = format_money(grant.value, grant.currency)
        yield Input(f"{field}.value", value, basis)
    shares = granted_shares(grant, offer.company)
    if shares is not None:
        how = "" if grant.shares is not None else "worked out, rounded down once"
        yield Input(f"{field}.shares", f"{shares:,}", basis, how)
    for name, price in (
        ("conversion_price", grant.conversion_price),
        ("strike", grant.strike),
    ):
        if price is not None:
            amount = format_money(price, grant.currency)
            yield Input(f"{field}.{name}", amount, basis)
    if grant.vesting is not None:
        named = grant.vesting_name
        origin = "catalogue" if named else basis
        yield Input(
            f"{field}.vesting", grant.vesting.wording, origin, grant.vesting_source
        )


def _company(offer: Offer, grants: Sequence[Grant], measure: str) -> Iterator[Input]:
    """Facts of the company that the values of these grants are made from."""
    company = offer.company
    dated = f"as of {company.as_of}" if company.as_of else "undated"
    for name in _company_facts(offer, grants, measure):
        value = getattr(company, name)
        if value is not None:
            text = f"{value:,}"
            if name != "fully_diluted_shares":
                text = format_money(value, company.currency)
            yield Input(f"company.{name}", text, offer.basis, dated)


def _company_facts(offer: Offer, grants: Sequence[Grant], measure: str) -> list[str]:
    names = []
    if any(grant.percent is not None for grant in grants):
        names.append("fully_diluted_shares")
    if offer.company.is_public:
        names.append("share_price")
    elif measure == "intrinsic":
        names.append("fmv_409a")
    elif measure == "notional":
        names.append("preferred_price")
    if any(granted_shares(grant, offer.company) is None for grant in grants) or (
        measure == "notional" and offer.company.preferred_price is None
    ):
        names += ["valuation", "fully_diluted_shares"]
    return list(dict.fromkeys(names))
