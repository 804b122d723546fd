"""The plot ``total``: four years of pay, stacked, offers side by side.

Each offer has a panel on one common scale. Private stock stands apart from the
stacked bars, hatched and unfilled, because it is not cash.
"""

from __future__ import annotations

from math import ceil
from textwrap import fill
from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.plots.style import (
    FILLS,
    INK,
    PRIVATE,
    add_footer,
    new_figure,
    thousands_axis,
)

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.model.comparison import ComparedOffer, Comparison

_COLUMNS = 4
_TITLE_LETTERS = 34
_CASH_WIDTH, _PRIVATE_WIDTH = 0.5, 0.24
_PRIVATE_SHIFT = 0.4


def plot_total(comparison: Comparison, drawn_on: date) -> Figure:
    """Stacked bars by year for each offer.

    Parameters
    ----------
    comparison : Comparison
        One or more offers.
    drawn_on : date
        Printed in the caption.

    Returns
    -------
    Figure
        Amounts in the comparison's currency, nominal, before tax.
    """
    offers = comparison.offers
    rows = ceil(len(offers) / _COLUMNS)
    columns = ceil(len(offers) / rows)
    figure = new_figure(max(5.6, 3.1 * columns + 0.6), 3.2 * rows + 1.6)
    grid = figure.subplots(rows, columns, sharey=True, squeeze=False)
    panels = [axes for row in grid for axes in row]
    for axes, each in zip(panels, offers, strict=False):
        _panel(axes, each, comparison)
    for axes in panels[len(offers) :]:
        axes.set_axis_off()
    for row in grid:
        row[0].set_ylabel(f"pay in the year, {comparison.currency}")
    figure.suptitle("Total compensation by year of employment", fontweight="bold")
    order = [look.label for look in (*FILLS.values(), PRIVATE)]
    add_footer(figure, panels, order, _caption(comparison, drawn_on))
    return figure


def _panel(axes: Axes, each: ComparedOffer, comparison: Comparison) -> None:
    currency = comparison.currency
    years = each.totals.years
    places = [float(year.year) for year in years]
    floor = [0.0] * len(years)
    for kind in years[0].components:
        amounts = [year.components[kind] * each.rate for year in years]
        look = FILLS[kind]
        axes.bar(
            places,
            amounts,
            _CASH_WIDTH,
            bottom=floor,
            color=look.color,
            hatch=look.hatch,
            edgecolor=INK,
            linewidth=0.7,
            label=look.label,
        )
        floor = [low + amount for low, amount in zip(floor, amounts, strict=True)]
    for place, top in zip(places, floor, strict=True):
        axes.annotate(
            f"{format_whole(top / 1000, currency)}k",
            (place, top),
            (0, 2),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=8,
        )
    _private(axes, each)
    thousands_axis(axes, currency)
    axes.margins(y=0.12)
    axes.set_xticks(places, [f"year {year.year}" for year in years])
    axes.set_xlim(0.5, len(years) + 0.7)
    axes.set_title(
        f"{fill(each.offer.id, _TITLE_LETTERS)}\n{format_whole(each.total, currency)}"
        f" in {len(years)} years",
    )


def _private(axes: Axes, each: ComparedOffer) -> None:
    """Private stock beside each year's bar."""
    known = [
        (year.year + _PRIVATE_SHIFT, year.illiquid.notional * each.rate)
        for year in each.totals.years
        if year.illiquid.notional
    ]
    if known:
        places, amounts = zip(*known, strict=True)
        axes.bar(
            places,
            amounts,
            _PRIVATE_WIDTH,
            color=PRIVATE.color,
            hatch=PRIVATE.hatch,
            edgecolor=INK,
            linewidth=0.7,
            linestyle="--",
            label=PRIVATE.label,
        )


def _caption(comparison: Comparison, drawn_on: date) -> str:
    parts = [f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."]
    stocks = [
        each.offer.company for each in comparison.offers if each.offer.company.is_public
    ]
    if stocks:
        quoted = (
            f"{company.name} {company.share_price:g}"
            + (f" on {company.as_of}" if company.as_of else " (undated)")
            for company in stocks
            if company.share_price is not None
        )
        prices = ", ".join(dict.fromkeys(quoted)) or "as converted in the letter"
        growth = f"{100 * comparison.share_growth_rate:g}%"
        parts.append(
            f"Public stock: share price {prices}, assumed to grow {growth} a year."
        )
    if any(each.totals.has_illiquid for each in comparison.offers):
        parts.append(
            "Private stock: shares at the preferred price, gross of strike; it cannot"
            " be spent and is in no total."
        )
    return " ".join(parts)
