"""Offers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.model.component import Component
from offerlab.views.basis import assumed_text, left_out_text
from offerlab.views.beside import STOCK, THOUSAND, beside_table
from offerlab.views.cell import Amount
from offerlab.views.lead import lead_text
from offerlab.views.spendable import spendable, spendable_table
from offerlab.views.view import Column, Part, Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from offerlab.core.assumption import Assumptions
    from offerlab.ingest.price_level import PriceLevel
    from offerlab.model.comparison import ComparedOffer, Comparison
    from offerlab.model.verdict import Flag

SIDE_BY_SIDE = 3
"""Offers that fit as columns."""

SCENARIOS = 2
"""Exit scenarios that fit the table; all are in the JSON."""


_HEADLINES = {
    "guaranteed_recurring_cash": "guaranteed recurring",
    "year_one": "year one",
    "annual_average": "a year on average",
    "four_year": "four years",
}


def compare_view(
    comparison: Comparison,
    assumptions: Assumptions,
    levels: Mapping[str, PriceLevel] | None = None,
) -> View:
    """View of offers by rank: years, headlines, private stock, what is left out.

    One offer alone has figures, and nothing that a person would compare. `levels` are
    the price levels of the places that are known, by offer id.
    """
    prices = spendable(comparison, levels or {})
    figures = {
        "currency": comparison.currency,
        "offers": [_offer_figures(each) for each in comparison.offers],
        "ranking": [
            {
                "id": each.offer.id,
                "rank": rank,
                "total": each.total,
                "present_value": each.present_value,
            }
            for rank, each in comparison.ranking
        ],
        "verdict": comparison.lead,
        "notes": comparison.notes,
        "places": prices,
    }
    alone = len(comparison.offers) < 2
    if alone:
        return View(figures)
    parts = (*_parts(comparison, assumptions), *spendable_table(prices))
    return View(figures, parts)


def _parts(comparison: Comparison, assumptions: Assumptions) -> Iterator[Part]:
    if comparison.lead is not None:
        yield lead_text(comparison, comparison.lead)
    if len(comparison.offers) <= SIDE_BY_SIDE:
        yield beside_table(comparison)
    else:
        yield _rank_table(comparison)
    yield _years_table(comparison)
    yield _headline_table(comparison)
    if any(each.totals.has_illiquid for each in comparison.offers):
        yield _illiquid_table(comparison)
    yield from _flags(comparison)
    yield _notes(comparison)
    yield left_out_text({x.offer.id: x.not_counted for x in comparison.offers})
    yield assumed_text(assumptions, " ".join(comparison.notes[:1]))


def _offer_figures(compared: ComparedOffer) -> dict[str, Any]:
    return {
        "id": compared.offer.id,
        "file": compared.offer.file,
        "company": compared.offer.company.name,
        "years": compared.years,
        "total": compared.total,
        "present_value": compared.present_value,
        "headlines": compared.headlines,
        "benefits": compared.benefits,
        "illiquid": compared.illiquid,
        "flags": compared.flags,
        "not_counted": compared.not_counted,
    }


def _rank_table(comparison: Comparison) -> Table:
    """One line an offer: base, stock, totals, and how far it is behind the first."""
    ranking = comparison.ranking
    best = ranking[0][1].present_value
    rows = []
    for rank, each in ranking:
        paid = each.totals.by_component
        stock = sum(paid.get(kind, 0.0) for kind in STOCK) * each.rate
        base = paid[Component.BASE_SALARY] * each.rate
        behind = best - each.present_value
        figures = (base, stock, each.total, each.present_value, behind)
        rows.append(Row((rank, each.offer.id, *map(Amount, figures))))
    columns = numbers("base", "stock", "total", "present value", "behind")
    return Table(
        f"{_over(comparison)}, by present value",
        (*words("rank", "offer"), *columns),
        tuple(rows),
        comparison.currency,
        unit=THOUSAND,
    )


def _over(comparison: Comparison) -> str:
    years = max(len(each.years) for each in comparison.offers)
    return f"Over {years} year{'s' if years > 1 else ''}, before tax"


def _years_table(comparison: Comparison) -> Table:
    count = max(len(each.years) for each in comparison.offers)
    columns = (
        *words("rank", "offer"),
        *numbers(*(f"year {k + 1}" for k in range(count)), series=True),
        *numbers("total", "present value"),
    )
    rows = (
        (rank, each.offer.id, [*each.years, each.total, each.present_value])
        for rank, each in comparison.ranking
    )
    return Table(
        "Cash and public stock by year, by rank",
        columns,
        tuple(Row((rank, name, *map(Amount, values))) for rank, name, values in rows),
        comparison.currency,
        unit=THOUSAND,
        detail=True,
    )


def _headline_table(comparison: Comparison) -> Table:
    rows = (
        (each.offer.id, [getattr(each.headlines, key) for key in _HEADLINES])
        for _, each in comparison.ranking
    )
    return Table(
        "Four headlines",
        (*words("offer"), *numbers(*_HEADLINES.values())),
        tuple(Row((name, *map(Amount, values))) for name, values in rows),
        comparison.currency,
        unit=THOUSAND,
        detail=True,
    )


def _illiquid_table(comparison: Comparison) -> Table:
    names = _scenarios(comparison)[:SCENARIOS]
    rows = []
    for each in comparison.offers:
        if each.totals.has_illiquid:
            own, at_exit = each.illiquid, each.illiquid.scenario or {}
            values = [own.notional, own.intrinsic, *(at_exit.get(x) for x in names)]
            rows.append(Row((each.offer.id, *map(Amount, values))))
    return Table(
        "Private stock: not cash, not ranked",
        (
            *words("offer"),
            *numbers("notional, gross of strike", "intrinsic, at the 409A"),
            *(Column(name) for name in names),
        ),
        tuple(rows),
        comparison.currency,
        unit=THOUSAND,
        detail=len(comparison.offers) <= SIDE_BY_SIDE and not names,
    )


def _flags(comparison: Comparison) -> Iterator[Text]:
    flags = {each.offer.id: each.flags for each in comparison.offers if each.flags}
    lines = [
        f"Flag: {name}: {x.message}" for name, found in flags.items() for x in found
    ]
    if lines:
        short = "; ".join(f"{k} ({_codes(found)})" for k, found in flags.items())
        yield Text("\n".join(lines), f"Below benchmark: {short}.")


def _codes(flags: Sequence[Flag]) -> str:
    return ", ".join(flag.code.removesuffix("-below-benchmark") for flag in flags)


def _notes(comparison: Comparison) -> Text:
    return Text("\n".join([*comparison.notes, *_scenario_note(comparison)]), short="")


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
