"""The components of pay, in one table: a new one is a row here, and its arithmetic."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Component(StrEnum):
    """What a line pays, in the order of a table."""

    BASE_SALARY = "base_salary"
    TARGET_BONUS = "target_bonus"
    SIGN_ON = "sign_on"
    RELOCATION = "relocation"
    EQUITY = "equity"
    REFRESHER = "refresher"
    CASH_AWARD = "cash_award"
    EMPLOYER_MATCH = "employer_match"
    BENEFIT = "benefit"


class Fill(NamedTuple):
    """How a component's bars are filled in a plot."""

    color: str
    hatch: str
    label: str


class Row(NamedTuple):
    """What is known of a component.

    Attributes
    ----------
    label : str
        In tables.
    formula : str
        How its lines come about, in words; empty where the item has its own.
    name : str
        Of a one-off payment, in sentences.
    group : str or None
        Row that it shares with others in the table of `compare`; None: its own row.
    vests : bool
        Grants, later grants, and money that vests like stock.
    beside : bool
        Whether it is beside the total and in no headline.
    fill : Fill or None
        In plots; None where no plot shows it.
    """

    label: str
    formula: str
    name: str = ""
    group: str | None = None
    vests: bool = False
    beside: bool = False
    fill: Fill | None = None


COMPONENTS = {
    Component.BASE_SALARY: Row(
        "base salary",
        "base salary: a twelfth of the year's base at the end of each month; base grows"
        " by the raise at each anniversary",
        fill=Fill("#0072B2", "", "base salary"),
    ),
    Component.TARGET_BONUS: Row(
        "target bonus",
        "target bonus: the target times the payout, at the end of the year in which it"
        " is earned (or in its month, by days worked)",
        fill=Fill("#E69F00", "..", "bonus (target, or guaranteed)"),
    ),
    Component.SIGN_ON: Row(
        "sign-on",
        "sign-on: the amount of the letter, in its month",
        name="sign-on bonus",
        group="sign-on, relocation",
        fill=Fill("#F0E442", "", "sign-on (one-off)"),
    ),
    Component.RELOCATION: Row(
        "relocation",
        "relocation: the amount of the letter, in its month",
        name="relocation payment",
        group="sign-on, relocation",
        fill=Fill("#DDDDDD", "--", "relocation (one-off)"),
    ),
    Component.EQUITY: Row(
        "equity",
        "equity: shares that vest × the price of that month, options net of strike,"
        " participation units net of their threshold; whole shares by the schedule; an"
        " annual value becomes shares at the price of each year's first day",
        group="stock",
        vests=True,
        fill=Fill("#56B4E9", "\\\\", "public stock (market)"),
    ),
    Component.REFRESHER: Row(
        "refresher",
        "refresher: granted at each anniversary, converted at that day's price, vesting"
        " from there",
        group="stock",
        vests=True,
        fill=Fill("#CC79A7", "xx", "refreshers (later grants)"),
    ),
    Component.CASH_AWARD: Row(
        "cash award",
        "cash award: the money of the letter × the part that vests",
        vests=True,
        fill=Fill("#009E73", "||", "cash award (vests)"),
    ),
    Component.EMPLOYER_MATCH: Row(
        "employer match",
        "employer match: rate × min(what you put in, the cap) × base, as much of it as"
        " has vested",
        beside=True,
    ),
    Component.BENEFIT: Row("benefit", "", beside=True),
}

VESTING = frozenset(kind for kind, row in COMPONENTS.items() if row.vests)
"""What vests: grants, later grants, and money that vests like stock."""

BESIDE = frozenset(kind for kind, row in COMPONENTS.items() if row.beside)
"""Components that are beside the total and in no headline."""

GROUPS: dict[str, tuple[Component, ...]] = {}
for _kind, _row in COMPONENTS.items():
    if not _row.beside:
        _label = _row.group or _row.label
        GROUPS[_label] = (*GROUPS.get(_label, ()), _kind)
"""What the rows of the table of `compare` add up, by label: each counted once."""

BENEFIT_FORMULAS = {
    "hsa": "hsa: what the employer puts in, a twelfth each month",
    "stipends": "stipends: a twelfth each month",
    "health_premium": "health premium: what you pay, a twelfth each month, as a cost",
    "espp": "espp: stock bought × discount at each purchase, sold at once; with a"
    " look-back the price is the lower of the offering's first day and the purchase's"
    " or, where a volatility is assumed, its expected worth counts",
    "relocation": "relocation: costs that are paid back, in their month",
}
"""How the lines of each benefit come about, by its item."""
