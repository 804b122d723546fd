"""The command ``vest``: every vest of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.jsonable import not_counted_json
from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.core.grant import granted_shares
from offerlab.errors import CurrencyError
from offerlab.model.equity import vests
from offerlab.model.ledger import Line
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.model.equity import Vest


@click.command()
@one_offer
@reading
@writing
@running
def vest(run: Run) -> None:
    """Show every vest of an offer, dated, in whole shares.

    \b
    Example:
      offerlab vest offer.yaml
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({"grants": []}, None)
        return
    grants = [(grant, vests(offer, grant)) for grant in offer.equity or ()]
    worth = _worth(run, offer)
    payload = {
        "file": offer.file,
        "id": offer.id,
        "company": offer.company.name,
        "currency": offer.currency,
        "grants": [_as_json(offer, grant, dated, worth) for grant, dated in grants],
        "not_counted": not_counted_json(not_counted(offer)),
    }
    run.finish(payload, lambda: _as_tables(offer, grants, worth))


_Worth = dict[tuple[int, int], Line]


def _worth(run: Run, offer: Offer) -> _Worth:
    """Ledger line of each vest, by grant and month; none without a needed rate."""
    try:
        ledger = build_ledger(offer, run.assumptions)
    except CurrencyError as error:
        run.warn(offer, f"no worth is shown: {error}")
        return {}
    return {(line.grant, line.month): line for line in ledger if line.grant}


def _as_json(
    offer: Offer, grant: Grant, dated: list[Vest], worth: _Worth
) -> dict[str, Any]:
    tranches = []
    for each in dated:
        line = worth.get((grant.number, each.month))
        tranches.append(
            {
                "date": each.tranche.date,
                "month": each.month,
                "shares": each.tranche.shares,
                "cumulative": each.tranche.cumulative,
                "share_of_grant": each.tranche.share,
                "amount": line and line.amount,
                "notional": line and line.notional,
                "intrinsic": line and line.intrinsic,
                "certainty": line and str(line.certainty),
            }
        )
    return {
        "grant": grant.number,
        "kind": str(grant.kind),
        "total_shares": granted_shares(grant, offer.company),
        "schedule": grant.vesting_name,
        "wording": grant.vesting.wording if grant.vesting else None,
        "tranches": tranches,
    }


def _as_tables(
    offer: Offer, grants: list[tuple[Grant, list[Vest]]], worth: _Worth
) -> Sequence[RenderableType]:
    if offer.equity is None:
        return ["The equity of this offer is not told yet: a question to ask."]
    if not grants:
        return ["This offer gives no equity."]
    parts = [_table(offer, grant, dated, worth) for grant, dated in grants]
    if offer.company.is_public:
        return parts
    return [*parts, "Private stock: what vests is not cash.\n"]


def _table(
    offer: Offer, grant: Grant, dated: list[Vest], worth: _Worth
) -> RenderableType:
    from offerlab.cli.basis import amount_or_unknown
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_shares

    shares = granted_shares(grant, offer.company)
    size = "shares unknown" if shares is None else f"{format_shares(shares)} shares"
    source = f" [{grant.vesting_name}]" if grant.vesting_name else ""
    wording = grant.vesting.wording if grant.vesting else "no schedule in the letter"
    value = "market value" if offer.company.is_public else "notional, not cash"
    table = make_table(
        f"{offer.id}, grant {grant.number}: {grant.kind}, {size}, {wording}{source}",
        ("date", "month", "shares", "running total", "of the grant", value),
    )
    part = 0.0
    for each in dated:
        tranche = each.tranche
        part += float(tranche.share)
        line = worth.get((grant.number, each.month))
        amount = None
        if line is not None:
            amount = line.amount if offer.company.is_public else line.notional
        table.add_row(
            "" if tranche.date is None else tranche.date.isoformat(),
            str(each.month),
            format_shares(tranche.shares),
            format_shares(tranche.cumulative),
            f"{part:.2%}",
            amount_or_unknown(amount, offer.currency),
        )
    return table
