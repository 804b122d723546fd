"""Pay of which the paper says nothing: never a zero in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.month import add_months

if TYPE_CHECKING:
    from offerlab.core.offer import Offer

UNTOLD = {
    "target_bonus": (
        "Is there a yearly bonus? If so, what is the target, is any of it guaranteed,"
        " and when is it paid?"
    ),
    "refreshers": "Are there yearly refresher grants? If so, how large are they?",
    "benefits.retirement_match": (
        "Does the company match retirement savings? If so, at what rate, and up to what"
        " share of pay?"
    ),
    "relocation": "Does the company help with moving costs?",
    "sign_on": (
        "Is there a sign-on bonus? If so, how much, when is it paid, and is it owed"
        " back if I leave?"
    ),
}
"""Pay that letters usually speak of, by its key, with the question where none is."""
ONLY_IF_SAID = ("sign_on",)
"""What few offers come with: untold only where the paper has the word ``unknown``."""


OF_YEARS = ("target_bonus", "refreshers", "benefits.retirement_match")
"""What a job of some months, such as an internship, does not come with."""
_SHORT_DAYS = 300


def is_short_term(offer: Offer) -> bool:
    """Whether a job ends within months: an internship, a fixed term."""
    start, end = offer.start_date, offer.end_date
    return start is not None and end is not None and (end - start).days < _SHORT_DAYS


def untold(offer: Offer) -> list[str]:
    """Keys of `UNTOLD` of which the paper says nothing; `none` is an answer."""
    benefits = offer.benefits
    told = {
        "target_bonus": offer.target_bonus is not None,
        "refreshers": offer.refreshers is not None,
        "benefits.retirement_match": benefits is not None
        and benefits.retirement_match is not None,
        "relocation": bool(offer.relocation),
        "sign_on": bool(offer.sign_on),
    }
    for key in ONLY_IF_SAID:
        told[key] |= not offer.says_unknown(key)
    return [key for key in UNTOLD if not told[key] and not offer.says_none(key)]


def untold_years(offer: Offer, years: int = 4) -> list[int]:
    """Years of employment that a bonus told year by year leaves out."""
    bonus, start, end = offer.target_bonus, offer.start_date, offer.end_date
    if bonus is None or not bonus.years:
        return []
    return [
        year
        for year in range(1, years + 1)
        if bonus.of_year(year) is None
        and (start is None or end is None or add_months(start, 12 * (year - 1)) <= end)
    ]


def years_words(years: list[int]) -> str:
    """Years in words: ``year 2``, ``years 2 and 4``.

    Examples
    --------
    >>> years_words([2, 3, 4])
    'years 2, 3 and 4'
    """
    *most, last = map(str, years)
    return f"years {', '.join(most)} and {last}" if most else f"year {last}"
