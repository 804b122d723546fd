"""The command ``vest``: every vest of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from offerlab.cli.grant import GrantView, by_day, grant_json, grant_tables
from offerlab.cli.jsonable import not_counted_json, offer_json
from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.core.allocation import sum_shares
from offerlab.errors import AssumptionError, CurrencyError, InputError, VestingError
from offerlab.ingest.catalogue import Catalogue
from offerlab.model.acceleration import acceleration_cases
from offerlab.model.award import award_shares, merged, vests
from offerlab.model.catalogue_note import catalogue_notes
from offerlab.model.grant_note import grant_notes
from offerlab.model.ledger import Component
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher import counted_refresher, refresher_awards

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

        run.hand_out(terms_file(_terms(run, offer)))
        return
    ledger = _ledger(run, offer)
    views = [_view(run, offer, grant, ledger) for grant in offer.equity or ()]
    refresher = _refresher(run, offer, ledger)
    payload = {
        **offer_json(offer),
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
    notes = grant_notes(offer, grant, own, ledger)
    notes += catalogue_notes(offer, grant, Catalogue(run.library), run.today)
    lines = by_day(line for line in ledger or () if line.grant == grant.number)
    try:
        size = award_shares(offer, grant, own)
        dated = vests(offer, grant, own)
        cases = acceleration_cases(offer, grant, own)
    except (AssumptionError, CurrencyError, VestingError) as error:
        return GrantView(
            grant, None, [], {}, [f"no date is shown: {error}", *notes], []
        )
    return GrantView(grant, size, dated, lines, notes, cases)


def _refresher(run: Run, offer: Offer, ledger: Ledger | None) -> GrantView | None:
    own = run.assumptions.for_offer(offer.id)
    if ledger is None:
        return None
    made = list(refresher_awards(offer, own, ledger.horizon_years))
    grant, _ = counted_refresher(offer, own)
    if grant is None:
        return None
    lines = by_day(
        line
        for line in ledger
        if line.component is Component.REFRESHER
        and line.granted_month < 12 * ledger.horizon_years
    )
    case = str(own.by_key["refreshers"].value)
    notes = [f"refreshers {case}: one at each anniversary, those of the horizon"]
    size = sum_shares(award.shares for award in made)
    return GrantView(grant, size, merged(offer, made), lines, notes, [])


def _walkaway(offer: Offer, ledger: Ledger | None) -> list[dict[str, object]] | None:
    from offerlab.cli.walkaway import row_json  # for JSON only
    from offerlab.model.walkaway import leaving

    if ledger is None:
        return None
    months = range(12 * ledger.horizon_years + 1)
    return [row_json(leaving(offer, ledger, month)) for month in months]


def _terms(run: Run, offer: Offer) -> list[VestingTerms]:
    """Vesting terms of the stock grants, for any reader of Open Cap Format."""
    from offerlab.model.ocf_terms import exported_terms  # for it only

    found = exported_terms(offer)
    if not found:
        raise InputError(offer.file, "has no grant of stock with a vesting schedule")
    numbers = {number for number, _ in found}
    left_out = [g.field for g in offer.equity or () if g.number not in numbers]
    left_out += ["refreshers"] if offer.refreshers is not None else []
    if left_out:
        run.warn(offer, f"not among the vesting terms: {', '.join(left_out)}")
    return [terms for _, terms in found]


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
