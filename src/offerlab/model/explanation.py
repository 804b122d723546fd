"""Why a figure is what it is: its formula, its inputs with their basis, its lines.

A figure is named by its path in the JSON of ``show``, ``compare`` and ``walkaway``:
``headlines.year_one``, ``years[0].components.equity``, ``walkaway[12].net``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from offerlab.errors import FigureError
from offerlab.model.formula import (
    ILLIQUID_FORMULAS,
    SCENARIO_FORMULA,
    component_formulas,
)
from offerlab.model.inputs import inputs_of
from offerlab.model.leaving_query import leaving_query
from offerlab.model.ledger import VESTING, Certainty, Component, Ledger, Line, sum_known
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.query import Input, Query
from offerlab.model.refresher import CASES
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
    "years[0].benefits.hsa",
    "illiquid.notional",
    "illiquid.intrinsic",
    "illiquid.scenario.NAME",
    "beyond_horizon.value",
    "walkaway[12].net",
    "walkaway[12].clawback",
    "refresher_cases.none.total",
    "walkaway[12].forfeited.amount",
    "expected_net",
)
"""Figures by example; years are counted from 0, as in JSON."""

_HEADLINES = {
    "guaranteed_recurring_cash": "guaranteed lines of year one that repeat every year",
    "year_one": "all lines of year one, one-off payments too",
    "steady_state": "lines of year three that repeat, and its vests",
    "four_year": "all lines of years one to four, whatever the horizon",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure taken apart.

    Attributes
    ----------
    figure : str
    value : float or None
        The same number that the command gives; None if unknown.
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


def explain(offer: Offer, assumptions: Assumptions, figure: str) -> Explanation:
    """Take a figure of `show`, `compare` or `walkaway` apart.

    Raises
    ------
    FigureError
        If there is no such figure; examples are named.
    """
    path = re.sub(r"\[(\d+)\]", r".\1", figure.strip()).split(".")
    if path[0] == "refresher_cases":
        return _of_case(offer, assumptions, path, figure)
    own = assumptions.for_offer(offer.id)
    ledger = build_ledger(offer, assumptions)
    query = _query(ledger, path) or leaving_query(offer, own, ledger, path)
    if query is None:
        raise FigureError(figure, FIGURES)
    rate = own.number("discount_rate") if query.measure == "present value" else 0.0
    parts = [(line, _part(line, query, rate)) for line in query.lines]
    value = sum_known(part for _, part in parts)
    if not query.known or (_is_private(query) and not ledger.equity_told):
        value = None
    return Explanation(
        figure=figure,
        value=None if value is None else value + query.more,
        measure=query.measure,
        formula=(query.words, *_formulas(query)),
        inputs=(*query.inputs, *inputs_of(offer, own, query)),
        lines=tuple(parts),
    )


def _of_case(
    offer: Offer, assumptions: Assumptions, path: list[str], figure: str
) -> Explanation:
    """Explain a figure of one of the cases of refreshers that `show` puts together."""
    match path[1:]:
        case [case, "years", number] if case in CASES:
            inner = f"years[{number}].total"
        case [case, *rest] if case in CASES and rest:
            inner = ".".join(rest)
        case _:
            raise FigureError(figure, FIGURES)
    found = explain(offer, assumptions.with_value("refreshers", case), inner)
    return replace(found, figure=figure)


def _query(ledger: Ledger, path: list[str]) -> Query | None:
    match path:
        case ["total"]:
            return Query(ledger.within(), "amount", "the sum of all lines")
        case ["present_value"]:
            words = "the sum of amount / (1 + discount rate)^(month / 12)"
            return Query(ledger.within(), "present value", words)
        case ["headlines", name] if name in _HEADLINES:
            lines = headline_lines(ledger)[name]
            return Query(lines, "amount", f"the sum of {_HEADLINES[name]}")
        case ["illiquid", *rest]:
            return _illiquid(ledger, ledger.within(), rest, "of the horizon")
        case ["beyond_horizon", name] if name in ("shares", "value", "notional"):
            return _beyond(ledger, name)
        case ["years", number, *rest] if number.isdecimal():
            return _year(ledger, int(number), rest)
    return None


def _beyond(ledger: Ledger, name: str) -> Query:
    later = [
        line
        for line in ledger
        if line.year > ledger.horizon_years
        and line.component in VESTING
        and line.granted_month < 12 * ledger.horizon_years
    ]
    if name == "shares":
        later = [x for x in later if x.component is not Component.CASH_AWARD]
    if name == "notional":
        later = [x for x in later if x.certainty is Certainty.ILLIQUID]
    measure = "amount" if name == "value" else name
    return Query(later, measure, f"the {name} of vests after the horizon")


def _year(ledger: Ledger, place: int, rest: list[str]) -> Query | None:
    if place >= ledger.horizon_years:
        return None
    lines = [line for line in ledger.counted if line.year == place + 1]
    when = f"of year {place + 1}"
    match rest:
        case [] | ["total"]:
            return Query(lines, "amount", f"the sum of all lines {when}")
        case ["components", name] if name in list(Component):
            chosen = [x for x in lines if x.component == name and _is_paid(x)]
            return Query(chosen, "amount", f"the sum of its lines {when}")
        case ["benefits", item] if item in {x.item for x in ledger.beside}:
            of_year = [x for x in ledger.beside if x.year == place + 1]
            chosen = [x for x in of_year if x.item == item]
            words = f"the sum of its lines {when}; in no total"
            return Query(chosen, "amount", words)
        case ["illiquid", *inner]:
            return _illiquid(ledger, lines, inner, when)
    return None


def _is_paid(line: Line) -> bool:
    return line.certainty is not Certainty.ILLIQUID


def _illiquid(
    ledger: Ledger, lines: Sequence[Line], path: list[str], when: str
) -> Query | None:
    private = [line for line in lines if not _is_paid(line)]
    words = f"the sum over vests of private stock {when}; it is not cash"
    match path:
        case [measure] if measure in ILLIQUID_FORMULAS:
            return Query(private, measure, words)
        case ["scenario", name] if name in ledger.scenarios:
            place = ledger.scenarios.index(name)
            return Query(private, "scenario", words, scenario=place)
    return None


def _is_private(query: Query) -> bool:
    return query.measure == "scenario" or query.measure in ILLIQUID_FORMULAS


def _part(line: Line, query: Query, rate: float) -> float | None:
    if query.measure == "present value":
        return float(line.amount / (1 + rate) ** (line.month / 12))
    if query.measure == "expected amount":
        # Who leaves at the end of the month of a payment still gets it.
        return float(line.amount * query.kept ** max(0, line.month - 1))
    if query.measure == "shares":
        return None if line.shares is None else float(line.shares)
    if query.measure == "scenario":
        return line.scenario[query.scenario]
    value: float | None = getattr(line, query.measure)
    return value


def _formulas(query: Query) -> list[str]:
    if query.measure == "scenario":
        return [SCENARIO_FORMULA]
    if query.measure in ILLIQUID_FORMULAS:
        return [ILLIQUID_FORMULAS[query.measure]]
    return component_formulas(line for line in query.lines if _is_paid(line))
