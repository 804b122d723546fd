"""The command ``negotiate promise``: what somebody said and the paper may not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, logged, opened
from offerlab.cli.options import parsed, running, writing
from offerlab.ingest.amount import parse_date
from offerlab.negotiate.journal import Event

if TYPE_CHECKING:
    from datetime import date

    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.argument("words", metavar="WORDS")
@click.option("--by", metavar="NAME", required=True, help="Who said it.")
@click.option("--medium", metavar="TEXT", required=True, help="Phone, e-mail, ...")
@click.option(
    "--on", "day", metavar="DATE", callback=parsed(parse_date), help="When; else today."
)
@writing
@running
def promise(
    run: Run, company: str, words: str, by: str, medium: str, day: date | None
) -> None:
    """Log what somebody promised, who, how and when.

    \b
    Example:
      offerlab negotiate promise "Lumen Robotics" "a review after six months"
        --by "Dana Lee" --medium phone
    """
    today = run.today
    if day is not None and day > today:
        raise click.UsageError(f"--on: {day} is still to come")
    more = {"by": by, "medium": medium, "said_on": (day or today).isoformat()}
    logged(
        run,
        opened(run, company),
        lambda _state: Event("promise", today, words.strip(), more),
        f"promise of {by} logged",
    )
