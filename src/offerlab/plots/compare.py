"""The plot ``compare``: from one offer to the other, the gap by component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.errors import OfferlabError
from offerlab.model.component import COMPONENTS, Component
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    FILLS,
    INK,
    Margins,
    add_footer,
    new_figure,
    short_names,
    thousands,
    thousands_axis,
)

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.model.comparison import Comparison
    from offerlab.model.lead import Lead

_BAR, _WHOLE = 0.62, "#BBBBBB"
_NAME_LETTERS = 24
_ROOM = 1.14
"""The axis over the longest bar, so that its amount has room."""


@drawn
def plot_compare(comparison: Comparison, drawn_on: date) -> Figure:
    """Steps from the second offer's present value to that of the first.

    Parameters
    ----------
    comparison : Comparison
        Two offers or more; the best and the next are drawn.
    drawn_on : date
        Printed in the caption.

    Returns
    -------
    Figure
        Present values in the comparison's currency, before tax.

    Raises
    ------
    OfferlabError
        If there is one offer only.
    """
    lead = comparison.lead
    if lead is None:
        raise OfferlabError("a gap needs two offers; give another one")
    values = {each.offer.id: each.present_value for _, each in comparison.ranking}
    steps = _steps(lead)
    names = short_names([each.offer.id for each in comparison.offers], _NAME_LETTERS)
    title = _title(lead, comparison, names[lead.leader])
    figure = new_figure(7.4, 0.42 * (len(steps) + 2) + 1.9, title)
    axes = figure.subplots()
    _bars(axes, lead, values, steps, comparison.currency)
    labels = (names[lead.second], *(COMPONENTS[kind].label for kind, _ in steps))
    axes.set_yticks(range(len(steps) + 2), [*labels, names[lead.leader]])
    margins = Margins(left=1.9, top=0.5, below=0.55)
    add_footer(figure, [axes], (), _caption(comparison, drawn_on), margins=margins)
    return figure


def _steps(lead: Lead) -> list[tuple[Component, float]]:
    """Components of the gap, the largest first; those of no weight are left out."""
    parts = [(Component(name), gap) for name, gap in lead.by_component.items()]
    parts = [part for part in parts if round(part[1])]
    return sorted(parts, key=lambda part: -abs(part[1]))


def _title(lead: Lead, comparison: Comparison, first: str) -> str:
    gap = format_whole(lead.gap, comparison.currency)
    if lead.gap == 0:
        return "Too close to call: the same present value"
    if lead.close:
        return f"Too close to call: {first} leads by {gap}"
    return f"Why {first} leads by {gap}"


def _bars(
    axes: Axes,
    lead: Lead,
    values: dict[str, float],
    steps: list[tuple[Component, float]],
    currency: str,
) -> None:
    begin = values[lead.second]
    _whole(axes, 0, begin, currency)
    for place, (kind, gap) in enumerate(steps, start=1):
        look = FILLS.get(kind)
        axes.barh(
            place,
            gap,
            _BAR,
            left=begin,
            color=look.color if look else _WHOLE,
            hatch=look.hatch if look else None,
            edgecolor=INK,
            linewidth=0.7,
        )
        sign = "+" if gap > 0 else "−"
        end = max(begin, begin + gap)
        _amount(axes, place, end, f"{sign}{thousands(abs(gap), currency)}")
        axes.plot([begin + gap] * 2, [place, place + 1], color=INK, linewidth=0.5)
        begin += gap
    _whole(axes, len(steps) + 1, values[lead.leader], currency)
    axes.invert_yaxis()
    axes.set_xlim(0, axes.get_xlim()[1] * _ROOM)
    axes.set_xlabel(f"present value, {currency}")
    thousands_axis(axes.xaxis, currency)


def _whole(axes: Axes, place: int, value: float, currency: str) -> None:
    axes.barh(place, value, _BAR, color=_WHOLE, edgecolor=INK, linewidth=0.7)
    _amount(axes, place, value, thousands(value, currency))


def _amount(axes: Axes, place: int, end: float, words: str) -> None:
    axes.annotate(
        words, (end, place), (4, 0), textcoords="offset points", va="center", fontsize=8
    )


def _caption(comparison: Comparison, drawn_on: date) -> str:
    parts = [
        f"Drawn {drawn_on.isoformat()} from the offer files, before tax. Present value"
        f" of cash at {100 * comparison.discount_rate:g}% a year; public stock at"
        " today's price."
    ]
    if comparison.term_note:
        parts.append(f"{comparison.term_note}.")
    if any(each.totals.has_illiquid for each in comparison.offers):
        parts.append("Private stock is not counted: it cannot be spent.")
    if len(comparison.offers) > 2:
        parts.append(f"The best two of {len(comparison.offers)} offers.")
    return " ".join(parts)
