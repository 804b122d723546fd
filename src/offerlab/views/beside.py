"""Offers as the columns of one table, and the gap between the first two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.model.component import GROUPS
from offerlab.views.cell import Amount
from offerlab.views.view import Row, Table, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.model.comparison import ComparedOffer, Comparison
    from offerlab.views.cell import Cell

THOUSAND = 1000
STOCK = GROUPS["stock"]
LONGEST_BY_YEAR = 4
"""Years for which stock is shown year by year."""


class Labeled(NamedTuple):
    """A figure of each offer, and what it is."""

    label: str
    values: Sequence[float | None]


def beside_table(comparison: Comparison) -> Table:
    """Components, totals and what stands beside them; the best offer comes first."""
    offers = [each for _, each in comparison.ranking]
    rows = [
        *(Row(_cells(each)) for each in _components(offers)),
        *(Row(_cells(each), total=True) for each in _totals(offers)),
        *(Row(_cells(each)) for each in _beside(offers)),
    ]
    years = max(len(each.years) for each in offers)
    names = [each.offer.id for each in offers]
    return Table(
        f"Over {years} year{'s' if years > 1 else ''}, before tax",
        (*words(""), *numbers(*names, "gap" if len(names) == 2 else "1st - 2nd")),
        tuple(rows),
        comparison.currency,
        unit=THOUSAND,
    )


def _cells(row: Labeled) -> tuple[Cell, ...]:
    first, second = row.values[:2]
    gap = None if first is None or second is None else first - second
    return (row.label, *map(Amount, row.values), Amount(gap))


def _components(
    offers: Sequence[ComparedOffer],
) -> Iterator[Labeled]:
    for label, kinds in GROUPS.items():
        if kinds == STOCK and len(offers[0].years) <= LONGEST_BY_YEAR:
            yield from _stock(offers)
            continue
        paid = [(each.totals.by_component, each.rate) for each in offers]
        values = [sum(x.get(kind, 0.0) for kind in kinds) * rate for x, rate in paid]
        if any(values):
            yield Labeled(label, values)


def _stock(
    offers: Sequence[ComparedOffer],
) -> Iterator[Labeled]:
    """Public stock by year, refreshers included."""
    years = len(offers[0].years)
    for place in range(years if years <= LONGEST_BY_YEAR else 0):
        paid = [(each.totals.years[place].components, each.rate) for each in offers]
        values = [sum(x.get(kind, 0.0) for kind in STOCK) * rate for x, rate in paid]
        if any(values):
            yield Labeled(f"stock, year {place + 1}", values)


def _totals(
    offers: Sequence[ComparedOffer],
) -> Iterator[Labeled]:
    yield Labeled("total", [each.total for each in offers])
    yield Labeled("present value", [each.present_value for each in offers])


def _beside(
    offers: Sequence[ComparedOffer],
) -> Iterator[Labeled]:
    """What is in no total: benefits, and private stock."""
    if any(each.benefits for each in offers):
        yield Labeled("beside: benefits", [each.benefits for each in offers])
    if any(each.totals.has_illiquid for each in offers):
        values = [each.illiquid.notional for each in offers]
        yield Labeled("private stock, notional", values)
