"""Vesting schedules known by company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.views.view import Column, Part, Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from offerlab.ingest.catalogue import CatalogueEntry


def catalogue_view(
    entries: Sequence[CatalogueEntry], today: date, *, in_detail: bool
) -> View:
    """View of entries of the catalogue: a list, or each with its sources."""
    figures = {"entries": [_figures(entry, today) for entry in entries]}
    parts: list[Part] = (
        [_detail(entry, today) for entry in entries]
        if in_detail
        else [*_lists(entries, today)]
    )
    return View(figures, tuple(parts))


def _figures(entry: CatalogueEntry, today: date) -> dict[str, Any]:
    schedule = entry.schedule
    return {
        "id": entry.id,
        "company": entry.company,
        "award_type": entry.award_type,
        "applies_to": entry.applies_to,
        "summary": entry.summary,
        "complete": schedule is not None,
        "installments": None
        if schedule is None
        else [
            {"month": part.month, "share_of_grant": part.share}
            for part in schedule.installments
        ],
        "cliff_months": None if schedule is None else schedule.cliff_months,
        "as_of": entry.as_of,
        "dated": entry.dated and f"{entry.dated:%Y-%m}",
        "stale": entry.is_stale(today),
        "confidence": entry.confidence,
        "calendar_rule": entry.calendar_rule,
        "conflicts": entry.conflicts,
        "notes": entry.notes,
        "sources": [
            {"kind": source.kind, "says": source.says, "url": source.url}
            for source in entry.sources
        ],
    }


def _lists(entries: Sequence[CatalogueEntry], today: date) -> Iterator[Table]:
    whole = [entry for entry in entries if entry.schedule is not None]
    partly = [entry for entry in entries if entry.schedule is None]
    columns = (
        Column("name", words=True, whole=True),
        *words("schedule", "as of", "confidence"),
    )
    for title, group in (
        ("Schedules you can name under 'vesting:' (your letter overrides them)", whole),
        ("Known only in part: write the letter's schedule as a block", partly),
    ):
        rows = (
            (entry.id, entry.summary, entry.age(today), entry.confidence)
            for entry in group
        )
        yield Table(title, columns, tuple(map(Row, rows)))


def _detail(entry: CatalogueEntry, today: date) -> Text:
    age = entry.age(today)
    dated = age if entry.dated is None else f"{entry.as_of} ({age})"
    lines = [
        f"{entry.id}: {entry.company}, {entry.award_type}, {entry.applies_to}",
        f"  {'schedule' if entry.schedule else 'known in part'}: {entry.summary}",
        f"  as of: {dated}; confidence: {entry.confidence}",
    ]
    if entry.calendar_rule:
        lines.append(
            f"  fixed dates: {entry.calendar_rule}"
            " (the dates offerlab gives are nominal)"
        )
    lines += [f"  another source disagrees: {text}" for text in entry.conflicts]
    if entry.notes:
        lines.append(f"  note: {entry.notes}")
    for source in entry.sources:
        lines.append(f"  source: {source.kind}: {source.says}")
        if source.url:
            lines.append(f"          {source.url}")
    return Text("\n".join(lines))
