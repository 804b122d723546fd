"""Every vest of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.allocation import sum_shares
from offerlab.errors import AssumptionError, CurrencyError, VestingError
from offerlab.model.acceleration import acceleration_cases
from offerlab.model.award import merged
from offerlab.model.catalogue_note import catalogue_notes
from offerlab.model.grant_note import grant_notes
from offerlab.model.granting import award_shares, vests
from offerlab.model.ledger import Component
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher import counted_refresher, refresher_awards
from offerlab.model.walkaway import leaving
from offerlab.views.basis import offer_keys, offer_warning
from offerlab.views.grant import GrantView, by_day, grant_figures, grant_parts
from offerlab.views.several import joined
from offerlab.views.view import Part, Table, Text, View
from offerlab.views.walkaway import leaving_figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.grant import Grant
    from offerlab.core.offer import Offer
    from offerlab.ingest.catalogue import Catalogue
    from offerlab.model.ledger import Ledger


def vest_view(
    offer: Offer, assumptions: Assumptions, catalogue: Catalogue, today: date
) -> View:
    """View of the vests of each grant and of the refreshers that are counted.

    Without a rate or a price that their worth needs the dates are there, and a problem
    says why the worth is not.
    """
    own = assumptions.for_offer(offer.id)
    problems, ledger = [], None
    try:
        ledger = build_ledger(offer, assumptions)
    except (CurrencyError, AssumptionError) as error:
        problems.append(offer_warning(offer, f"no worth is shown: {error}"))
    grants = []
    for grant in offer.equity or ():
        known = catalogue_notes(offer, grant, catalogue, today)
        grants.append(_grant(offer, grant, own, ledger, known))
    refresher = None if ledger is None else _refresher(offer, own, ledger)
    figures = {
        **offer_keys(offer),
        "grants": [grant_figures(offer, each) for each in grants],
        "refreshers": refresher and grant_figures(offer, refresher),
        "walkaway": ledger and _walkaway(offer, ledger),
        "not_counted": not_counted(offer, assumptions),
    }
    shown = [*grants, *([refresher] if refresher else [])]
    return View(
        figures,
        tuple(_parts(offer, shown)),
        tuple(problems),
        records=_records(offer, shown),
    )


def _records(offer: Offer, grants: list[GrantView]) -> Table | None:
    """Vests of several grants as one table; None where one grant's says it all."""
    if len(grants) < 2:
        return None
    found = [(each.grant.number, [*grant_parts(offer, each)]) for each in grants]
    return joined(
        ("grant",),
        [
            ((number or "refreshers",), part)
            for number, parts in found
            for part in parts
            if isinstance(part, Table)
        ],
    )


def _grant(
    offer: Offer,
    grant: Grant,
    own: Assumptions,
    ledger: Ledger | None,
    known: list[str],
) -> GrantView:
    notes = grant_notes(offer, grant, own, ledger) + known
    lines = by_day(line for line in ledger or () if line.grant == grant.number)
    try:
        size = award_shares(offer, grant, own)
        dated = vests(offer, grant, own)
        cases = acceleration_cases(offer, grant, own)
    except (AssumptionError, CurrencyError, VestingError) as error:
        notes = [f"no date is shown: {error}", *notes]
        return GrantView(grant, None, [], {}, notes, [], ledger)
    return GrantView(grant, size, dated, lines, notes, cases, ledger)


def _refresher(offer: Offer, own: Assumptions, ledger: Ledger) -> GrantView | None:
    made = list(refresher_awards(offer, own, ledger.horizon_years))
    grant, _ = counted_refresher(offer, own)
    if grant is None:
        return None
    lines = by_day(
        line
        for line in ledger
        if line.component is Component.REFRESHER
        and line.held_from <= 12 * ledger.horizon_years
    )
    case = str(own.by_key["refreshers"].value)
    notes = [f"refreshers {case}: one at each anniversary, those of the horizon"]
    size = sum_shares(award.shares for award in made)
    return GrantView(grant, size, merged(offer, made), lines, notes, [], ledger)


def _walkaway(offer: Offer, ledger: Ledger) -> list[dict[str, Any]]:
    months = range(12 * ledger.horizon_years + 1)
    return [leaving_figures(leaving(offer, ledger, month)) for month in months]


def _parts(offer: Offer, grants: list[GrantView]) -> Iterator[Part]:
    if offer.equity is None:
        yield Text(
            "The letter does not state the equity of this offer: a question to ask."
        )
        return
    if not grants:
        yield Text("This offer gives no equity.")
        return
    for each in grants:
        yield from grant_parts(offer, each)
    last = ["What leaving costs in each month: offerlab walkaway"]
    if not offer.company.is_public:
        last.insert(0, "Private stock: what vests is not cash.")
    yield Text("\n".join(last))
