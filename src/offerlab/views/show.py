"""What one offer pays, by year and component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.money import format_shares, format_whole
from offerlab.core.offer import ASSUMED_HOURS, Offer
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher_case import refresher_cases
from offerlab.model.totals import Totals, present_value, summarize
from offerlab.views.basis import (
    assumed_text,
    left_out_text,
    not_counted_text,
    offer_keys,
)
from offerlab.views.cell import Amount
from offerlab.views.refresher_case import case_figures, case_parts, worth_words
from offerlab.views.several import several_views
from offerlab.views.view import Part, Row, Table, Text, View, numbers, words
from offerlab.views.years import (
    YearRow,
    brief_tables,
    private_in_short,
    table_of_years,
    year_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.model.ledger import Ledger
    from offerlab.model.not_counted import NotCounted
    from offerlab.model.totals import Year
    from offerlab.views.refresher_case import Cases

PUT_IN = ("employer_match", "espp")
"""Benefits that need money of one's own."""

_ILLIQUID = "Private stock (illiquid) is not cash and in no total."

_HEADLINES = {
    "guaranteed_recurring_cash": "year one, guaranteed and repeating",
    "year_one": "all of year one, one-off payments too",
    "annual_average": "a year, on average of four, without sign-on and relocation",
    "four_year": "years one to four",
}


class Shown(NamedTuple):
    """An offer, and what its table and notes are made of."""

    offer: Offer
    ledger: Ledger
    totals: Totals
    worth: float
    left_out: list[NotCounted]
    cases: Cases


def show_view(offers: Sequence[Offer], assumptions: Assumptions) -> View:
    """View of the years, headlines, private stock and benefits of some offers.

    Raises
    ------
    OfferlabError
        As `build_ledger` does.
    """
    shown = [_shown(offer, assumptions) for offer in offers]
    views = [_view(each, assumptions) for each in shown]
    brief = tuple(_brief(shown, assumptions)) if len(shown) > 1 else None
    return several_views(views, brief)


def _shown(offer: Offer, assumptions: Assumptions) -> Shown:
    ledger = build_ledger(offer, assumptions)
    return Shown(
        offer,
        ledger,
        summarize(ledger),
        present_value(offer, assumptions),
        not_counted(offer, assumptions),
        refresher_cases(offer, assumptions),
    )


def _view(shown: Shown, assumptions: Assumptions) -> View:
    offer, ledger, totals, worth, left_out, cases = shown
    parts: list[Part] = [
        _lead_text(offer, totals, worth),
        _years_table(offer, ledger, totals),
        *_benefit_table(offer, ledger, totals),
        _headline_table(offer, totals),
        *_beyond_text(offer, totals),
        *case_parts(offer, cases, assumptions),
        not_counted_text([item for item in left_out if item.field != "tax"]),
        assumed_text(assumptions, " ".join(_before([offer]))),
    ]
    figures = {
        **offer_keys(offer),
        **_figures(offer, totals),
        "present_value": worth,
        "not_counted": left_out,
        "refresher_cases": case_figures(cases),
    }
    return View(figures, tuple(parts))


def _brief(shown: Sequence[Shown], assumptions: Assumptions) -> Iterator[Part]:
    """All offers under one head and over one set of notes: two fit a screen."""
    yield from brief_tables((x.offer, x.ledger, x.totals, x.worth) for x in shown)
    if any(each.totals.has_illiquid for each in shown):
        private = private_in_short((each.offer, each.totals) for each in shown)
        yield Text(private, private)
    for each in shown:
        named = [
            *_beyond_text(each.offer, each.totals),
            *case_parts(each.offer, each.cases, assumptions),
        ]
        for part in named:
            words = part.short or part.words if isinstance(part, Text) else ""
            if words:
                yield Text("", f"{each.offer.id}: {words}")
    yield left_out_text({each.offer.id: each.left_out for each in shown})
    yield assumed_text(assumptions, " ".join(_before([x.offer for x in shown])))


