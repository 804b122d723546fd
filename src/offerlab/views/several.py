"""One view of several: as one alone where there is one, else a list of offers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from offerlab.views.view import Row, Table, View, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.views.view import Part


def several_views(views: Sequence[View], brief: tuple[Part, ...] | None = None) -> View:
    """A lone view as it is; the figures of more under ``offers``, in their order.

    `brief` is what is printed of more than one where not all is asked for.
    """
    if not views:
        return View({})
    if len(views) == 1:
        return views[0]
    return View(
        {"offers": [view.figures for view in views]},
        tuple(chain.from_iterable(view.parts for view in views)),
        tuple(chain.from_iterable(view.problems for view in views)),
        brief,
        _records(views),
    )


def _records(views: Sequence[View]) -> Table | None:
    """Main tables of all the offers as one, each row after its offer and currency."""
    found = [(view.figures, view.main_table) for view in views]
    tables = [(figures, table) for figures, table in found if table is not None]
    columns = {column.name: column for _, table in tables for column in table.columns}
    rows = []
    for figures, table in tables:
        names = [column.name for column in table.columns]
        for row in table.rows:
            cells = dict(zip(names, row.cells, strict=True))
            head = (figures["id"], figures["currency"])
            rows.append(Row((*head, *(cells.get(name) for name in columns))))
    if not rows:
        return None
    return Table("", (*words("offer", "currency"), *columns.values()), tuple(rows))
