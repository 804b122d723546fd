"""The options ``--ask-...`` that `email`, `lint` and `negotiate` share."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import with_options
from offerlab.errors import AskError

if TYPE_CHECKING:
    from collections.abc import Callable

_OPTIONS = (
    click.option(
        "--ask-base",
        metavar="AMOUNT",
        help="Base a year you ask for; 62/hour where it is hourly.",
    ),
    click.option(
        "--ask-bonus", metavar="PERCENT", help="Target bonus: 15%, or an amount."
    ),
    click.option(
        "--ask-sign-on",
        metavar="[YEAR=]AMOUNT",
        multiple=True,
        help="Sign-on; 2=36k is of year two. Repeatable.",
    ),
    click.option(
        "--ask-equity-value", metavar="AMOUNT", help="Money of the whole grant."
    ),
    click.option(
        "--ask-equity-percent",
        metavar="PERCENT",
        help="Percent of the fully diluted company.",
    ),
    click.option("--ask-shares", metavar="NUMBER", help="Shares of the whole grant."),
    click.option("--ask-level", metavar="LEVEL", help="Level, such as L4."),
    click.option("--ask-start", metavar="DATE", help="First day."),
    click.option("--ask-relocation", metavar="AMOUNT", help="Relocation money."),
    click.option(
        "--ask-review", metavar="DATE", help="Salary review: a day, or '6 months'."
    ),
)


def ask_options(command: Callable[..., None]) -> Callable[..., None]:
    """Take the parts of an ask; the command gets ``asked``: an `AskWords`.

    `offerlab.ingest.ask.read_ask` reads them once the offer is known, for amounts
    are in its currency.
    """

    @functools.wraps(command)
    def taking(*args: Any, **kwargs: Any) -> None:
        from offerlab.ingest.ask import AskWords, read_ask

        words = AskWords(*(kwargs.pop(f"ask_{name}") for name in AskWords._fields))
        try:
            read_ask(words, None)  # what no offer could make right is wrong usage
        except AskError as error:
            raise click.UsageError(str(error)) from error
        command(*args, asked=words, **kwargs)

    return with_options(taking, _OPTIONS)
