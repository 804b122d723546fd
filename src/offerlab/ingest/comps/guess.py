"""A plan from the first rows of a file: every column by its header and its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place
from offerlab.ingest.comps import columns
from offerlab.ingest.comps.currency import header_currency
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.labels import Labels
from offerlab.ingest.comps.pay_text import read_pay
from offerlab.ingest.comps.percent_text import read_percent
from offerlab.ingest.comps.period import header_period, period_of
from offerlab.ingest.comps.plan import Plan, Rule, Source, Wish
from offerlab.ingest.comps.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence


PERCENTS = "equity_percent"


def make_plan(
    file: str, line: int, header: Sequence[str], sample: Sequence[Sequence[str]],
    wish: Wish,
) -> Plan:  # fmt: skip
    """Decide what each column is.

    Parameters
    ----------
    file : str
    line : int
        Of the header.
    header : sequence of str
    sample : sequence of sequence of str
        Some of the first rows, to pass over columns that are empty.
    wish : Wish

    Raises
    ------
    InputError
        If the file has no such measure, or a mapping names what is not there.
    """
    table = _Pays(file, line, header, sample, wish)
    plan = Plan(table.kind, header, "", ())
    plan.labels = table.labels()
    plan.grid = table.grid()
    found = {m: table.sources(m) for m in columns.MEASURES}
    plan.measures = tuple(m for m, sources in found.items() if sources)
    if plan.grid:
        plan.measures = ("base", *(m for m in plan.measures if m != "base"))
    plan.measure = table.measure(plan.measures)
    plan.sources = () if plan.grid else found[plan.measure]
    plan.rules = table.rules()
    plan.case_at = table.at("case") if table.kind.repeats == "case" else None
    plan.unnamed = frozenset(
        place for place, name in enumerate(header)
        if not name.strip() or words_of(name).startswith("unnamed")
    )  # fmt: skip
    plan.columns = table.shown(plan)
    plan.notes = table.notes
    return plan


class _Pays(Labels):
    """The same header: which columns hold the pay, and in what terms."""

    def grid(self) -> dict[str, int]:
        """Columns of percentiles, if that is what the file holds."""
        found: dict[str, int] = {}
        for place, words in enumerate(self.words):
            name = columns.percentile_of(words)
            if name and (name not in found or words.startswith("a ")):
                found[name] = place
        if len(found) < 2 and self._pays("base"):
            found = {}
        found |= {name: at for name, at in self.mapped.items() if name in columns.GRID}
        return {name: found[name] for name in columns.GRID if name in found}

    def _pays(self, measure: str) -> list[int]:
        """Columns of a measure that hold amounts, the most liked first."""
        wanted = self.wish.currency or "USD"
        taken = {self.at(name) for name in columns.MEASURES if name != measure}
        found = []
        read_cell = read_percent if measure == PERCENTS else read_pay
        for place, words in enumerate(self.words):
            if self._measure_at(place) != measure or columns.percentile_of(words):
                continue
            if place in taken:
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
        measure = columns.measure_of(self.words[place])
        if measure not in ("equity_value", PERCENTS):
            return measure
        header, cells = self.header[place], self.cells(place)
        marked = sum("%" in cell for cell in cells)
        if "%" in header or (cells and marked * 2 > len(cells)):
            return PERCENTS
        return measure

    def sources(self, measure: str) -> tuple[Source, ...]:
        """Where a row's pay stands; a second place serves rows without the first."""
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
        found = self._pays(measure)
        pairs = self._pairs(found)
        singles = [p for p in found if not columns.range_end(self.words[p])]
        if not singles and not pairs:
            return tuple(self._source(place) for place in found[:1])
        if not singles or (pairs and not self.cells(singles[0])):
            return tuple(self._source(low, high) for low, high in pairs[:1])
        return self._alternatives(singles)

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
            if period_at is None:
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
            return Source(low, high, percent=True)
        words = self.words[low]
        period = header_period(columns.WITHOUT.sub(" ", words)) or self.kind.period
        currency = header_currency(words)
        return Source(
            low, high,
            currency_at=None if currency or self.kind.currency else self._currency_at(),
            currency=currency or self.kind.currency,
            period_at=None if period else self._period_at(),
            period=period,
            scale=_scale(words) if self.wish.unit == 1 else self.wish.unit,
        )  # fmt: skip

    def _currency_at(self) -> int | None:
        return self.label("currency")

    def _period_at(self) -> int | None:
        """Column of the period, if its cells are periods."""
        place = self.label("period")
        if place is None or "period" in self.mapped:
            return place
        cells = self.cells(place)
        known = sum(period_of(cell) is not None for cell in cells)
        return place if known * 2 > len(cells) else None

    def measure(self, measures: tuple[str, ...]) -> str:
        """The measure to read.

        Raises
        ------
        InputError
            If the file does not have it.
        """
        wished = self.wish.measure
        if wished in measures or (measures and not wished):
            return wished or measures[0]
        if measures:
            raise InputError(
                self.file, f"use --measure {measures[0]}: the file holds"
                f" {_join(measures)}, and no {wished} pay",
            )  # fmt: skip
        field = columns.FIELD_OF_MEASURE.get(wished or "base", wished)
        raise InputError(
            Place(self.file, self.line),
            f"name the column of the pay with --map {field}=HEADER: none of its"
            f" {len(self.header)} headers says so{self._near_pay()}",
        )

    def _near_pay(self) -> str:
        """At most three headers whose cells look like pay."""
        found = [
            name for place, name in enumerate(self.header)
            if (cells := self.cells(place))
            and sum(_is_large(cell) for cell in cells) * 2 > len(cells)
        ]  # fmt: skip
        if found:
            return f" (these hold amounts: {_join([name[:40] for name in found[:3]])})"
        return f" (it begins with {_join([name[:40] for name in self.header[:3]])})"

    def rules(self) -> tuple[Rule, ...]:
        """Rows that the kind leaves out."""
        found = ((self.at(name), reason, test) for name, reason, test in RULES)
        return tuple(
            Rule(p, reason, test) for p, reason, test in found if p is not None
        )

    def shown(self, plan: Plan) -> dict[str, str]:
        """Field to header, for the person."""
        shown: dict[str, str] = {}
        field = columns.FIELD_OF_MEASURE.get(plan.measure, plan.measure)
        for number, source in enumerate(plan.sources):
            suffix = "" if number == 0 else f" ({number + 1})"
            ends = [self.header[p] for p in (source.low, source.high) if p is not None]
            shown[f"{field}{suffix}"] = " to ".join(ends)
            for name, place in (
                ("currency", source.currency_at),
                ("period", source.period_at),
            ):
                if place is not None:
                    shown[name] = self.header[place]
        shown |= {name: self.header[place] for name, place in plan.grid.items()}
        return shown | {name: self.header[at] for name, at in plan.labels.items()}


def _join(names: Sequence[str]) -> str:
    return ", ".join(names)


def _is_large(cell: str) -> bool:
    pay = read_pay(cell)
    return not isinstance(pay, str) and (pay.low or pay.high or 0) >= 1000


def _scale(words: str) -> float:
    """What a header multiplies by: ``in thousands``, ``(k)``, ``lakhs``."""
    if re.search(r"\blakhs?\b|\blacs?\b|\blpa\b", words):
        return 1e5
    if re.search(r"\bthousands?\b|\bk\b|\b000s?\b|\b1000s?\b|[$€£]k\b|\bk[$€£]", words):
        return 1e3
    return 1.0
