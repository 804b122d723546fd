"""A published percentile grid: a few percentiles of pay, and nothing between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A pay that is known only to be as high as this: a source cut it off there."""

    at_least: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Percentiles of yearly pay, as a source published them.

    Attributes
    ----------
    percentiles : mapping of int to float or AtLeast
        Percent to pay, for example ``{25: 130430, 50: 170110}``; those that the
        source did not release are left out.
    source, as_of, group, area : str
        `group` is the occupation or title that the figures are about.
    rung : str
        metro, state or nation: which step of the ladder answered.
    level : str
        Experience that the figures cover.
    employment : int or None
        Estimated jobs behind a published estimate; no sample size.
    count : int or None
        Sample size, where the source gives one.
    note, url, confidence, currency : str
    """

    percentiles: Mapping[int, float | AtLeast]
    source: str
    as_of: str
    group: str
    area: str
    rung: str
    level: str
    employment: int | None = None
    count: int | None = None
    note: str = ""
    url: str = ""
    confidence: str = "high"
    currency: str = "USD"
