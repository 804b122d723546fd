"""The three cases of refreshers side by side: none, promised, expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.errors import AssumptionError
from offerlab.model.counted import refresher_reason
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher import CASES
from offerlab.model.totals import Totals, summarize

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer


def refresher_cases(offer: Offer, assumptions: Assumptions) -> dict[str, Totals | None]:
    """Totals in each case; None where nobody gave the size of what is expected.

    Empty where neither the offer nor an assumption mentions refreshers.
    """
    own = assumptions.for_offer(offer.id)
    assumed = own.by_key["expected_refresher"].value is not None
    if offer.refreshers is None and not assumed:
        return {}
    found: dict[str, Totals | None] = {}
    for case in CASES:
        each = assumptions.with_value("refreshers", case)
        try:
            ledger = build_ledger(offer, each)
        except AssumptionError:
            if case != "expected" or assumed:
                raise
            found[case] = None
        else:
            reason = refresher_reason(offer, each.for_offer(offer.id))
            found[case] = summarize(ledger) if reason is None else None
    return found
