"""One question about pay, put to the data that ship or to the user's own comps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.errors import MarketDataError
from offerlab.ingest.entry_level import entry_grid
from offerlab.ingest.fields import nearest
from offerlab.ingest.oews import area_grid, read_areas
from offerlab.ingest.places import find_area
from offerlab.ingest.roles import Role, Roles, read_roles
from offerlab.market.query import Answer, answer_grid, answer_rows, filtered, own_grid
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offerlab.core.grid import Grid
    from offerlab.ingest.comps import Comp, Comps

_COLUMN = {"city": "location", "metro": "location"}
_SHIPPED = ("role", "soc", "level", "city", "metro", "state")


@dataclass(slots=True)
class Found:
    """An answer, and everything that must be said with it."""

    answer: Answer
    source: str
    as_of: str
    about: str
    notes: list[str]
    comps: Sequence[Comps] = ()
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
        Its rank is told too.
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
            f"the data that ship have no --{wrong[0]}; give a FILE of your own"
        )
    roles = read_roles(library)
    role = _role(roles, given)
    level = given.get("level", "")
    if level.lower().startswith(("entry", "new", "junior")):
        grid = entry_grid(role.entry or "", library) if role else None
        if grid is None:
            raise MarketDataError("no entry-level figures of that role ship")
        answer = answer_grid(grid, percents, value)
        about = f"{grid.group}, {grid.level}, {grid.area}"
        return Found(answer, grid.source, grid.as_of, about, [grid.note])
    notes = ["all levels of experience; base pay of all jobs, not of new offers"]
    if level:
        notes.append(f"these figures know no level: '{level}' is not applied")
    main, climbed = _wages(
        given.get("soc") or (role.soc if role else ""), given, library
    )
    answer = answer_grid(main, percents, value)
    about = f"{main.group}, {main.area}"
    found = Found(answer, main.source, main.as_of, about, notes)
    if climbed:
        notes.append(climbed)
    if role is not None and role.beside and "soc" not in given:
        beside, _ = _wages(role.beside, given, library)
        found.beside = answer_grid(beside, percents, value)
    return found


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


def ask_files(
    files: Sequence[Comps],
    given: Mapping[str, str],
    percents: Sequence[int],
    value: float | None,
    *,
    blend: bool = False,
) -> Found:
    """Ask the user's own comps; several files only if they are to be pooled.

    Raises
    ------
    MarketDataError
        If a filter has no column or leaves no row, several files are not to be
        pooled, or several groups of percentiles match.
    """
    if "soc" in given:
        raise MarketDataError("your own files have no --soc; use --role")
    if len(files) > 1 and not blend:
        raise MarketDataError(
            "one source answers a question: name one FILE, or pool them with --blend"
        )
    asked = {name: (_COLUMN.get(name, name), text) for name, text in given.items()}
    chosen = [row for comps in files for row in filtered(comps, asked)]
    notes = [note for comps in files for note in comps_notes(comps)]
    source = ", ".join(comps.file for comps in files)
    about = ", ".join(given.values()) or "all rows"
    if any(comps.kind == "percentiles" for comps in files):
        answer = _one_group(files, chosen, percents, value)
        as_of = answer.grid.as_of if answer.grid else "undated"
        return Found(answer, source, as_of, about, notes, files)
    answer = answer_rows(chosen, percents, value)
    if not answer.sufficient:
        notes.append(f"{answer.count} rows are not enough to lean on")
    return Found(answer, source, _years(chosen), about, notes, files)


def _one_group(
    files: Sequence[Comps],
    rows: Sequence[Comp],
    percents: Sequence[int],
    value: float | None,
) -> Answer:
    if len(rows) > 1 or len(files) > 1:
        raise MarketDataError(
            f"{len(rows)} groups of percentiles match, and they cannot be pooled;"
            " narrow it with --role, --city, --level"
        )
    return answer_grid(own_grid(files[0], rows[0]), percents, value)


def comps_notes(comps: Comps) -> list[str]:
    """What was left out and how the columns were read, to be shown."""
    notes = [
        f"{comps.file}: {len(lines)} row(s) left out: {reason} (line {lines[0]})"
        for reason, lines in comps.dropped.items()
    ]
    if comps.in_thousands:
        notes.append(f"{comps.file}: every pay is under 1,000: read as thousands")
    told = ", ".join(f"{name}={column}" for name, column in comps.columns.items())
    return [*notes, f"{comps.file}: columns read as {told} (--map corrects it)"]


def _years(rows: Sequence[Comp]) -> str:
    years = sorted({row.texts.get("year", "") for row in rows} - {""})
    return f"{years[0]} to {years[-1]}" if years else "undated"
