"""The command ``negotiate log``: what has happened so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import opened
from offerlab.cli.options import running, writing
from offerlab.negotiate.folder import negotiations
from offerlab.views.view import Row, Table, View, words

if TYPE_CHECKING:
    from offerlab.cli.run import Run


def _said(value: object) -> str:
    """A value of the log in words: an ask by its parts."""
    if isinstance(value, dict):
        parts = (f"{name.replace('_', ' ')} {x:,.10g}" for name, x in value.items())
        return " and ".join(parts)
    if isinstance(value, list):
        return " and ".join(str(each) for each in value)
    return str(value)


@click.command()
@click.argument("company", metavar="[COMPANY]", required=False)
@writing
@running
def log(run: Run, company: str | None) -> None:
    """Show what has happened so far; without COMPANY all negotiations on file.

    \b
    Example:
      offerlab negotiate log "Lumen Robotics"
    """
    if company is None:
        found = [(each.company, each.state.stage) for each in negotiations(run.library)]
        table = Table(
            "Negotiations",
            words("company", "stage"),
            tuple(Row(each) for each in found),
        )
        pairs = [{"company": name, "stage": stage} for name, stage in found]
        run.present(View({"negotiations": pairs}, (table,)))
        return
    negotiation = opened(run, company)
    events = negotiation.events()[0]
    rows = []
    for event in events:
        names = ("version", "medium", "letter", "ask", "outcome", "by", "allowed")
        about = [
            f"{name} {_said(event.get(name))}" for name in names if event.get(name)
        ]
        rows.append(Row((event.on, event.kind, event.text, ", ".join(about))))
    table = Table(negotiation.company, words("day", "event", "words", "about"),
                  tuple(rows))  # fmt: skip
    figures = {
        "company": negotiation.company,
        "stage": negotiation.state.stage,
        "log": [
            {"kind": each.kind, "on": each.on, "text": each.text, **each.more}
            for each in events
        ],
    }
    run.present(View(figures, (table,)))
