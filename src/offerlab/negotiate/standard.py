"""What an ask of base may lean on: figures that a recruiter accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.money import format_money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.offer import Offer
    from offerlab.core.posting import PostedRange
    from offerlab.market.evidence import Evidence


OLDEST_DAYS = 548
"""About 18 months: older figures are not evidence."""

RANGES = {"posted": "posted range", "levels": "range published for the level"}
"""Kinds that are a range of the employer's own, in words."""


class Standard(NamedTuple):
    """Quartiles of base, with who says so.

    `kind` is ``posted``, ``levels`` (published by the company) or ``comps``. Of a range
    that is posted or published they are its bottom, its middle and its top.
    """

    kind: str
    low: float
    middle: float
    high: float
    source: str
    as_of: str
    rows: int | None = None


def posted_standard(posted: PostedRange) -> Standard:
    """Range of the employer's own posting."""
    dated = posted.as_of.isoformat() if posted.as_of else ""
    middle = (posted.low + posted.high) / 2
    source = posted.source or "range of this posting"
    return Standard("posted", posted.low, middle, posted.high, source, dated)


def level_standard(offer: Offer, today: date) -> tuple[Standard | None, str]:
    """Range that the company publishes for the offer's level; else why it is none."""
    found = offer.published_range
    if found is None:
        return None, ""
    if offer.level is None:
        return None, (
            f"the range published for {found.level} is not evidence yet: the offer"
            " names no level; ask which it is, and add level: to the offer"
        )
    if found.level.strip().casefold() != offer.level.strip().casefold():
        return None, (
            f"the range published for {found.level} is not evidence for level"
            f" {offer.level}"
        )
    if found.as_of is not None and (today - found.as_of).days > OLDEST_DAYS:
        return None, (
            f"the range published for {found.level} is of {found.as_of}, more than 18"
            " months ago"
        )
    dated = found.as_of.isoformat() if found.as_of else ""
    middle = (found.low + found.high) / 2
    return Standard("levels", found.low, middle, found.high, found.source, dated), ""


def standards(
    offer: Offer,
    posted: PostedRange | None,
    evidence: Sequence[Evidence],
    today: date,
) -> tuple[list[Standard], list[str]]:
    """Standards that may be used, the user's own comps first; why others may not.

    After them the range of the posting, then the one published for the level.

    Parameters
    ----------
    evidence : sequence of Evidence
        Admissible: as `admissible_evidence` gives them.
    """
    found: list[Standard] = []
    reasons: list[str] = []
    for each in evidence:
        if each.currency != offer.currency:
            reasons.append(f"{each.source} is in {each.currency}: not assessable")
            continue
        figures = [each.percentiles.get(percent) for percent in (25, 50, 75)]
        low, middle, high = (x if isinstance(x, float | int) else None for x in figures)
        if low is None or middle is None or high is None:
            reasons.append(f"{each.source} has too few rows for its quartiles")
            continue
        found.append(
            Standard("comps", low, middle, high, each.source, each.as_of, each.count)
        )
    if posted is not None:
        found.append(posted_standard(posted))
    published, why = level_standard(offer, today)
    if published is not None:
        found.append(published)
    elif why:
        reasons.append(why)
    return found, reasons


def standard_words(standard: Standard, currency: str) -> str:
    """One line: figures, source, date, count."""
    figures = (standard.low, standard.middle, standard.high)
    low, middle, high = (format_money(round(each), currency) for each in figures)
    about = f"{standard.source}, {standard.as_of}".rstrip(", ")
    if standard.kind in RANGES:
        return f"{RANGES[standard.kind]} {low} to {high} ({about})"
    return f"quartiles {low}, {middle}, {high} of {standard.rows} rows ({about})"
