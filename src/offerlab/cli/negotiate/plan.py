"""The command ``negotiate plan``: what to ask for, of which employer, and why."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.comps import Reading, reading_comps
from offerlab.cli.options import (
    comps_files,
    parsed,
    reading,
    running,
    some_offers,
    with_options,
    writing,
)
from offerlab.core.posting import PostedRange
from offerlab.core.problem import has_errors
from offerlab.errors import AskError
from offerlab.ingest.amount import Written, read_money
from offerlab.negotiate.folder import state_with
from offerlab.negotiate.gather import gather_situation
from offerlab.negotiate.plan import make_plan
from offerlab.negotiate.plan_view import plan_view
from offerlab.views.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.cli.options import Command
    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.negotiate.plan import Situation


def _range(text: str) -> tuple[Written, Written]:
    """Bottom and top of a posted range: ``140k-160k``, ``$140-160k``."""
    ends = re.split(r"\s*(?:-|–|\bto\b)\s*", text.strip())
    if len(ends) != 2 or not all(ends):
        raise ValueError(f"'{text}': write both ends, as 140k-160k")
    if ends[1][-1] in "kK" and ends[0][-1].isdigit() and "," not in ends[0]:
        ends[0] += "k"  # as postings write it
    low, high = (read_money(each) for each in ends)
    if not 1000 <= low.number <= high.number:
        raise ValueError(f"'{text}': write the lower end first, yearly, as 140k-160k")
    return low, high


def _posted(ends: tuple[Written, Written] | None, offer: Offer) -> PostedRange | None:
    """The range in the offer's currency."""
    if ends is None:
        return None
    if not all(each.is_in(offer.currency) for each in ends):
        raise AskError(
            f"--posted-range: write it in {offer.currency}, the offer's currency"
        )
    low, high = (float(each.number) for each in ends)
    return PostedRange(low, high)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the user gives a plan besides the offers."""

    comps: tuple[str, ...]
    posted: tuple[Written, Written] | None
    base_fixed: bool
    insist: bool
    reading: Reading


_OPTIONS = (
    comps_files,
    click.option(
        "--posted-range",
        "posted",
        metavar="LOW-HIGH",
        callback=parsed(_range),
        help="Base range of this job's posting.",
    ),
    click.option("--base-fixed", is_flag=True, help="They said base does not move."),
    click.option(
        "--insist", is_flag=True, help="A number without evidence: a convention."
    ),
    reading_comps(),
)


def evidence_options(command: Command) -> Command:
    """Take what a plan leans on, gathered into one `Evidence`."""

    @functools.wraps(command)
    def gathering(*args: Any, **kwargs: Any) -> None:
        names = Evidence.__slots__
        given = Evidence(**{name: kwargs.pop(name) for name in names})
        command(*args, given=given, **kwargs)

    return with_options(gathering, _OPTIONS)


@click.command()
@some_offers
@evidence_options
@reading
@writing
@running
def plan(run: Run, given: Evidence) -> None:
    """Plan what to ask for, of which employer, and why.

    The first OFFER is the one you answer; the others are offers you really hold. The
    ask leans on the posted range, on higher offers in hand, and on your comps of the
    same role, level and place. Without any of them no number is named.

    \b
    Example:
      offerlab negotiate plan offer.yaml rival.yaml --posted-range 140k-160k
    """
    offers = run.offers()
    if not offers or has_errors(run.problems):
        run.present(View({"verdict": None}))
        return
    situation = situation_of(run, offers, given)
    run.present(plan_view(situation, make_plan(situation)))


def situation_of(run: Run, offers: Sequence[Offer], given: Evidence) -> Situation:
    """Gather what a plan for the first offer is made from."""
    offer, *rivals = offers
    comps = given.reading.read(run, given.comps, "base") if given.comps else []
    logged = state_with(offer.company.name, run.library)
    return gather_situation(
        offer,
        rivals,
        today=run.today,
        assumptions=run.assumptions,
        benchmark=run.benchmark(),
        comps=comps,
        posted=_posted(given.posted, offer),
        base_fixed=given.base_fixed or (logged is not None and logged.base_fixed),
        insist=given.insist,
        library=run.library,
    )
