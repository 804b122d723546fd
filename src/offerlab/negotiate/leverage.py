"""Leverage, item by item, in three bands and no decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.offer import Offer
    from offerlab.negotiate.held import Held
    from offerlab.negotiate.standard import Standard

SOON = 2
"""Days before a deadline within which one telephones first."""


class Leverage(NamedTuple):
    """``small``, ``usual`` or ``strong``, and what makes it so."""

    band: str
    items: tuple[str, ...]


def leverage_of(
    offer: Offer, held: Sequence[Held], standard: Standard | None, today: date
) -> Leverage:
    """Leverage of a candidate; an offer in hand counts only where it is higher."""
    items = []
    higher = [each for each in held if each.base > offer.base_salary or each.gap]
    written = any(each.written for each in higher)
    if higher:
        kind = "written" if written else "verbal"
        items.append(f"a higher {kind} offer in hand")
    below = standard is not None and offer.base_salary < standard.middle
    if below:
        items.append("an offer below the middle of the evidence")
    deadline = offer.deadline
    if deadline is not None and 0 <= (deadline.date - today).days <= SOON:
        items.append("against you: the deadline is near; telephone first")
    if written:
        return Leverage("strong", tuple(items))
    return Leverage("usual" if higher or below else "small", tuple(items))
