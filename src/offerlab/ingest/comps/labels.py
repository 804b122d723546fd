"""A header with some of its rows: which column holds which label."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place
from offerlab.ingest.comps import columns
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.kind import kind_of
from offerlab.ingest.fields import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offerlab.ingest.comps.plan import Wish

_SOC_TITLES = (
    "soc title", "soc name", "lca case soc name", "pw soc title", "occupation title",
    "occupational title", "occ title",
)  # fmt: skip
_NOTHING = ("na", "null", "none", "nan")


def most(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    """Whether more than half of the cells pass a test; not if there are none."""
    return sum(bool(test(cell)) for cell in cells) * 2 > len(cells)


class Labels:
    """A header with its sample: finds the column of each field."""

    def __init__(
        self, file: str, line: int, header: Sequence[str],
        sample: Sequence[Sequence[str]], wish: Wish,
    ) -> None:  # fmt: skip
        self.file, self.line, self.header = file, line, header
        self.words = [words_of(name) for name in header]
        self.sample, self.wish = sample, wish
        self.kind = kind_of(self.words)
        self.notes: list[str] = []
        self.mapped = {
            field: self._mapped(field, name) for field, name in wish.mapping.items()
        }

    def _mapped(self, field: str, name: str) -> int:
        if field not in columns.FIELDS:
            close = nearest(field, columns.FIELDS) or "base_salary"
            raise InputError(
                "--map", f"'{field}' is not a field; did you mean '{close}'?"
            )
        for place, header in enumerate(self.header):
            if header.strip() == name.strip():
                return place
        raise InputError(
            Place(self.file, self.line),
            f"there is no header '{name}'{self._nearest(name)}",
        )

    def _nearest(self, name: str) -> str:
        """At most three headers that are near."""
        headers = [header for header in self.header if header.strip()]
        close = difflib.get_close_matches(name, headers, n=3, cutoff=0.5)
        return f"; did you mean '{', '.join(close)}'?" if close else ""

    def cells(self, place: int) -> list[str]:
        """Filled cells of a column in the sample."""
        cells = (row[place].strip() for row in self.sample if place < len(row))
        return [c for c in cells if c and c.lower() not in _NOTHING]

    def at(self, field: str) -> int | None:
        """Column of a field of the kind, if the file has it."""
        for words in self.kind.columns.get(field, ()):
            if words in self.words:
                return self.words.index(words)
        return None

    def label(self, field: str) -> int | None:
        """Column of a label: mapped, of the kind, or the likeliest that is filled."""
        if field in self.mapped:
            return self.mapped[field]
        place = self.at(field)
        if place is not None:
            return place
        if self.kind.name.startswith("DOL LCA"):
            return None  # an employer's city is not where the job is
        found = sorted(
            (columns.preference(field, words), place)
            for place, words in enumerate(self.words)
            if columns.field_of(words) == field
        )
        filled = [place for _, place in found if self.cells(place)]
        return filled[0] if filled else found[0][1] if found else None

    def soc_title(self) -> int | None:
        """Column of the titles of occupations, which the codes may need."""
        found = (p for p, words in enumerate(self.words) if words in _SOC_TITLES)
        return next(found, None)

    def _holds_occupations(self, place: int | None) -> bool:
        """Whether codes are of the SOC; early filings have three digits of another."""
        if place is None or "soc" in self.mapped:
            return True
        return not most(self.cells(place), re.compile(r"\d{1,3}").fullmatch)

    def labels(self) -> dict[str, int]:
        """Columns of all labels that the file has."""
        found = {
            field: self.label(field) for field in (*columns.LABELS, "source", "count")
        }
        if not self._holds_occupations(found["soc"]):
            found["soc"] = None
        labels = {field: place for field, place in found.items() if place is not None}
        if "location" in labels and "city" in labels:
            full, short = (self.cells(labels[name]) for name in ("location", "city"))
            if len(full) < len(short):
                del labels["location"]
        return labels
