"""The verdict of a comparison in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.model.component import COMPONENTS, Component
from offerlab.views.view import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.model.comparison import ComparedOffer, Comparison
    from offerlab.model.lead import Lead


LARGEST, IN_SHORT = 4, 2
"""Components of a gap that are named, in full and in one line."""


def lead_text(comparison: Comparison, lead: Lead) -> Text:
    """Who leads, by how much, what makes the gap, and what would turn the order."""
    by_id = {each.offer.id: each for each in comparison.offers}
    first, second = by_id[lead.leader], by_id[lead.second]
    who = _who(comparison, lead)
    parts, short = (list(_parts(comparison, lead, n)) for n in (LARGEST, IN_SHORT))
    gap = f"What makes the gap, in present value: {', '.join(parts)}."
    brief = f"The gap: {', '.join(short)}."
    if not parts or not lead.gap:
        gap = brief = ""
    private = [*_private(comparison, lead, first, second)]
    turn = (
        [_turn_in_short(comparison, lead, first, second)] if _turns(lead) else private
    )
    left = list(_uncounted(comparison, lead))
    full, lines = [who, *left, gap, *private], [who, *left, brief, *turn]
    return Text("\n".join(filter(None, full)), "\n".join(filter(None, lines)))


def _who(comparison: Comparison, lead: Lead) -> str:
    if lead.gap == 0:
        return (
            f"Too close to call: {lead.leader} and {lead.second} have the same present"
            " value."
        )
    share = "" if lead.gap_share is None else f" ({lead.gap_share:.1%})"
    gap = f"{format_whole(lead.gap, comparison.currency)}{share}"
    ahead = f"leads {lead.second} by {gap} in present value"
    if lead.close:
        return f"Too close to call: {lead.leader} {ahead}, which is less than 2%."
    return f"{lead.leader} {ahead}."


def _uncounted(comparison: Comparison, lead: Lead) -> Iterator[str]:
    """Offers behind the leader that have stock which no figure counts.

    What the leader has beside its figures only widens the gap.
    """
    for each in comparison.offers:
        reasons = dict.fromkeys(
            item.reason
            for item in each.not_counted
            if item.field.partition(".")[0] == "equity"
        )
        if reasons and each.offer.id != lead.leader:
            yield (
                f"The equity of {each.offer.id} is not counted and may turn the order:"
                f" {'; '.join(reasons)}."
            )


def _parts(comparison: Comparison, lead: Lead, largest: int) -> Iterator[str]:
    """The largest components of the gap, and the rest in one."""
    ordered = sorted(lead.by_component.items(), key=lambda pair: -abs(pair[1]))
    named = [(COMPONENTS[Component(name)].label, gap) for name, gap in ordered]
    if len(named) > largest + 1:
        rest = sum(gap for _, gap in named[largest:])
        named = [*named[:largest], ("the rest", rest)]
    for label, gap in named:
        if round(gap):
            sign = "+" if gap > 0 else ""
            yield f"{label} {sign}{format_whole(gap, comparison.currency)}"


def _private(
    comparison: Comparison, lead: Lead, first: ComparedOffer, second: ComparedOffer
) -> Iterator[str]:
    """What private stock leaves open: it is never counted as cash."""
    if lead.break_even is not None and _turns(lead):
        yield _turn(comparison, lead.break_even.notional_share, first, second)
        return
    for each in (first, second):
        if each.totals.has_illiquid:
            notional = each.illiquid.notional
            worth = "unknown"
            if notional is not None:
                worth = format_whole(notional, comparison.currency)
            yield (
                f"Private stock of {each.offer.id} (notional: {worth}) is not counted."
            )


def _turn(
    comparison: Comparison, share: float, first: ComparedOffer, second: ComparedOffer
) -> str:
    """What the private stock of the second would have to be worth."""
    notional = format_whole(second.illiquid.notional or 0.0, comparison.currency)
    own = f", that of {first.offer.id} nothing" if first.totals.has_illiquid else ""
    if share > 1:
        return (
            f"Private stock is not counted{own}; {second.offer.id} stays behind even at"
            f" the whole notional of its own, {notional}: the order turns at"
            f" {share:.1f} times that."
        )
    return (
        f"Private stock is not counted{own}; the order turns if that of"
        f" {second.offer.id} is worth more than {share:.1%} of its notional {notional}."
    )


def _turns(lead: Lead) -> bool:
    """Whether private stock could turn the order."""
    return lead.break_even is not None and bool(lead.gap)


def _turn_in_short(
    comparison: Comparison, lead: Lead, first: ComparedOffer, second: ComparedOffer
) -> str:
    share = lead.break_even.notional_share if lead.break_even else 0.0
    notional = format_whole(second.illiquid.notional or 0.0, comparison.currency)
    at = f"at {share:.1f} times" if share > 1 else f"above {share:.1%} of"
    turns = f"not counted, turns the order {at} its notional {notional}"
    if not first.totals.has_illiquid:
        return f"Private stock, {turns}."
    own = first.illiquid.notional
    worth = "unknown" if own is None else format_whole(own, comparison.currency)
    return (
        f"Private stock of {second.offer.id}, {turns}, were that of {first.offer.id}"
        f" (notional {worth}, not counted either) worth nothing."
    )
