"""Tables of what leaving at the end of a month leaves you with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.views.cell import UNKNOWN, Amount, Count
from offerlab.views.view import Row, Table, numbers, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from offerlab.core.offer import Offer
    from offerlab.model.walkaway import Leaving
    from offerlab.views.cell import Cell
    from offerlab.views.leaving_notes import Left


def leaving_tables(left: Left) -> list[Table]:
    """All figures of the rows: money with the shares beside it, then private stock."""
    return [_main_table(left), *_stock_table(left.offer, left.rows)]


def brief_table(several: Sequence[Left]) -> Table:
    """One table that fits a page, of one offer or of several in one currency.

    Of what is in no sum of money it has the private stock that is lost; of one offer
    also the dates, what has been paid, and what exercising needs.
    """
    columns = list(_columns(several))
    offer = several[0].offer
    alone = len(several) == 1
    title = "Leaving at the end of a month, before tax"
    if alone:
        title = f"{offer.id}: leaving at the end of a month, before tax"
    first = () if alone else words("offer")
    rows = []
    for left in several:
        for place, row in enumerate(left.rows):
            name = () if alone else (left.offer.id if not place else None,)
            rows.append(Row((*name, *(cell(row) for _, cell in columns))))
    names = numbers(*(name for name, _ in columns))
    return Table(title, (*first, *names), tuple(rows), offer.currency)


def _columns(
    several: Sequence[Left],
) -> Iterator[tuple[str, Callable[[Leaving], Cell]]]:
    alone = len(several) == 1
    private = any(is_private(left.offer) for left in several)
    lost = any(row.forfeited.amount != 0 for left in several for row in left.found.rows)
    shares = any(_has_shares(left.found.rows) for left in several)
    yield "month", lambda row: row.month
    if alone and not (private and lost):
        yield "date", lambda row: row.when
    if alone and not private:
        yield "paid so far", lambda row: Amount(row.paid)
    yield "owed back", lambda row: Amount(row.clawback)
    yield "net", lambda row: Amount(row.net)
    if lost:
        yield "unvested, lost", lambda row: Amount(row.forfeited.amount)
    if shares:
        yield "shares vested", lambda row: Count(row.vested.shares, UNKNOWN)
        yield "shares lost", lambda row: Count(row.forfeited.shares, UNKNOWN)
    if alone and has_options(several[0].offer):
        yield "cash to exercise", lambda row: Amount(row.exercise_cost)
    if private:
        yield "private lost", lambda row: Amount(row.forfeited.notional)
    if private and alone:
        yield "private kept", lambda row: Amount(row.vested.notional)


def is_private(offer: Offer) -> bool:
    """Whether it has stock that no sum of money counts."""
    return not offer.company.is_public and bool(offer.equity)


def has_options(offer: Offer) -> bool:
    """Whether any grant has to be exercised."""
    return any(grant.kind.is_option for grant in offer.equity or ())


def _main_table(left: Left) -> Table:
    """Money, with the shares beside it."""
    offer, found, rows, _ = left
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


def _stock_table(offer: Offer, rows: Sequence[Leaving]) -> Iterator[Table]:
    """What exercising needs, and private stock: only where there is any."""
    private, options = is_private(offer), has_options(offer)
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
