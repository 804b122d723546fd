"""What is known of an offer from outside its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class PostedRange(NamedTuple):
    """Range of base pay that the employer posted for the job, in the offer's currency.

    Evidence for what is asked, and no term of the offer.
    """

    low: float
    high: float
    source: str | None = None
    as_of: date | None = None


class PublishedRange(NamedTuple):
    """Range of base pay that the company itself publishes for a level.

    Evidence for what is asked; `source` says where it is published.
    """

    low: float
    high: float
    level: str
    source: str
    as_of: date | None = None


class CapTable(NamedTuple):
    """What investors put in and take out first, in the company's currency."""

    raised: float | None = None
    preference: float | None = None
    participating: bool | None = None
    as_of: date | None = None
