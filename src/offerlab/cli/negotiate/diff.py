"""The command ``negotiate diff``: what differs between two versions of the offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.negotiate.options import company_argument, opened
from offerlab.cli.options import running, writing
from offerlab.errors import InputError
from offerlab.negotiate.difference import differences
from offerlab.negotiate.difference_view import difference_view

if TYPE_CHECKING:
    from offerlab.cli.run import Run


@click.command()
@company_argument
@click.argument("before", type=int, required=False)
@click.argument("after", type=int, required=False)
@writing
@running
def diff(run: Run, company: str, before: int | None, after: int | None) -> None:
    """Show what differs between two versions of the offer.

    And what was promised beside them. Without numbers: the last two.

    \b
    Example:
      offerlab negotiate diff "Lumen Robotics" 1 2
    """
    negotiation = opened(run, company)
    versions = negotiation.versions()
    if len(versions) < 2 and (before is None or after is None):
        raise InputError(company, "fewer than two versions are on file")
    if before is None or after is None:
        last = versions[-1][0]
        before, after = (before or versions[-2][0]), (after or last)
    media = dict(versions)
    old, new = (negotiation.offer(each, run.library) for each in (before, after))
    run.present(
        difference_view(
            negotiation.company,
            ((before, media.get(before, "")), (after, media.get(after, ""))),
            differences(old, new),
            (*negotiation.state.promises, *new.promises),
        )
    )
