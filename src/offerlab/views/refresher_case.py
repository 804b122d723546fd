"""What an offer pays in each case of refreshers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_whole
from offerlab.views.cell import UNKNOWN
from offerlab.views.view import Part, Text
from offerlab.views.years import YearRow, table_of_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.totals import Totals

    Cases = Mapping[str, Totals | None]


def case_figures(cases: Cases) -> dict[str, Any] | None:
    """Totals and private stock in each case; null where nobody mentions refreshers."""
    if not cases:
        return None
    return {
        case: found
        and {
            "years": [year.total for year in found.years],
            "total": found.total,
            "illiquid": found.illiquid,
        }
        for case, found in cases.items()
    }


def case_parts(offer: Offer, cases: Cases, assumptions: Assumptions) -> Iterator[Part]:
    """What each case of refreshers makes of the years; in short of the total."""
    if not cases:
        return
    public = offer.company.is_public
    years = next((len(each.years) for each in cases.values() if each), 0)
    rows = [
        YearRow(
            _case_label(case, offer, assumptions), _case_values(found, years, public)
        )
        for case, found in cases.items()
    ]
    what = "total" if public else "private stock, notional: not cash"
    title = f"Refreshers in three cases: {what}"
    totals = ((row.label, row.values[-1]) for row in rows)
    said = "; ".join(f"{k} {worth_words(offer, amount)}" for k, amount in totals)
    yield Text("", f"{title}: {said}.")
    yield table_of_years(title, offer.currency, rows, detail=True)


def worth_words(offer: Offer, amount: float | None) -> str:
    """An amount of an offer in words."""
    return UNKNOWN if amount is None else format_whole(amount, offer.currency)


def _case_label(case: str, offer: Offer, assumptions: Assumptions) -> str:
    on_paper = offer.refreshers is not None and offer.refreshers.promised
    if case == "expected" and on_paper:
        return "expected (no more)"
    counted = assumptions.for_offer(offer.id).word("refreshers")
    return f"{case}{' (counted above)' if case == counted else ''}"


def _case_values(
    found: Totals | None, years: int, public: bool
) -> Sequence[float | None]:
    if found is None:
        return [None] * (years + 1)
    if public:
        return [*(year.total for year in found.years), found.total]
    private = [*(year.illiquid for year in found.years), found.illiquid]
    return [part.notional for part in private]
