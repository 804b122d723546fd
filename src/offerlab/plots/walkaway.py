"""The plot ``walkaway``: what you keep, and what you leave behind, month by month.

Above, money kept if you leave at the end of a month: pay and public stock so far, less
what is owed back. Below, what has not vested by then and is lost; private stock is
drawn apart, dashed and without a fill, because it is not cash.
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
    short_name,
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
_NOT_CASH = "private stock lost (notional): NOT CASH"


@drawn
def plot_walkaway(
    leavings: Sequence[tuple[str, Walkaway, float]], currency: str, drawn_on: date
) -> Figure:
    """One line an offer in each of two panels.

    Parameters
    ----------
    leavings : sequence of (str, Walkaway, float)
        Name, months of leaving, and units of `currency` for one of the offer's.
    currency : str
    drawn_on : date
        Printed in the caption.
    """
    height = 6.4 + 0.2 * max(0, len(leavings) - 4)
    figure = new_figure(8.6, height, "If I leave at the end of a month")
    kept, lost = figure.subplots(2, 1, sharex=True)
    order, ends, names = [], [], []
    looks = line_looks(len(leavings))
    for (name, found, rate), look in zip(leavings, looks, strict=True):
        label = short_name(name, 24)
        net = _kept(kept, label, found, rate, look)
        order += [label, *_lost(lost, label, found, rate, look)]
        names.append(label)
        ends.append((found.rows[-1].month, net))
    last = max(found.rows[-1].month for _, found, _ in leavings)
    _scale(kept, lost, last, currency)
    room = label_ends(kept, ends, currency, names)
    caption = _caption(leavings, currency, drawn_on)
    margins = replace(_MARGINS, right=room + 0.35)
    panels = [kept, lost]
    add_footer(figure, panels, [*order, _OWED], caption, margins=margins, rows=2)
    return figure


def _scale(kept: Axes, lost: Axes, last: int, currency: str) -> None:
    for axes, title, label in (
        (kept, "Net: pay and public stock so far, less what is owed back", "kept"),
        (
            lost,
            "Lost: what has not vested, at the prices assumed for its dates",
            "lost",
        ),
    ):
        thousands_axis(axes.yaxis, currency)
        axes.set_title(title, fontsize=9, loc="left")
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        axes.set_ylabel(f"{label}, {currency}")
    lost.set_xticks(range(0, last + 1, 6 if last <= 48 else 12))
    lost.set_xlim(0, last * 1.01)
    lost.set_xlabel("month of employment")


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


def _lost(
    axes: Axes, label: str, found: Walkaway, rate: float, look: dict[str, Any]
) -> list[str]:
    """Draw what leaving loses; the label of private stock, if there is any."""
    amounts = [
        row.forfeited.amount * rate
        for row in found.rows
        if row.forfeited.amount is not None
    ]
    if len(amounts) == len(found.rows) and any(amounts):
        months = [row.month for row in found.rows]
        axes.plot(months, amounts, drawstyle="steps-post", **look)
    known = [
        (row.month, row.forfeited.notional * rate)
        for row in found.rows
        if row.forfeited.notional is not None
    ]
    if not any(amount for _, amount in known):
        return []
    name = f"{label}: {_NOT_CASH}"
    private = {
        **look,
        "linestyle": ":",
        "linewidth": 1.2,
        "markerfacecolor": "white",
        "markeredgecolor": look["color"],
    }
    axes.plot(*zip(*known, strict=True), drawstyle="steps-post", label=name, **private)
    return [name]


def _caption(
    leavings: Sequence[tuple[str, Walkaway, float]], currency: str, drawn_on: date
) -> str:
    parts = [
        f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."
        " Clawbacks are gross. Public options count net of strike. Buying private"
        " shares with options takes cash, which is not in it."
    ]
    unknown = [
        short_name(name)
        for name, found, _ in leavings
        if any(None in (r.forfeited.amount, r.forfeited.notional) for r in found.rows)
    ]
    if unknown:
        parts.append(f"Lost, unknown and not drawn: {', '.join(unknown)}.")
    by_rate: dict[float, list[str]] = {}
    for name, found, rate in leavings:
        average = f"{short_name(name)} {_average(found, rate, currency)}"
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
