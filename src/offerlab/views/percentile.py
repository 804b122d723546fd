"""Percentiles of pay, and where a value ranks among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.grid import AtLeast
from offerlab.core.money import format_whole
from offerlab.views.cell import Amount
from offerlab.views.view import Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from offerlab.market.answer import Answer
    from offerlab.market.lookup import Found
    from offerlab.views.cell import Cell

_MEASURES = {
    "base": "base pay",
    "total": "total pay",
    "bonus": "bonus",
    "equity_value": "equity",
    "equity_percent": "percent of the company",
}
SHOWN_HEADERS = 12


def percentile_view(
    filters: Mapping[str, str], found: Found, value: float | None
) -> View:
    """View of an answer about pay."""
    lines = list(_lines(found, value))
    return View(_figures(filters, found), (_table(found), Text("\n".join(lines))))


def _figures(filters: Mapping[str, str], found: Found) -> dict[str, Any]:
    answer, grid = found.answer, found.answer.grid
    return {
        "filters": filters,
        "measure": found.measure,
        "currency": None if answer.currency == "%" else answer.currency,
        "period": None if answer.currency == "%" else "year",
        "count": answer.count,
        "effective_count": answer.effective_count,
        "sources": [source.name for source in found.sources],
        "source_mix": found.sources,
        "as_of": found.as_of,
        "about": found.about,
        "rung": grid.rung if grid else None,
        "area": grid.area if grid else None,
        "employment": grid.employment if grid else None,
        "sample_size": grid.count if grid else answer.count,
        "percentiles": answer.percentiles,
        "interval": answer.interval,
        "sufficient": answer.sufficient,
        "rank": answer.rank,
        "beside": _beside(found.beside),
        "columns": {comps.file: comps.columns for comps in found.comps},
        "rows": row_figures(found) if found.comps else None,
        "dropped": dropped_figures(found.dropped),
        "notes": found.notes,
    }


def row_figures(found: Found) -> dict[str, int]:
    """Rows read, kept, repaired and dropped: the second and the last add up."""
    read = sum(comps.read for comps in found.comps)
    dropped = sum(drop.rows for drop in found.dropped)
    return {
        "read": read,
        "kept": read - dropped,
        "repaired": found.repaired,
        "dropped": dropped,
    }


def dropped_figures(dropped: Any) -> list[dict[str, Any]]:
    """What was left out, by reason."""
    return [
        {
            "reason": drop.reason,
            "rows": drop.rows,
            "example": drop.examples[0] if drop.examples else None,
            "examples": drop.examples,
        }
        for drop in dropped
    ]


def _beside(answer: Answer | None) -> dict[str, Any] | None:
    if answer is None or answer.grid is None:
        return None
    return {
        "group": answer.grid.group,
        "area": answer.grid.area,
        "percentiles": answer.percentiles,
    }


def pay_cell(pay: float | AtLeast | None, currency: str = "") -> Cell:
    """Cell of a pay; ``≥`` where only a least is known; a percent with its sign."""
    if currency == "%" and isinstance(pay, float):
        return format_whole(pay, currency)
    if isinstance(pay, AtLeast):
        return f"≥ {pay.at_least:,.0f}"
    return Amount(pay)


def _table(found: Found) -> Table:
    answer = found.answer
    unit = f"{answer.currency} a year, {_MEASURES[found.measure]}"
    if answer.currency == "%":
        unit = _MEASURES[found.measure]

    def cells(pays: Iterable[float | AtLeast | None]) -> list[Cell]:
        return [pay_cell(pay, answer.currency) for pay in pays]

    rows = [Row((unit, *cells(answer.percentiles.values())))]
    if answer.interval:
        bounds = answer.interval.values()
        rows.append(Row(("95% from", *cells(low for low, _ in bounds))))
        rows.append(Row(("95% to", *cells(high for _, high in bounds))))
    beside = found.beside
    if beside is not None and beside.grid is not None:
        pays = map(pay_cell, beside.percentiles.values())
        rows.append(Row((f"beside: {beside.grid.group}", *pays)))
    names = ", ".join(source.name for source in found.sources)
    return Table(
        f"{found.about} ({names}, {found.as_of})",
        (*words(""), *numbers(*(f"P{percent}" for percent in answer.percentiles))),
        tuple(rows),
    )


def _lines(found: Found, value: float | None) -> Iterator[str]:
    answer, grid = found.answer, found.answer.grid
    if answer.rank is not None and value is not None:
        yield f"{format_whole(value, answer.currency)} is {answer.rank.words}."
    cut = [pay for pay in answer.percentiles.values() if isinstance(pay, AtLeast)]
    if cut and not found.comps:  # of a file a note says it
        least = format_whole(cut[0].at_least, answer.currency)
        yield f"≥: published only as at least {least}."
    if grid is not None and grid.employment is not None:
        yield f"Employment estimate {grid.employment:,}; rung: {grid.rung}."
    size = grid.count if grid else answer.count
    if size is not None:
        yield f"n = {size:,}."
    if found.comps:
        rows = row_figures(found)
        yield f"Rows: {rows['read']:,} read, {rows['kept']:,} kept."
    for drop in found.dropped:
        yield f"Left out: {drop.rows:,}, {drop.reason}{_examples(drop.examples)}"
    yield from (f"Note: {note}" for note in found.notes)
    for comps in found.comps:
        yield f"Columns: {told_columns(comps.columns)} (--map corrects it)"


def _examples(examples: list[str]) -> str:
    return f" ({'; '.join(examples)})" if examples else ""


def told_columns(columns: Mapping[str, str]) -> str:
    """Fields with the headers that they were read from."""
    told = [f"{name} from '{header[:60]}'" for name, header in columns.items()]
    return ", ".join(told[:SHOWN_HEADERS])
