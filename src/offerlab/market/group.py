"""Rows of percentiles that a user has: each a grid of one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.grid import Grid
from offerlab.ingest.comps.currency import named_dollar
from offerlab.ingest.comps.day import span_of
from offerlab.market.evidence import Evidence, grid_evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offerlab.ingest.comps.comp import Comp, Comps

_SHOWN = 5
"""Groups that are shown of a file."""


def own_grid(comps: Comps, row: Comp, currency: str = "") -> Grid:
    """Grid of one row of the user's percentiles.

    Parameters
    ----------
    comps : Comps
    row : Comp
    currency : str
        Where the row states none, or a bare ``$``; US dollars if empty.
    """
    texts = dict(zip(comps.labels, row.labels, strict=True))
    count = texts.get("count", "").replace(",", "")
    return Grid(
        percentiles=row.percentiles,
        source=texts.get("source") or comps.file,
        as_of=span_of([texts.get("date", "")]),
        group=texts.get("role") or "role not stated",
        area=texts.get("location") or texts.get("city") or texts.get("state")
        or "all places",
        rung="yours",
        level=texts.get("level") or "all levels",
        count=int(count) if count.isascii() and count.isdigit() and len(count) < 12
        else None,
        confidence="yours",
        currency=named_dollar(row.currency, currency) or currency or "USD",
    )  # fmt: skip


def group_evidence(
    comps: Comps,
    rows: Sequence[Comp],
    value: Callable[[Grid], float],
    caveat: str,
    currency: str = "",
) -> tuple[list[Evidence], list[str]]:
    """Where a value is in each of the first groups, and that there are more.

    Parameters
    ----------
    comps : Comps
    rows : sequence of Comp
        Those with percentiles.
    value : callable
        What is ranked, in the terms of a group's grid.
    caveat : str
    currency : str
        As `own_grid` takes it.
    """
    grids = [own_grid(comps, row, currency) for row in rows[:_SHOWN]]
    found = [grid_evidence(grid, value(grid), caveat) for grid in grids]
    notes = [note for row in rows[:1] for note in untold_currency(row, currency)]
    if len(rows) > _SHOWN:
        notes.append(f"{len(rows) - _SHOWN:,} more groups are not shown")
    return found, [f"{comps.file}: {note}" for note in notes]


def untold_currency(row: Comp, currency: str = "") -> list[str]:
    """What has to be said of the currency of a row that states none."""
    if row.currency:
        return []
    return [f"the currency is not stated: taken as {currency or 'USD'}"]
