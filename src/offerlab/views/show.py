"""What one offer pays, by year and component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.money import format_shares, format_whole
from offerlab.model.not_counted import not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher_case import refresher_cases
from offerlab.model.totals import Totals, present_value, summarize
from offerlab.views.basis import (
    assumed_text,
    component_label,
    not_counted_text,
    offer_keys,
)
from offerlab.views.cell import UNKNOWN, Amount
from offerlab.views.view import Part, Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger
    from offerlab.model.totals import Year

PUT_IN = ("employer_match", "espp")
"""Benefits that need money of one's own."""

_HEADLINES = {
    "guaranteed_recurring_cash": "year one, guaranteed and repeating",
    "year_one": "all of year one, one-off payments too",
    "annual_average": "a year, on average of four, without sign-on and relocation",
    "four_year": "years one to four",
}

_Cases = dict[str, "Totals | None"]


def show_view(offer: Offer, assumptions: Assumptions) -> View:
    """View of an offer's years, headlines, private stock and benefits.

    Raises
    ------
    OfferlabError
        As `build_ledger` does.
    """
    ledger = build_ledger(offer, assumptions)
    totals, left_out = summarize(ledger), not_counted(offer, assumptions)
    worth = present_value(offer, assumptions)
    cases = refresher_cases(offer, assumptions)
    parts: list[Part] = [
        _lead_text(offer, totals, worth),
        _years_table(offer, ledger, totals),
        *_benefit_table(offer, ledger, totals),
        _headline_table(offer, totals),
        *_beyond_text(offer, totals),
        *_case_parts(offer, cases, assumptions),
        not_counted_text([item for item in left_out if item.field != "tax"]),
        assumed_text(assumptions, "Before tax."),
    ]
    figures = {
        **offer_keys(offer),
        **_figures(offer, totals),
        "present_value": worth,
        "not_counted": left_out,
        "refresher_cases": _case_figures(cases),
    }
    return View(figures, tuple(parts))


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
        said += "\nPrivate stock (illiquid) is not cash and in no total."
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


def _case_figures(cases: _Cases) -> dict[str, Any] | None:
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


class _Years(NamedTuple):
    """A figure of each year and of all of them, with what it is."""

    label: str
    values: Sequence[float | None]
    total: bool = False
    apart: bool = False


def _table_of_years(
    title: str, currency: str, rows: Sequence[_Years], *, detail: bool = False
) -> Table:
    """Table of labels with an amount for each year and one for all of them."""
    years = len(rows[0].values) - 1
    columns = (
        *words(""),
        *numbers(*(f"year {k + 1}" for k in range(years)), series=True),
        *numbers("total"),
    )
    cells = [Row((x.label, *map(Amount, x.values)), x.total, x.apart) for x in rows]
    return Table(title, columns, tuple(cells), currency, detail=detail)


def _years_table(offer: Offer, ledger: Ledger, totals: Totals) -> Table:
    """Components by year, their total, and what stands beside it."""
    rows = []
    for kind in totals.years[0].components:
        values = [year.components[kind] for year in totals.years]
        rows.append(_Years(component_label(kind, ledger), [*values, sum(values)]))
    sums = [year.total for year in totals.years]
    rows.append(_Years("total", [*sums, totals.total], total=True))
    rows += [*_beside_rows(ledger, totals), *_illiquid_rows(totals)]
    title = f"{offer.id}: by year of employment, before tax"
    return _table_of_years(title, offer.currency, rows)


def _beside_rows(ledger: Ledger, totals: Totals) -> Iterator[_Years]:
    if ledger.beside:
        sums = [year.benefit_total for year in totals.years]
        yield _Years("beside the total: benefits", [*sums, sum(sums)])


def _illiquid_rows(totals: Totals) -> Iterator[_Years]:
    """Private stock, which is in no total."""
    if not totals.has_illiquid:
        return
    parts = [*(year.illiquid for year in totals.years), totals.illiquid]
    notional = [part.notional for part in parts]
    yield _Years("illiquid: notional, gross of strike", notional)
    at_409a = [part.intrinsic for part in parts]
    yield _Years("illiquid: intrinsic, at the 409A", at_409a)
    for name in totals.illiquid.scenario or ():
        values = [part.scenario[name] if part.scenario else None for part in parts]
        yield _Years(f"illiquid: exit '{name}', before preferences", values)


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
        rows.append(_Years(label, [*values, sum(values)]))
    sums = [year.benefit_total for year in totals.years]
    rows.append(_Years("total", [*sums, sum(sums)], total=True))
    title = "Benefits, beside the total"
    yield _table_of_years(title, offer.currency, rows, detail=True)


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
            " not yet paid: in no figure above."
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
    worth = _worth(offer, value)
    yield Text(
        f"After year {len(totals.years)} {what}, {worth} ({basis}): in no figure above."
    )


def _case_parts(
    offer: Offer, cases: _Cases, assumptions: Assumptions
) -> Iterator[Part]:
    """What each case of refreshers makes of the years; in short of the total."""
    if not cases:
        return
    public = offer.company.is_public
    years = next((len(each.years) for each in cases.values() if each), 0)
    rows = [
        _Years(
            _case_label(case, offer, assumptions), _case_values(found, years, public)
        )
        for case, found in cases.items()
    ]
    what = "total" if public else "private stock, notional: not cash"
    title = f"Refreshers in three cases: {what}"
    totals = ((row.label, row.values[-1]) for row in rows)
    said = "; ".join(f"{k} {_worth(offer, amount)}" for k, amount in totals)
    yield Text("", f"{title}: {said}.")
    yield _table_of_years(title, offer.currency, rows, detail=True)


def _worth(offer: Offer, amount: float | None) -> str:
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
