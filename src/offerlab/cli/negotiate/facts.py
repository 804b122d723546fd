"""The command ``negotiate facts``: facts of law and practice, with their age."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import market_data_option, running, writing
from offerlab.ingest.negotiation_facts import STALE_DAYS, read_law_facts
from offerlab.views.view import Row, Table, Text, View, words

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.option("--place", metavar="STATE", help="Only of this state: CA.")
@market_data_option
@writing
@running
def facts(run: Run, place: str | None) -> None:
    """Show facts of law and practice, each with its date and source.

    No legal advice, and never in a letter. What is older than 180 days is called stale:
    look it up again.

    \b
    Example:
      offerlab negotiate facts --place CA
    """
    wanted = {place.strip().upper(), "US"} if place else None
    found = [
        each for each in read_law_facts(run.library)
        if wanted is None or each.place in wanted
    ]  # fmt: skip
    rows, listed = [], []
    for each in found:
        stale = each.is_stale(run.today)
        age = "STALE, look it up again" if stale else f"as of {each.as_of}"
        fact = f"{each.fact} Since: {each.effective}."
        source = f"{each.source} ({each.confidence}; {age})"
        rows.append(Row((each.place, each.topic, fact, source)))
        listed.append({**each._asdict(), "stale": stale})
    header = words("place", "topic", "fact", "source")
    note = (
        f"No legal advice. Stale after {STALE_DAYS} days. Never put one into a letter:"
        " it reads as a threat, and may be out of date."
    )
    table = Table("Facts that age", header, tuple(rows))
    run.present(View({"facts": listed}, (table, Text(note))))
