"""What leaving at the end of each month leaves you with."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from offerlab.errors import InputError
from offerlab.model.not_counted import not_counted
from offerlab.model.walkaway import Leaving, Walkaway
from offerlab.model.walkaway import walkaway as leave
from offerlab.views.basis import assumed_text, not_counted_text, offer_keys
from offerlab.views.leaving_brief import brief_parts
from offerlab.views.leaving_notes import Left, all_notes, costliest
from offerlab.views.leaving_table import leaving_tables
from offerlab.views.several import several_views, side_by_side
from offerlab.views.view import Part, Text, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


def walkaway_view(
    offers: Sequence[Offer],
    assumptions: Assumptions,
    *,
    month: int | None = None,
    every: bool = False,
) -> View:
    """View of leaving: in text the months of changes, one `month`, or `every` one.

    Raises
    ------
    OfferlabError
        As `build_ledger` does, and for a month beyond the horizon.
    """
    if not offers:
        return View({"months": []})
    several = [_left(offer, assumptions, month, every=every) for offer in offers]
    views = [_view(left, assumptions, lead=month is None) for left in several]
    brief = tuple(brief_parts(several, assumptions, lead=month is None))
    return replace(several_views(views), brief=brief)


def _left(
    offer: Offer, assumptions: Assumptions, month: int | None, *, every: bool
) -> Left:
    found = leave(offer, assumptions)
    rows = _shown(offer, found, month, every=every)
    return Left(offer, found, rows, not_counted(offer, assumptions))


def _view(left: Left, assumptions: Assumptions, *, lead: bool) -> View:
    """View of one offer, with everything."""
    offer, found, _, left_out = left
    tables = leaving_tables(left)
    parts: list[Part] = [
        Text("\n".join(costliest(left)) if lead else ""),
        *tables,
        Text("\n".join(all_notes(left, assumptions))),
        not_counted_text(left_out),
        assumed_text(assumptions),
    ]
    figures = {
        **offer_keys(offer),
        "walkaway": [leaving_figures(row) for row in found.rows],
        "leaving_rate": found.leaving_rate,
        "expected": found.expected,
        "not_counted": left_out,
    }
    return View(figures, tuple(parts), records=side_by_side(tables))


def _shown(
    offer: Offer, found: Walkaway, month: int | None, *, every: bool
) -> list[Leaving]:
    """Rows that are printed."""
    last = len(found.rows) - 1
    if month is not None and month > last:
        message = f"is counted to month {last}; --month {month} is beyond it"
        raise InputError(offer.file, message)
    if month is not None:
        return [found.rows[month]]
    months = range(last + 1) if every else sorted(_changes(offer, found))
    return [found.rows[each] for each in months if each <= last]


def _changes(offer: Offer, found: Walkaway) -> set[int]:
    """Anniversaries, the first vest, one-off payments, and ends of clawbacks."""
    months = set(range(12, len(found.rows), 12))
    months |= set(islice((row.month for row in found.rows if _has_vested(row)), 1))
    for _key, _number, payment in offer.payments:
        months.add(payment.paid_month)
        months.add(payment.last_owed_month + 1)
    return months - {0}


def _has_vested(row: Leaving) -> bool:
    return bool(row.vested.shares) or bool(row.vested.amount)


def leaving_figures(row: Leaving) -> dict[str, Any]:
    """Figures of one month of leaving."""
    return {
        "month": row.month,
        "date": row.when,
        "paid": row.paid,
        "vested": row.vested,
        "forfeited": row.forfeited,
        "clawback": row.clawback,
        "exercise_cost": row.exercise_cost,
        "exercise_by": row.exercise_by,
        "net": row.net,
        "net_after_exercise": row.net_after_exercise,
        "benefits": row.benefits,
    }
