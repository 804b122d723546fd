"""The command group ``negotiate``: what to ask for, and what has been said so far."""

from __future__ import annotations

import click

from offerlab.cli import LazyGroup

SUBCOMMANDS = {
    "plan": "Plan what to ask for, of which employer, and why.",
    "evidence": "Show what an ask may lean on, and what was left out and why.",
    "call": "Prepare a call: the ask, what to say at each step, answers.",
    "packages": "Make two or three packages of equal value to you.",
    "start": "Begin the memory of a negotiation with a company.",
    "signal": "Log that they said they want to hire you, in their WORDS.",
    "offer": "Keep a version of the offer, which no later one replaces.",
    "sent": "Log that a LETTER went out, by its name, with what it asked for.",
    "reply": "Log what they answered, in their WORDS.",
    "promise": "Log what somebody promised, who, how and when.",
    "stage": "Show where a negotiation is: its stage, last ask, answer and promises.",
    "next": "Say what to do today.",
    "diff": "Show what differs between two versions of the offer.",
    "log": "Show what has happened so far; without COMPANY all negotiations on file.",
    "stop": "Keep the line below which you walk away, for your own eyes.",
    "facts": "Show facts of law and practice, each with its date and source.",
    "purge": "Delete all that is kept of a negotiation.",
}


@click.group(cls=LazyGroup, package="offerlab.cli.negotiate", helps=SUBCOMMANDS)
def negotiate() -> None:
    """Plan a negotiation, keep its memory, prepare the call.

    \b
    Example:
      offerlab negotiate plan offer.yaml rival.yaml --posted-range 140k-160k
    """
