"""The command ``catalogue``: vesting schedules known by company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import reading, running, writing
from offerlab.errors import InputError
from offerlab.ingest.catalogue import Catalogue, CatalogueEntry
from offerlab.ingest.fields import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rich.console import RenderableType

    from offerlab.cli.run import Run


@click.command()
@click.argument("name", required=False)
@reading
@writing
@running
def catalogue(run: Run, name: str | None) -> None:
    """List the vesting schedules known by company.

    With the NAME of an entry or of a company, show its sources too.

    \b
    Example:
      offerlab catalogue amazon-new-hire
    """
    known = Catalogue(run.library)
    today = run.today
    entries = known.entries() if name is None else _named(known, name)
    payload = {"entries": [_as_json(entry, today) for entry in entries]}
    if name is None:
        run.finish(payload, lambda: _list(entries, today))
    else:
        run.finish(payload, lambda: [_detail(entry, today) for entry in entries])


def _named(known: Catalogue, name: str) -> list[CatalogueEntry]:
    entry = known.get(name)
    if entry is not None:
        return [entry]
    entries = known.entries()
    by_company = [each for each in entries if each.company.lower() == name.lower()]
    if not by_company:
        names = [*known.names(), *(each.company.lower() for each in entries)]
        close = nearest(name, names)
        hint = f"; did you mean '{close}'?" if close else ""
        raise InputError("catalogue", f"has no schedule '{name}'{hint}")
    return by_company


def _as_json(entry: CatalogueEntry, today: date) -> dict[str, Any]:
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
        "conflicts": list(entry.conflicts),
        "notes": entry.notes,
        "sources": [
            {"kind": source.kind, "says": source.says, "url": source.url}
            for source in entry.sources
        ],
    }


def _as_of_words(entry: CatalogueEntry, today: date) -> str:
    age = entry.age(today)
    return age if entry.dated is None else f"{entry.as_of} ({age})"


def _list(entries: list[CatalogueEntry], today: date) -> Sequence[RenderableType]:
    from offerlab.cli.table import make_table

    whole = [entry for entry in entries if entry.schedule is not None]
    partly = [entry for entry in entries if entry.schedule is None]
    parts: list[RenderableType] = []
    for title, group in (
        ("Schedules you can name under 'vesting:' (the letter wins)", whole),
        ("Known only in part: write the letter's schedule as a block", partly),
    ):
        table = make_table(title, ("name", "schedule", "as of", "confidence"), texts=4)
        table.columns[0].no_wrap = True
        for entry in group:
            table.add_row(entry.id, entry.summary, entry.age(today), entry.confidence)
        parts.append(table)
    return parts


def _detail(entry: CatalogueEntry, today: date) -> str:
    lines = [
        f"{entry.id}: {entry.company}, {entry.award_type}, {entry.applies_to}",
        f"  {'schedule' if entry.schedule else 'known in part'}: {entry.summary}",
        f"  as of: {_as_of_words(entry, today)}; confidence: {entry.confidence}",
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
    return "\n".join(lines) + "\n"
