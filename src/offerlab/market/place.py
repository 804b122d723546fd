"""Pay against prices: what a job costs an employer, and what living costs you."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.errors import InputError
from offerlab.ingest.oews import read_areas
from offerlab.ingest.places import find_area
from offerlab.ingest.price_level import PriceLevel, known_price_level
from offerlab.resources import SHIPPED, Library

if TYPE_CHECKING:
    from collections.abc import Sequence


class Place(NamedTuple):
    """A place: its prices, its wages, and what a pay is there.

    Attributes
    ----------
    asked : str
    level : PriceLevel
    wages : float or None
        Median wage of an occupation, that of the United States being 100: the cost of
        labor. None where no wage of the metro is published.
    same_living : float or None
        Yearly pay that buys here what the pay asked for buys in the first place.
    """

    asked: str
    level: PriceLevel
    wages: float | None
    same_living: float | None


def compare_places(
    names: Sequence[str], soc: str, pay: float | None, library: Library = SHIPPED
) -> list[Place]:
    """Prices and wages of places, and what a pay in the first is worth in the others.

    Raises
    ------
    InputError
        If a place is not known.
    """
    levels = [known_price_level(name, library) for name in names]
    return [
        Place(
            name,
            level,
            wage_level(name, soc, library),
            None if pay is None else pay * level.all_items / levels[0].all_items,
        )
        for name, level in zip(names, levels, strict=True)
    ]


def wage_level(location: str, soc: str, library: Library = SHIPPED) -> float | None:
    """Median wage of an occupation in a metro, that of the nation being 100."""
    areas = read_areas(soc, library)
    nation = next(area for area in areas if area.kind == "nation")
    try:
        area = find_area(location, areas, library).area
    except InputError:
        return None
    if area.kind != "metro" or not nation.percentiles.get(50):
        return None
    return 100 * area.percentiles[50] / nation.percentiles[50]
