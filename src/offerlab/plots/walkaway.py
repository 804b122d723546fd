"""The plot ``walkaway``: what you keep, and what you leave behind, month by month.

Above, money kept if you leave at the end of a month: pay and public stock so far, less
what is owed back. Below, what has not vested by then and is lost. Private stock has a
panel and a scale of its own, because it is not cash.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_whole
from offerlab.plots.lines import label_ends, line_looks
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    INK,
    Margins,
    add_footer,
    new_figure,
    short_names,
    thousands_axis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.model.walkaway import Walkaway

_MARGINS = Margins(top=0.75, below=0.55, between_rows=0.5)
_OWED = "owed back (clawback)"
_OWED_LOOK: dict[str, Any] = {
    "facecolor": "#F0E442",
    "edgecolor": INK,
    "hatch": "....",
    "linewidth": 0,  # else it is a line beside the offers' own
}
_NET = "Net: pay and public stock so far, less what is owed back"
_LOST = "Lost: public stock and cash awards not vested, at the prices assumed"
_PRIVATE = "Private stock lost (notional): NOT CASH, on a scale of its own"
_NOTHING = "nothing to lose: no public stock and no cash award vests later"
_UNKNOWN = "not drawn: what it is worth is unknown"
_PANEL_INCHES = 2.2


@drawn
def plot_walkaway(
    leavings: Sequence[tuple[str, Walkaway, float]], currency: str, drawn_on: date
) -> Figure:
    """One line an offer in each panel; private stock, if any, has one of its own.

    Parameters
    ----------
    leavings : sequence of (str, Walkaway, float)
        Name, months of leaving, and units of `currency` for one of the offer's.
    currency : str
    drawn_on : date
        Printed in the caption.
    """
    months = [row for _, found, _ in leavings for row in found.rows]
    rows = 3 if any(row.forfeited.notional for row in months) else 2
    height = 2 + _PANEL_INCHES * rows + 0.2 * max(0, len(leavings) - 4)
    figure = new_figure(8.6, height, "If I leave at the end of a month")
    kept, lost, *apart = figure.subplots(rows, 1, sharex=True)
    names = short_names([name for name, _, _ in leavings], 24)
    ends = []
    looks = line_looks(len(leavings))
    for (name, found, rate), look in zip(leavings, looks, strict=True):
        net = _kept(kept, names[name], found, rate, look)
        ends.append((found.rows[-1].month, net))
        _lost(lost, found, rate, look)
        for axes in apart:
            _private(axes, found, rate, look)
    if not lost.lines:
        _say_why(lost, [found for _, found, _ in leavings])
    _scale([kept, lost, *apart], max(month for month, _ in ends), currency)
    labels = list(names.values())
    room = label_ends(kept, ends, currency, labels)
    caption = _caption(leavings, names, currency, drawn_on)
    margins = replace(_MARGINS, right=room + 0.35)
    panels, order = [kept, lost, *apart], [*labels, _OWED]
    add_footer(figure, panels, order, caption, margins=margins, rows=rows)
    return figure


def _say_why(axes: Axes, leavings: Sequence[Walkaway]) -> None:
    """Say in an empty panel why it is."""
    amounts = [row.forfeited.amount for found in leavings for row in found.rows]
    axes.set_yticks([])
    axes.text(
        0.5, 0.5, _UNKNOWN if None in amounts else _NOTHING,
        transform=axes.transAxes, ha="center", va="center", color=INK,
    )  # fmt: skip


def _scale(panels: Sequence[Axes], last: int, currency: str) -> None:
    for axes, title in zip(panels, (_NET, _LOST, _PRIVATE), strict=False):
        if axes.lines:
            thousands_axis(axes.yaxis, currency)
            axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        axes.set_title(title, fontsize=9, loc="left")
        axes.set_ylabel(f"{'kept' if title is _NET else 'lost'}, {currency}")
    below = panels[-1]
    below.set_xticks(range(0, last + 1, 6 if last <= 48 else 12))
    below.set_xlim(0, last * 1.01)
    below.set_xlabel("month of employment")


def _kept(
    axes: Axes, label: str, found: Walkaway, rate: float, look: dict[str, Any]
) -> float:
    """Draw what leaving keeps, and what of it is owed back; what is kept at the end."""
    months = [row.month for row in found.rows]
    net = [row.net * rate for row in found.rows]
    axes.plot(months, net, drawstyle="steps-post", label=label, **look)
    paid = [row.paid * rate for row in found.rows]
    owed = [more > less for more, less in zip(paid, net, strict=True)]
    if any(owed):
        # To the month in which nothing is owed any more, where the step ends.
        where = [
            now or before for now, before in zip(owed, [False, *owed[:-1]], strict=True)
        ]
        axes.fill_between(
            months, net, paid, where, step="post", label=_OWED, **_OWED_LOOK
        )
    return net[-1]


def _lost(axes: Axes, found: Walkaway, rate: float, look: dict[str, Any]) -> None:
    """Draw what leaving loses, where all of it is known and is something."""
    amounts = [
        row.forfeited.amount * rate
        for row in found.rows
        if row.forfeited.amount is not None
    ]
    if len(amounts) == len(found.rows) and any(amounts):
        months = [row.month for row in found.rows]
        axes.plot(months, amounts, drawstyle="steps-post", **look)


def _private(axes: Axes, found: Walkaway, rate: float, look: dict[str, Any]) -> None:
    """Draw the private stock that leaving loses: dotted, with hollow markers."""
    known = [
        (row.month, row.forfeited.notional * rate)
        for row in found.rows
        if row.forfeited.notional is not None
    ]
    if any(amount for _, amount in known):
        private = {
            **look,
            "linestyle": ":",
            "linewidth": 1.2,
            "markerfacecolor": "white",
            "markeredgecolor": look["color"],
        }
        axes.plot(*zip(*known, strict=True), drawstyle="steps-post", **private)


def _caption(
    leavings: Sequence[tuple[str, Walkaway, float]],
    names: dict[str, str],
    currency: str,
    drawn_on: date,
) -> str:
    parts = [
        f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."
        " Clawbacks are gross. Public options count net of strike. Buying private"
        " shares with options takes cash, which is not in it."
    ]
    unknown = [
        names[name]
        for name, found, _ in leavings
        if any(None in (r.forfeited.amount, r.forfeited.notional) for r in found.rows)
    ]
    if unknown:
        parts.append(f"Lost, unknown and not drawn: {', '.join(unknown)}.")
    by_rate: dict[float, list[str]] = {}
    for name, found, rate in leavings:
        average = f"{names[name]} {_average(found, rate, currency)}"
        by_rate.setdefault(found.leaving_rate, []).append(average)
    if any(by_rate):
        each = "; ".join(
            f"{', '.join(averages)} at {100 * leaving:g}% a year"
            for leaving, averages in by_rate.items()
        )
        parts.append(
            f"On average, with an assumed chance to leave, forfeited or owed: {each}."
        )
    return " ".join(parts)


def _average(found: Walkaway, rate: float, currency: str) -> str:
    """What leaving costs on average, in words."""
    lost, owed, _ = found.expected
    return "unknown" if lost is None else format_whole((lost + owed) * rate, currency)
