"""The formulas behind ledger lines, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.model.ledger import Component

if TYPE_CHECKING:
    from collections.abc import Iterable

    from offerlab.model.ledger import Line

_FORMULAS = {
    Component.BASE_SALARY: "base salary: a twelfth of the year's base at the end of"
    " each month; base grows by the raise at each anniversary",
    Component.TARGET_BONUS: "target bonus: the target times the payout, at the end of"
    " the year in which it is earned (or in its month, by days worked)",
    Component.SIGN_ON: "sign-on: the amount of the letter, in its month",
    Component.RELOCATION: "relocation: the amount of the letter, in its month",
    Component.EQUITY: "equity: shares that vest × the price of that month, options net"
    " of strike, units of threshold; whole shares by the schedule; an annual value"
    " becomes shares at the price of each year's first day",
    Component.REFRESHER: "refresher: granted at each anniversary, converted at that"
    " day's price, vesting from there",
    Component.CASH_AWARD: "cash award: the money of the letter × the part that vests",
    Component.EMPLOYER_MATCH: "employer match: rate × min(what you put in, the cap) ×"
    " base, as much of it as has vested",
}
_BENEFIT_FORMULAS = {
    "hsa": "hsa: what the employer puts in, a twelfth each month",
    "stipends": "stipends: a twelfth each month",
    "health_premium": "health premium: what you pay, a twelfth each month, as a cost",
    "espp": "espp: stock bought × discount at the end of each offering, sold at once;"
    " with a look-back the price is the lower of the offering's two ends",
}
ILLIQUID_FORMULAS = {
    "notional": "notional: shares × preferred price (else valuation / fully diluted"
    " shares; else percent × valuation × what later rounds leave), gross of strike",
    "intrinsic": "intrinsic: shares × (409A - strike), at least 0",
}
SCENARIO_FORMULA = (
    "scenario: shares × (value at exit × what later rounds leave / fully diluted shares"
    " - strike), at least 0; preferences of investors are not taken off"
)


def component_formulas(lines: Iterable[Line]) -> list[str]:
    """Formula of each component that the lines pay, in the order of a table."""
    paid = {(line.component, line.item) for line in lines}
    kinds = {component for component, _ in paid}
    items = {item for _, item in paid}
    formulas = [_FORMULAS[kind] for kind in _FORMULAS if kind in kinds]
    return formulas + [
        words for item, words in _BENEFIT_FORMULAS.items() if item in items
    ]
