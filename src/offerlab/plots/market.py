"""The plot ``market``: where a base salary falls in what others are paid."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.errors import PlotError
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    INK,
    MOST_LINES,
    Margins,
    add_footer,
    new_figure,
    short_name,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.core.offer import Offer
    from offerlab.market.evidence import Evidence

_BAND, _RANGE = "#56B4E9", "#BBBBBB"


@drawn
def plot_market(
    placed: Sequence[tuple[Offer, float, Sequence[Evidence]]],
    drawn_on: date,
    currency: str = "USD",
) -> Figure:
    """A panel an offer, a row a source: P10 to P90, P25 to P75, median, and the base.

    Parameters
    ----------
    placed : sequence of (Offer, float, sequence of Evidence)
        Offer, its base, and what the sources say, all of it in `currency`.
    drawn_on : date
        Printed in the caption.
    currency : str
    """
    rows = [max(1, len(evidence)) for _, _, evidence in placed]
    if sum(rows) > MOST_LINES:
        raise PlotError(f"{sum(rows)} sources are too many for one plot", MOST_LINES)
    figure = new_figure(
        7.6, 1.9 + 0.75 * sum(rows) + 0.5 * len(rows), "Base salary on the market"
    )
    panels = figure.subplots(
        len(placed), 1, squeeze=False, sharex=True, height_ratios=rows
    )[:, 0]
    for axes, (offer, pay, evidence) in zip(panels, placed, strict=True):
        _panel(axes, offer, pay, evidence, currency)
    panels[-1].set_xlabel(f"base salary a year, {currency}")
    sources = dict.fromkeys(
        f"{short_name(each.source, 60)} ({short_name(each.as_of)}; {each.level[:40]})"
        for _, _, evidence in placed
        for each in evidence
    )
    caption = (
        f"Drawn {drawn_on.isoformat()}. Sources: {'; '.join(sources) or 'none'}."
        " Base pay only; estimates of all jobs are not offers to newcomers."
    )
    order = ["P10 to P90", "P25 to P75", "median", "this offer's base"]
    margins = Margins(left=2.0, top=0.75, below=0.55, between_rows=0.45)
    add_footer(figure, list(panels), order, caption, margins=margins, rows=len(placed))
    return figure


def _panel(
    axes: Axes, offer: Offer, pay: float, evidence: Sequence[Evidence], currency: str
) -> None:
    axes.use_sticky_edges = False  # room beside the outermost bars
    for row, each in enumerate(evidence):
        pays = {p: x for p, x in each.percentiles.items() if isinstance(x, float)}
        for low, high, height, color, label in (
            (10, 90, 0.22, _RANGE, "P10 to P90"),
            (25, 75, 0.46, _BAND, "P25 to P75"),
        ):
            if low in pays and high in pays:
                axes.barh(
                    row, pays[high] - pays[low], height, left=pays[low], color=color,
                    edgecolor=INK, linewidth=0.6, label=label,
                )  # fmt: skip
        if 50 in pays:
            axes.plot(
                [pays[50]] * 2, [row - 0.3, row + 0.3], color=INK, linewidth=2,
                label="median",
            )  # fmt: skip
        axes.annotate(
            each.rank.words, (1.0, row), (-2, 19), xycoords=axes.get_yaxis_transform(),
            textcoords="offset points", ha="right", va="center", fontsize=7,
        )  # fmt: skip
    axes.axvline(
        pay, color="#D55E00", linewidth=1.6, linestyle="--", label="this offer's base"
    )
    names = [
        fill(f"{short_name(each.group, 45)}, {short_name(each.area, 45)}", 30)
        for each in evidence
    ]
    axes.set_yticks(range(len(names)), names, fontsize=7.5)
    axes.set_ylim(len(evidence) - 0.4, -0.6)
    axes.xaxis.set_major_formatter(lambda x, _: f"{format_whole(x / 1000, currency)}k")
    axes.set_title(
        f"{short_name(offer.id, 50)}: {format_whole(pay, currency)}", loc="left"
    )
