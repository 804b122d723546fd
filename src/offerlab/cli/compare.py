"""The command ``compare``: offers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.jsonable import (
    flags_json,
    headlines_json,
    illiquid_json,
    not_counted_json,
)
from offerlab.cli.options import reading, running, some_offers, writing
from offerlab.core.problem import has_errors
from offerlab.model.comparison import Comparison
from offerlab.model.comparison import compare as compare_offers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run

FEWEST, MOST = 2, 10
SCENARIOS = 2
"""Exit scenarios that fit the table; all are in the JSON."""


@click.command()
@some_offers
@reading
@writing
@running
def compare(run: Run) -> None:
    """Put offers side by side.

    Takes 2 to 10 offers, and ranks them by present value.

    \b
    Example:
      offerlab compare first.yaml second.yaml --set discount_rate=5%
    """
    offers = run.offers()
    if not FEWEST <= len(offers) <= MOST and not has_errors(run.problems):
        raise click.UsageError(
            f"compare takes {FEWEST} to {MOST} offers; these files hold {len(offers)}"
        )
    comparison = compare_offers(offers[:MOST], run.benchmark(), run.assumptions)
    enough = len(offers) >= FEWEST
    run.finish(
        _as_json(comparison), lambda: _as_tables(comparison, run) if enough else []
    )


def _as_json(comparison: Comparison) -> dict[str, Any]:
    return {
        "currency": comparison.currency,
        "offers": [
            {
                "id": each.offer.id,
                "file": each.offer.file,
                "company": each.offer.company.name,
                "years": each.years,
                "total": each.total,
                "present_value": each.present_value,
                "headlines": headlines_json(each.headlines),
                "illiquid": illiquid_json(each.illiquid),
                "flags": flags_json(each.flags),
                "not_counted": not_counted_json(each.not_counted),
            }
            for each in comparison.offers
        ],
        "ranking": [
            {
                "id": each.offer.id,
                "rank": rank,
                "total": each.total,
                "present_value": each.present_value,
            }
            for rank, each in comparison.ranking
        ],
        "notes": list(comparison.notes),
    }


def _as_tables(comparison: Comparison, run: Run) -> Sequence[RenderableType]:
    from offerlab.cli.basis import assumption_lines

    parts: list[RenderableType] = [
        *_years_tables(comparison),
        _headline_table(comparison),
    ]
    if any(each.totals.has_illiquid for each in comparison.offers):
        parts.append(_illiquid_table(comparison))
    flags = [
        f"Flag: {each.offer.id}: {flag.message}"
        for each in comparison.offers
        for flag in each.flags
    ]
    if flags:
        parts.append("\n".join(flags) + "\n")
    parts.append("\n".join([*comparison.notes, *_scenario_note(comparison)]))
    left_out = [
        f"  {each.offer.id}: {item.field}: {item.reason}"
        for each in comparison.offers
        for item in each.not_counted
        if item.field != "tax"  # the first note says it
    ]
    if left_out:
        parts.append("\nNot counted:\n" + "\n".join(left_out))
    parts.append("\nAssumed:\n" + "\n".join(assumption_lines(run.assumptions)))
    return parts


def _thousands(amount: float | None) -> str:
    return "unknown" if amount is None else f"{amount / 1000:,.1f}"


def _years_tables(comparison: Comparison) -> Iterator[RenderableType]:
    """Tables of a few years each, so that they fit; the last one has the totals."""
    from offerlab.cli.table import make_table, year_chunks

    count = max(len(each.years) for each in comparison.offers)
    for years in year_chunks(count):
        last = years.stop == count
        header = ["rank", "offer", *(f"year {k + 1}" for k in years)]
        header += ["total", "present value"] if last else []
        title = f"Cash and public stock, thousand {comparison.currency}, by rank"
        table = make_table(title, header, texts=2)
        for rank, each in comparison.ranking:
            amounts = each.years[years.start : years.stop]
            amounts += [each.total, each.present_value] if last else []
            table.add_row(str(rank), each.offer.id, *map(_thousands, amounts))
        yield table


def _headline_table(comparison: Comparison) -> RenderableType:
    from offerlab.cli.table import make_table

    table = make_table(
        f"Four headlines, thousand {comparison.currency}",
        ("offer", "guaranteed recurring", "year one", "steady state", "four years"),
    )
    for _, each in comparison.ranking:
        lines = each.headlines
        table.add_row(
            each.offer.id,
            *(
                _thousands(amount)
                for amount in (
                    lines.guaranteed_recurring_cash,
                    lines.year_one,
                    lines.steady_state,
                    lines.four_year,
                )
            ),
        )
    return table


def _scenarios(comparison: Comparison) -> list[str]:
    """Names of the exit scenarios."""
    names: dict[str, None] = {}
    for each in comparison.offers:
        names.update(dict.fromkeys(each.illiquid.scenario or ()))
    return list(names)


def _scenario_note(comparison: Comparison) -> list[str]:
    names = _scenarios(comparison)
    if not names:
        return []
    shown, more = ", ".join(names[:SCENARIOS]), names[SCENARIOS:]
    rest = f" --json and show have {', '.join(more)} too." if more else ""
    return [f"Exits ({shown}) are net of strike, before preferences.{rest}"]


def _illiquid_table(comparison: Comparison) -> RenderableType:
    from offerlab.cli.table import make_table

    scenarios = _scenarios(comparison)[:SCENARIOS]
    table = make_table(
        f"Private stock, thousand {comparison.currency}: not cash, not ranked",
        ("offer", "notional, gross of strike", "intrinsic, at the 409A", *scenarios),
    )
    for each in comparison.offers:
        if each.totals.has_illiquid:
            at_exit = each.illiquid.scenario or {}
            table.add_row(
                each.offer.id,
                _thousands(each.illiquid.notional),
                _thousands(each.illiquid.intrinsic),
                *(_thousands(at_exit.get(name)) for name in scenarios),
            )
    return table
