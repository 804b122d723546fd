"""The command ``vest``: every vest of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.core.grant import granted_shares
from offerlab.model.equity import vests
from offerlab.model.equity_value import grant_money
from offerlab.model.not_counted import not_counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.model.equity import Vest


@click.command()
@one_offer
@reading
@writing
@running
def vest(run: Run) -> None:
    r"""Show every vest of an offer, dated, in whole shares.

    \b
    Example:
      offerlab vest offer.yaml
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({"grants": []}, None)
        return
    own = run.assumptions.for_offer(offer.id)
    grants = [(grant, vests(offer, grant)) for grant in offer.equity or ()]
    payload = {
        "file": offer.file,
        "id": offer.id,
        "company": offer.company.name,
        "currency": offer.currency,
        "grants": [_as_json(offer, grant, dated, own) for grant, dated in grants],
        "not_counted": [
            {"field": item.field, "reason": item.reason} for item in not_counted(offer)
        ],
    }
    run.finish(payload, lambda: _as_tables(offer, grants))


def _as_json(
    offer: Offer, grant: Grant, dated: list[Vest], assumptions: Assumptions
) -> dict[str, Any]:
    shares = granted_shares(grant, offer.company)
    money = None if shares is not None else grant_money(offer, grant, assumptions)
    return {
        "grant": grant.number,
        "kind": str(grant.kind),
        "total_shares": shares,
        "schedule": grant.vesting_name,
        "wording": grant.vesting.wording if grant.vesting else None,
        "tranches": [
            {
                "date": each.tranche.date,
                "month": each.month,
                "shares": each.tranche.shares,
                "cumulative": each.tranche.cumulative,
                "share_of_grant": each.tranche.share,
                "value": None if money is None else money * float(each.tranche.share),
            }
            for each in dated
        ],
    }


def _as_tables(
    offer: Offer, grants: list[tuple[Grant, list[Vest]]]
) -> Sequence[RenderableType]:
    if offer.equity is None:
        return ["The equity of this offer is not told yet: a question to ask."]
    if not grants:
        return ["This offer gives no equity."]
    return [part for grant, dated in grants for part in _table(offer, grant, dated)]


def _table(offer: Offer, grant: Grant, dated: list[Vest]) -> Sequence[RenderableType]:
    from offerlab.cli.table import make_table

    shares = granted_shares(grant, offer.company)
    size = "shares unknown" if shares is None else f"{shares:,} shares"
    source = f" [{grant.vesting_name}]" if grant.vesting_name else ""
    wording = grant.vesting.wording if grant.vesting else "no schedule in the letter"
    table = make_table(
        f"{offer.id}, grant {grant.number}: {grant.kind}, {size}, {wording}{source}",
        ("date", "month", "shares", "running total", "of the grant"),
    )
    part = 0.0
    for each in dated:
        tranche = each.tranche
        part += float(tranche.share)
        table.add_row(
            "" if tranche.date is None else tranche.date.isoformat(),
            str(each.month),
            "" if tranche.shares is None else f"{tranche.shares:,}",
            "" if tranche.cumulative is None else f"{tranche.cumulative:,}",
            f"{part:.2%}",
        )
    liquid = (
        "" if offer.company.is_public else ("Private stock: what vests is not cash.\n")
    )
    return [table, *([liquid] if liquid else [])]
