"""What the commands of a negotiation share: which one, and its offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.say import say
from offerlab.negotiate.folder import Negotiation, open_negotiation
from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.cli.options import Command
    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.negotiate.journal import Event
    from offerlab.negotiate.state import State

company_argument = click.argument("company", metavar="COMPANY")


def because_option(words: str) -> Callable[[Command], Command]:
    """Take a reason."""
    return click.option("--because", metavar="TEXT", help=words)


def opened(run: Run, company: str) -> Negotiation:
    """Open a negotiation, and say what of its log could not be read."""
    found = open_negotiation(company, run.library)
    for note in found.events()[1]:
        say(f"Warning: {note}")
    return found


def last_offer(run: Run, negotiation: Negotiation) -> Offer | None:
    """Last version of its offer, or None."""
    version = negotiation.state.versions
    return negotiation.offer(version, run.library) if version else None


def logged(
    run: Run, negotiation: Negotiation, make: Callable[[State], Event], words: str
) -> None:
    """Append an event and say so."""
    event = negotiation.add(make)
    figures = {
        "company": negotiation.company,
        "event": {"kind": event.kind, "on": event.on, "text": event.text, **event.more},
        "stage": negotiation.state.stage,
    }
    run.present(View(figures, (Text(f"{negotiation.company}: {words}"),)))
