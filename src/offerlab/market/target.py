"""The currency of an answer, and when it must be asked for and not taken."""

from __future__ import annotations

import statistics
from collections import Counter
from typing import TYPE_CHECKING

from offerlab.errors import MarketDataError
from offerlab.ingest.comps.currency import AMBIGUOUS, DOLLARS
from offerlab.ingest.comps.rows import counted
from offerlab.ingest.countries import read_countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.ingest.comps.comp import Comp, Comps
    from offerlab.market.terms import Terms
    from offerlab.resources import Library

USUAL = (10_000.0, 1_000_000.0)
"""Between these a median may be dollars a year."""
PLACES = ("country", "state", "city", "location")
"""Labels that tell a country."""


def target_currency(
    comps: Comps,
    rows: Sequence[Comp],
    codes: Sequence[str],
    yearly: Sequence[float],
    terms: Terms,
) -> tuple[str, list[str]]:
    """Currency of the answer, and what has to be said of it.

    Parameters
    ----------
    comps : Comps
    rows : sequence of Comp
    codes : sequence of str
        Currency that each row states; empty if it states none.
    yearly : sequence of float
        Pay of each row a year.
    terms : Terms

    Raises
    ------
    MarketDataError
        If the rows hold several currencies, or none and the file contradicts the
        default.
    """
    told: Counter[str] = Counter()
    for row, code in zip(rows, codes, strict=True):
        told[code] += row.times
    untold = told.pop("", 0)
    default = terms.default_currency
    if not codes:
        return terms.currency or default, []  # no row: nothing was taken for anything
    if terms.currency:
        said = f"the currency is not stated: taken as {terms.currency}, as asked"
        return terms.currency, [said] if untold else []
    if not told:
        return default, [_default_words(comps, rows, codes, yearly, terms)]
    rated = all(code == default or terms.rate(code, default) for code in told)
    if len(told) > 1 and rated and not untold:
        return default, []
    if len(told) > 1 and terms.takes_default and default in told:
        return default, []
    if len(told) > 1 or (untold and default not in told):
        raise MarketDataError(_several(comps, told, untold))
    (code,) = told
    if code in AMBIGUOUS:
        raise MarketDataError(
            f"give --currency {' or '.join(AMBIGUOUS[code])}: '{code}' in {comps.file}"
            " may be any of them"
        )
    if untold:
        return code, [_default_words(comps, rows, codes, yearly, terms)]
    return code, []


def _several(comps: Comps, told: Counter[str], untold: int) -> str:
    common = told.most_common()
    listed = ", ".join(f"{code} ({rows:,})" for code, rows in common[:4])
    also = f" and {untold:,} rows that state none" if untold else ""
    return (
        f"give --currency {common[0][0]} for those rows alone, or a rate with it"
        f" (--set fx.{common[-1][0]}=RATE): {comps.file} holds pay in {listed}{also}"
    )


def _default_words(
    comps: Comps,
    rows: Sequence[Comp],
    codes: Sequence[str],
    yearly: Sequence[float],
    terms: Terms,
) -> str:
    """Say that the default currency is taken.

    Raises
    ------
    MarketDataError
        If places, digits or amounts contradict it.
    """
    default = terms.default_currency
    untold = [row for row, code in zip(rows, codes, strict=True) if not code]
    places = _countries(comps, untold, terms.library)
    using = read_countries(terms.library).currency
    foreign: Counter[tuple[str, str]] = Counter()
    for row, (code, words) in zip(untold, places, strict=True):
        if code and using.get(code) != default:
            foreign[code, words] += row.times
    median = statistics.median(
        pay
        for pay, code, row in zip(yearly, codes, rows, strict=True)
        for _ in range(0 if code else row.times)
    )
    why = ""
    if foreign:
        (code, words), _ = foreign.most_common(1)[0]
        count = f"{sum(foreign.values()):,} of its rows"
        why = f"{count} are of places such as {words} ({code})"
    elif any(row.indian for row in untold):
        why = "its amounts are grouped as in India (12,50,000)"
    elif not USUAL[0] <= median <= USUAL[1]:
        side = "under" if median < USUAL[0] else "over"
        why = f"half of its pays are {side} {median:,.0f}"
        if side == "under" and not all(row.period for row in untold):
            why += " (hours? months? thousands? then --period or --unit too)"
    if why:
        raise MarketDataError(
            f"give --currency CODE: {comps.file} states no currency, and {why}, so it"
            f" is not taken as {default}"
        )
    told = default == "USD" and any(code for code, _ in places)
    because = "nothing says otherwise"
    if told:
        because = "its places are in the United States"
    return f"the currency is not stated: taken as {default}, because {because}"


def named_dollars(
    comps: Comps, rows: Sequence[Comp], own: str, library: Library
) -> tuple[list[Comp], dict[int, tuple[str, str]]]:
    """Rows whose dollar is known, and those whose bare ``$`` may be another's.

    Parameters
    ----------
    comps : Comps
    rows : sequence of Comp
    own : str
        Currency of the offer: its own dollar is not another's.
    library : Library

    Returns
    -------
    rows : list of Comp
    others : mapping of int to (str, str)
        Line of a row that is left out to the code of its dollar, and its place.

    Raises
    ------
    MarketDataError
        If most of the bare ``$`` are beside such places.
    """
    bare = [row for row in rows if row.currency == "$"]
    if not bare:
        return list(rows), {}
    using = read_countries(library).currency
    places = zip(bare, _countries(comps, bare, library), strict=True)
    told = {row.line: (using.get(code, ""), words) for row, (code, words) in places}
    dollars = {line: each for line, each in told.items() if each[0] in DOLLARS}
    others = {n: each for n, each in dollars.items() if each[0] not in ("USD", own)}
    foreign = counted([row for row in bare if row.line in others])
    if others and foreign * 2 >= counted(bare):
        code, words = next(iter(others.values()))
        raise MarketDataError(
            f"give --currency {code} or USD: {comps.file} writes a bare $, and"
            f" {foreign:,} of its rows are of places such as {words}"
        )
    kept = [
        row._replace(currency=dollars[row.line][0])
        if row.currency == "$" and row.line in dollars
        else row
        for row in rows
        if row.line not in others
    ]
    return kept, others


def _countries(
    comps: Comps, rows: Sequence[Comp], library: Library
) -> list[tuple[str, str]]:
    """Country of each row, with the words that tell it."""
    known = read_countries(library)
    places = [(name, comps.place(name)) for name in PLACES]
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    told = []
    for row in rows:
        texts = {n: "" if at is None else row.labels[at] for n, at in places}
        key = tuple(texts.values())
        if key not in found:
            told_in = ("city", "location", "state", "country")
            words = next(filter(None, map(texts.__getitem__, told_in)), "")
            found[key] = known.country_of(**texts), words[:40]
        told.append(found[key])
    return told
