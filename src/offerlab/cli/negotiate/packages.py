"""The command ``negotiate packages``: two or three packages of equal value to you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.ask import ask_options
from offerlab.cli.options import (
    one_offer,
    parsed,
    reading_assumptions,
    running,
    writing,
)
from offerlab.core.ask_stop import ask_stops, money_line
from offerlab.errors import AskError
from offerlab.ingest.amount import parse_amount, parse_percentage
from offerlab.negotiate.employer import employer_of
from offerlab.negotiate.packages import Worth, ask_of
from offerlab.negotiate.packages import packages as solve
from offerlab.negotiate.plan_view import ask_figures, ask_lines
from offerlab.views.cell import Amount
from offerlab.views.view import Row, Table, Text, View, words

if TYPE_CHECKING:
    from offerlab.cli.run import Run
    from offerlab.ingest.ask import AskWords

NOTE = (
    "For a start-up, and on a call: 'any of these would work for me; which is easiest"
    " for you?' In writing a list invites the cheapest."
)
BANDED = (
    "This kind of employer has no one who can trade between them; ask for one thing"
    " instead."
)


def _weight(text: str) -> float:
    weight = float(parse_percentage(text) / 100)
    if not 0 <= weight <= 1:
        raise ValueError(f"'{text}': write a part of its paper value, as 35%")
    return weight


@click.command()
@one_offer
@ask_options
@click.option(
    "--stock-weight",
    metavar="PERCENT",
    callback=parsed(_weight),
    help="What stock that cannot be sold is worth to you, of its paper value: 35%.",
)
@click.option(
    "--least-base",
    metavar="AMOUNT",
    callback=parsed(parse_amount),
    help="A must-have: no package has a lower base.",
)
@reading_assumptions
@writing
@running
def packages(
    run: Run, asked: AskWords, stock_weight: float | None, least_base: float | None
) -> None:
    """Make two or three packages of equal value to you.

    They differ in at least two issues and are within 1% of your ask's value. What
    stock that cannot be sold is worth to you only you can say.

    \b
    Example:
      offerlab negotiate packages offer.yaml --ask-base 150k
        --ask-equity-percent 0.04 --stock-weight 35%
    """
    from offerlab.ingest.ask import read_ask

    offer = run.one_offer()
    if offer is None:
        run.present(View({"packages": []}))
        return
    ask = read_ask(asked, offer)
    line = money_line(offer, run.assumptions, run.benchmark())
    for stop in ask_stops(ask, offer, line=line):
        raise AskError(str(stop))
    if not offer.company.is_public and offer.equity != () and stock_weight is None:
        raise AskError(
            "private stock is not cash: say with --stock-weight what it is worth to you"
        )
    found = solve(offer, ask, Worth(stock_weight or 0.0, least_base=least_base or 0.0))
    rows = [
        Row((name, "; ".join(ask_lines(ask_of(each), offer)), Amount(each.value)))
        for name, each in zip("ABC", found, strict=False)
    ]
    banded = employer_of(offer, line, run.library).kind.startswith("public")
    table = Table("Packages of equal value to you", words("", "package", "a year"),
                  tuple(rows), currency=offer.currency)  # fmt: skip
    figures = {
        "packages": [
            {**ask_figures(ask_of(each)), "value": each.value} for each in found
        ]
    }
    run.present(View(figures, (table, Text(BANDED if banded else NOTE))))
