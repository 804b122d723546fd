"""The plot ``total``: four years of pay, stacked, offers side by side.

Each offer has a panel on one common scale. Private stock stands apart from the
stacked bars, hatched and unfilled, because it is not cash.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from offerlab.core.money import format_money, format_whole
from offerlab.core.price import PricePath
from offerlab.model.untold import untold
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    FILLS,
    INK,
    ON_WHITE,
    PRIVATE,
    Margins,
    add_footer,
    new_figure,
    short_name,
    short_names,
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
_BAR_KEYS = ("target_bonus", "refreshers", "relocation")
_LONG_LABELS = 5
_CASH_WIDTH, _PRIVATE_WIDTH = 0.5, 0.24
_PRIVATE_SHIFT = 0.4
_ROOM = 1.12
"""The axis over the highest bar, so that its amount has room."""
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
    names = short_names([each.offer.id for each in comparison.offers], _TITLE_LETTERS)
    for axes, (rank, each) in zip(panels, comparison.ranking, strict=False):
        _panel(axes, each, comparison.currency)
        axes.set_title(_title(each, comparison, rank, names[each.offer.id]))
    is_cut = _scale(panels, offers, comparison.currency)
    for axes in panels[len(offers) :]:
        axes.set_axis_off()
    for row in grid:
        row[0].set_ylabel(f"nominal pay in the year, {comparison.currency}")
    order = [look.label for look in (*FILLS.values(), PRIVATE)]
    caption = _caption(comparison, drawn_on)
    if is_cut:
        caption += " A bar with an arrow is higher than it is drawn."
    margins = Margins(top=1.0, between_rows=0.95) if len(offers) > 1 else Margins()
    add_footer(figure, panels, order, caption, margins=margins, rows=rows)
    return figure


def _title(each: ComparedOffer, comparison: Comparison, rank: int, name: str) -> str:
    """Name and nominal total; of several offers also what they are ranked by."""
    currency, years = comparison.currency, len(each.years)
    lines = [
        name,
        f"{format_whole(each.total, currency)} nominal"
        f" in {years} year{'s' if years > 1 else ''}",
    ]
    if len(comparison.offers) > 1:
        value = format_whole(each.present_value, currency)
        lines.append(f"rank {rank}: present value {value}")
    return "\n".join(lines)


def _panel(axes: Axes, each: ComparedOffer, currency: str) -> None:
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
            bbox=ON_WHITE,  # over the private stock beside it
        )
    _private(axes, each)
    thousands_axis(axes.yaxis, currency)
    short = len(years) > _LONG_LABELS
    axes.set_xticks(places, [f"{'' if short else 'year '}{y.year}" for y in years])
    if short:
        axes.set_xlabel("year")
    axes.set_xlim(0.5, len(years) + 0.7)


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


def _scale(
    panels: Sequence[Axes], offers: Sequence[ComparedOffer], currency: str
) -> bool:
    """One scale for all panels, with room over the bars; whether any bar is cut off.

    Bars of private stock are, where they would leave the cash no height.
    """
    cash = max((pay for each in offers for pay in each.years), default=0.0)
    private = [
        (axes, year.year + _PRIVATE_SHIFT, (year.illiquid.notional or 0.0) * each.rate)
        for axes, each in zip(panels, offers, strict=False)
        for year in each.totals.years
    ]
    top = _MOST_PRIVATE * cash
    cut = [part for part in private if cash and part[2] > top]
    if not cut:
        highest = max(cash, *(amount for _, _, amount in private))
        panels[0].set_ylim(0, highest * _ROOM if highest else 1)
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
            bbox=ON_WHITE,
        )
    return True


def _caption(comparison: Comparison, drawn_on: date) -> str:
    parts = [f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."]
    if len(comparison.offers) > 1:
        parts.append(
            "In the order of present value, the highest first: cash discounted by"
            f" {100 * comparison.discount_rate:g}% a year, public stock at today's"
            " price."
        )
    if comparison.term_note:
        parts.append(f"{comparison.term_note}.")
    stock = _public_stock(comparison)
    if stock:
        parts.append(f"Public stock: {stock}.")
    if any(each.totals.has_illiquid for each in comparison.offers):
        parts.append(
            "Private stock: notional value, gross of strike; it cannot be spent and is"
            " in no total."
        )
    names = short_names([each.offer.id for each in comparison.offers])
    unknown = [
        names[each.offer.id]
        for each in comparison.offers
        if any(year.illiquid.notional is None for year in each.totals.years)
    ]
    if unknown:
        parts.append(
            f"Not drawn, private stock of unknown worth: {', '.join(unknown)}."
        )
    unsaid = _unsaid(comparison)
    if unsaid:
        parts.append(f"Not stated, so drawn as 0: {unsaid}.")
    return " ".join(parts)


def _unsaid(comparison: Comparison) -> str:
    """Pay of the bars of which a paper says nothing, each kind once."""
    unsaid: dict[str, list[str]] = {}
    names = short_names([each.offer.id for each in comparison.offers])
    for each in comparison.offers:
        for key in untold(each.offer):
            if key in _BAR_KEYS:
                unsaid.setdefault(key, []).append(names[each.offer.id])
    everyone = list(names.values())
    return "; ".join(
        key.replace("_", " ")
        if who == everyone
        else f"{key.replace('_', ' ')} ({', '.join(who)})"
        for key, who in unsaid.items()
    )


def _public_stock(comparison: Comparison) -> str:
    """Prices of public stock, with what is assumed of several said once."""
    quoted: dict[str, dict[str, None]] = {}
    for each in comparison.offers:
        if each.prices is not None:
            quoted.setdefault(each.prices, {})[_price(each)] = None
    return "; ".join(
        f"{', '.join(prices)}{',' if assumed.startswith('assumed') else ''}"
        f" {'each ' if len(prices) > 1 else ''}{assumed}"
        for assumed, prices in quoted.items()
    )


def _price(each: ComparedOffer) -> str:
    """A company and its share's price, with date and source."""
    company = each.offer.company
    name = short_name(company.name)
    if isinstance(each.share_prices, PricePath):
        return name
    if company.share_price is None:
        return f"{name} as converted in the letter"
    dated = f"on {company.as_of}" if company.as_of else "(undated)"
    return f"{name} at {format_money(company.share_price, company.currency)} {dated}"
