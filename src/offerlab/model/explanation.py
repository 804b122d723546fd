"""Why a figure is what it is: its formula, its inputs with their basis, its lines.

A figure is named by its path in the JSON of ``show`` and ``compare``:
``headlines.year_one``, ``years[0].components.equity``, ``present_value``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from offerlab.errors import FigureError
from offerlab.model.inputs import Input, inputs_of
from offerlab.model.ledger import Certainty, Component, Ledger, Line
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import headline_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

FIGURES = (
    "total",
    "present_value",
    "headlines.guaranteed_recurring_cash",
    "headlines.year_one",
    "headlines.steady_state",
    "headlines.four_year",
    "years[0].total",
    "years[0].components.base_salary",
    "years[0].illiquid.notional",
    "illiquid.notional",
    "illiquid.intrinsic",
    "beyond_horizon.value",
)
"""Figures by example; years are counted from 0, as in JSON."""

_HEADLINES = {
    "guaranteed_recurring_cash": "guaranteed lines of year one that repeat every year",
    "year_one": "all lines of year one, one-off payments too",
    "steady_state": "lines of year three that repeat, and its vests",
    "four_year": "all lines of years one to four, whatever the horizon",
}
_FORMULAS = {
    Component.BASE_SALARY: "base salary: a twelfth of the year's base at the end of"
    " each month; base grows by the raise at each anniversary",
    Component.TARGET_BONUS: "target bonus: the target times the payout, at the end of"
    " the year in which it is earned (or in its month, by days worked)",
    Component.SIGN_ON: "sign-on: the amount of the letter, in its month",
    Component.RELOCATION: "relocation: the amount of the letter, in its month",
    Component.EQUITY: "equity: shares that vest × the price of that month, options net"
    " of strike; whole shares by the schedule",
}
_ILLIQUID_FORMULAS = {
    "notional": "notional: shares × preferred price (else valuation / fully diluted"
    " shares; else percent × valuation × what later rounds leave), gross of strike",
    "intrinsic": "intrinsic: shares × (409A - strike), at least 0",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure taken apart.

    Attributes
    ----------
    figure : str
    value : float or None
        The same number that `show` or `compare` gives; None if unknown.
    measure : str
        What is summed of each line: amount, present value, notional, ...
    formula : tuple of str
        In words, the sum first.
    inputs : tuple of Input
    lines : tuple of (Line, float or None)
        Each line with its part of the figure.
    """

    figure: str
    value: float | None
    measure: str
    formula: tuple[str, ...]
    inputs: tuple[Input, ...]
    lines: tuple[tuple[Line, float | None], ...]


@dataclass(frozen=True, slots=True)
class _Query:
    """Which lines, which measure of them, and both in words."""

    lines: Sequence[Line]
    measure: str
    words: str


def explain(offer: Offer, assumptions: Assumptions, figure: str) -> Explanation:
    """Take a figure of `show` or `compare` apart.

    Raises
    ------
    FigureError
        If there is no such figure; examples are named.
    """
    own = assumptions.for_offer(offer.id)
    ledger = build_ledger(offer, assumptions)
    path = re.sub(r"\[(\d+)\]", r".\1", figure.strip()).split(".")
    query = _query(ledger, path, figure)
    rate = own.number("discount_rate") if query.measure == "present value" else 0.0
    parts = [(line, _part(line, query.measure, rate)) for line in query.lines]
    value = _sum(part for _, part in parts)
    if query.measure in _ILLIQUID_FORMULAS and not ledger.equity_told:
        value = None
    return Explanation(
        figure=figure,
        value=value,
        measure=query.measure,
        formula=(query.words, *_formulas(query)),
        inputs=tuple(inputs_of(offer, own, query.lines, query.measure)),
        lines=tuple(parts),
    )


def _query(ledger: Ledger, path: list[str], figure: str) -> _Query:
    match path:
        case ["total"]:
            return _Query(ledger.within(), "amount", "the sum of all lines")
        case ["present_value"]:
            words = "the sum of amount / (1 + discount rate)^(month / 12)"
            return _Query(ledger.within(), "present value", words)
        case ["headlines", name] if name in _HEADLINES:
            lines = headline_lines(ledger)[name]
            return _Query(lines, "amount", f"the sum of {_HEADLINES[name]}")
        case ["illiquid", measure] if measure in _ILLIQUID_FORMULAS:
            return _illiquid(ledger.within(), measure, "of the horizon")
        case ["beyond_horizon", name] if name in ("shares", "value", "notional"):
            later = [x for x in ledger if x.year > ledger.horizon_years and x.grant]
            measure = "amount" if name == "value" else name
            return _Query(later, measure, f"the {name} of vests after the horizon")
        case ["years", number, *rest] if number.isdecimal():
            return _year(ledger, int(number), rest, figure)
    raise FigureError(figure, FIGURES)


def _year(ledger: Ledger, place: int, rest: list[str], figure: str) -> _Query:
    lines = [line for line in ledger if line.year == place + 1]
    if place >= ledger.horizon_years:
        raise FigureError(figure, FIGURES)
    when = f"of year {place + 1}"
    match rest:
        case [] | ["total"]:
            return _Query(lines, "amount", f"the sum of all lines {when}")
        case ["components", name] if name in list(Component):
            chosen = [x for x in lines if x.component == name and _is_paid(x)]
            return _Query(chosen, "amount", f"the sum of its lines {when}")
        case ["illiquid", measure] if measure in _ILLIQUID_FORMULAS:
            return _illiquid(lines, measure, when)
    raise FigureError(figure, FIGURES)


def _is_paid(line: Line) -> bool:
    return line.certainty is not Certainty.ILLIQUID


def _illiquid(lines: Sequence[Line], measure: str, when: str) -> _Query:
    private = [line for line in lines if not _is_paid(line)]
    words = f"the sum over vests of private stock {when}; it is not cash"
    return _Query(private, measure, words)


def _part(line: Line, measure: str, rate: float) -> float | None:
    if measure == "present value":
        return float(line.amount / (1 + rate) ** (line.month / 12))
    if measure == "shares":
        return None if line.shares is None else float(line.shares)
    value: float | None = getattr(line, measure)
    return value


def _sum(parts: object) -> float | None:
    known: list[float] = []
    for part in parts:  # type: ignore[attr-defined]
        if part is None:
            return None
        known.append(part)
    return fsum(known)


def _formulas(query: _Query) -> list[str]:
    if query.measure in _ILLIQUID_FORMULAS:
        return [_ILLIQUID_FORMULAS[query.measure]]
    kinds = {line.component for line in query.lines if _is_paid(line)}
    return [_FORMULAS[kind] for kind in Component if kind in kinds]
