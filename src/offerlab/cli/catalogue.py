"""The command ``catalogue``: vesting schedules known by company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.options import reading, running, writing
from offerlab.errors import InputError
from offerlab.ingest.catalogue import Catalogue, CatalogueEntry
from offerlab.ingest.fields import nearest
from offerlab.views.catalogue import catalogue_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.argument("name", required=False, shell_complete=complete.schedules)
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
    entries = known.entries() if name is None else _named(known, name)
    run.present(catalogue_view(entries, run.today, in_detail=name is not None))


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
