"""The options of a letter: the user's own words, and what the user attests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.options import parsed, with_options
from offerlab.ingest.amount import parse_date
from offerlab.letters.rival import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable


def _slots(
    _ctx: click.Context, _param: click.Parameter, texts: tuple[str, ...]
) -> dict[str, str]:
    slots = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.BadParameter(f"'{text}': write it as key=value")
        slots[name.strip()] = value
    return slots


_WORDS = (
    click.option("--signature", metavar="NAME", help="Your name."),
    click.option("--reason", metavar="TEXT", help="Your own sentence: why this job."),
    click.option(
        "--case",
        multiple=True,
        metavar="TEXT",
        help="What you have done that fits. Repeatable.",
    ),
    click.option(
        "--milestone",
        "milestones",
        multiple=True,
        metavar="TEXT",
        help="What you would take off the team's hands. Repeatable.",
    ),
    click.option(
        "--fact",
        "facts",
        multiple=True,
        metavar="TEXT",
        help="A claim in your words that you attest. Repeatable.",
    ),
    click.option(
        "--slot",
        "slots",
        multiple=True,
        metavar="KEY=VALUE",
        callback=_slots,
        help="Another word of the letter. Repeatable.",
    ),
    click.option(
        "--tone",
        type=click.Choice(["warm", "plain"]),
        default="warm",
        show_default=True,
        help="How it sounds.",
    ),
)
_ATTESTED = (
    click.option(
        "--hire-signal", is_flag=True, help="They have said that they want to hire you."
    ),
    click.option(
        "--would-sign",
        is_flag=True,
        help="You would sign if the ask is met; with --by.",
    ),
    click.option(
        "--by",
        metavar="DATE",
        callback=parsed(parse_date),
        help="The day by which you would sign.",
    ),
    click.option("--attest", is_flag=True, help="You really hold the other offers."),
    click.option(
        "--disclose",
        type=click.Choice(LEVELS),
        default="existence",
        show_default=True,
        help="How much of another offer is said.",
    ),
    click.option(
        "--use-benchmark",
        is_flag=True,
        help="Name the configured band as your own standard.",
    ),
)


def letter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Take the user's words, and what the user attests."""
    return with_options(command, (*_WORDS, *_ATTESTED))
