"""Market evidence for a pay: who says what, of when, about whom; what ships says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from offerlab.core.grid import AtLeast
from offerlab.ingest.entry_level import entry_grid
from offerlab.ingest.oews import area_grid, read_areas
from offerlab.ingest.places import find_area
from offerlab.ingest.roles import read_roles
from offerlab.market.answer import answer_grid
from offerlab.market.grid import grid_rank
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.core.grid import Grid
    from offerlab.market.rank import Rank


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source's answer about one pay.

    Attributes
    ----------
    source, as_of, group, area, rung, level : str
        As in `offerlab.core.grid.Grid`; rung is ``yours`` for the user's comps.
    percentiles : mapping of int to float, AtLeast or None
    rank : Rank
        Of the pay.
    count, employment : int or None
        Sample size, or estimated jobs behind a published estimate.
    sufficient : bool
    caveat, confidence : str
    measure : str
        What is ranked: ``base``, ``equity_percent`` or ``equity_value``.
    currency : str
        Of the percentiles; ``%`` where they are percents of a company.
    """

    source: str
    as_of: str
    group: str
    area: str
    rung: str
    level: str
    percentiles: Mapping[int, float | AtLeast | None]
    rank: Rank
    count: int | None
    employment: int | None
    sufficient: bool
    caveat: str
    confidence: str
    measure: str = "base"
    currency: str = "USD"

    def times(self, rate: float, currency: str) -> Evidence:
        """The same in another currency; ranks do not change."""
        pays = {
            percent: AtLeast(pay.at_least * rate) if isinstance(pay, AtLeast)
            else pay and pay * rate
            for percent, pay in self.percentiles.items()
        }  # fmt: skip
        return replace(self, percentiles=pays, currency=currency)


def market_evidence(
    role_title: str, location: str, pay: float, library: Library = SHIPPED
) -> list[Evidence]:
    """Where a yearly base in US dollars ranks in the data that ship.

    Nearest occupation first, then the one beside it, then entry-level pay. Empty
    if the title is of no known role.

    Raises
    ------
    InputError
        If the place is unknown.
    """
    roles = read_roles(library)
    role = roles.find(role_title)
    if role is None:
        return []
    found: list[Evidence] = []
    for soc in (role.soc, role.beside):
        if soc is not None:
            areas = read_areas(soc, library)
            rung = find_area(location, areas, library)
            grid = area_grid(rung.area, roles.occupations.get(soc, soc))
            found.append(grid_evidence(grid, pay, rung.climbed))
    entry = entry_grid(role.entry, library) if role.entry else None
    if entry is not None:
        found.append(grid_evidence(entry, pay, entry.note))
    return found


def grid_evidence(grid: Grid, pay: float, caveat: str) -> Evidence:
    """Evidence of a published grid."""
    answer = answer_grid(grid)
    return Evidence(
        source=grid.source,
        as_of=grid.as_of,
        group=grid.group,
        area=grid.area,
        rung=grid.rung,
        level=grid.level,
        percentiles=answer.percentiles,
        rank=grid_rank(grid, pay),
        count=grid.count,
        employment=grid.employment,
        sufficient=answer.sufficient,
        caveat=caveat,
        confidence=grid.confidence,
        currency=grid.currency,
    )
