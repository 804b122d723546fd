"""One view of several: as one alone where there is one, else a list of offers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from offerlab.views.view import Row, Table, View, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.views.cell import Cell
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
    return joined(
        ("offer", "currency"),
        [((x["id"], x["currency"]), table) for x, table in found if table is not None],
    )


def joined(
    names: tuple[str, ...], tables: Sequence[tuple[tuple[Cell, ...], Table]]
) -> Table | None:
    """Tables as one, each row after the cells that say whose it is.

    A column that not all have is empty in the rows of the others.
    """
    columns = {column.name: column for _, table in tables for column in table.columns}
    rows = []
    for head, table in tables:
        own = [column.name for column in table.columns]
        for row in table.rows:
            cells = dict(zip(own, row.cells, strict=True))
            rows.append(Row((*head, *(cells.get(name) for name in columns))))
    if not rows:
        return None
    return Table("", (*words(*names), *columns.values()), tuple(rows))


def side_by_side(tables: Sequence[Table]) -> Table:
    """Tables of the same rows as one; all begin with the same column."""
    first, *others = tables
    columns = [*first.columns, *(c for each in others for c in each.columns[1:])]
    rows = [
        Row((*row.cells, *(cell for each in more for cell in each.cells[1:])))
        for row, *more in zip(*(table.rows for table in tables), strict=True)
    ]
    return Table(first.title, tuple(columns), tuple(rows), first.currency)
