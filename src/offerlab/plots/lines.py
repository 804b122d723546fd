"""Lines that are distinguished without color, each with its name at its end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from offerlab.plots.style import INK, text_inches, thousands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_COLORS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000")
_DASHES: tuple[Any, ...] = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (7, 2, 1.5, 2)))
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">", "*", "p")
_NARROWEST, _ALONE, _WIDER = 1.3, 1.7, 2.0

_LABEL_HEIGHT, _MANY, _HEIGHT_OF_MANY = 0.09, 5, 0.065
"""Least distance of two labels, as a part of a panel's height; that of many is less."""
_LABEL_SIZE = 8
_LEADER: dict[str, Any] = {
    "arrowstyle": "-",
    "color": INK,
    "lw": 0.5,
    "shrinkA": 1,
    "shrinkB": 0,
    "relpos": (0, 0.5),  # from the left of a label: it crosses no other
}


def line_looks(lines: int) -> list[dict[str, Any]]:
    """Looks of lines in the order they are drawn in, the widest first.

    No two have one dash and one marker, nor a marker in the same month. Where lines
    coincide, the narrow one on top leaves the edges of the wide one to be seen.
    """
    wider = min(_WIDER, 0.7 + 0.3 * (lines - 1))
    step = wider / max(1, lines - 1)
    return [
        {
            "color": _COLORS[number % len(_COLORS)],
            "linestyle": _DASHES[number % len(_DASHES)],
            "marker": _MARKERS[number % len(_MARKERS)],
            "markevery": (5 * number % 12, 12),
            "markersize": 6.5,
            "markeredgecolor": "white",
            "markeredgewidth": 0.5,
            "linewidth": _NARROWEST + wider - step * number if lines > 1 else _ALONE,
        }
        for number in range(lines)
    ]


def monthly(
    months: Sequence[int], parts: Sequence[float]
) -> tuple[list[int], list[float]]:
    """Steps with a point in every month, so that markers stand a year apart."""
    every: list[int] = []
    held: list[float] = []
    for (month, after), part in zip(pairwise(months), parts, strict=False):
        every += range(month, after)
        held += [part] * (after - month)
    return [*every, months[-1]], [*held, parts[-1]]


def label_ends(
    axes: Axes,
    ends: Sequence[tuple[int, float]],
    currency: str,
    names: Sequence[str] = (),
) -> float:
    """Write name and last amount of each line beside its end, none over another.

    A label that has to move away from its line is led back to it. Returns the inches
    that the labels need to the right of the panel.
    """
    order = sorted(range(len(ends)), key=lambda place: ends[place][1])
    heights = _apart([ends[place][1] for place in order], *axes.get_ylim())
    right = axes.get_xlim()[1]
    room = 0.0
    for place, height in zip(order, heights, strict=True):
        month, amount = ends[place]
        words = thousands(amount, currency)
        if names:
            words = f"{names[place]} {words}"
        room = max(room, text_inches(words, _LABEL_SIZE))
        axes.annotate(
            words,
            (month, amount),
            (right * 1.02, height),
            textcoords="data",
            va="center",
            fontsize=_LABEL_SIZE,
            color=INK,
            annotation_clip=False,
            arrowprops=_LEADER if height != amount else None,
        )
    return room


def _apart(amounts: Sequence[float], low: float, high: float) -> list[float]:
    """Heights as near to rising amounts as a least distance allows, up to `high`."""
    part = _LABEL_HEIGHT if len(amounts) < _MANY else _HEIGHT_OF_MANY
    least = (high - low) * min(part, 1 / max(1, len(amounts) - 1))
    heights: list[float] = []
    for amount in amounts:
        heights.append(max(amount, heights[-1] + least) if heights else amount)
    ceiling = max(high, amounts[-1]) if amounts else high
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], ceiling)
        ceiling = heights[place] - least
    return heights
