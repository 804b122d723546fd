"""The command group ``market``: what is known about pay, and what a pay is worth."""

from __future__ import annotations

import click

from offerlab.cli import LazyGroup

SUBCOMMANDS = {
    "list": "List the market data at hand.",
    "read": "Say what files of comps are, and what was left out and why.",
    "place": "Show what living costs in a place, and what work is paid there.",
    "import": "Keep files of comps, so that a question needs no file.",
    "forget": "Remove files of comps that are kept.",
    "percentile": "Show percentiles of pay, and where a value ranks.",
}


@click.group(cls=LazyGroup, package="offerlab.cli.market", helps=SUBCOMMANDS)
def market() -> None:
    """Ask what the market pays.

    \b
    Example:
      offerlab market percentile --role "ML engineer" --city "Seattle, WA"
    """
