"""What living costs in a place: price levels by metropolitan area.

Those that ship are the regional price parities of the U.S. Bureau of Economic Analysis,
public domain; the United States are 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from offerlab.errors import InputError
from offerlab.ingest.fields import nearest
from offerlab.ingest.places import metro_codes, metro_of
from offerlab.ingest.records import read_records
from offerlab.resources import SHIPPED, Library

_FILE = "market_data/price_parities.csv"
_COLUMNS = ("code", "area", "all_items", "housing", "year", "source")
LEAST, MOST = 20.0, 500.0
"""What a price level can be; other numbers are a slip."""


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """Prices of an area, the United States being 100.

    Attributes
    ----------
    code, area : str
        CBSA code and title.
    all_items : float
        Of all that people consume.
    housing : float or None
        Of rents alone.
    year, source : str
    """

    code: str
    area: str
    all_items: float
    housing: float | None
    year: str
    source: str


@lru_cache(maxsize=8)
def read_price_levels(library: Library = SHIPPED) -> dict[str, PriceLevel]:
    """Price levels by code of the area; read once a library.

    Raises
    ------
    InputError
        If the user's own table cannot be used.
    """
    path = library.find(_FILE)
    found = {}
    for record in read_records(path, _COLUMNS):
        level = record.number("all_items")
        if not LEAST <= level <= MOST:
            raise InputError(
                record.place,
                f"all_items: {level:g} is not a price level; the United States are 100",
            )
        found[record["code"]] = PriceLevel(
            record["code"],
            record["area"],
            level,
            record.number_or_none("housing"),
            record["year"],
            record["source"],
        )
    return found


def price_level(location: str, library: Library = SHIPPED) -> PriceLevel | None:
    """Price level of the metro of ``City, ST``; None where it is not known."""
    return read_price_levels(library).get(metro_of(location, library))


def known_price_level(location: str, library: Library = SHIPPED) -> PriceLevel:
    """As `price_level`, of a place that must be known.

    Raises
    ------
    InputError
        If it is not; the nearest is offered.
    """
    level = price_level(location, library)
    if level is not None:
        return level
    levels = read_price_levels(library)
    cities = [words for words, code in metro_codes(library).items() if code in levels]
    close = nearest(location.lower(), cities)
    hint = f"; did you mean '{close.title()}'?" if close else " (write City, ST)"
    raise InputError("place", f"'{location}' is not a metro with known prices{hint}")
