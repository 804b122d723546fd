"""The command ``market forget``: remove kept files of comps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.options import market_data_option, running, writing
from offerlab.errors import InputError
from offerlab.views.kept import forget_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.argument(
    "names", metavar="[ID or FILE]...", nargs=-1, shell_complete=complete.kept
)
@click.option("--all", "everything", is_flag=True, help="All that is kept.")
@market_data_option
@writing
@running
def forget(run: Run, names: tuple[str, ...], everything: bool) -> None:
    """Remove files of comps that are kept.

    The files that they were read from are not touched.

    \b
    Example:
      offerlab market forget salaries.csv
    """
    from offerlab.ingest.comps.store import forget, kept_files, store_folder

    if bool(names) == everything:
        raise click.UsageError("name what to forget, or give --all")
    if everything:  # also what can no longer be read
        folder = store_folder(run.library)
        for path in folder.glob("*.parquet"):
            path.unlink(missing_ok=True)
        run.present(forget_view([]))
        return
    kept = kept_files(run.library)
    chosen = []
    for name in names:
        found = [each for each in kept if name in (each.id, each.file)]
        if not found:
            known = ", ".join(f"{each.id} ({each.file})" for each in kept) or "nothing"
            raise InputError(name, f"is not kept; kept is {known}")
        chosen += found
    for each in chosen:
        forget(each)
    run.present(forget_view(chosen))
