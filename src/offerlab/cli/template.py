"""The command ``template``: an empty CSV with the right headers."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import click

from offerlab.cli.say import say
from offerlab.errors import OfferlabError
from offerlab.files import write_file

HEADERS = {
    "offers": (
        "label", "company.name", "company.stage", "company.valuation",
        "company.fully_diluted_shares", "company.preferred_price", "company.fmv_409a",
        "company.share_price", "company.as_of", "role", "level", "location",
        "start_date", "base_salary", "target_bonus", "sign_on.1.amount",
        "sign_on.1.paid_month", "sign_on.1.clawback_months", "sign_on.1.clawback",
        "sign_on.2.amount", "sign_on.2.paid_month", "relocation.amount",
        "equity.1.kind", "equity.1.percent", "equity.1.shares", "equity.1.value",
        "equity.1.conversion_price", "equity.1.annual_value", "equity.1.years",
        "equity.1.strike", "equity.1.vesting", "refreshers.annual_value",
        "refreshers.vesting", "exercise_window_months", "deadline",
    ),
    "market": ("role", "level", "location", "state", "employer", "year", "base_salary"),
}  # fmt: skip


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(tuple(HEADERS)),
    help="What it is for, where the name of FILE does not tell.",
)
@click.option("--force", is_flag=True, help="Write over an existing file.")
def template(file: Path, kind: str | None, force: bool) -> None:
    """Write an empty CSV with the right headers.

    FILE called offers.csv gets those of offers, market.csv those of comps.

    \b
    Example:
      offerlab template offers.csv
    """
    chosen = kind or next((k for k in HEADERS if k in file.stem.lower()), None)
    if chosen is None:
        raise click.UsageError(f"say what {file} is for: --kind offers or market")
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerow(HEADERS[chosen])
    try:
        write_file(file, text.getvalue(), force=force)
    except OfferlabError as error:
        raise click.ClickException(str(error)) from error
    say(f"Wrote {file}")
