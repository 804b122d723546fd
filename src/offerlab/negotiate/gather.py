"""What a plan is made from: the employer, the evidence, the offers in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.ask_stop import money_line
from offerlab.ingest.levers import read_constants
from offerlab.market.standing import admissible_evidence
from offerlab.negotiate.employer import employer_of
from offerlab.negotiate.held import held_offers
from offerlab.negotiate.plan import Situation
from offerlab.negotiate.standard import standards
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.core.posting import PostedRange
    from offerlab.ingest.comps.comp import Comps


def gather_situation(
    offer: Offer,
    rivals: Sequence[Offer] = (),
    *,
    today: date,
    assumptions: Assumptions,
    benchmark: Benchmark,
    comps: Sequence[Comps] = (),
    posted: PostedRange | None = None,
    base_fixed: bool = False,
    insist: bool = False,
    library: Library = SHIPPED,
) -> Situation:
    """Gather what a plan for an offer is made from.

    Parameters
    ----------
    rivals : sequence of Offer
        Offers that the user really holds.
    comps : sequence of Comps
        The user's own; only rows that a recruiter accepts are used.
    posted : PostedRange, optional
        In place of the one in the offer file.
    base_fixed : bool
        They said that base does not move.
    insist : bool
        A number even without evidence, called a convention.

    Raises
    ------
    InputError
        If a table of the library cannot be used.
    MarketDataError
        If a file of comps would have to be read by guessing.
    """
    rates = assumptions.for_offer(offer.id)
    line = money_line(offer, assumptions, benchmark)
    employer = employer_of(offer, line, library)
    found, left = admissible_evidence(offer, comps, today, rates.rate, library)
    posted = posted or offer.posted_range
    usable, why = standards(offer, posted, found, today)
    held, said = held_offers(offer, rivals, today, rates.rate)
    if employer.kind.startswith("public"):
        # Base is set by level there: only a package that is higher is an argument.
        held = [each for each in held if each.gap > 0]
    return Situation(
        offer,
        employer.without_base() if base_fixed else employer,
        today,
        benchmark,
        read_constants(library),
        tuple(usable),
        tuple(held),
        posted.high if posted else None,
        base_fixed,
        insist,
        (*(f"not assessable by it: {each}" for each in left), *why, *said),
    )
