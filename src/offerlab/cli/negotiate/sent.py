"""The command ``negotiate sent``: a letter went out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.allow import check_reason
from offerlab.cli.ask import ask_options
from offerlab.cli.negotiate.options import (
    because_option,
    company_argument,
    last_offer,
    logged,
    opened,
)
from offerlab.cli.options import running, writing
from offerlab.negotiate.journal import Event
from offerlab.negotiate.state import State, asked_amounts, check_ask, check_letter

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.ingest.ask import AskWords


@click.command()
@company_argument
@click.argument("letter")
@ask_options
@click.option(
    "--allow",
    metavar="RULE",
    multiple=True,
    help="A rule that it breaks; say why with --because. Repeatable.",
)
@because_option("What is new, where you ask for more; why a rule is broken.")
@writing
@running
def sent(
    run: Run,
    company: str,
    letter: str,
    asked: AskWords,
    allow: tuple[str, ...],
    because: str | None,
) -> None:
    """Log that a LETTER went out, by its name, with what it asked for.

    Rules that you let it break with --allow are logged, each with your reason.

    \b
    Example:
      offerlab negotiate sent "Lumen Robotics" counter --ask-base 150k
    """
    from offerlab.ingest.ask import read_ask
    from offerlab.letters.template import read_template

    check_reason(allow, because)
    negotiation = opened(run, company)
    wanted = read_ask(asked, last_offer(run, negotiation))
    ask = asked_amounts(wanted)
    raises_pay = bool(wanted) or read_template(letter, run.library).raises_pay
    today = run.today

    def make(state: State) -> Event:
        check_letter(state, letter, raises_pay=raises_pay)
        check_ask(state, ask, because)
        more: dict[str, Any] = {"letter": letter, "ask": ask}
        if allow:
            more["allowed"] = list(allow)
        return Event("sent", today, because or "", more)

    logged(run, negotiation, make, f"'{letter}' logged as sent")
