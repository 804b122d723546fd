"""The vesting of an offer's grants as terms of Open Cap Format, for others to read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offerlab.core.grant import GrantKind
from offerlab.core.ocf_export import for_release, schema_version

if TYPE_CHECKING:
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.core.terms import VestingTerms


def exported_terms(offer: Offer) -> list[tuple[int, VestingTerms]]:
    """Number and terms of each grant of stock that has a schedule.

    Every terms have an id of their own and say in their comments which schema they
    need. Those that came from a file keep its names.
    """
    found: list[tuple[int, VestingTerms]] = []
    taken: set[str] = set()
    for grant in offer.stock:
        if grant.vesting is None:
            continue
        terms = _exported(offer, grant, for_release(grant.vesting))
        if terms.id in taken:
            terms = replace(terms, id=f"{terms.id}-{grant.number}")
        taken.add(terms.id)
        found.append((grant.number, terms))
    return found


def _exported(offer: Offer, grant: Grant, terms: VestingTerms) -> VestingTerms:
    comments = dict.fromkeys(terms.comments or ())
    comments[f"Open Cap Format {schema_version(terms)}"] = None
    if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU:
        comments["the time condition only: a sale or listing must happen too"] = None
    if grant.annual_value is not None:
        comments["of each yearly grant, counted from that year's first day"] = None
    if grant.vesting_file is not None:
        return replace(terms, comments=tuple(comments))
    return replace(
        terms,
        id=f"grant-{grant.number}",
        name=f"{offer.id}, grant {grant.number}",
        description=f"{grant.kind}, {terms.wording}",
        comments=tuple(comments),
    )
