"""The plot ``walkaway``: what you keep, and what you leave behind, month by month.

Above, money kept if you leave at the end of a month: pay and public stock so far, less
what is owed back. Below, what has not vested by then and is lost; private stock is
drawn apart, dashed and without a fill, because it is not cash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_whole
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    INK,
    MOST_END_LABELS,
    Margins,
    add_footer,
    label_ends,
    line_looks,
    new_figure,
    short_name,
    thousands,
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
    "linewidth": 0.4,
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
    figure = new_figure(7.2, 6.4, "If I leave at the end of a month")
    kept, lost = figure.subplots(2, 1, sharex=True)
    names, ends = [], []
    for (name, found, rate), look in zip(leavings, line_looks(), strict=False):
        label = short_name(name)
        months = [row.month for row in found.rows]
        net = [row.net * rate for row in found.rows]
        if len(leavings) > MOST_END_LABELS:
            label += f": {thousands(net[-1], currency)}"
        kept.plot(months, net, drawstyle="steps-post", label=label, **look)
        paid = [row.paid * rate for row in found.rows]
        if paid != net:
            kept.fill_between(months, net, paid, step="post", label=_OWED, **_OWED_LOOK)
        gone = [row.forfeited.amount for row in found.rows]
        amounts = [amount * rate for amount in gone if amount is not None]
        if len(amounts) == len(gone) and any(amounts):
            lost.plot(months, amounts, drawstyle="steps-post", **look)
        names.append(label)
        if any(row.forfeited.notional for row in found.rows):
            names.append(_private(lost, short_name(name), found, rate, look["color"]))
        ends.append((months[-1], net[-1]))
    last = max(found.rows[-1].month for _, found, _ in leavings)
    for axes, title in (
        (kept, "Net: pay and public stock so far, less what is owed back"),
        (lost, "Lost: what has not vested, at the prices assumed for its dates"),
    ):
        thousands_axis(axes, currency)
        axes.set_title(title, fontsize=9, loc="left")
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        axes.set_ylabel(currency)
    lost.set_xticks(range(0, last + 1, 6 if last <= 48 else 12))
    lost.set_xlim(0, last * 1.1)
    label_ends(kept, ends, currency)
    lost.set_xlabel("month of employment")
    names.append(_OWED)
    caption = _caption(leavings, currency, drawn_on)
    add_footer(figure, [kept, lost], names, caption, margins=_MARGINS, rows=2)
    return figure


def _private(axes: Axes, name: str, found: Walkaway, rate: float, color: str) -> str:
    """Unvested private stock of an offer; its label."""
    label = f"{name}: {_NOT_CASH}"
    known = [
        (row.month, row.forfeited.notional * rate)
        for row in found.rows
        if row.forfeited.notional is not None
    ]
    months, amounts = zip(*known, strict=True)
    axes.plot(
        months,
        amounts,
        drawstyle="steps-post",
        label=label,
        color=color,
        linestyle=":",
        linewidth=1.2,
        marker="x",
        markevery=(5, 12),
        markersize=4,
    )
    return label


def _caption(
    leavings: Sequence[tuple[str, Walkaway, float]], currency: str, drawn_on: date
) -> str:
    parts = [
        f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."
        " Clawbacks are gross. Public options count net of strike. Buying private"
        " shares with options takes cash, which is not in it."
    ]
    if any(found.leaving_rate for _, found, _ in leavings):
        each = "; ".join(
            f"{short_name(name)} {_lost(found, rate, currency)}"
            f" at {100 * found.leaving_rate:g}% a year"
            for name, found, rate in leavings
        )
        parts.append(
            f"On average, with an assumed chance to leave, forfeited or owed: {each}."
        )
    return " ".join(parts)


def _lost(found: Walkaway, rate: float, currency: str) -> str:
    """What leaving costs on average, in words."""
    lost, owed, _ = found.expected
    return "unknown" if lost is None else format_whole((lost + owed) * rate, currency)
