"""Places side by side: prices, rents, wages, and pay of the same living."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_whole
from offerlab.views.cell import UNKNOWN, Amount
from offerlab.views.view import Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.market.place import Place
    from offerlab.views.cell import Cell


def place_view(places: Sequence[Place], occupation: str, pay: float | None) -> View:
    """View of places; the first is what the others are held against."""
    first = places[0].level
    figures = {
        "pay": pay,
        "occupation": occupation,
        "year": first.year,
        "source": first.source,
        "places": [_figures(each) for each in places],
    }
    columns = (*words("place"), *numbers("prices", "rents", "wages"))
    rows: list[tuple[Cell, ...]] = [_cells(each) for each in places]
    if pay is not None:
        columns = (*columns, *numbers("same living"))
        rows = [
            (*cells, Amount(each.same_living))
            for cells, each in zip(rows, places, strict=True)
        ]
    title = f"Prices and wages, the United States being 100 ({first.year})"
    table = Table(title, columns, tuple(map(Row, rows)), "USD" if pay else None)
    return View(figures, (table, Text("\n".join(_lines(places, occupation, pay)))))


def _cells(place: Place) -> tuple[str, ...]:
    level = place.level
    return (
        level.area,
        f"{level.all_items:.1f}",
        UNKNOWN if level.housing is None else f"{level.housing:.1f}",
        UNKNOWN if place.wages is None else f"{place.wages:.1f}",
    )


def _lines(places: Sequence[Place], occupation: str, pay: float | None) -> list[str]:
    lines = []
    if pay is not None and len(places) > 1:
        first = places[0].level.area
        lines += [
            f"{format_whole(pay, 'USD')} in {first} buys what"
            f" {format_whole(each.same_living or 0.0, 'USD')} buys in"
            f" {each.level.area}."
            for each in places[1:]
        ]
    return [
        *lines,
        "Prices are the cost of living, for what you spend: not for what you save, for"
        " stock that you hold or for debts. Rents differ more than prices do.",
        f"Wages are the cost of labor: the median of {occupation}. Employers set pay by"
        " place after that, not after prices. Before tax; state tax differs.",
        f"Sources: {places[0].level.source}; BLS OEWS for wages.",
    ]


def _figures(place: Place) -> dict[str, Any]:
    return {
        "place": place.asked,
        "code": place.level.code,
        "area": place.level.area,
        "price_level": place.level.all_items,
        "housing": place.level.housing,
        "wage_level": place.wages,
        "same_living": place.same_living,
    }
