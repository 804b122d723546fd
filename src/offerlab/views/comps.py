"""What files of comps are, and what was left out of them and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.ingest.comps.rows import alike
from offerlab.views.cell import Count
from offerlab.views.percentile import dropped_figures, told_columns
from offerlab.views.view import Part, Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from offerlab.ingest.comps.comp import Comps


def comps_view(files: Sequence[Comps]) -> View:
    """View of files of comps as they were read."""
    parts: list[Part] = []
    figures = [_figures(comps) for comps in files]
    for comps, own in zip(files, figures, strict=True):
        rows = [
            Row((drop.reason, Count(drop.rows), "; ".join(drop.examples)))
            for drop in comps.dropped
        ]
        rows.append(Row(("kept", Count(len(comps.rows)), ""), total=True))
        rows.append(Row(("read", Count(comps.read), "")))
        parts += [
            Table(
                f"{comps.file}: {comps.kind.name}, {comps.measure.replace('_', ' ')}",
                (*words("rows"), *numbers("number"), *words("for example")),
                tuple(rows),
            ),
            Text("\n".join(_lines(comps, own))),
        ]
    return View({"files": figures}, tuple(parts))


def comps_notes(comps: Comps) -> list[str]:
    """What was left out and how the columns were read, to be shown."""
    left = [
        f"{comps.file}: {drop.rows:,} row(s) left out: {drop.reason}"
        f" ({'; '.join(drop.examples)})"
        for drop in comps.dropped
    ]
    return [
        *left,
        *(f"{comps.file}: {note}" for note in comps.notes),
        f"{comps.file}: {told_columns(comps.columns)} (--map corrects it)",
    ]


def comps_in_short(comps: Comps) -> str:
    """The same in one line: of many reasons their number, and no examples."""
    said = []
    left = sum(drop.rows for drop in comps.dropped)
    if left:
        reasons = [drop.reason for drop in comps.dropped]
        why = reasons[0] if len(reasons) == 1 else f"{len(reasons)} reasons, --verbose"
        said.append(f"{left:,} of {comps.read:,} rows left out ({why})")
    said += [*comps.notes, f"{told_columns(comps.columns)} (--map corrects it)"]
    return f"{comps.file}: {'; '.join(said)}"


def _figures(comps: Comps) -> dict[str, Any]:
    groups = alike(comps.rows)
    return {
        "file": comps.file,
        "format": comps.format,
        "kind": comps.kind.name,
        "measure": comps.measure,
        "measures": comps.measures,
        "rows": {
            "read": comps.read,
            "kept": len(comps.rows),
            "repaired": comps.repaired,
            "dropped": sum(drop.rows for drop in comps.dropped),
        },
        "dropped": dropped_figures(comps.dropped),
        "columns": comps.columns,
        "currencies": _counted((row.currency, row.times) for row in groups),
        "periods": _counted((row.period, row.times) for row in groups),
        "notes": comps.notes,
    }


def _counted(texts: Iterable[tuple[str, int]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for text, times in texts:
        name = text or "not stated"
        counts[name] = counts.get(name, 0) + times
    return counts


def _lines(comps: Comps, figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"Columns: {told_columns(comps.columns)} (--map corrects it)"
    for name, counts in (
        ("Currency", figures["currencies"]),
        ("Period", figures["periods"]),
    ):
        yield f"{name}: " + ", ".join(f"{k} ({n:,})" for k, n in counts.items())
    if len(comps.measures) > 1:
        others = ", ".join(m for m in comps.measures if m != comps.measure)
        yield f"It also holds: {others} (--measure)"
    yield from (f"Note: {note}" for note in comps.notes)
