"""The plot ``cumulative``: what each offer has paid by each month.

Cash and public stock only. Lines differ in dash and marker, and carry their names,
so that no color has to be distinguished from another.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from offerlab.plots.lines import label_ends, line_looks
from offerlab.plots.look import drawn
from offerlab.plots.style import (
    ONE_PANEL,
    add_footer,
    new_figure,
    short_names,
    thousands_axis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.figure import Figure

    from offerlab.model.ledger import Ledger


def monthly_totals(ledger: Ledger) -> list[float]:
    """Sum paid up to the end of each month of the horizon, from month 0."""
    paid = [0.0] * (12 * ledger.horizon_years + 1)
    for line in ledger.within():
        paid[line.month] += line.amount
    return list(accumulate(paid))


@drawn
def plot_cumulative(
    ledgers: Sequence[tuple[str, Ledger, float]], currency: str, drawn_on: date
) -> Figure:
    """One line an offer: its pay so far, month by month.

    Parameters
    ----------
    ledgers : sequence of (str, Ledger, float)
        Name, ledger, and units of `currency` for one of the ledger's.
    currency : str
    drawn_on : date
        Printed in the caption.
    """
    height = 4.6 + 0.2 * max(0, len(ledgers) - 4)
    figure = new_figure(8.6, height, "Pay so far: cash and public stock")
    axes = figure.subplots()
    ends = []
    names = short_names([name for name, _, _ in ledgers], 24)
    looks = line_looks(len(ledgers))
    for (name, ledger, rate), look in zip(ledgers, looks, strict=True):
        totals = [total * rate for total in monthly_totals(ledger)]
        months = list(range(len(totals)))
        axes.plot(months, totals, drawstyle="steps-post", label=names[name], **look)
        ends.append((months[-1], totals[-1]))
    last = max(len(monthly_totals(ledger)) for _, ledger, _ in ledgers) - 1
    axes.set_xticks(range(0, last + 1, 12))
    axes.set_xlim(0, last * 1.01)
    axes.set_ylim(bottom=0)
    labels = list(names.values())
    room = label_ends(axes, ends, currency, labels)
    axes.set_xlabel("month of employment")
    axes.set_ylabel(f"paid so far, {currency}, before tax")
    thousands_axis(axes.yaxis, currency)
    caption = (
        f"Drawn {drawn_on.isoformat()} from the offer files, before tax, nominal."
        " Private stock is not cash and is not in it. Each step is a month's"
        " pay; higher ones are sign-ons, bonuses and vests."
    )
    margins = replace(ONE_PANEL, right=room + 0.35)
    add_footer(figure, [axes], labels, caption, margins=margins)
    return figure
