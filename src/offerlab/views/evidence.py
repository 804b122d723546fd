"""Market evidence: its figures, and one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.grid import AtLeast
from offerlab.core.money import format_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.market.evidence import Evidence


SHOWN = (25, 50, 75)
"""Percentiles that a line of text shows; JSON has all."""


def evidence_figures(evidence: Evidence) -> dict[str, Any]:
    """Figures of one source's answer."""
    rank = evidence.rank
    return {
        "source": evidence.source,
        "measure": evidence.measure,
        "currency": evidence.currency,
        "as_of": evidence.as_of,
        "group": evidence.group,
        "area": evidence.area,
        "rung": evidence.rung,
        "level": evidence.level,
        "count": evidence.count,
        "employment": evidence.employment,
        "sufficient": evidence.sufficient,
        "percentiles": evidence.percentiles,
        "rank": {
            "percent": rank.percent,
            "between": rank.between,
            "interval": rank.interval,
            "words": rank.words,
        },
        "caveat": evidence.caveat,
        "confidence": evidence.confidence,
    }


def evidence_line(evidence: Evidence) -> str:
    """Where the base ranks, then who says so, of when, of how many."""
    pays = ", ".join(
        f"P{percent} {_pay(pay, evidence.currency)}"
        for percent, pay in evidence.percentiles.items()
        if pay is not None and percent in SHOWN
    )
    few = "" if evidence.sufficient else "; too few to rely on"
    caveat = f"; {evidence.caveat}" if evidence.caveat else ""
    basis = f"{dated_source(evidence)}, {evidence.level}, {_size(evidence)}{few}"
    return (
        f"Market: {_what(evidence)} is {evidence.rank.words}: {evidence.group},"
        f" {evidence.area} ({basis}; {pays}{caveat})"
    )


def evidence_in_short(found: Sequence[Evidence]) -> Iterator[str]:
    """One line a source: where the base ranks among whom, where, and of what level."""
    sources: dict[tuple[str, ...], list[str]] = {}
    for each in found:
        few = "" if each.sufficient else ", too few to rely on"
        level = each.level.removesuffix(" of experience")
        key = (_what(each), dated_source(each), each.area, level)
        size = f" ({_size(each)}{few})" if each.count is not None else few
        sources.setdefault(key, []).append(f"{_rank(each)} of {each.group}{size}")
    for (what, source, area, level), ranks in sources.items():
        yield f"Market: {what} is {', '.join(ranks)}; {area} ({source}, {level})."


def _what(evidence: Evidence) -> str:
    return "equity" if evidence.measure == "equity_percent" else "base"


def _rank(evidence: Evidence) -> str:
    """A rank in short: "between P25 and P50, about P30" gives "about P30"."""
    words = evidence.rank.words
    about = words.rpartition(", about ")[2]
    if about != words:
        return f"about {about}"
    interval = words.partition(" of ")[0], words.rpartition(", ")[2]
    return f"{interval[0]} ({interval[1]})" if " of " in words else words


def dated_source(evidence: Evidence) -> str:
    """Source of an answer with its date, which a source's name may hold."""
    source = evidence.source
    return source if evidence.as_of[:4] in source else f"{source}, {evidence.as_of}"


def _size(evidence: Evidence) -> str:
    if evidence.count is not None:
        return f"n = {evidence.count:,}"
    if evidence.employment is not None:
        return f"employment estimate {evidence.employment:,}"
    return "size unknown"


def _pay(pay: float | AtLeast, currency: str) -> str:
    if isinstance(pay, AtLeast):
        return f"at least {format_whole(pay.at_least, currency)}"
    return format_whole(pay, currency)
