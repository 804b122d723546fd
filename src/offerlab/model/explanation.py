"""Why a figure is what it is: its formula, its inputs with their basis, its lines.

A figure is named by its path in the JSON of ``show``, ``compare`` and ``walkaway``:
``headlines.year_one``, ``years[0].components.equity``, ``walkaway[12].net``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.errors import FigureError
from offerlab.model.component import BENEFIT_FORMULAS, COMPONENTS
from offerlab.model.counted import refresher_reason
from offerlab.model.figure import find, leaves, offer_figures, split_path
from offerlab.model.inputs import inputs_of
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher import CASES

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.figure import Tree
    from offerlab.model.input import Input
    from offerlab.model.ledger import Ledger, Line
    from offerlab.model.query import Query

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
    "expected.forfeited",
)
"""Figures by example; years are counted from 0, as in JSON."""


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
    path, known = figure, True
    keys = split_path(figure)
    if keys[0] == "refresher_cases" and len(keys) > 2 and keys[1] in CASES:
        assumptions = assumptions.with_value("refreshers", keys[1])
        path = ".".join(keys[2:])
        known = refresher_reason(offer, assumptions.for_offer(offer.id)) is None
    own = assumptions.for_offer(offer.id)
    ledger = build_ledger(offer, assumptions)
    tree = offer_figures(offer, own, ledger)
    query = find(tree, path)
    if query is None:
        figure = path = _whole_path(tree, path) or path
        query = find(tree, path)
    if query is None:
        raise FigureError(figure, FIGURES)
    return Explanation(
        figure=figure,
        value=query.value if known else None,
        measure=query.measure,
        formula=(query.words, *_formulas(query)),
        inputs=tuple(inputs_of(offer, own, query)),
        lines=tuple((line, query.part(line)) for line in query.lines),
        ledger=ledger,
    )


def _whole_path(tree: Tree, name: str) -> str | None:
    """Path of the only figure of no year that a last word names."""
    found = [path for path, _ in leaves(tree) if _is_short(path, name)]
    return found[0] if len(found) == 1 else None


def _is_short(path: str, name: str) -> bool:
    return path.rpartition(".")[2] == name and not path.startswith("years[")


def list_figures(offer: Offer, assumptions: Assumptions) -> dict[str, float | None]:
    """Every figure of an offer by its path, those of one year last.

    The months of leaving are left out: there are too many of them.
    """
    own = assumptions.for_offer(offer.id)
    tree = offer_figures(offer, own, build_ledger(offer, assumptions))
    found = sorted(leaves(tree), key=lambda each: each[0].startswith("years["))
    return {path: query.value for path, query in found}


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
