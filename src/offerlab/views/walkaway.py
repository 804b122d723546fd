"""What leaving at the end of each month leaves you with."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from offerlab.core.grant import GrantKind
from offerlab.core.money import format_whole
from offerlab.errors import InputError
from offerlab.model.clawback import clawback_words
from offerlab.model.grant_note import lapses_on
from offerlab.model.not_counted import not_counted
from offerlab.model.unknown import unknown_price, unknown_stock
from offerlab.model.walkaway import Leaving, Walkaway
from offerlab.model.walkaway import walkaway as leave
from offerlab.views.basis import assumed_text, not_counted_text, offer_keys
from offerlab.views.cell import UNKNOWN, Amount, Count
from offerlab.views.several import side_by_side
from offerlab.views.view import Part, Row, Table, Text, View, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.views.cell import Cell


def walkaway_view(
    offer: Offer,
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
    found = leave(offer, assumptions)
    rows = _shown(offer, found, month, every=every)
    left_out = not_counted(offer, assumptions)
    tables = [_main_table(offer, found, rows), *_stock_table(offer, rows)]
    parts: list[Part] = [
        Text("\n".join(_costliest(offer, found)) if month is None else ""),
        *tables,
        _lines(_unknown(offer, assumptions, rows)),
        _lines(_notes(offer, found)),
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


def _costliest(offer: Offer, found: Walkaway) -> Iterator[str]:
    """When leaving costs most, and which month of staying adds most."""

    def cost(row: Leaving) -> float:
        return row.clawback + (row.forfeited.amount or 0)

    rows = found.rows[1:]
    worst = max(rows, key=cost)
    unknown = any(row.forfeited.amount is None for row in rows)
    if cost(worst) > 0:
        owed = format_whole(worst.clawback, offer.currency)
        lost = format_whole(worst.forfeited.amount or 0, offer.currency)
        parts = [f"{owed} owed back"] if worst.clawback else []
        parts += [f"{lost} that has not vested"] if worst.forfeited.amount else []
        yield (
            f"Leaving costs most at the end of month {worst.month}:"
            f" {' and '.join(parts)}."
        )
        if unknown:
            yield "What you would lose of unvested stock is unknown, and not in it."
    elif unknown:
        yield "Nothing is owed back; what you would lose of unvested stock is unknown."
    else:
        yield "Leaving costs no counted money: nothing is owed back or unvested."
        if any(row.forfeited.notional != 0 for row in rows):
            yield "Private stock that has not vested is lost, and is no counted money."
    gains = {b.month: b.net - a.net for a, b in pairwise(rows)}
    best = max(gains, key=lambda month: gains[month])
    yield (
        f"The month worth most to stay for is month {best}: it adds"
        f" {format_whole(gains[best], offer.currency)} to what you keep."
    )


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


def _main_table(offer: Offer, found: Walkaway, rows: list[Leaving]) -> Table:
    """Money, with the shares beside it."""
    lost = any(row.forfeited.amount != 0 for row in found.rows)
    shares = _has_shares(found.rows)
    header = ["month", "date", "paid so far", "owed back", "net"]
    header += ["unvested, lost"] if lost else []
    header += ["shares vested", "shares lost"] if shares else []
    body = []
    for row in rows:
        money: list[float | None] = [row.paid, row.clawback, row.net]
        money += [row.forfeited.amount] if lost else []
        counts = (row.vested.shares, row.forfeited.shares) if shares else ()
        cells: list[Cell] = [row.month, row.when, *map(Amount, money)]
        body.append(Row((*cells, *(Count(each, UNKNOWN) for each in counts))))
    title = f"{offer.id}: leaving at the end of a month, before tax"
    return Table(title, numbers(*header), tuple(body), offer.currency)


def _has_shares(rows: Sequence[Leaving]) -> bool:
    return any(row.vested.shares != 0 or row.forfeited.shares != 0 for row in rows)


def _stock_table(offer: Offer, rows: list[Leaving]) -> Iterator[Table]:
    """What exercising needs, and private stock: only where there is any."""
    private = not offer.company.is_public and bool(offer.equity)
    options = any(grant.kind.is_option for grant in offer.equity or ())
    if not (options or private):
        return
    titles, header = [], ["month"]
    if options:
        titles.append("The cash to exercise")
        header += ["exercise", "by"]
    if private:
        titles.append("Private stock (illiquid): not cash, in no figure above")
        header += ["notional kept", "notional lost"]
    body = []
    for row in rows:
        cells: list[Cell] = [row.month]
        if options:
            cells += [Amount(row.exercise_cost), row.exercise_by]
        if private:
            held = (row.vested.notional, row.forfeited.notional)
            cells += [Amount(value) for value in held]
        body.append(Row(tuple(cells)))
    yield Table("\n".join(titles), numbers(*header), tuple(body), offer.currency)


def _lines(lines: Iterator[str]) -> Text:
    """Lines that join the ones after them, asked for all or not."""
    text = "\n".join(lines)
    return Text(text, text)


def _unknown(
    offer: Offer, assumptions: Assumptions, rows: list[Leaving]
) -> Iterator[str]:
    """Why figures of the tables are unknown, where any is."""
    held = [each for row in rows for each in (row.vested, row.forfeited)]
    counts = [figure for each in held for figure in (each.shares, each.amount)]
    notional = [each.notional for each in held]
    if None in [*counts, *notional, *(row.exercise_cost for row in rows)]:
        for field, reason in unknown_stock(offer, assumptions):
            yield f"Unknown: {field}: {reason}; ask."
    price = unknown_price(offer)
    if None in notional and offer.equity and price:
        yield f"Unknown: company.preferred_price: {price}; ask."


def _notes(offer: Offer, found: Walkaway) -> Iterator[str]:
    yield from _clawback_notes(offer)
    yield from _stock_notes(offer)
    if found.leaving_rate:
        yield _expected_note(offer, found)


def _expected_note(offer: Offer, found: Walkaway) -> str:
    lost, owed, stay = found.expected
    gone = UNKNOWN if lost is None else format_whole(lost, offer.currency)
    return (
        f"With a chance of {100 * found.leaving_rate:.4g}% a year to leave (assumed:"
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
            yield "The letter does not say how long options can be exercised; ask."
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
