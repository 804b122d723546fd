"""What the catalogue of vesting schedules has to say about a grant.

The letter always wins. A schedule taken from the catalogue is shown with its date, and
marked when it is stale or its dates are nominal; a schedule of the letter's own that
differs from what is known of the company is shown with the difference.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from offerlab.core.timetable import undated_timetable
from offerlab.errors import VestingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.core.timetable import Timetable
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
    notes = [
        f"schedule from the catalogue: {_cited(entry, today)}; your letter overrides it"
    ]
    if entry.calendar_rule:
        notes.append(
            f"these dates are nominal: the company's own are fixed"
            f" ({entry.calendar_rule})"
        )
    return notes


def offer_notes(
    offer: Offer, grants: Iterable[Grant], catalogue: Catalogue, today: date
) -> list[str]:
    """The same of several grants of an offer, each with its number."""
    return [
        f"grant {grant.number}: {note}"
        for grant in grants
        for note in catalogue_notes(offer, grant, catalogue, today)
    ]


def _cited(entry: CatalogueEntry, today: date) -> str:
    when = f"{'as of ' if entry.dated else ''}{entry.age(today)}"
    return f"{entry.id} ({when}, confidence {entry.confidence})"


def _difference(
    offer: Offer, grant: Grant, catalogue: Catalogue, today: date
) -> Iterator[str]:
    if grant.vesting is None:
        return
    try:
        own = undated_timetable(grant.vesting)
    except VestingError:
        return  # calendar dates cannot be held against months
    claims = [
        (entry, undated_timetable(entry.schedule.terms))
        for entry in catalogue.of_company(offer.company.name)
        if entry.schedule is not None
    ]
    if not claims:
        return
    entry, theirs = min(claims, key=lambda claim: _distance(own, claim[1]))
    if _distance(own, theirs) == 0:
        yield f"the same schedule as the catalogue's {_cited(entry, today)}"
        return
    parts = [
        f"{_percent(own.share_by(month))} by month {month} and not"
        f" {_percent(theirs.share_by(month))}"
        for month in _months(own, theirs)
        if own.share_by(month) != theirs.share_by(month)
    ]
    yield (
        f"the letter differs from the catalogue's {_cited(entry, today)}, and wins:"
        f" {'; '.join(parts[:4])}{'; ...' if len(parts) > 4 else ''}"
    )


def _months(own: Timetable, theirs: Timetable) -> list[int]:
    return sorted({month or 0 for month in (*own.months, *theirs.months)})


def _distance(own: Timetable, theirs: Timetable) -> Fraction:
    gaps = (own.share_by(m) - theirs.share_by(m) for m in _months(own, theirs))
    return sum(map(abs, gaps), Fraction(0))


def _percent(part: Fraction) -> str:
    return f"{float(100 * part):.2f}".rstrip("0").rstrip(".") + "%"
