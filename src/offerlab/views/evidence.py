"""Market evidence: its figures, and one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.grid import AtLeast
from offerlab.core.money import format_whole

if TYPE_CHECKING:
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
    """Where the base stands, then who says so, of when, of how many."""
    pays = ", ".join(
        f"P{percent} {_pay(pay, evidence.currency)}"
        for percent, pay in evidence.percentiles.items()
        if pay is not None and percent in SHOWN
    )
    size = "size unknown"
    if evidence.count is not None:
        size = f"n = {evidence.count:,}"
    elif evidence.employment is not None:
        size = f"employment estimate {evidence.employment:,}"
    few = "" if evidence.sufficient else "; too few to rely on"
    caveat = f"; {evidence.caveat}" if evidence.caveat else ""
    source = evidence.source
    dated = source if evidence.as_of[:4] in source else f"{source}, {evidence.as_of}"
    return (
        f"Market: base is {evidence.rank.words}: {evidence.group}, {evidence.area}"
        f" ({dated}, {evidence.level}, {size}{few}; {pays}"
        f"{caveat})"
    )


def _pay(pay: float | AtLeast, currency: str) -> str:
    if isinstance(pay, AtLeast):
        return f"at least {format_whole(pay.at_least, currency)}"
    return format_whole(pay, currency)
