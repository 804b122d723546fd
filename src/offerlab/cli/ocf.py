"""The command ``ocf``: the dates and shares of Open Cap Format vesting terms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import click

from offerlab.cli import complete
from offerlab.cli.options import parsed, running, writing
from offerlab.ingest.amount import parse_date, parse_shares
from offerlab.ingest.ocf import read_terms
from offerlab.ocf import vesting_schedule
from offerlab.views.ocf import ocf_view

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from offerlab.cli.run import Run


def _event(text: str) -> dict[str, str]:
    name, equals, day = text.rpartition("=")
    if not equals:
        raise ValueError(f"'{text}': write an event as ID=2028-06-01")
    return {"vesting_condition_id": name, "date": parse_date(day).isoformat()}


def _events(
    _ctx: object, _param: object, texts: tuple[str, ...]
) -> list[dict[str, str]]:
    try:
        return [_event(text) for text in texts]
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.argument("file", metavar="FILE", shell_complete=complete.files)
@click.option(
    "--shares",
    required=True,
    metavar="N",
    callback=parsed(parse_shares),
    help="Shares granted.",
)
@click.option(
    "--start",
    metavar="DATE",
    callback=parsed(parse_date),
    help="Vesting start; terms that begin with a vesting start need it.",
)
@click.option(
    "--grant-date",
    metavar="DATE",
    callback=parsed(parse_date),
    help="Date of the grant: what is dated earlier vests on it.",
)
@click.option(
    "--event",
    "events",
    metavar="ID=DATE",
    multiple=True,
    callback=_events,
    help="Condition that an event has met, and when. Repeatable.",
)
@writing
@running
def ocf(
    run: Run,
    file: str,
    shares: Decimal,
    start: date | None,
    grant_date: date | None,
    events: list[dict[str, str]],
) -> None:
    """Show the dates and shares of Open Cap Format vesting terms.

    FILE holds one VESTING_TERMS object, or is an OCF_VESTING_TERMS_FILE; FILE#2 or
    FILE#id picks one of several terms.

    \b
    Example:
      offerlab ocf terms.json --shares 4800 --start 2027-01-11
    """
    run.check_output(file)
    terms = read_terms(file)
    terms.check_start(start)
    quantity = f"{shares:f}"
    found = vesting_schedule(
        terms,
        quantity,
        vesting_start=start,
        grant_date=grant_date,
        vesting_events=events,
    )
    run.present(ocf_view(file, terms, Fraction(quantity), found))
