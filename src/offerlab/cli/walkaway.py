"""The command ``walkaway``: what leaving at the end of each month leaves you with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.jsonable import not_counted_json, offer_json
from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.core.grant import GrantKind
from offerlab.model.grant_note import lapses_on
from offerlab.model.not_counted import not_counted
from offerlab.model.walkaway import Leaving, Walkaway
from offerlab.model.walkaway import walkaway as leave

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer


@click.command()
@one_offer
@reading
@writing
@running
def walkaway(run: Run) -> None:
    """Show what you keep, owe and lose by leaving in a month.

    With a chance to leave in a year (--set leaving_rate=15%) it adds what that makes
    of the offer on average.

    \b
    Example:
      offerlab walkaway offer.yaml --set leaving_rate=15%
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({"months": []}, None)
        return
    found = leave(offer, run.assumptions)
    payload = {
        **offer_json(offer),
        "walkaway": [row_json(row) for row in found.rows],
        "leaving_rate": found.leaving_rate,
        "stay_chance": found.stay_chance,
        "expected_net": found.expected_net,
        "not_counted": not_counted_json(not_counted(offer, run.assumptions)),
    }
    run.finish(payload, lambda: _as_tables(offer, found, run))


def row_json(row: Leaving) -> dict[str, Any]:
    """Object of one month of leaving."""
    return {
        "month": row.month,
        "date": row.when,
        "paid": row.paid,
        "vested": row.vested._asdict(),
        "forfeited": row.forfeited._asdict(),
        "clawback": row.clawback,
        "exercise_cost": row.exercise_cost,
        "exercise_by": row.exercise_by,
        "net": row.net,
        "net_after_exercise": row.net_after_exercise,
        "benefits": row.benefits,
    }


def _as_tables(offer: Offer, found: Walkaway, run: Run) -> Sequence[RenderableType]:
    from offerlab.cli.basis import footers

    parts: list[RenderableType] = [_money_table(offer, found)]
    if any(row.vested.shares != 0 or row.forfeited.shares != 0 for row in found.rows):
        parts.append(_stock_table(offer, found))
    parts.append("\n".join(_notes(offer, found)) + "\n")
    parts += footers(not_counted(offer, run.assumptions), run.assumptions)
    return parts


def _money_table(offer: Offer, found: Walkaway) -> RenderableType:
    from offerlab.cli.basis import amount_or_unknown
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_whole

    lost = any(row.forfeited.amount != 0 for row in found.rows)
    header = ["month", "date", "paid so far", "owed back", "net"]
    table = make_table(
        f"{offer.id}: leaving at the end of a month, {offer.currency}, before tax",
        [*header, *(["unvested, lost"] if lost else [])],
        texts=0,
    )
    for row in found.rows:
        gone = amount_or_unknown(row.forfeited.amount, offer.currency)
        table.add_row(
            str(row.month),
            "" if row.when is None else row.when.isoformat(),
            format_whole(row.paid, offer.currency),
            format_whole(row.clawback, offer.currency),
            format_whole(row.net, offer.currency),
            *([gone] if lost else []),
        )
    return table


def _stock_table(offer: Offer, found: Walkaway) -> RenderableType:
    from offerlab.cli.basis import amount_or_unknown
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_shares

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
    table = make_table(title, header, texts=0)
    for row in found.rows:
        shares = (row.vested.shares, row.forfeited.shares)
        cells = [str(row.month), *(format_shares(x) or "unknown" for x in shares)]
        if options:
            cells.append(amount_or_unknown(row.exercise_cost, offer.currency))
            cells.append("" if row.exercise_by is None else row.exercise_by.isoformat())
        if private:
            held = (row.vested.notional, row.forfeited.notional)
            cells += [amount_or_unknown(value, offer.currency) for value in held]
        table.add_row(*cells)
    return table


def _notes(offer: Offer, found: Walkaway) -> Iterator[str]:
    from offerlab.core.money import format_whole

    yield from _clawback_notes(offer)
    yield from _stock_notes(offer)
    expected = format_whole(found.expected_net, offer.currency)
    yield (
        f"With a chance of {found.leaving_rate:.4g} a year to leave, net is"
        f" {expected} on average over {len(found.rows) // 12} years (assumed:"
        " leaving_rate; who stays to the end owes nothing back)."
    )


def _clawback_notes(offer: Offer) -> Iterator[str]:
    from offerlab.core.money import format_whole

    for key, number, payment in offer.payments:
        name, months = f"Owed back, {key}.{number}", payment.clawback_months
        if months is None and payment.clawback is not None:
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
            "Paid and net count public stock at its assumed price, options net of"
            " strike as if exercised and sold when they vest. What is lost counts at"
            " the price assumed for the day on which it would have vested."
        )
    match = offer.benefits.retirement_match if offer.benefits else None
    if match is not None and match.vesting is not None:
        yield (
            "Benefits stand beside these figures (benefits in --json); of the"
            " employer's match what has not vested is lost too."
        )
    if any(grant.kind.is_option for grant in grants):
        if offer.exercise_window_months is None:
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
