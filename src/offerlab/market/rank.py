"""Where a pay ranks among others, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rank:
    """Rank of a value, as a percentile.

    Attributes
    ----------
    percent : float or None
        About which percentile; None beyond a grid's ends.
    between : tuple of int or None
        Published percentiles on both sides; None below or above all.
    interval : tuple of float or None
        95% interval of `percent`; None for a published grid.
    words : str
        The rank as a person would say it.
    """

    percent: float | None
    between: tuple[int | None, int | None]
    interval: tuple[float, float] | None
    words: str
