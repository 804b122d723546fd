"""The command ``show``: what one offer pays, by year and component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.jsonable import (
    headlines_json,
    illiquid_json,
    not_counted_json,
    offer_json,
)
from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.model.not_counted import NotCounted, not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.refresher_case import refresher_cases
from offerlab.model.totals import Totals, summarize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger


@click.command()
@one_offer
@reading
@writing
@running
def show(run: Run) -> None:
    """Show what one offer pays in each year.

    \b
    Example:
      offerlab show offer.yaml --set raise_rate=3%
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({}, None)
        return
    ledger = build_ledger(offer, run.assumptions)
    totals, left_out = summarize(ledger), not_counted(offer, run.assumptions)
    cases = refresher_cases(offer, run.assumptions)

    def as_tables() -> list[RenderableType]:
        from offerlab.cli.basis import footers

        return [
            *_figures(offer, ledger, totals),
            *_case_tables(offer, cases, run),
            *footers(left_out, run.assumptions),
        ]

    found = {**_as_json(offer, totals, left_out), "refresher_cases": _cases_json(cases)}
    run.finish(found, as_tables)


PUT_IN = ("employer_match", "espp")
"""Benefits that need money of one's own."""

_Cases = dict[str, "Totals | None"]


def _cases_json(cases: _Cases) -> dict[str, Any] | None:
    """Totals and private stock in each case; null where nobody speaks of refreshers."""
    if not cases:
        return None
    return {
        case: found
        and {
            "years": [year.total for year in found.years],
            "total": found.total,
            "illiquid": illiquid_json(found.illiquid),
        }
        for case, found in cases.items()
    }


def _as_json(
    offer: Offer, totals: Totals, left_out: list[NotCounted]
) -> dict[str, Any]:
    beyond = totals.beyond_horizon
    return {
        **offer_json(offer),
        "years": [
            {
                "year": year.year,
                "from": year.begins,
                "to": year.ends,
                "components": {str(kind): x for kind, x in year.components.items()},
                "total": year.total,
                "illiquid": illiquid_json(year.illiquid),
                "benefits": year.benefits if offer.benefits else None,
            }
            for year in totals.years
        ],
        "total": totals.total,
        "headlines": headlines_json(totals.headlines),
        "illiquid": illiquid_json(totals.illiquid),
        "beyond_horizon": {
            "shares": beyond.shares,
            "value": beyond.value,
            "notional": beyond.notional,
        },
        "not_counted": not_counted_json(left_out),
    }


def _figures(offer: Offer, ledger: Ledger, totals: Totals) -> Iterator[RenderableType]:
    yield from _years_tables(offer, ledger, totals)
    if totals.has_illiquid:
        yield from _illiquid_tables(offer, totals)
    if ledger.beside:
        yield from _benefit_tables(offer, ledger, totals)
    yield _headline_table(offer, totals)
    yield from _beyond_line(totals, offer)


def _benefit_tables(
    offer: Offer, ledger: Ledger, totals: Totals
) -> Iterator[RenderableType]:
    """Benefits by year, each with its certainty; what you pay is negative."""
    from offerlab.core.money import format_whole

    sure = {line.item: line.certainty for line in ledger.beside}
    rows = []
    for item in totals.years[0].benefits:
        values = [year.benefits[item] for year in totals.years]
        cells = [format_whole(value, offer.currency) for value in values]
        words = "if you put in" if item in PUT_IN else sure[item]
        label = f"{item.replace('_', ' ')} ({words})"
        rows.append((label, cells, format_whole(sum(values), offer.currency)))
    sums = [year.benefit_total for year in totals.years]
    cells = [format_whole(value, offer.currency) for value in sums]
    rows.append(("total", cells, format_whole(sum(sums), offer.currency)))
    title = "Benefits: beside the total, in no figure above"
    yield from _tables_of_years(title, rows, len(totals.years))


