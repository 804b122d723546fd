"""The command group ``negotiate``: what to ask for, and what has been said so far."""

from __future__ import annotations

import click

from offerlab.cli import LazyGroup

SUBCOMMANDS = {
    "plan": "Plan what to ask for, of which employer, and why.",
}


@click.group(cls=LazyGroup, package="offerlab.cli.negotiate", helps=SUBCOMMANDS)
def negotiate() -> None:
    """Plan a negotiation, keep its memory, prepare the call.

    \b
    Example:
      offerlab negotiate plan offer.yaml rival.yaml --posted-range 140k-160k
    """
