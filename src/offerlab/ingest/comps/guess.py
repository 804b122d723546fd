"""A plan from the first rows of a file: every column by its header and its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.errors import InputError, Place
from offerlab.ingest.comps import columns
from offerlab.ingest.comps.header import words_of
from offerlab.ingest.comps.labels import most
from offerlab.ingest.comps.pay_columns import PERCENTS, PayColumns
from offerlab.ingest.comps.pay_text import read_pay
from offerlab.ingest.comps.plan import Plan, Rule, Wish
from offerlab.ingest.comps.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    table = _Table(file, line, header, sample, wish)
    plan = Plan(table.kind, header, "", ())
    plan.labels = table.labels()
    plan.grid = table.grid()
    found = {m: table.sources(m) for m in columns.MEASURES}
    plan.measures = tuple(m for m, sources in found.items() if sources)
    plan.kind = table.kind
    if plan.grid:
        own = table.grid_source(plan.grid)
        first = PERCENTS if own.percent else "base"
        plan.measures = (first, *(m for m in plan.measures if m != first))
        found[first] = (own,)
    plan.measure = table.measure(plan.measures)
    plan.sources = found[plan.measure]
    plan.rules = table.rules()
    plan.period = wish.period or "year"
    plan.soc_title_at = table.soc_title()
    plan.case_at = table.at("case") if table.kind.repeats == "case" else None
    plan.unnamed = frozenset(
        place for place, name in enumerate(header)
        if not name.strip() or words_of(name).startswith("unnamed")
    )  # fmt: skip
    plan.columns = table.shown(plan)
    table.note_twice(plan)
    plan.notes = table.notes
    return plan


class _Table(PayColumns):
    """The same header: the plan that it makes, and what cannot be planned."""

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
            if most(self.cells(place), _is_large)
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

    def note_twice(self, plan: Plan) -> None:
        """Say of a header of pay that appears twice that one column is read."""
        for source in plan.sources:
            header = self.header[source.low]
            alike = [p for p, name in enumerate(self.header) if name == header]
            if len([p for p in alike if self.cells(p)]) > 1:
                self.notes.append(
                    f"{len(alike)} columns are named '{header}': the first is read"
                    " (rename one, and give it with --map)"
                )

    def shown(self, plan: Plan) -> dict[str, str]:
        """Field to header, for the person."""
        shown: dict[str, str] = {}
        field = columns.FIELD_OF_MEASURE.get(plan.measure, plan.measure)
        for number, source in enumerate(plan.sources):
            suffix = "" if number == 0 else f" ({number + 1})"
            ends = [self.header[p] for p in (source.low, source.high) if p is not None]
            if not plan.grid:
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
