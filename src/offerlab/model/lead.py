"""Which offer leads, by how much, what makes the gap, and what would turn the order."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from offerlab.model.ledger import Component

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.model.comparison import ComparedOffer

CLOSE_SHARE = 0.02
"""A gap below this share of the second's present value is too close to call."""


class BreakEven(NamedTuple):
    """What the second's private stock would have to be worth for the order to turn.

    Attributes
    ----------
    id : str
        The offer whose stock it is.
    notional_share : float
        Share of its notional within the horizon; the leader's own private stock, if
        it has any, counted as nothing.
    """

    id: str
    notional_share: float


@dataclass(frozen=True, slots=True)
class Lead:
    """The verdict of a comparison, by present value, in its currency.

    Attributes
    ----------
    leader, second : str
        Ids of the best offer and of the next.
    gap : float
        Present value of the leader less that of the second.
    gap_share : float or None
        The gap as a share of the second's present value; None where that is not
        above 0.
    close : bool
        Whether the gap is too small to call.
    by_component : dict of str to float
        What makes the gap; the parts add up to it.
    break_even : BreakEven or None
        None where the second has no private stock, or its notional is unknown.
    """

    leader: str
    second: str
    gap: float
    gap_share: float | None
    close: bool
    by_component: dict[str, float]
    break_even: BreakEven | None


def find_lead(ranked: Sequence[ComparedOffer]) -> Lead | None:
    """Verdict on the first two of some ranked offers; None where there is one only."""
    if len(ranked) < 2:
        return None
    first, second = ranked[:2]
    parts = component_gaps(first, second)
    gap = first.present_value - second.present_value
    worth = second.present_value
    share = gap / worth if worth > 0 else None
    return Lead(
        leader=first.offer.id,
        second=second.offer.id,
        gap=gap,
        gap_share=share,
        close=gap == 0 or (share is not None and round(share, 9) < CLOSE_SHARE),
        by_component=parts,
        break_even=_break_even(second, gap),
    )


def component_gaps(first: ComparedOffer, second: ComparedOffer) -> dict[str, float]:
    """Present value of each component of the first offer less that of the second.

    Components are in the order of a table; those that neither pays are left out.
    """
    mine, other = first.present_components, second.present_components
    return {
        str(kind): fsum((mine.get(kind, 0.0), -other.get(kind, 0.0)))
        for kind in Component
        if mine.get(kind) or other.get(kind)
    }


def _break_even(second: ComparedOffer, gap: float) -> BreakEven | None:
    notional = second.illiquid.notional
    if not notional:
        return None
    return BreakEven(second.offer.id, gap / notional)
