"""Where the pay of a row is: columns of one pay, of a range, of percentiles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.ingest.comps import columns
from offerlab.ingest.comps.currency import header_currency
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.kind import PREVAILING
from offerlab.ingest.comps.labels import Labels, most
from offerlab.ingest.comps.months_paid import months_paid
from offerlab.ingest.comps.pay_text import Pay, read_pay
from offerlab.ingest.comps.percent_text import read_percent
from offerlab.ingest.comps.period import header_period, period_of
from offerlab.ingest.comps.plan import Source
from offerlab.ingest.comps.rule import NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping

PERCENTS = "equity_percent"


class PayColumns(Labels):
    """The same header: which columns hold the pay, and in what terms."""

    def grid(self) -> dict[str, int]:
        """Columns of percentiles, if that is what the file holds."""
        found: dict[str, int] = {}
        for place, words in enumerate(self.words):
            name = columns.percentile_of(words)
            if name and (name not in found or words.startswith("a ")):
                found[name] = place
        if len(found) < 2:
            pays = self._pays("base")
            if pays and not self._is_summary(found.get("p50"), pays):
                found = {}
        found |= {name: at for name, at in self.mapped.items() if name in columns.GRID}
        return {name: found[name] for name in columns.GRID if name in found}

    def grid_source(self, grid: Mapping[str, int]) -> Source:
        """Currency, period and unit of a grid: of its first column that has cells."""
        places = list(grid.values())
        first = next((place for place in places if self.cells(place)), places[0])
        cells = [cell for place in places for cell in self.cells(place)]
        return self._source(first, percent=most(cells, _is_marked))

    def _is_summary(self, median: int | None, pays: list[int]) -> bool:
        """Whether rows hold a median between two ends: figures of a group each."""
        pairs = self._pairs(pays)
        if median is not None and all(
            columns.AVERAGE.search(self.words[place]) for place in pays
        ):
            return True
        if median is None or not pairs or not self._together(median, pairs[0][0]):
            return False
        names = " and ".join(self.header[place] for place in pairs[0])
        self.notes.append(
            f"{names}: not read, as no header says which percentiles they are (--map"
            " p25=HEADER)"
        )
        return True

    def _together(self, first: int, second: int) -> bool:
        """Whether most rows with one of two columns have the other too."""
        filled = [
            [place < len(row) and bool(row[place].strip()) for place in (first, second)]
            for row in self.sample
        ]
        return sum(map(all, filled)) * 2 > sum(map(any, filled))

    def _pays(self, measure: str, *, medians: bool = False) -> list[int]:
        """Columns of a measure that hold amounts, the most liked first."""
        wanted = self.wish.currency or "USD"
        taken = {self.at(name) for name in columns.MEASURES if name != measure}
        found = []
        read_cell = read_percent if measure == PERCENTS else read_pay
        for place, words in enumerate(self.words):
            group = columns.percentile_of(words)
            if self._measure_at(place) != measure or place in taken:
                continue
            if group and not (medians and group == "p50"):
                continue
            cells = self.cells(place)
            read = [read_cell(cell) for cell in cells]
            readable = sum(not isinstance(pay, str) for pay in read)
            if cells and readable * 4 < len(cells):
                continue
            score = columns.liking(words, header_currency(words), wanted)
            found.append((not cells, -score, place))
        return [place for _, _, place in sorted(found)]

    def _measure_at(self, place: int) -> str | None:
        """Measure of a column by its header; equity is percent if its cells are."""
        measure = columns.measure_of(question_of(self.header[place]))
        if measure not in ("equity_value", PERCENTS):
            return measure
        header, cells = self.header[place], self.cells(place)
        if columns.POINTS.search(self.words[place]):
            return PERCENTS
        if columns.COUNTED.fullmatch(self.words[place]) and not most(cells, _is_signed):
            return None
        if "%" in header or most(cells, _is_marked):
            return PERCENTS
        return measure

    def sources(self, measure: str) -> tuple[Source, ...]:
        """Where the pay of a row is; a second place serves rows without the first."""
        field = columns.FIELD_OF_MEASURE.get(measure, measure)
        if field in self.mapped:
            return (self._source(self.mapped[field], percent=measure == PERCENTS),)
        if measure == PERCENTS:
            return self._percents()
        if self.kind.name.startswith("DOL LCA"):
            return self._lca() if measure == "base" else ()
        if measure in self.kind.columns:
            place = self.at(measure)
            return () if place is None else (self._source(place),)
        found = self._pays(measure, medians=True)
        if measure == "base" and not found:
            found = self._bare_ends() or self._signed()
        pairs = self._pairs(found)
        singles = [p for p in found if not columns.range_end(self.words[p])]
        if not singles and not pairs:
            return tuple(self._source(place) for place in found[:1])
        if not singles or (pairs and not self.cells(singles[0])):
            return tuple(self._source(low, high) for low, high in pairs[:1])
        if pairs and not self._together(singles[0], pairs[0][0]):
            # A posting gives one amount or a range, each in columns of its own.
            return (self._source(singles[0]), self._source(*pairs[0]))
        return self._alternatives(singles)

    def _bare_ends(self) -> list[int]:
        """Columns named minimum and maximum alone, where their cells can be pay."""
        found = [
            place for place, words in enumerate(self.words)
            if words in columns.BARE_ENDS and most(self.cells(place), _is_large)
        ]  # fmt: skip
        return found if self._pairs(found) else []

    def _signed(self) -> list[int]:
        """A column under a vague header whose cells carry the sign of a currency."""
        found = []
        for place, words in enumerate(self.words):
            if words in columns.VAGUE and most(self.cells(place), _is_signed):
                found.append(place)
        return found if len(found) == 1 else []

    def _percents(self) -> tuple[Source, ...]:
        """Columns of parts of a company: one, or both ends of a range."""
        found = self._pays(PERCENTS)
        pairs = self._pairs(found)
        if pairs:
            return (self._source(*pairs[0], percent=True),)
        return tuple(self._source(place, percent=True) for place in found[:1])

    def _alternatives(self, found: list[int]) -> tuple[Source, ...]:
        """The best column, and one of another period for the rows that it leaves."""
        first = self._source(found[0])
        for place in found[1:]:
            other = self._source(place)
            if other.period and first.period and other.period != first.period:
                return (first, other) if first.period == "year" else (first,)
        return (first,)

    def _pairs(self, found: list[int]) -> list[tuple[int, int]]:
        ends: dict[str, dict[str, int]] = {}
        for place in found:
            end = columns.range_end(self.words[place])
            if end:
                ends.setdefault(end[1], {}).setdefault(end[0], place)
        return [(e["low"], e["high"]) for e in ends.values() if len(e) == 2]

    def _lca(self) -> tuple[Source, ...]:
        place, period_at = self.at("wage"), self.at("unit")
        if place is None:
            place = self.at("prevailing")
            period_at = self.at("other_unit")
            self.notes.append(
                "the file holds no offered wage: the prevailing wage is read instead"
            )
            if place is None:
                return ()
            if period_at is None:  # a copy that lost its units
                self.kind = PREVAILING
                return (Source(place, currency="USD", period="year"),)
        elif period_at is None:
            period_at = self.at("other_unit")
            if period_at is not None:
                self.notes.append(
                    "the file has no unit of the wage: the unit of the prevailing wage"
                    f" ({self.header[period_at]}) is used"
                )
        return (Source(place, self.at("wage_to"), currency="USD", period_at=period_at),)

    def _source(
        self, low: int, high: int | None = None, *, percent: bool = False
    ) -> Source:
        if percent:
            points = bool(columns.POINTS.search(self.words[low]))
            return Source(low, high, percent=True, points=points)
        words = self.words[low]
        period = header_period(columns.WITHOUT.sub(" ", words)) or self.kind.period
        currency = header_currency(words)
        return Source(
            low, high,
            currency_at=None if currency or self.kind.currency else self._currency_at(),
            currency=currency or self.kind.currency,
            period_at=None if period else self._period_at(),
            period=period,
            hourly_at=self._hourly_at(),
            scale=(_scale(words) if self.wish.unit == 1 else self.wish.unit)
            * _months(self.header[low], period),
        )  # fmt: skip

    def _currency_at(self) -> int | None:
        return self.label("currency")

    def _period_at(self) -> int | None:
        """Column of the period, if its cells are periods."""
        place = self.label("period")
        if place is None or "period" in self.mapped:
            return place
        return place if most(self.cells(place), period_of) else None

    def _hourly_at(self) -> int | None:
        """Column of yes and no to the question whether the pay is hourly."""
        for place, words in enumerate(self.words):
            cells = {cell.lower() for cell in self.cells(place)}
            if words in columns.HOURLY and cells and cells <= YES | NO:
                return place
        return None


def _is_marked(cell: str) -> bool:
    return "%" in cell


def _is_large(cell: str) -> bool:
    """Whether a cell is an amount, or a range from one, of a size that is paid."""
    pay = read_pay(cell)
    return isinstance(pay, Pay) and (pay.low or 0) >= 1000


def _is_signed(cell: str) -> bool:
    """Whether a cell is an amount with the sign of a currency."""
    pay = read_pay(cell)
    return isinstance(pay, Pay) and pay.currency != ""


def question_of(header: str) -> str:
    """Words of a header; of a question without the explanation that follows it."""
    question, mark, _ = header.partition("?")
    return words_of(question if mark else header)


def _months(header: str, period: str) -> float:
    """Pay of a month of the year, where a header names more than twelve of them."""
    _, months, _ = months_paid(header.lower())
    return months / 12 if months and period == "month" else 1.0


def _scale(words: str) -> float:
    """What a header multiplies by: ``in thousands``, ``(k)``, ``lakhs``, ``万``."""
    if re.search(r"\blakhs?\b|\blacs?\b|\blpa\b", words):
        return 1e5
    if "ten thousands" in words:
        return 1e4
    if re.search(r"\bthousands?\b|\bk\b|\b000s?\b|\b1000s?\b|[$€£]k\b|\bk[$€£]", words):
        return 1e3
    return 1.0
