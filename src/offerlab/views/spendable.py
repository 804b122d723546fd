"""Pay that is spent, at the prices of its place: offers of several places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.views.cell import Amount
from offerlab.views.view import Row, Table, Text, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from offerlab.ingest.price_level import PriceLevel
    from offerlab.model.comparison import Comparison
    from offerlab.views.view import Part


class Spendable(NamedTuple):
    """Recurring cash of an offer, and what it buys at average prices.

    Attributes
    ----------
    id, area : str
    price_level : float
        Of all items; the United States are 100.
    recurring_cash, at_average_prices : float
        A year, before tax, in dollars.
    year, source : str
        Of the price level.
    """

    id: str
    area: str
    price_level: float
    recurring_cash: float
    at_average_prices: float
    year: str
    source: str


def spendable(
    comparison: Comparison, levels: Mapping[str, PriceLevel]
) -> list[Spendable]:
    """Recurring cash at the prices of each place; none in another currency."""
    if comparison.currency != "USD":
        return []
    found = []
    for each in comparison.offers:
        level = levels.get(each.offer.id)
        if level is not None:
            cash = each.headlines.guaranteed_recurring_cash
            worth = cash / (level.all_items / 100)
            found.append(
                Spendable(
                    each.offer.id, level.area, level.all_items, cash, worth,
                    level.year, level.source,
                )
            )  # fmt: skip
    return found


def spendable_table(found: Sequence[Spendable]) -> Iterator[Part]:
    """Table of offers in two places or more, with what it is not for."""
    if len({each.area for each in found}) < 2:
        return
    yield Table(
        f"Guaranteed cash a year at the prices of its place ({found[0].year})",
        (
            *words("offer", "place"),
            *numbers("prices", "guaranteed", "at average prices"),
        ),
        tuple(
            Row(
                (
                    each.id,
                    each.area,
                    f"{each.price_level:.1f}",
                    Amount(each.recurring_cash),
                    Amount(each.at_average_prices),
                )
            )
            for each in found
        ),
        "USD",
        detail=True,
    )
    yield Text(
        "Prices: the United States are 100. For pay that you spend, before tax; not for"
        f" what you save, stock or debts. Source: {found[0].source}.",
        short="",
    )
