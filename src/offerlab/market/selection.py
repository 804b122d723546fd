"""Which rows a question is about: filters by label, never widened."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from offerlab.errors import MarketDataError
from offerlab.ingest.comps.rows import texts, where

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from offerlab.ingest.comps.comp import Comp, Comps
    from offerlab.ingest.roles import Roles

FILTERS = (
    "role", "soc", "level", "city", "metro", "state", "country", "employer", "stage",
    "year",
)  # fmt: skip
_LABELS = {
    "city": ("city", "location"),
    "metro": ("location", "city"),
    "state": ("state", "location"),
    "country": ("country", "location"),
    "year": ("date",),
}
_LEVELS = (
    ("en", "entry", "entry level"),
    ("mi", "mid", "mid level"),
    ("se", "senior", "senior level"),
    ("ex", "executive", "executive level"),
    *((numeral, f"level {numeral}") for numeral in ("i", "ii", "iii", "iv")),
)
"""Ways of writing one level."""


@lru_cache(maxsize=100_000)
def words_of(text: str) -> str:
    """Words of a label in lower case."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def select(
    comps: Comps, filters: Mapping[str, str], roles: Roles | None = None
) -> Sequence[Comp]:
    """Rows that match every filter.

    Parameters
    ----------
    comps : Comps
    filters : mapping of str to str
        Name of a filter to what is wanted.
    roles : Roles, optional
        With it a title also matches another title of the same role.

    Raises
    ------
    MarketDataError
        If a filter has no column, or leaves no row: it names that filter, and what
        was left out of the file before.
    """
    rows: Sequence[Comp] = comps.rows
    for name, wanted in _apart(comps, filters):
        places = [
            place
            for label in _LABELS.get(name, (name,))
            if (place := comps.place(label)) is not None
        ]
        if not places:
            field = _LABELS.get(name, (name,))[0]
            raise MarketDataError(
                f"name its column with --map {field}=HEADER: {comps.file} does not"
                f" state the {name}"
            )
        test = cache(_test(name, wanted, roles))
        left = where(rows, places, _any(test))
        if comps.is_grid and name in ("role", "soc"):
            left = _exactly(left, places, wanted) or left
        if not left:
            raise MarketDataError(_empty(comps, rows, name, wanted, places))
        rows = left
    return rows


def has_label(comps: Comps, name: str) -> bool:
    """Whether a file has a column for a filter."""
    return any(comps.place(label) is not None for label in _LABELS.get(name, (name,)))


def _apart(comps: Comps, filters: Mapping[str, str]) -> list[tuple[str, str]]:
    """Filters one by one; ``City, ST`` is two where the file has a state column."""
    apart = []
    for name, wanted in filters.items():
        city, comma, state = wanted.partition(",")
        if name == "city" and comma and comps.place("state") is not None:
            apart += [("city", city.strip()), ("state", state.strip())]
        else:
            apart.append((name, wanted))
    return apart


def _any(test: Callable[[str], bool]) -> Callable[..., bool]:
    """Test of several texts, of which one has to pass."""
    return lambda *labels: any(map(test, labels))


def _exactly(
    rows: Sequence[Comp], places: Sequence[int], wanted: str
) -> Sequence[Comp]:
    """Groups of exactly that name: `Actors` is not `Voice actors`."""
    return where(rows, places, _any(lambda text: words_of(text) == words_of(wanted)))


def _test(name: str, wanted: str, roles: Roles | None) -> Callable[[str], bool]:
    """Whether a label matches what is wanted."""
    words = words_of(wanted)
    if name == "soc":
        return lambda text: _soc(text) == _soc(wanted)
    if name == "level":
        return lambda text: same_level(wanted, text) or _holds(words, text)
    if name == "city":
        city = words_of(wanted.partition(",")[0])
        state = words_of(wanted.partition(",")[2])
        return lambda text: (
            _holds(words, text)
            or (
                _holds(city, text)
                and (not state or "," not in text or _holds(state, text))
            )
        )
    role = roles.find(wanted) if name == "role" and roles is not None else None
    if role is not None and roles is not None and _is_title(words, role.titles):
        # An asked title that is one of a role's own finds its other titles too.
        return lambda text: (
            _holds(words, text)
            or any(_holds(words_of(title), text) for title in role.titles)
        )
    return lambda text: _holds(words, text)


def same_level(wanted: str, text: str) -> bool:
    """Whether two texts name one level: ``EN`` and ``entry level``."""
    words = words_of(wanted)
    same = next((names for names in _LEVELS if words in names), (words,))
    return words_of(text) in same


def _is_title(words: str, titles: Sequence[str]) -> bool:
    return any(words_of(title) == words for title in titles)


def _holds(wanted: str, text: str) -> bool:
    return f" {wanted} " in f" {words_of(text)} "


def _soc(text: str) -> str:
    """SOC code without its suffix: ``15-1252.00`` is ``15-1252``."""
    digits = re.sub(r"\D", "", text.partition(".")[0])
    return f"{digits[:2]}-{digits[2:6]}" if len(digits) >= 6 else text.strip()


def _empty(
    comps: Comps, rows: Sequence[Comp], name: str, wanted: str, places: Sequence[int]
) -> str:
    labels = set().union(*(texts(rows, at) for at in places)) - {""}
    seen = "; ".join(text[:40] for text in sorted(labels)[:5]) or "nothing"
    before = sum(drop.rows for drop in comps.dropped)
    also = f"; {before:,} rows were left out before it" if before else ""
    return (
        f"{comps.file}: no row is left after --{name} '{wanted}' ({len(rows):,} before"
        f" it; it has, for example: {seen}{also})"
    )
