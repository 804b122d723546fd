"""The plot ``vesting``: how much of each grant has vested by each month, in steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.ticker import PercentFormatter

from offerlab.core.vesting import tranches
from offerlab.errors import PlotError, VestingError
from offerlab.model.granting import schedule_vests
from offerlab.model.refresher import refresher_grant
from offerlab.plots.lines import line_looks, monthly
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    INK,
    MOST_LINES,
    ONE_PANEL,
    add_footer,
    new_figure,
    short_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer


FIRST_REFRESHER = 12
"""Month of the first anniversary, on which refreshers begin."""
_ROW_POINTS = 11


def vesting_steps(offer: Offer, grant: Grant) -> tuple[list[int], list[float]]:
    """Months and the part of the grant vested from then on; begins with month 0."""
    months, parts, part = [0], [0.0], 0.0
    for month, share in schedule_vests(offer, grant):
        part += share
        months.append(month)
        parts.append(part)
    return months, parts


def has_cliff(months: Sequence[int]) -> bool:
    """Whether the first vest keeps one waiting longer than the second does."""
    return len(months) > 2 and months[1] > months[2] - months[1]


def refresher_steps(offer: Offer) -> tuple[list[int], list[float]] | None:
    """Steps of the first refresher that the paper promises; the later ones are alike.

    None where it promises none, or names no schedule for it.
    """
    if offer.refreshers is None or not offer.refreshers.promised:
        return None
    terms = refresher_grant(offer, offer.refreshers).vesting
    if terms is None:
        return None
    try:
        found = tranches(terms, None, None)
    except VestingError:
        return None
    months, parts = [FIRST_REFRESHER], [0.0]
    for each in found:
        months.append(FIRST_REFRESHER + (each.month or 0))
        parts.append(parts[-1] + float(each.share or 0))
    return months, parts


def _curves(offer: Offer, name: str) -> Iterator[tuple[str, list[int], list[float]]]:
    """Name and steps of each grant of an offer, and of its first refresher."""
    for grant in offer.equity or ():
        if grant.vesting is not None:
            yield (_name(offer, grant, name), *vesting_steps(offer, grant))
    steps = refresher_steps(offer)
    if steps is not None:
        yield (f"{name}: refresher after year 1 (yearly)", *steps)


def _name(offer: Offer, grant: Grant, name: str) -> str:
    place = f", grant {grant.number}" if len(offer.equity or ()) > 1 else ""
    return f"{name}{place}: {grant.kind}"


def _mark_cliffs(axes: Axes, curves: Sequence[Sequence[int]]) -> int:
    """Say once of each month that nothing vests before it; the rows of words.

    The words are above the panel, where they hide no line.
    """
    cliffs = {months[1] for months in curves if months[0] == 0 and has_cliff(months)}
    middle = axes.get_xlim()[1] / 2
    for row, month in enumerate(sorted(cliffs, reverse=True)):
        axes.annotate(
            f"cliff: nothing before month {month}",
            (month, 1),
            (0, 4 + _ROW_POINTS * row),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            ha="left" if month <= middle else "right",
            va="bottom",
            fontsize=7.5,
            color=INK,
        )
    axes.vlines(
        sorted(cliffs), 0, 1, transform=axes.get_xaxis_transform(), color=INK,
        linewidth=0.6, linestyle=":", zorder=1,
    )  # fmt: skip
    return len(cliffs)


@drawn
def plot_vesting(offers: Sequence[Offer], drawn_on: date) -> Figure:
    """Steps of every grant that has a schedule; a cliff is marked.

    Parameters
    ----------
    offers : sequence of Offer
    drawn_on : date
        Printed in the caption.
    """
    # Grants of one schedule are one line: of two that coincide only one is seen.
    alike: dict[tuple[tuple[int, ...], tuple[float, ...]], list[str]] = {}
    short = short_names([offer.id for offer in offers], 24)
    for offer in offers:
        for name, months, parts in _curves(offer, short[offer.id]):
            rounded = tuple(round(part, 9) for part in parts)
            alike.setdefault((tuple(months), rounded), []).append(name)
    if len(alike) > MOST_LINES:
        raise PlotError(f"{len(alike)} schedules are too many for one plot", MOST_LINES)
    figure = new_figure(7.2, 4.6, "Vesting")
    axes = figure.subplots()
    names = [
        each[0] if len(each) == 1 else f"{each[0]} and {len(each) - 1} more"
        for each in alike.values()
    ]
    for curve, name, look in zip(alike, names, line_looks(len(alike)), strict=True):
        axes.plot(*monthly(*curve), drawstyle="steps-post", label=name, **look)
    _scale(axes, max((months[-1] for months, _ in alike), default=12))
    rows = _mark_cliffs(axes, [months for months, _ in alike])
    margins = replace(ONE_PANEL, top=ONE_PANEL.top + _ROW_POINTS / 72 * rows)
    caption = _caption(offers, list(alike.values()), drawn_on)
    add_footer(figure, [axes], names, caption, margins=margins)
    return figure


def _scale(axes: Axes, last: int) -> None:
    axes.set_xticks(range(0, last + 1, 6 if last <= 48 else 12))
    axes.set_xlim(0, last + 1)
    axes.set_ylim(-0.03, 1.03)  # lines at 0 are whole
    axes.yaxis.set_major_formatter(PercentFormatter(1))
    axes.yaxis.grid(visible=True, color="#DDDDDD", linewidth=0.6)
    axes.set_xlabel("month of employment")
    axes.set_ylabel("vested part of the grant")


def _caption(
    offers: Sequence[Offer], groups: Sequence[Sequence[str]], drawn_on: date
) -> str:
    parts = [
        f"Drawn {drawn_on.isoformat()} from the schedules in the offer files. What has"
        " not vested is lost when you leave. Vested private stock is not cash."
    ]
    short = short_names([offer.id for offer in offers], 24)
    same = [" = ".join(each) for each in groups if len(each) > 1]
    if same:
        parts.append(f"One schedule and one line: {'; '.join(same)}.")
    open_ended = [
        _name(offer, grant, short[offer.id])
        for offer in offers
        for grant in offer.equity or ()
        if grant.vesting is None
    ]
    if open_ended:
        parts.append(f"Not drawn, without a schedule: {'; '.join(open_ended)}.")
    return " ".join(parts)
