"""Why a figure is what it is: its formula, its inputs with their basis, its lines.

A figure is named by its path in the JSON of ``show``, ``compare`` and ``walkaway``:
``headlines.year_one``, ``years[0].components.equity``, ``walkaway[12].net``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from offerlab.errors import FigureError
from offerlab.model.component import BENEFIT_FORMULAS, COMPONENTS, Component
from offerlab.model.counted import refresher_reason
from offerlab.model.inputs import inputs_of
from offerlab.model.leaving_query import expected_net, leaving_queries, stay_chance
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.query import Query, amounts
from offerlab.model.refresher import CASES
from offerlab.model.totals import (
    beyond_queries,
    headline_lines,
    illiquid_queries,
    present_value_query,
)

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.input import Input
    from offerlab.model.ledger import Ledger, Line

FIGURES = (
    "total",
    "present_value",
    "headlines.year_one",
    "years[0].components.equity",
    "years[0].benefits.hsa",
    "illiquid.notional",
    "illiquid.scenario.NAME",
    "beyond_horizon.value",
    "refresher_cases.none.total",
    "walkaway[12].net",
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
    ledger : Ledger
        That they are of.
    """

    figure: str
    value: float | None
    measure: str
    formula: tuple[str, ...]
    inputs: tuple[Input, ...]
    lines: tuple[tuple[Line, float | None], ...]
    ledger: Ledger


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
    query = _query(ledger, own, path) or _leaving(offer, own, ledger, path)
    if query is None:
        raise FigureError(figure, FIGURES)
    return Explanation(
        figure=figure,
        value=query.value,
        measure=query.measure,
        formula=(query.words, *_formulas(query)),
        inputs=tuple(inputs_of(offer, own, query)),
        lines=tuple((line, query.part(line)) for line in query.lines),
        ledger=ledger,
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
    assumed = assumptions.with_value("refreshers", case)
    found = explain(offer, assumed, inner)
    unknown = refresher_reason(offer, assumed.for_offer(offer.id)) is not None
    return replace(found, figure=figure, value=None if unknown else found.value)


def _leaving(
    offer: Offer, assumptions: Assumptions, ledger: Ledger, path: list[str]
) -> Query | None:
    """Query of a figure of ``walkaway``."""
    match path:
        case ["expected_net"]:
            return expected_net(offer, assumptions, ledger)
        case ["stay_chance"]:
            return stay_chance(assumptions, ledger)
        case ["walkaway", number, *rest] if number.isdecimal():
            if int(number) <= 12 * ledger.horizon_years:
                queries = leaving_queries(offer, ledger, int(number))
                return queries.get(".".join(rest))
    return None


def _query(ledger: Ledger, assumptions: Assumptions, path: list[str]) -> Query | None:
    match path:
        case ["total"]:
            return amounts(ledger, ledger.within(), "the sum of all lines")
        case ["present_value"]:
            return present_value_query(ledger, assumptions.number("discount_rate"))
        case ["headlines", name] if name in _HEADLINES:
            lines = headline_lines(ledger)[name]
            return amounts(ledger, lines, f"the sum of {_HEADLINES[name]}")
        case ["illiquid", *rest]:
            queries = illiquid_queries(ledger, ledger.within(), "of the horizon")
            return queries.get(".".join(rest))
        case ["beyond_horizon", name]:
            return beyond_queries(ledger).get(name)
        case ["years", number, *rest] if number.isdecimal():
            if int(number) < ledger.horizon_years:
                return _year(ledger, int(number) + 1, rest)
    return None


def _year(ledger: Ledger, year: int, rest: list[str]) -> Query | None:
    lines, when = ledger.of_year(year), f"of year {year}"
    match rest:
        case [] | ["total"]:
            return amounts(ledger, lines, f"the sum of all lines {when}")
        case ["components", name] if name in list(Component):
            chosen = [x for x in lines if x.component == name and not x.is_illiquid]
            return amounts(ledger, chosen, f"the sum of its lines {when}")
        case ["benefits", item] if item in {x.item for x in ledger.beside}:
            chosen = [x for x in ledger.beside if (x.year, x.item) == (year, item)]
            words = f"the sum of its lines {when}; in no total"
            return amounts(ledger, chosen, words)
        case ["illiquid", *inner]:
            return illiquid_queries(ledger, lines, when).get(".".join(inner))
    return None


def _formulas(query: Query) -> list[str]:
    """Formula of the valuation, or of each component that the lines pay."""
    valuation = query.valuation
    if valuation is not None and query.measure == valuation.name:
        return [valuation.words]
    paid = [line for line in query.lines if not line.is_illiquid]
    kinds, items = {line.component for line in paid}, {line.item for line in paid}
    words = [row.formula for kind, row in COMPONENTS.items() if kind in kinds]
    words += [text for item, text in BENEFIT_FORMULAS.items() if item in items]
    return [each for each in words if each]
