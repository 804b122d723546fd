"""The command ``lint``: the rules for letters, on any text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.allow import allow_options, check_reason
from offerlab.cli.ask import ask_options
from offerlab.cli.options import drafting, running
from offerlab.core.problem import Severity
from offerlab.errors import InputError

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.ingest.ask import AskWords


@click.command()
@click.argument("letter", metavar="FILE", shell_complete=complete.files)
@click.option(
    "--offer",
    "offers",
    metavar="OFFER",
    multiple=True,
    help="The offer it answers; more of them are rivals that may be named. Repeatable.",
)
@ask_options
@click.option(
    "--fact",
    "facts",
    metavar="TEXT",
    multiple=True,
    help="A claim that you attest, such as '$2M saved a year'. Repeatable.",
)
@allow_options
@drafting
@running
def lint(
    run: Run,
    letter: str,
    offers: tuple[str, ...],
    asked: AskWords,
    facts: tuple[str, ...],
    allow: tuple[str, ...],
    because: str | None,
) -> None:
    """Check a letter that you wrote or edited against the rules.

    Money, percents of the company, days and other companies' offers are claims: each
    must be in an offer, in the ask, or attested with --fact. Exit code 1 if an error
    is left.

    \b
    Example:
      offerlab lint counter.txt --offer offer.yaml --ask-base 150k
    """
    from offerlab.ingest.ask import read_ask
    from offerlab.ingest.text import read_text
    from offerlab.letters.known import known_facts
    from offerlab.letters.lint import allowed, lint_text
    from offerlab.views.lint import lint_view

    check_reason(allow, because)
    text = sys.stdin.read() if letter == "-" else read_text(letter)
    if not text.strip():
        raise InputError(letter, "is empty; give the letter's text")
    run.files = offers
    read = run.offers() if offers else []
    ask = read_ask(asked, read[0] if read else None)
    known = known_facts(read, ask, facts, today=run.today)
    stay, freed = allowed(lint_text(text, known, run.today), allow)
    failed = any(each.severity is Severity.ERROR for each in stay)
    run.present(lint_view([*stay, *freed]))
    if failed:
        sys.exit(1)
