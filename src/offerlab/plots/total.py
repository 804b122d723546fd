"""The plot ``total``: four years of pay, stacked, offers side by side.

Each offer has a panel on one common scale. Private stock stands apart from the
stacked bars, hatched and unfilled, because it is not cash.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from offerlab.core.money import format_money, format_whole
from offerlab.core.price import PricePath
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    FILLS,
    INK,
    PRIVATE,
    add_footer,
    new_figure,
    short_name,
    thousands_axis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.model.comparison import ComparedOffer, Comparison

_COLUMNS = 4
_TITLE_LETTERS = 34
_LONG_LABELS = 5
_CASH_WIDTH, _PRIVATE_WIDTH = 0.5, 0.24
_PRIVATE_SHIFT = 0.4
_MOST_PRIVATE = 1.6
"""Times the largest year of cash to which private stock is drawn."""


@drawn
def plot_total(comparison: Comparison, drawn_on: date) -> Figure:
    """Stacked bars by year for each offer, by rank.

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
    offers = [each for _, each in comparison.ranking]
    rows = ceil(len(offers) / _COLUMNS)
    columns = ceil(len(offers) / rows)
    title = "Total compensation by year of employment"
    figure = new_figure(max(5.6, 3.1 * columns + 0.6), 3.2 * rows + 1.6, title)
    grid = figure.subplots(rows, columns, sharey=True, squeeze=False)
    panels = [axes for row in grid for axes in row]
    for axes, each in zip(panels, offers, strict=False):
        _panel(axes, each, comparison)
    is_cut = _keep_cash_large(panels, offers, comparison.currency)
    for axes in panels[len(offers) :]:
        axes.set_axis_off()
    for row in grid:
        row[0].set_ylabel(f"pay in the year, {comparison.currency}")
    order = [look.label for look in (*FILLS.values(), PRIVATE)]
    caption = _caption(comparison, drawn_on)
    if is_cut:
        caption += " A bar with an arrow is higher than it is drawn."
    add_footer(figure, panels, order, caption, rows=rows)
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
            fontsize=8 if len(years) <= _LONG_LABELS else 6,
        )
    _private(axes, each)
    thousands_axis(axes, currency)
    axes.margins(y=0.12)
    short = len(years) > _LONG_LABELS
    axes.set_xticks(places, [f"{'' if short else 'year '}{y.year}" for y in years])
    if short:
        axes.set_xlabel("year")
    axes.set_xlim(0.5, len(years) + 0.7)
    axes.set_title(
        f"{short_name(each.offer.id, _TITLE_LETTERS)}\n"
        f"{format_whole(each.total, currency)}"
        f" in {len(years)} year{'s' if len(years) > 1 else ''}",
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


def _keep_cash_large(
    panels: Sequence[Axes], offers: Sequence[ComparedOffer], currency: str
) -> bool:
    """Cut off bars of private stock that leave the cash no height; whether any is."""
    cash = max((pay for each in offers for pay in each.years), default=0.0)
    top = _MOST_PRIVATE * cash
    cut = [
        (axes, year.year + _PRIVATE_SHIFT, amount)
        for axes, each in zip(panels, offers, strict=False)
        for year in each.totals.years
        if (amount := (year.illiquid.notional or 0.0) * each.rate) > top
    ]
    if not cash or not cut:
        return False
    panels[0].set_ylim(0, top)
    for axes, place, amount in cut:
        axes.annotate(
            f"{format_whole(amount / 1000, currency)}k \N{RIGHTWARDS ARROW}",  # turned
            (place, top),
            (0, -4),
            textcoords="offset points",
            ha="center",
            va="top",
            rotation=90,
            fontsize=6.5,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        )
    return True


def _caption(comparison: Comparison, drawn_on: date) -> str:
    parts = [f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."]
    if len(comparison.offers) > 1:
        parts.append("In the order of present value, the highest first.")
    quoted = [
        f"{short_name(each.offer.company.name)} {_price(each)}"
        for each in comparison.offers
        if each.prices is not None
    ]
    if quoted:
        parts.append(f"Public stock: {'; '.join(dict.fromkeys(quoted))}.")
    if any(each.totals.has_illiquid for each in comparison.offers):
        parts.append(
            "Private stock: notional value, gross of strike; it cannot be spent and is"
            " in no total."
        )
    return " ".join(parts)


def _price(each: ComparedOffer) -> str:
    """What the share's price is taken to be, with its date and source."""
    company, prices = each.offer.company, each.prices or ""
    if isinstance(each.share_prices, PricePath):
        return prices
    if company.share_price is None:
        return f"as converted in the letter, {prices}"
    dated = f"on {company.as_of}" if company.as_of else "(undated)"
    sign = format_money(company.share_price, company.currency)
    return f"at {sign} {dated}, {prices}"
