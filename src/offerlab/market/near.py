"""Rows of a file that are near an offer: of its role, its level, its place."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from offerlab.ingest.comps.day import day_of
from offerlab.ingest.comps.rows import texts, where
from offerlab.ingest.countries import read_countries
from offerlab.ingest.places import metro_of
from offerlab.ingest.roles import read_roles
from offerlab.market.selection import same_level, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offerlab.core.offer import Offer
    from offerlab.ingest.comps.comp import Comp, Comps
    from offerlab.resources import Library

FEWEST = 5
"""Rows below which comps are not evidence in a letter."""
MONTHS_OLD = 18
"""Age above which comps are not evidence in a letter."""


class Near:
    """Rows of a file that are near an offer, and what has to be said of them."""

    def __init__(self, comps: Comps, offer: Offer, library: Library) -> None:
        self.comps, self.offer, self.library = comps, offer, library
        self.roles = read_roles(library)
        self.role = self.roles.find(offer.role)
        self.caveats: list[str] = []
        self.has_role = False
        self.rung = ""

    @property
    def caveat(self) -> str:
        """What a reader has to know of the rows."""
        return "; ".join(self.caveats)

    @property
    def level_words(self) -> str:
        """What is said of the level where the rows have several or none."""
        stated = self.comps.place("level") is not None
        return "all levels" if stated else "level not stated"

    def rows(self) -> Sequence[Comp]:
        """Rows of the role, of the nearest place that has some."""
        rows = self.of_role(self.comps.rows)
        if rows:
            self.has_role = True
        elif self._states("role"):
            self.caveats.append("no row of that role: all are counted")
        if not rows:
            rows = self.comps.rows
        if not self._states("location", "city", "state"):
            return rows
        for rung, test in (("metro", self._same_city), ("state", self._same_state)):
            near = self._kept(rows, test)
            if near:
                self.rung = rung
                if rung == "state":
                    self.caveats.append("no row of that place: its state")
                return near
        self.caveats.append("no row of that place: all are counted")
        return rows

    def exact(self, today: date) -> tuple[Sequence[Comp], str]:
        """Recent rows of the same role, level and place; else why there are none."""
        rows: Sequence[Comp] = self.comps.rows
        for what, keep in (
            ("role family", self.of_role),
            ("level", self._of_level),
            ("place", lambda some: self._kept(some, self._same_city)),
            ("date in the last 18 months", lambda some: self._recent(some, today)),
        ):
            rows = keep(rows)
            if len(rows) < FEWEST:
                count = f"{len(rows)} rows are" if len(rows) != 1 else "1 row is"
                return (
                    (),
                    f"only {count} of the offer's {what}, and {FEWEST} are needed",
                )
        return rows, ""

    def of_role(self, rows: Sequence[Comp]) -> Sequence[Comp]:
        """Rows whose title means the same role."""
        at = self.comps.place("role")
        if at is None:
            return []
        wanted, role = words_of(self.offer.role), self.role

        @cache
        def same(title: str) -> bool:
            if words_of(title) == wanted:
                return True
            return role is not None and self.roles.find(title) is role

        return where(rows, [at], same)

    def _of_level(self, rows: Sequence[Comp]) -> Sequence[Comp]:
        at = self.comps.place("level")
        level = self.offer.level
        if at is None or not level:
            return []
        return where(rows, [at], lambda text: same_level(level, text))

    def _recent(self, rows: Sequence[Comp], today: date) -> Sequence[Comp]:
        at = self.comps.place("date")
        if at is None:
            return []
        months = today.year * 12 + today.month - 1 - MONTHS_OLD
        # A day that the earlier month does not have is its last.
        oldest = date(months // 12, months % 12 + 1, min(today.day, 28))
        return where(rows, [at], lambda text: (day_of(text) or date.min) >= oldest)

    def _states(self, *labels: str) -> bool:
        """Whether any row states one of the labels."""
        places = [at for label in labels if (at := self.comps.place(label)) is not None]
        return any(texts(self.comps.rows, at) - {""} for at in places)

    def _kept(
        self, rows: Sequence[Comp], test: Callable[[str, str], bool]
    ) -> Sequence[Comp]:
        """Rows whose city and state pass a test."""
        cities = [
            at for n in ("city", "location") if (at := self.comps.place(n)) is not None
        ]
        state = self.comps.place("state")
        same = cache(test)

        def holds(*told: str) -> bool:
            city = next(filter(None, told[: len(cities)]), "")
            return same(city, "".join(told[len(cities) :]))

        return where(rows, cities if state is None else [*cities, state], holds)

    def _same_city(self, city: str, state: str) -> bool:
        """Whether a place is the offer's, or of the same metropolitan area."""
        place = f"{city}, {state}" if state and "," not in city else city
        ours, theirs = words_of(self.offer.location), words_of(place)
        if not theirs or not ours:
            return False
        if theirs == ours or words_of(city) == ours:
            return True
        metro = metro_of(self.offer.location, self.library)
        if metro and metro_of(place, self.library) == metro:
            return True
        first = words_of(self.offer.location.partition(",")[0])
        # A city without its state is the same; another state is another city.
        return not state and "," not in city and theirs == first

    def _same_state(self, city: str, state: str) -> bool:
        ours = _state_words(self.offer.location)
        theirs = words_of(state) or _state_words(city)
        known = read_countries(self.library).states
        return bool(ours) and ours in known and theirs == ours

    def group(self, rows: Sequence[Comp]) -> str:
        """What the rows are about, which is never claimed of what is not stated."""
        if not self._states("role"):
            return "role not stated: all rows"
        if not self.has_role:
            return shared(self.comps, rows, "role") or "all roles"
        return shared(self.comps, rows, "role") or f"{self.offer.role} and like titles"

    def area(self, rows: Sequence[Comp]) -> str:
        """The place of the rows."""
        if not self._states("location", "city", "state", "country"):
            return "place not stated: all rows"
        names = ("location", "city", "state", "country")
        one = next((text for n in names if (text := shared(self.comps, rows, n))), "")
        if one:
            return one
        near = {"metro": f"{self.offer.location} and its metro",
                "state": f"state of {self.offer.location}"}  # fmt: skip
        return near.get(self.rung, "all places")


def _state_words(place: str) -> str:
    return words_of(place.rpartition(",")[2])


def shared(comps: Comps, rows: Sequence[Comp], label: str) -> str:
    """Text that all rows share, or nothing."""
    told = texts(rows, comps.place(label))
    return told.pop() if len(told) == 1 else ""
