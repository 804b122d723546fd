"""What leaving at the end of each month leaves you with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.grant import GrantKind
from offerlab.core.money import format_whole
from offerlab.model.clawback import clawback_words
from offerlab.model.grant_note import lapses_on
from offerlab.model.not_counted import not_counted
from offerlab.model.walkaway import Leaving, Walkaway
from offerlab.model.walkaway import walkaway as leave
from offerlab.views.basis import assumed_text, not_counted_text, offer_keys
from offerlab.views.cell import UNKNOWN, Amount, Count
from offerlab.views.view import Part, Row, Table, Text, View, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.views.cell import Cell


def walkaway_view(offer: Offer, assumptions: Assumptions) -> View:
    """View of leaving in every month of the horizon.

    Raises
    ------
    OfferlabError
        As `build_ledger` does.
    """
    found = leave(offer, assumptions)
    left_out = not_counted(offer, assumptions)
    parts: list[Part] = [
        _money_table(offer, found),
        *_stock_table(offer, found),
        Text("\n".join(_notes(offer, found))),
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
    return View(figures, tuple(parts))


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


def _money_table(offer: Offer, found: Walkaway) -> Table:
    lost = any(row.forfeited.amount != 0 for row in found.rows)
    header = ["month", "date", "paid so far", "owed back", "net"]
    rows = []
    for row in found.rows:
        money: list[float | None] = [row.paid, row.clawback, row.net]
        money += [row.forfeited.amount] if lost else []
        cells = (Amount(each, offer.currency) for each in money)
        rows.append(Row((row.month, row.when, *cells)))
    return Table(
        f"{offer.id}: leaving at the end of a month, {offer.currency}, before tax",
        numbers(*header, *(["unvested, lost"] if lost else [])),
        tuple(rows),
    )


def _stock_table(offer: Offer, found: Walkaway) -> Iterator[Table]:
    if all(row.vested.shares == 0 == row.forfeited.shares for row in found.rows):
        return
    private = not offer.company.is_public
    options = any(grant.kind.is_option for grant in offer.equity or ())
    title = "Shares that you keep and lose"
    header = ["month", "vested", "lost"]
    if options:
        title += ", and the cash to exercise"
        header += ["exercise", "by"]
    if private:
        title += "\nPrivate stock (illiquid): not cash, in no figure above"
        header += ["notional kept", "notional lost"]
    rows = []
    for row in found.rows:
        shares = (row.vested.shares, row.forfeited.shares)
        cells: list[Cell] = [row.month, *(Count(each, UNKNOWN) for each in shares)]
        if options:
            cells += [Amount(row.exercise_cost, offer.currency), row.exercise_by]
        if private:
            held = (row.vested.notional, row.forfeited.notional)
            cells += [Amount(value, offer.currency) for value in held]
        rows.append(Row(tuple(cells)))
    yield Table(title, numbers(*header), tuple(rows))


def _notes(offer: Offer, found: Walkaway) -> Iterator[str]:
    yield from _clawback_notes(offer)
    yield from _stock_notes(offer)
    if found.leaving_rate:
        yield _expected_note(offer, found)


def _expected_note(offer: Offer, found: Walkaway) -> str:
    lost, owed, stay = found.expected
    gone = UNKNOWN if lost is None else format_whole(lost, offer.currency)
    return (
        f"With a chance of {found.leaving_rate:.4g} a year to leave (assumed:"
        f" leaving_rate), leaving costs on average {gone} that has not vested and"
        f" {format_whole(owed, offer.currency)} owed back within"
        f" {len(found.rows) // 12} years; the chance to stay that long is {stay:.0%}."
    )


def _clawback_notes(offer: Offer) -> Iterator[str]:
    for key, number, payment in offer.payments:
        name, months = f"Owed back, {key}.{number}", payment.clawback_months
        if payment.clawback_steps:
            amount = format_whole(payment.amount, offer.currency)
            yield f"{name}: {amount}, {clawback_words(payment)}; gross."
        elif months is None and payment.clawback is not None:
            yield f"{name}: the paper names no months, so none is counted; ask."
        elif months is None:
            yield f"{name}: the paper names no clawback, so none is counted; ask."
        elif months:
            amount = format_whole(payment.amount, offer.currency)
            how = payment.clawback or (
                "all-or-nothing, since the letter does not say prorated"
            )
            yield f"{name}: {amount}, {months} months, {how}; gross."


def _stock_notes(offer: Offer) -> Iterator[str]:
    grants, public = offer.equity or (), offer.company.is_public
    if public and grants:
        yield (
            "Paid and net count public stock at its assumed price on the day it vests,"
            " and vested options at their spread in the month of leaving. What is lost"
            " counts at the price assumed for the day on which it would have"
            " vested."
        )
    match = offer.benefits.retirement_match if offer.benefits else None
    if match is not None and match.vesting is not None:
        yield (
            "Benefits stand beside these figures (benefits in --json); of the"
            " employer's match what has not vested is lost too."
        )
    if any(grant.kind.is_option for grant in grants):
        if not offer.exercise_windows:
            yield "How long vested options can be exercised is not told; ask."
        yield "Exercising may also cost tax, which is not counted."
    for grant in grants:
        if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU and not public:
            when = lapses_on(offer, grant)
            ends = f"lapse on {when}" if when else "may lapse"
            yield (
                f"Grant {grant.number}: vested means the time condition only; without a"
                f" sale or listing the units {ends}. Ask what happens to them when you"
                " leave."
            )
