"""The command ``vest``: every vest of an offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from offerlab.cli.grant import GrantView, grant_json, grant_tables
from offerlab.cli.jsonable import not_counted_json
from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.core.grant import GrantKind
from offerlab.errors import AssumptionError, CurrencyError, InputError
from offerlab.ingest.catalogue import Catalogue
from offerlab.model.acceleration import acceleration_cases
from offerlab.model.award import vests
from offerlab.model.catalogue_note import catalogue_notes
from offerlab.model.grant_note import grant_notes
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher import refresher_vests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.core.terms import VestingTerms
    from offerlab.model.ledger import Ledger


@click.command()
@one_offer
@click.option(
    "--to-ocf",
    is_flag=True,
    help="Print the vesting terms of the grants as Open Cap Format.",
)
@reading
@writing
@running
def vest(run: Run, to_ocf: bool) -> None:
    """Show every vest of an offer, dated, in whole shares.

    \b
    Example:
      offerlab vest offer.yaml
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({"grants": []}, None)
        return
    if to_ocf:
        from offerlab.ocf import terms_file

        run.hand_out(terms_file(_terms(offer)))
        return
    ledger = _ledger(run, offer)
    views = [_view(run, offer, grant, ledger) for grant in offer.equity or ()]
    refresher = _refresher(run, offer, ledger)
    payload = {
        "file": offer.file,
        "id": offer.id,
        "company": offer.company.name,
        "currency": offer.currency,
        "grants": [grant_json(offer, view) for view in views],
        "refreshers": None if refresher is None else grant_json(offer, refresher),
        "walkaway": _walkaway(offer, ledger) if run.as_json else None,
        "not_counted": not_counted_json(not_counted(offer, run.assumptions)),
    }
    shown = [*views, *([refresher] if refresher else [])]
    run.finish(payload, lambda: _as_tables(offer, shown))


def _ledger(run: Run, offer: Offer) -> Ledger | None:
    """Ledger for the worth of each vest; None without a needed rate."""
    try:
        return build_ledger(offer, run.assumptions)
    except (CurrencyError, AssumptionError) as error:
        run.warn(offer, f"no worth is shown: {error}")
        return None


def _view(run: Run, offer: Offer, grant: Grant, ledger: Ledger | None) -> GrantView:
    own = run.assumptions.for_offer(offer.id)
    dated = vests(offer, grant, own)
    lines = [line for line in ledger or () if line.grant == grant.number]
    notes = grant_notes(offer, grant, own, ledger)
    notes += catalogue_notes(offer, grant, Catalogue(run.market_data), date.today())
    cases = acceleration_cases(offer, grant, own)
    return GrantView(grant, dated, lines, notes, cases)


def _refresher(run: Run, offer: Offer, ledger: Ledger | None) -> GrantView | None:
    own = run.assumptions.for_offer(offer.id)
    found = refresher_vests(offer, own, own.whole("horizon_years"))
    if ledger is None or found is None:
        return None
    grant, dated = found
    lines = [line for line in ledger if line.component == "refresher"]
    case = str(own.by_key["refreshers"].value)
    note = f"refreshers {case}: one at each anniversary, those of the horizon"
    return GrantView(grant, dated, lines, [note], [])


def _walkaway(offer: Offer, ledger: Ledger | None) -> list[dict[str, object]] | None:
    from offerlab.cli.walkaway import row_json  # for JSON only
    from offerlab.model.walkaway import leaving

    if ledger is None:
        return None
    months = range(12 * ledger.horizon_years + 1)
    return [row_json(leaving(offer, ledger, month)) for month in months]


def _terms(offer: Offer) -> list[VestingTerms]:
    """Vesting terms of the stock grants, for any reader of Open Cap Format."""
    grants = [
        grant
        for grant in offer.equity or ()
        if grant.vesting is not None and grant.kind is not GrantKind.CASH_AWARD
    ]
    if not grants:
        raise InputError(offer.file, "has no grant of stock with a vesting schedule")
    return [_exported(offer, grant) for grant in grants]


def _exported(offer: Offer, grant: Grant) -> VestingTerms:
    """Terms that say whose they are and which schema they need."""
    from offerlab.core.ocf_export import for_release, schema_version  # for it only

    assert grant.vesting is not None
    terms = for_release(grant.vesting)
    comments = [f"Open Cap Format {schema_version(terms)}"]
    if grant.kind is GrantKind.DOUBLE_TRIGGER_RSU:
        comments.append("the time condition only: a sale or listing must happen too")
    if grant.annual_value is not None:
        comments.append("of each yearly grant, counted from that year's first day")
    name = f"{offer.id}, grant {grant.number}"
    if grant.vesting_file is not None:
        return replace(terms, comments=(*(terms.comments or ()), *comments))
    return replace(
        terms,
        id=f"grant-{grant.number}",
        name=name,
        description=f"{grant.kind}, {grant.vesting.wording}",
        comments=tuple(comments),
    )


def _as_tables(offer: Offer, views: list[GrantView]) -> Sequence[RenderableType]:
    if offer.equity is None:
        return ["The equity of this offer is not told yet: a question to ask."]
    if not views:
        return ["This offer gives no equity."]
    parts = [part for view in views for part in grant_tables(offer, view)]
    if not offer.company.is_public:
        parts.append("Private stock: what vests is not cash.")
    parts.append("What leaving costs in each month: offerlab walkaway\n")
    return parts
