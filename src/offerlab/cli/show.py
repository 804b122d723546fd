"""The command ``show``: what one offer pays, by year and component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.model.not_counted import NotCounted, not_counted
from offerlab.model.offer_ledger import build_ledger
from offerlab.model.totals import Illiquid, Totals, summarize

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    r"""Show what one offer pays in each year.

    \b
    Example:
      offerlab show offer.yaml --set raise_rate=3%
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({}, None)
        return
    ledger = build_ledger(offer, run.assumptions)
    totals, left_out = summarize(ledger), not_counted(offer)
    run.finish(
        _as_json(offer, totals, left_out),
        lambda: _as_tables(offer, ledger, totals, left_out, run),
    )


def illiquid_json(illiquid: Illiquid) -> dict[str, float | None]:
    """Object of private stock: zeros where an offer has none, null if unknown."""
    return {"notional": illiquid.notional, "intrinsic": illiquid.intrinsic}


def _as_json(
    offer: Offer, totals: Totals, left_out: list[NotCounted]
) -> dict[str, Any]:
    beyond = totals.beyond_horizon
    return {
        "file": offer.file,
        "id": offer.id,
        "company": offer.company.name,
        "currency": offer.currency,
        "years": [
            {
                "year": year.year,
                "from": year.begins,
                "to": year.ends,
                "components": {str(kind): x for kind, x in year.components.items()},
                "total": year.total,
                "illiquid": illiquid_json(year.illiquid),
                "benefits": None,
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
        "not_counted": [
            {"field": item.field, "reason": item.reason} for item in left_out
        ],
    }


def headlines_json(headlines: Any) -> dict[str, float]:
    """Object of the four headlines."""
    return {
        "guaranteed_recurring_cash": headlines.guaranteed_recurring_cash,
        "year_one": headlines.year_one,
        "steady_state": headlines.steady_state,
        "four_year": headlines.four_year,
    }


def _as_tables(
    offer: Offer,
    ledger: Ledger,
    totals: Totals,
    left_out: list[NotCounted],
    run: Run,
) -> Sequence[RenderableType]:
    from offerlab.cli.basis import assumption_lines, not_counted_lines

    parts: list[RenderableType] = [_years_table(offer, ledger, totals)]
    if totals.has_illiquid:
        parts.append(_illiquid_table(offer, totals))
    parts += [_headline_table(offer, totals), *_beyond_line(totals, offer)]
    parts.append("Not counted:\n" + "\n".join(not_counted_lines(left_out)))
    parts.append("\nAssumed:\n" + "\n".join(assumption_lines(run.assumptions)))
    return parts


def _years_table(offer: Offer, ledger: Ledger, totals: Totals) -> RenderableType:
    from offerlab.cli.basis import component_label
    from offerlab.cli.table import make_table
    from offerlab.core.money import format_whole

    years = totals.years
    table = make_table(
        f"{offer.id}: {offer.currency} by year of employment, before tax",
        ("", *(f"year {year.year}" for year in years), "total"),
    )
    for kind in years[0].components:
        amounts = [year.components[kind] for year in years]
        cells = [format_whole(x, offer.currency) for x in [*amounts, sum(amounts)]]
        table.add_row(component_label(kind, ledger), *cells)
    table.add_section()
    sums = [*(year.total for year in years), totals.total]
    table.add_row(
        "total", *(format_whole(x, offer.currency) for x in sums), style="bold"
    )
    return table


def _illiquid_table(offer: Offer, totals: Totals) -> RenderableType:
    from offerlab.cli.basis import amount_or_unknown
    from offerlab.cli.table import make_table

    table = make_table(
        "Private stock (illiquid): not cash, in no total above",
        ("", *(f"year {year.year}" for year in totals.years), "total"),
    )
    parts = [*(year.illiquid for year in totals.years), totals.illiquid]
    for label, values in (
        ("notional, at preferred", [x.notional for x in parts]),
        ("intrinsic, at the 409A", [x.intrinsic for x in parts]),
    ):
        table.add_row(label, *(amount_or_unknown(x, offer.currency) for x in values))
    return table


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

    beyond = totals.beyond_horizon
    if not beyond.shares and not beyond.value:
        return []
    worth = amount_or_unknown(beyond.value, offer.currency) + " (market)"
    if totals.has_illiquid:
        worth = amount_or_unknown(beyond.notional, offer.currency) + " (notional)"
    return [
        f"After year {len(totals.years)} another {beyond.shares:,} shares vest,"
        f" {worth}: in no figure above.\n"
    ]