def _before(offers: Sequence[Offer]) -> Iterator[str]:
    """What stands before the assumptions: no tax, and hours that no letter gives."""
    yield "Before tax."
    for offer in offers:
        if offer.assumes_hours:
            yield f"{offer.id}: {ASSUMED_HOURS} hours a week are assumed."


def _lead_text(offer: Offer, totals: Totals, worth: float) -> Text:
    """The answer first: what the offer pays."""
    lines = totals.headlines
    year_one, four_year, guaranteed, today = (
        format_whole(amount, offer.currency)
        for amount in (
            lines.year_one,
            lines.four_year,
            lines.guaranteed_recurring_cash,
            worth,
        )
    )
    said = (
        f"{offer.id} pays {year_one} in year one and {four_year} over four years,"
        f" before tax; {guaranteed} a year is guaranteed. Present value: {today}."
    )
    if totals.has_illiquid:
        said += f"\n{_ILLIQUID}"
    return Text(said)


def _figures(offer: Offer, totals: Totals) -> dict[str, Any]:
    beyond = totals.beyond_horizon
    return {
        "years": [_year_figures(offer, year) for year in totals.years],
        "total": totals.total,
        "headlines": totals.headlines,
        "illiquid": totals.illiquid,
        "beyond_horizon": {
            "shares": beyond.shares,
            "value": beyond.value,
            "notional": beyond.notional,
            "bonus": beyond.bonus,
        },
    }


def _year_figures(offer: Offer, year: Year) -> dict[str, Any]:
    return {
        "year": year.year,
        "from": year.begins,
        "to": year.ends,
        "components": year.components,
        "total": year.total,
        "illiquid": year.illiquid,
        "benefits": year.benefits or None,
    }


def _years_table(offer: Offer, ledger: Ledger, totals: Totals) -> Table:
    title = f"{offer.id}: by year of employment, before tax"
    return table_of_years(title, offer.currency, year_rows(ledger, totals))


def _benefit_table(offer: Offer, ledger: Ledger, totals: Totals) -> Iterator[Table]:
    """Benefits by year, each with its certainty; what you pay is negative."""
    if not ledger.beside:
        return
    sure = {line.item: line.certainty for line in ledger.beside}
    rows = []
    for item in totals.years[0].benefits:
        values = [year.benefits[item] for year in totals.years]
        basis = "if you put in" if item in PUT_IN else sure[item]
        label = f"{item.replace('_', ' ')} ({basis})"
        rows.append(YearRow(label, [*values, sum(values)]))
    sums = [year.benefit_total for year in totals.years]
    rows.append(YearRow("total", [*sums, sum(sums)], total=True))
    title = "Benefits, beside the total"
    yield table_of_years(title, offer.currency, rows, detail=True)


def _headline_table(offer: Offer, totals: Totals) -> Table:
    columns = (*words(""), *numbers("amount"), *words("what it is"))
    rows = (
        (key.replace("_", " "), getattr(totals.headlines, key), about)
        for key, about in _HEADLINES.items()
    )
    return Table(
        "Headlines",
        columns,
        tuple(Row((key, Amount(x), about)) for key, x, about in rows),
        offer.currency,
        detail=True,
    )


def _beyond_text(offer: Offer, totals: Totals) -> Iterator[Text]:
    beyond = totals.beyond_horizon
    if beyond.bonus:
        bonus = format_whole(beyond.bonus, offer.currency)
        yield Text(
            f"By the end of year {len(totals.years)} a bonus of {bonus} is earned and"
            " not yet paid: in no figure above.",
            f"In no figure above: a bonus of {bonus}, earned and not yet paid.",
        )
    if not beyond.vests:
        return
    what = "more equity vests"
    if beyond.shares is not None:
        what = f"another {format_shares(beyond.shares)} shares vest"
    value: float | None = beyond.value
    basis = "at assumed prices"
    if totals.has_illiquid:
        value, basis = beyond.notional, "notional"
    worth = worth_words(offer, value)
    yield Text(
        f"After year {len(totals.years)} {what}, {worth} ({basis}): in no figure above."
    )
