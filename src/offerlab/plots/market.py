"""The plot ``market``: where a base salary falls in what others are paid."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from offerlab.core.grid import AtLeast
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
    short_names,
    text_inches,
    thousands_axis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.core.offer import Offer
    from offerlab.market.evidence import Evidence

    Placed = tuple[Offer, float, Sequence[Evidence]]

_BAND, _RANGE = "#56B4E9", "#BBBBBB"
_RANK_SIZE = 7.5
_BETWEEN = 0.75
_NO_DATA = "no market data"


@drawn
def plot_market(
    placed: Sequence[Placed],
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
    ranks = [each.rank.words for _, _, found in placed for each in found]
    room = max(text_inches(words, _RANK_SIZE) for words in (*ranks, _NO_DATA))
    height = 1.9 + 0.75 * sum(rows) + _BETWEEN * len(rows)
    figure = new_figure(7.0 + room, height, "Base salary on the market")
    names = short_names([offer.id for offer, _, _ in placed], 50)
    panels = figure.subplots(
        len(placed), 1, squeeze=False, sharex=True, height_ratios=rows
    )[:, 0]
    sources = _sources(placed)
    for axes, (offer, pay, evidence) in zip(panels, placed, strict=True):
        title = f"{names[offer.id]}: {format_whole(pay, currency)}"
        axes.set_title(title, loc="left")
        thousands_axis(axes.xaxis, currency)
        axes.tick_params(labelbottom=True)  # of a high picture one sees a part
        _panel(axes, pay, evidence, sources)
    panels[-1].locator_params("x", nbins=7)  # amounts in full have room
    panels[-1].set_xlabel(f"base salary a year, {currency}")
    order = ["P10 to P90", "P25 to P75", "median", "this offer's base"]
    margins = Margins(
        left=2.0, right=room + 0.2, top=0.75, below=0.55, between_rows=_BETWEEN
    )
    caption = _caption(placed, sources, drawn_on)
    add_footer(figure, list(panels), order, caption, margins=margins, rows=len(placed))
    return figure


def _source(each: Evidence) -> str:
    """A source with its date and whom it is about."""
    return (
        f"{short_name(each.source, 60)} ({short_name(each.as_of)}; {each.level[:40]})"
    )


def _sources(placed: Sequence[Placed]) -> dict[str, int]:
    """Number of each source, by which a row names its own."""
    found = dict.fromkeys(_source(each) for _, _, rows in placed for each in rows)
    return {source: number for number, source in enumerate(found, start=1)}


def _caption(placed: Sequence[Placed], sources: dict[str, int], drawn_on: date) -> str:
    listed = "; ".join(f"[{number}] {source}" for source, number in sources.items())
    parts = [
        f"Drawn {drawn_on.isoformat()}. Sources: {listed or 'none'}. Base pay only;"
        " estimates of all jobs are not offers to newcomers."
    ]
    if any(_open_top(each) for _, _, rows in placed for each in rows):
        parts.append(
            "A bar with an arrow ends where the source tells no more: P90 is"
            " at least so much."
        )
    return " ".join(parts)


def _open_top(each: Evidence) -> float | None:
    """What P90 is at least, where the source tells no more."""
    top = each.percentiles.get(90)
    return top.at_least if isinstance(top, AtLeast) else None


def _panel(
    axes: Axes, pay: float, evidence: Sequence[Evidence], sources: dict[str, int]
) -> None:
    axes.use_sticky_edges = False  # room beside the outermost bars
    for row, each in enumerate(evidence):
        _row(axes, row, each)
    axes.axvline(
        pay, color="#D55E00", linewidth=1.6, linestyle="--", label="this offer's base"
    )
    names = [
        fill(
            f"{short_name(each.group, 45)}, {short_name(each.area, 45)}"
            f"\N{NO-BREAK SPACE}[{sources[_source(each)]}]",
            30,
        )
        for each in evidence
    ]
    axes.set_yticks(range(len(names)), names, fontsize=7.5)
    axes.set_ylim(len(evidence) - 0.4, -0.6)
    if not evidence:
        axes.set_ylim(0.6, -0.6)
        _beside(axes, 0, _NO_DATA)


def _row(axes: Axes, row: int, each: Evidence) -> None:
    """Bars, median and rank of one source."""
    pays = {p: x for p, x in each.percentiles.items() if isinstance(x, float)}
    top = _open_top(each)
    if top is not None:
        pays[90] = top
        axes.annotate(
            "\N{RIGHTWARDS ARROW}", (top, row), (2, 0), textcoords="offset points",
            va="center",
        )  # fmt: skip
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
    _beside(axes, row, each.rank.words)


def _beside(axes: Axes, row: int, words: str) -> None:
    """Write beside a panel, where no bar is, what a row says."""
    axes.annotate(
        words, (1.0, row), (6, 0), xycoords=axes.get_yaxis_transform(),
        textcoords="offset points", va="center", fontsize=_RANK_SIZE,
    )  # fmt: skip
