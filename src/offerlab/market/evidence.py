"""Market evidence for a base salary: who says what, of when, about whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.ingest.entry_level import entry_grid
from offerlab.ingest.oews import area_grid, read_areas
from offerlab.ingest.places import find_area
from offerlab.ingest.roles import Roles, read_roles
from offerlab.market.grid import grid_rank
from offerlab.market.query import Answer, answer_grid, answer_rows, own_grid
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offerlab.core.grid import Grid
    from offerlab.ingest.comps import Comp, Comps
    from offerlab.market.rank import Rank


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source's answer about one pay.

    Attributes
    ----------
    source, as_of, group, area, rung, level : str
        As in `offerlab.core.grid.Grid`; rung is ``yours`` for the user's comps.
    percentiles : mapping of int to float or None
    rank : Rank
        Of the pay.
    count, employment : int or None
        Sample size, or estimated jobs behind a published estimate.
    sufficient : bool
    caveat, confidence : str
    """

    source: str
    as_of: str
    group: str
    area: str
    rung: str
    level: str
    percentiles: Mapping[int, float | None]
    rank: Rank
    count: int | None
    employment: int | None
    sufficient: bool
    caveat: str
    confidence: str


def market_evidence(
    role_title: str, location: str, pay: float, library: Library = SHIPPED
) -> list[Evidence]:
    """Where a yearly base in US dollars stands in the data that ship.

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
            found.append(_of_grid(grid, pay, rung.climbed))
    entry = entry_grid(role.entry, library) if role.entry else None
    if entry is not None:
        found.append(_of_grid(entry, pay, entry.note))
    return found


def own_evidence(
    comps: Comps,
    role_title: str,
    location: str,
    pay: float,
    library: Library = SHIPPED,
) -> list[Evidence]:
    """Where a yearly base stands among the user's comps of that role and place.

    A file without a row of the role (or of the city) answers with all its rows,
    and the caveat says so.
    """
    roles = read_roles(library)
    rows, caveats = list(comps.rows), []
    for what, near in (
        ("role", _same_role(rows, role_title, roles)),
        ("place", _same_city(rows, location)),
    ):
        if near is None:
            continue
        if near:
            rows = [row for row in rows if row in near]
        if not near or not rows:
            caveats.append(f"no row of that {what}: all are counted")
            rows = rows or list(comps.rows)
    if comps.kind == "percentiles":
        grids = [own_grid(comps, row) for row in rows]
        return [_of_grid(grid, pay, "; ".join(caveats)) for grid in grids]
    group = role_title if "no row of that role" not in "".join(caveats) else "all roles"
    return [_of_rows(comps, rows, group, pay, "; ".join(caveats))]


def _same_role(
    rows: Sequence[Comp], role_title: str, roles: Roles
) -> list[Comp] | None:
    """Rows whose title means the same role; None if no row has a title."""
    if not any(row.texts.get("role") for row in rows):
        return None
    role = roles.find(role_title)
    return [
        row
        for row in rows
        if role is not None and roles.find(row.texts.get("role", "")) is role
    ]


def _same_city(rows: Sequence[Comp], location: str) -> list[Comp] | None:
    """Rows of the same city; None if no row has a place."""
    if not any(row.texts.get("location") for row in rows):
        return None
    city = location.partition(",")[0].strip().lower()
    return [
        row
        for row in rows
        if row.texts.get("location", "").partition(",")[0].strip().lower() == city
    ]


def _of_grid(grid: Grid, pay: float, caveat: str) -> Evidence:
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
    )


def _of_rows(
    comps: Comps, rows: list[Comp], group: str, pay: float, caveat: str
) -> Evidence:
    answer: Answer = answer_rows(rows, value=pay)
    assert answer.rank is not None
    return Evidence(
        source=comps.file,
        as_of=_span(rows),
        group=_one(rows, "role") or group,
        area=_one(rows, "location") or "all places",
        rung="yours",
        level=_one(rows, "level") or "all levels",
        percentiles=answer.percentiles,
        rank=answer.rank,
        count=answer.count,
        employment=None,
        sufficient=answer.sufficient,
        caveat=caveat,
        confidence="yours",
    )


def _one(rows: Sequence[Comp], name: str) -> str:
    """Text that all rows share, or nothing."""
    texts = {row.texts.get(name, "") for row in rows}
    return texts.pop() if len(texts) == 1 else ""


def _span(rows: Sequence[Comp]) -> str:
    """First and last year of the rows."""
    years = sorted({row.texts.get("year", "") for row in rows} - {""})
    if not years:
        return "undated"
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
