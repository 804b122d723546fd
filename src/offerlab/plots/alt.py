"""What a plot shows, in words, for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.model.component import COMPONENTS, Component

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.offer import Offer
    from offerlab.market.evidence import Evidence
    from offerlab.model.comparison import Comparison
    from offerlab.model.walkaway import Walkaway


def total_alt(comparison: Comparison) -> str:
    """Pay of each offer, year by year."""
    pays = "; ".join(
        f"{each.offer.id} {_list(each.years, comparison.currency)}, in all"
        f" {format_whole(each.total, comparison.currency)}"
        for _, each in comparison.ranking
    )
    return f"Bars of pay by year of employment, before tax: {pays}."


def cumulative_alt(comparison: Comparison) -> str:
    """Pay so far of each offer at the end of its years."""
    parts = []
    for each in comparison.offers:
        sums = [sum(each.years[: k + 1]) for k in range(len(each.years))]
        parts.append(f"{each.offer.id} {_list(sums, comparison.currency)}")
    return f"Lines of pay so far, at the end of each year: {'; '.join(parts)}."


def compare_alt(comparison: Comparison) -> str:
    """The gap between the best two, and what makes it."""
    lead, currency = comparison.lead, comparison.currency
    if lead is None:
        return "No gap: one offer alone."
    ordered = sorted(lead.by_component.items(), key=lambda part: -abs(part[1]))
    parts = ", ".join(
        f"{COMPONENTS[Component(name)].label} {'+' if part > 0 else ''}"
        f"{format_whole(part, currency)}"
        for name, part in ordered
        if round(part)
    )
    gap = format_whole(lead.gap, currency)
    return (
        f"Steps from {lead.second} to {lead.leader}, {gap} ahead in present value:"
        f" {parts or 'none'}."
    )


def vesting_alt(offers: Sequence[Offer]) -> str:
    """The grants of each offer that vest, and refreshers that are promised."""
    parts = "; ".join(
        f"{offer.id}, grants: {len(offer.equity or ())}"
        f"{' and refreshers' if offer.refreshers and offer.refreshers.promised else ''}"
        for offer in offers
    )
    return f"Steps of vested shares over the months of employment: {parts}."


def market_alt(placed: Sequence[tuple[Offer, float, Sequence[Evidence]]]) -> str:
    """Where each base ranks, by each source."""
    parts = []
    for offer, _, found in placed:
        ranks = "; ".join(
            f"{each.rank.words} of {each.group}, {each.area} ({each.source})"
            for each in found
        )
        parts.append(f"{offer.id}: {ranks or 'no data for this place'}")
    return f"Base pay on what others are paid. {'. '.join(parts)}."


def walkaway_alt(leavings: Sequence[tuple[str, Walkaway, float]], currency: str) -> str:
    """What leaving at the end of each year keeps."""
    parts = []
    for name, found, rate in leavings:
        kept = [each.net * rate for each in found.rows[12::12]]
        parts.append(f"{name} {_list(kept, currency)}")
    return f"What leaving keeps, at the end of each year: {'; '.join(parts)}."


def _list(amounts: Sequence[float], currency: str) -> str:
    return ", ".join(format_whole(each, currency) for each in amounts)
