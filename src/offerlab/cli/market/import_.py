"""The command ``market import``: keep files of comps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.comps import Reading, reading_comps
from offerlab.cli.options import market_data_option, running, writing
from offerlab.errors import InputError
from offerlab.views.kept import import_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.ingest.comps.store import Kept


@click.command("import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, shell_complete=complete.files
)
@reading_comps()
@market_data_option
@writing
@running
def import_(run: Run, reading: Reading) -> None:
    """Keep files of comps, so that a question needs no file.

    They are read once and kept in your own folder, for you alone. The same file again
    changes nothing. 'market percentile' without a FILE then asks them first.

    \b
    Example:
      offerlab market import salaries.csv
    """
    from offerlab.ingest.comps.store import kept_files

    before = {each.id: each for each in kept_files(run.library)}
    found: dict[str, Kept] = {}
    for name in run.files:
        own = reading.sum_of(run, name)
        found[own] = before.get(own) or found.get(own) or _keep(run, reading, name, own)
    run.present(import_view([*found.values()], before))


def _keep(run: Run, reading: Reading, name: str, id_: str) -> Kept:
    """Read a file for each of its measures, and keep it."""
    from offerlab.ingest.comps.store import keep

    (first,) = reading.read(run, [name])
    others = [each for each in first.measures if each != first.measure]
    measures = [first, *(reading.read(run, [name], each)[0] for each in others)]
    kept = [each for each in measures if each.rows]
    if not kept:
        why = "; ".join(f"{drop.rows:,} {drop.reason}" for drop in first.dropped[:4])
        raise InputError(name, f"no row can be used ({why or 'it has no row'})")
    return keep(id_, kept, run.today, run.library)
