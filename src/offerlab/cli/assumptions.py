"""The command ``assumptions``: everything behind a figure that is not on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.options import reading_assumptions, running, writing
from offerlab.errors import AssumptionError
from offerlab.ingest.fields import nearest
from offerlab.views.assumptions import assumptions_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@click.argument("key", required=False, shell_complete=complete.assumption_keys)
@reading_assumptions
@writing
@running
def assumptions(run: Run, key: str | None) -> None:
    """List every assumption: unit, default, source, what it changes.

    With the KEY of one, show that one alone. Change one with --set KEY=VALUE.

    \b
    Example:
      offerlab assumptions discount_rate
    """
    run.check_output()
    known = run.assumptions.by_key
    if key is not None and key not in known:
        close = nearest(key, list(known))
        hint = f"; did you mean '{close}'?" if close else ""
        raise AssumptionError(f"there is no assumption '{key}'{hint}")
    asked = list(known.values()) if key is None else [known[key]]
    # Everything listed counts as used: it is in the JSON with its values.
    run.assumptions.used.update({each.key: each for each in asked})
    run.present(assumptions_view(asked, in_detail=key is not None))
