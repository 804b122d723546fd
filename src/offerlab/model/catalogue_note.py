"""What the catalogue of vesting schedules has to say about a grant.

The letter always wins. A schedule taken from the catalogue is shown with its date, and
marked when it is stale or its dates are nominal; a schedule of the letter's own that
differs from what is known of the company is shown with the difference.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.core.vesting import undated_timetable
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.core.terms import VestingTerms
    from offerlab.ingest.catalogue import Catalogue, CatalogueEntry


def catalogue_notes(
    offer: Offer, grant: Grant, catalogue: Catalogue, today: date
) -> list[str]:
    """Sentences about one grant; none where the catalogue does not know the company."""
    if grant.vesting is None or grant.vesting_name is None:
        return [*_difference(offer, grant, catalogue, today)]
    entry = catalogue.get(grant.vesting_name)
    if entry is None:
        return []
    notes = [f"schedule from the catalogue: {_cited(entry, today)}; the letter wins"]
    if entry.calendar_rule:
        notes.append(
            f"these dates are nominal: the company's own are fixed"
            f" ({entry.calendar_rule})"
        )
    return notes


def _cited(entry: CatalogueEntry, today: date) -> str:
    when = "undated" if entry.dated is None else f"as of {entry.dated:%Y-%m}"
    stale = ", stale" if entry.is_stale(today) else ""
    return f"{entry.id} ({when}{stale}, confidence {entry.confidence})"


def _difference(
    offer: Offer, grant: Grant, catalogue: Catalogue, today: date
) -> Iterator[str]:
    if grant.vesting is None:
        return
    try:
        own = vested_by_month(grant.vesting)
    except VestingError:
        return  # calendar dates cannot be held against months
    claims = [
        (entry, vested_by_month(entry.schedule.terms))
        for entry in catalogue.of_company(offer.company.name)
        if entry.schedule is not None
    ]
    if not claims:
        return
    entry, theirs = min(claims, key=lambda claim: _distance(own, claim[1]))
    if _distance(own, theirs) == 0:
        yield f"the same schedule as the catalogue's {_cited(entry, today)}"
        return
    months = sorted({*own, *theirs})
    parts = [
        f"{_percent(_at(own, month))} by month {month} and not"
        f" {_percent(_at(theirs, month))}"
        for month in months
        if _at(own, month) != _at(theirs, month)
    ]
    yield (
        f"the letter differs from the catalogue's {_cited(entry, today)}, and wins:"
        f" {'; '.join(parts[:4])}{'; ...' if len(parts) > 4 else ''}"
    )


def vested_by_month(terms: VestingTerms) -> dict[int, Fraction]:
    """Part of a grant that has vested by each month in which something vests.

    Raises
    ------
    VestingError
        If the terms name dates or days.
    """
    parts: dict[int, Fraction] = {}
    total = Fraction(0)
    for tranche in undated_timetable(terms).tranches(None):
        total += tranche.share or 0
        parts[tranche.month or 0] = total
    return parts


def _at(parts: dict[int, Fraction], month: int) -> Fraction:
    return max((part for at, part in parts.items() if at <= month), default=Fraction(0))


def _distance(own: dict[int, Fraction], theirs: dict[int, Fraction]) -> Fraction:
    months = {*own, *theirs}
    return sum((abs(_at(own, m) - _at(theirs, m)) for m in months), Fraction(0))


def _percent(part: Fraction) -> str:
    return f"{float(100 * part):.2f}".rstrip("0").rstrip(".") + "%"
