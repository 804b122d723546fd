"""One question about pay, put to the data that ship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from offerlab.errors import MarketDataError
from offerlab.ingest.entry_level import entry_grid
from offerlab.ingest.fields import nearest
from offerlab.ingest.oews import area_grid, read_areas
from offerlab.ingest.places import find_area
from offerlab.ingest.roles import Role, Roles, read_roles
from offerlab.market.answer import Answer, answer_grid
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offerlab.core.grid import Grid
    from offerlab.ingest.comps.comp import Comps, Dropped

_SHIPPED = ("role", "soc", "level", "city", "metro", "state")


class Source(NamedTuple):
    """A source of an answer, what it is, and how many rows it gave."""

    name: str
    kind: str
    rows: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and everything that must be said with it.

    Attributes
    ----------
    answer : Answer
    sources : tuple of Source
    as_of, about, measure : str
    notes : sequence of str
    comps : tuple of Comps
        The user's files, if they answered.
    dropped : tuple of Dropped
    repaired : int
    beside : Answer or None
        Of the occupation that is shown with it.
    """

    answer: Answer
    sources: tuple[Source, ...]
    as_of: str
    about: str
    notes: Sequence[str]
    comps: tuple[Comps, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    repaired: int = 0
    measure: str = "base"
    beside: Answer | None = None


def ask_shipped(
    given: Mapping[str, str],
    percents: Sequence[int],
    value: float | None,
    library: Library = SHIPPED,
) -> Found:
    """Ask the data that ship: wages by occupation and place, or entry-level pay.

    Parameters
    ----------
    given : mapping of str to str
        Filters: role or soc, and city, metro, state or level.
    percents : sequence of int
    value : float or None
        Its rank is reported too.
    library : Library

    Raises
    ------
    MarketDataError
        If a filter does not apply or the role is unknown.
    InputError
        If the place or the occupation is unknown.
    """
    wrong = [name for name in given if name not in _SHIPPED]
    if wrong:
        raise MarketDataError(
            f"give a FILE of your own: the data that ship have no --{wrong[0]}"
        )
    roles = read_roles(library)
    role = _role(roles, given)
    level = given.get("level", "")
    if level.lower().startswith(("entry", "new", "junior")):
        return _ask_entry_level(role, percents, value, library)
    notes = ["all levels of experience; base pay of all jobs, not of new offers"]
    if level:
        notes.append(f"these figures know no level: '{level}' is not applied")
    soc = given.get("soc") or (role.soc if role else "")
    main, climbed = _wages(soc, given, library)
    if climbed:
        notes.append(climbed)
    beside = None
    if role is not None and role.beside and "soc" not in given:
        grid, _ = _wages(role.beside, given, library)
        beside = answer_grid(grid, percents, value)
    return Found(
        answer=answer_grid(main, percents, value),
        sources=(Source(main.source, "published estimates, United States", None),),
        as_of=main.as_of,
        about=f"{main.group}, {main.area}",
        notes=notes,
        beside=beside,
    )


def _ask_entry_level(
    role: Role | None, percents: Sequence[int], value: float | None, library: Library
) -> Found:
    grid = entry_grid(role.entry or "", library) if role else None
    if grid is None:
        raise MarketDataError("no entry-level figures of that role ship")
    return Found(
        answer=answer_grid(grid, percents, value),
        sources=(Source(grid.source, "cited figures, United States", None),),
        as_of=grid.as_of,
        about=f"{grid.group}, {grid.level}, {grid.area}",
        notes=[grid.note],
    )


def _role(roles: Roles, given: Mapping[str, str]) -> Role | None:
    if "soc" in given:
        return next((r for r in roles.roles if r.soc == given["soc"]), None)
    if "role" not in given:
        raise MarketDataError("say which job: --role TITLE or --soc CODE")
    role = roles.find(given["role"])
    if role is None:
        close = nearest(given["role"], roles.titles())
        hint = f"; did you mean '{close}'?" if close else ""
        raise MarketDataError(f"the role '{given['role']}' is not known here{hint}")
    return role


def _wages(soc: str, given: Mapping[str, str], library: Library) -> tuple[Grid, str]:
    roles = read_roles(library)
    areas = read_areas(soc, library)
    place = given.get("metro") or given.get("city") or ""
    state = given.get("state", "")
    if place and state and not place.upper().endswith(state.upper()):
        place = f"{place}, {state}"
    rung = find_area(place or state, areas, library)
    return area_grid(rung.area, roles.occupations.get(soc, soc)), rung.climbed
