"""Leaving in one screen: the answer, one table, and what is open."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.views.basis import assumed_text, left_out_text, not_counted_text
from offerlab.views.fold import folded_by_owner
from offerlab.views.leaving_notes import (
    ALL_OF_IT,
    NO_CLAWBACK,
    clawback_notes,
    costliest,
    expected_note,
    fact_notes,
    greatest_cost,
    is_loss_unknown,
    stock_notes,
    unknown_notes,
)
from offerlab.views.leaving_table import brief_table, has_options, is_private
from offerlab.views.view import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.views.leaving_notes import Left
    from offerlab.views.view import Part

MORE = "--verbose adds dates, what was paid, the cash to exercise"


def brief_parts(
    several: Sequence[Left], assumptions: Assumptions, *, lead: bool
) -> Iterator[Part]:
    """What is printed where not all is asked for."""
    alone = len(several) == 1
    if lead:
        said = costliest(several[0]) if alone else map(_cost_in_short, several)
        yield Text("\n".join(said))
    for _, group in groupby(several, lambda left: left.offer.currency):
        yield brief_table(list(group))
    notes = _notes(several[0], assumptions) if alone else _shared(several, assumptions)
    for note in notes:
        yield Text(note, note)
    if alone:
        yield not_counted_text(several[0].left_out)
    else:
        yield left_out_text({left.offer.id: left.left_out for left in several})
    yield assumed_text(assumptions, "" if alone else "Before tax.")


def _cost_in_short(left: Left) -> str:
    """When leaving one of several offers costs most, on one line."""
    worst, unknown = greatest_cost(left), is_loss_unknown(left)
    if worst is None:
        open_end = "; what is unvested is unknown" if unknown else ""
        return f"Leaving {left.offer.id} costs no counted money{open_end}."
    currency = left.offer.currency
    amounts = (worst.clawback, "owed back"), (worst.forfeited.amount, "unvested")
    parts = [f"{format_whole(x, currency)} {what}" for x, what in amounts if x]
    parts += ["unvested stock unknown"] if unknown else []
    said = f"Leaving {left.offer.id} costs most after month {worst.month}"
    return f"{said}: {', '.join(parts)}."


def _notes(left: Left, assumptions: Assumptions) -> Iterator[str]:
    """Notes of one offer: what to ask in full, how stock counts in short."""
    yield from fact_notes(left, assumptions)
    if is_private(left.offer):
        yield "Private stock, at its notional worth, is not cash, in no figure above."
    yield from _exercise(left)
    yield from stock_notes(left.offer, brief=True)
    if left.found.leaving_rate:
        yield expected_note(left)


def _exercise(left: Left) -> Iterator[str]:
    """By when to exercise, of the last row."""
    last = left.rows[-1]
    if has_options(left.offer) and last.exercise_by is not None:
        yield (
            f"Leaving at the end of month {last.month} means to exercise by"
            f" {last.exercise_by}."
        )


def _shared(several: Sequence[Left], assumptions: Assumptions) -> Iterator[str]:
    """Notes of several offers: each kind of open fact in a line, the rest counted."""
    unknown, unnamed, unclear = {}, {}, {}
    notes = 0
    for left in several:
        name = left.offer.id
        unknown[name] = [field for field, _ in unknown_notes(left, assumptions)]
        owed = list(clawback_notes(left.offer))
        unnamed[name] = [field for field, words in owed if words == NO_CLAWBACK]
        unclear[name] = [field for field, words in owed if ALL_OF_IT in words]
        notes += len(owed) + sum(1 for _ in stock_notes(left.offer))
    for head, fields in (
        ("Unknown, ask", unknown),
        ("No clawback named, so none counted; ask", unnamed),
        ("Owed back in full, not said to be prorated; ask", unclear),
    ):
        if any(fields.values()):
            yield folded_by_owner(head, fields)
    if any(is_private(left.offer) for left in several):
        yield "Private stock, at its notional worth, is not cash."
    for left in several:
        if left.found.leaving_rate:
            yield f"{left.offer.id}: {expected_note(left)}"
    yield f"{MORE}{f', {notes} notes' if notes else ''}."
