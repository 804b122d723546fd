"""The plot ``vesting``: how much of each grant has vested by each month, in steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.ticker import PercentFormatter

from offerlab.core.vesting import tranches
from offerlab.errors import PlotError, VestingError
from offerlab.model.granting import schedule_vests
from offerlab.model.refresher import refresher_grant
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    INK,
    MOST_LINES,
    ONE_PANEL,
    add_footer,
    line_looks,
    new_figure,
    short_name,
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


def _curves(offer: Offer) -> Iterator[tuple[str, list[int], list[float]]]:
    """Name and steps of each grant of an offer, and of its first refresher."""
    for grant in offer.equity or ():
        if grant.vesting is not None:
            place = f", grant {grant.number}" if len(offer.equity or ()) > 1 else ""
            name = f"{short_name(offer.id, 24)}{place}: {grant.kind}"
            yield (name, *vesting_steps(offer, grant))
    steps = refresher_steps(offer)
    if steps is not None:
        yield (
            f"{short_name(offer.id, 24)}: refresher after year 1 (yearly)",
            *steps,
        )


def _mark_cliffs(
    axes: Axes, curves: Sequence[tuple[Sequence[int], Sequence[float]]]
) -> None:
    """Say once of each month that nothing vests before it, under the lowest line."""
    cliffs: dict[int, float] = {}
    for months, parts in curves:
        if months[0] == 0 and has_cliff(months):
            cliffs[months[1]] = min(cliffs.get(months[1], 1.0), parts[1])
    for place, (month, part) in enumerate(sorted(cliffs.items())):
        axes.annotate(
            f"cliff: nothing before month {month}",
            (month, min(part / 2, 0.04 + 0.06 * place)),
            (4, 0),
            textcoords="offset points",
            va="center",
            fontsize=7.5,
            color=INK,
        )


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
    for offer in offers:
        for name, months, parts in _curves(offer):
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
    for curve, name, look in zip(alike, names, line_looks(), strict=False):
        axes.plot(*curve, drawstyle="steps-post", label=name, **look)
    _mark_cliffs(axes, list(alike))
    last = max((months[-1] for months, _ in alike), default=12)
    axes.set_xticks(range(0, last + 1, 6 if last <= 48 else 12))
    axes.set_xlim(0, last + 1)
    axes.set_ylim(0, 1.03)
    axes.yaxis.set_major_formatter(PercentFormatter(1))
    axes.yaxis.grid(visible=True, color="#DDDDDD", linewidth=0.6)
    axes.set_xlabel("month of employment")
    axes.set_ylabel("vested part of the grant")
    caption = (
        f"Drawn {drawn_on.isoformat()} from the schedules in the offer files. What has"
        " not vested is lost when you leave. Vested private stock is not cash."
    )
    same = (", ".join(each) for each in alike.values() if len(each) > 1)
    caption += "".join(f" One schedule and one line: {each}." for each in same)
    add_footer(figure, [axes], names, caption, margins=ONE_PANEL)
    return figure
