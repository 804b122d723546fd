"""Questions to rows of comps: a list of a small file, the table of a large one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from offerlab.ingest.comps.comp import Comp

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


class Table(Sequence[Comp]):
    """Rows that are held by column, and answer without being listed."""

    @abstractmethod
    def where(self, places: Sequence[int], holds: Callable[..., bool]) -> Table:
        """As the function `where`."""

    @abstractmethod
    def texts(self, place: int) -> set[str]:
        """As the function `texts`."""

    @abstractmethod
    def alike(self, places: Sequence[int]) -> list[Comp]:
        """As the function `alike`."""

    @abstractmethod
    def columns(self) -> Mapping[str, Any]:
        """Arrays of the fields of `Comp`, ``labels`` a list of them."""

    @abstractmethod
    def of(self, groups: Collection[Comp], places: Sequence[int]) -> Table:
        """As the function `rows_of`."""


def where(
    rows: Sequence[Comp], places: Sequence[int], holds: Callable[..., bool]
) -> Sequence[Comp]:
    """Rows whose labels pass a test.

    Parameters
    ----------
    rows : sequence of Comp
    places : sequence of int
        Labels that are tested.
    holds : callable
        Takes one text for each place; asked once of the same texts.
    """
    if isinstance(rows, Table):
        return rows.where(places, holds)
    known: dict[tuple[str, ...], bool] = {}
    kept = []
    for row in rows:
        key = tuple([row.labels[at] for at in places])
        held = known.get(key)
        if held is None:
            held = known[key] = holds(*key)
        if held:
            kept.append(row)
    return kept


def texts(rows: Sequence[Comp], place: int | None) -> set[str]:
    """Texts of a label among the rows; none if there is no such label."""
    if place is None:
        return set()
    if isinstance(rows, Table):
        return rows.texts(place)
    return {row.labels[place] for row in rows}


def alike(rows: Sequence[Comp], places: Sequence[int] = ()) -> Sequence[Comp]:
    """Rows, of a table one for all of the same pay and labels, with their number.

    Labels at other places are empty then, and the line is that of the first.
    """
    return rows.alike(places) if isinstance(rows, Table) else rows


def rows_of(
    rows: Sequence[Comp], groups: Sequence[Comp], places: Sequence[int] = ()
) -> Sequence[Comp]:
    """Rows behind some of what `alike` gave for the same places."""
    return rows.of(groups, places) if isinstance(rows, Table) else groups


def counted(rows: Sequence[Comp]) -> int:
    """Number of rows behind what `alike` gave."""
    return sum(row.times for row in rows)