def _case_tables(offer: Offer, cases: _Cases, run: Run) -> Iterator[RenderableType]:
    """What each case of refreshers makes of the years."""
    from offerlab.cli.basis import amount_or_unknown

    public = offer.company.is_public
    counted = run.assumptions.for_offer(offer.id).word("refreshers")
    years = next((len(each.years) for each in cases.values() if each), 0)
    rows = []
    for case, found in cases.items():
        values: list[float | None] = [None] * (years + 1)
        if found is not None and public:
            values = [*(year.total for year in found.years), found.total]
        elif found is not None:
            private = [*(year.illiquid for year in found.years), found.illiquid]
            values = [part.notional for part in private]
        cells = [amount_or_unknown(value, offer.currency) for value in values]
        label = f"{case}{' (counted above)' if case == counted else ''}"
        on_paper = offer.refreshers is not None and offer.refreshers.promised
        if case == "expected" and on_paper:
            label = "expected (no more)"
        rows.append((label, cells[:-1], cells[-1]))
    if rows:
        what = "total" if public else "private stock, notional: not cash"
        title = f"Refreshers in three cases: {what}"
        yield from _tables_of_years(title, rows, years)


def _years_tables(
    offer: Offer, ledger: Ledger, totals: Totals
) -> Iterator[RenderableType]:
    from offerlab.cli.basis import component_label
    from offerlab.core.money import format_whole

    rows = [
        (
            component_label(kind, ledger),
            [format_whole(y.components[kind], offer.currency) for y in totals.years],
            format_whole(sum(y.components[kind] for y in totals.years), offer.currency),
        )
        for kind in totals.years[0].components
    ]
    sums = [format_whole(year.total, offer.currency) for year in totals.years]
    rows.append(("total", sums, format_whole(totals.total, offer.currency)))
    title = f"{offer.id}: {offer.currency} by year of employment, before tax"
    yield from _tables_of_years(title, rows, len(totals.years))


def _illiquid_tables(offer: Offer, totals: Totals) -> Iterator[RenderableType]:
    from offerlab.cli.basis import amount_or_unknown

    def row(label: str, values: list[float | None]) -> _Row:
        cells = [amount_or_unknown(value, offer.currency) for value in values]
        return label, cells[:-1], cells[-1]

    parts = [*(year.illiquid for year in totals.years), totals.illiquid]
    rows = [
        row("notional, gross of strike", [part.notional for part in parts]),
        row("intrinsic, at the 409A", [part.intrinsic for part in parts]),
    ]
    for name in totals.illiquid.scenario or ():
        values = [part.scenario[name] if part.scenario else None for part in parts]
        label = f"exit '{name}', before preferences"
        rows.append(row(label, values))
    title = "Private stock (illiquid): not cash, in no total above"
    yield from _tables_of_years(title, rows, len(totals.years))


_Row = tuple[str, list[str], str]


def _tables_of_years(
    title: str, rows: list[_Row], count: int
) -> Iterator[RenderableType]:
    """Tables of a few years each, so that they fit; the last one has the total."""
    from offerlab.cli.table import make_table, year_chunks

    for years in year_chunks(count):
        last = years.stop == count
        header = ["", *(f"year {k + 1}" for k in years), *(["total"] if last else [])]
        table = make_table(title, header)
        for label, cells, total in rows:
            row = [label, *cells[years.start : years.stop], *([total] if last else [])]
            if label == "total":
                table.add_section()
            table.add_row(*row, style="bold" if label == "total" else "")
        yield table


def _headline_table(offer: Offer, totals: Totals) -> RenderableType:
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_whole

    table = make_table("Four headlines", ("", offer.currency, "what it is"), texts=1)
    table.columns[2].justify = "left"
    table.columns[2].no_wrap = False
    lines = headlines_json(totals.headlines)
    for key, about in (
        ("guaranteed_recurring_cash", "year one, guaranteed and repeating"),
        ("year_one", "all of year one, one-off payments too"),
        ("steady_state", "year three without one-off cash"),
        ("four_year", "years one to four"),
    ):
        label = key.replace("_", " ")
        table.add_row(label, format_whole(lines[key], offer.currency), about)
    return table


def _beyond_line(totals: Totals, offer: Offer) -> list[str]:
    from offerlab.cli.basis import amount_or_unknown
    from offerlab.core.money import format_shares

    beyond = totals.beyond_horizon
    if not beyond.vests:
        return []
    what = "more equity vests"
    if beyond.shares is not None:
        what = f"another {format_shares(beyond.shares)} shares vest"
    worth = amount_or_unknown(beyond.value, offer.currency) + " (at assumed prices)"
    if totals.has_illiquid:
        worth = amount_or_unknown(beyond.notional, offer.currency) + " (notional)"
    return [f"After year {len(totals.years)} {what}, {worth}: in no figure above.\n"]
