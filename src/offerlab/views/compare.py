"""Offers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.views.basis import assumed_text
from offerlab.views.cell import Amount
from offerlab.views.view import Column, Part, Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.assumption import Assumptions
    from offerlab.model.comparison import ComparedOffer, Comparison

SCENARIOS = 2
"""Exit scenarios that fit the table; all are in the JSON."""

THOUSAND = 1000

_HEADLINES = {
    "guaranteed_recurring_cash": "guaranteed recurring",
    "year_one": "year one",
    "annual_average": "a year on average",
    "four_year": "four years",
}


def compare_view(comparison: Comparison, assumptions: Assumptions) -> View:
    """View of offers by rank: years, headlines, private stock, what is left out.

    One offer alone has figures, and nothing that a person would compare.
    """
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
        "notes": comparison.notes,
    }
    alone = len(comparison.offers) < 2
    return View(figures, () if alone else tuple(_parts(comparison, assumptions)))


def _parts(comparison: Comparison, assumptions: Assumptions) -> Iterator[Part]:
    yield _years_table(comparison)
    yield _headline_table(comparison)
    if any(each.totals.has_illiquid for each in comparison.offers):
        yield _illiquid_table(comparison)
    yield from _flags(comparison)
    yield from _notes(comparison)
    yield from _left_out(comparison)
    yield assumed_text(assumptions)


def _offer_figures(compared: ComparedOffer) -> dict[str, Any]:
    return {
        "id": compared.offer.id,
        "file": compared.offer.file,
        "company": compared.offer.company.name,
        "years": compared.years,
        "total": compared.total,
        "present_value": compared.present_value,
        "headlines": compared.headlines,
        "illiquid": compared.illiquid,
        "flags": compared.flags,
        "not_counted": compared.not_counted,
    }


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
        f"Cash and public stock, thousand {comparison.currency}, by rank",
        columns,
        tuple(Row((rank, name, *map(Amount, values))) for rank, name, values in rows),
        unit=THOUSAND,
    )


def _headline_table(comparison: Comparison) -> Table:
    rows = (
        (each.offer.id, [getattr(each.headlines, key) for key in _HEADLINES])
        for _, each in comparison.ranking
    )
    return Table(
        f"Four headlines, thousand {comparison.currency}",
        (*words("offer"), *numbers(*_HEADLINES.values())),
        tuple(Row((name, *map(Amount, values))) for name, values in rows),
        unit=THOUSAND,
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
        f"Private stock, thousand {comparison.currency}: not cash, not ranked",
        (
            *words("offer"),
            *numbers("notional, gross of strike", "intrinsic, at the 409A"),
            *(Column(name) for name in names),
        ),
        tuple(rows),
        unit=THOUSAND,
    )


def _flags(comparison: Comparison) -> Iterator[Text]:
    lines = [
        f"Flag: {each.offer.id}: {flag.message}"
        for each in comparison.offers
        for flag in each.flags
    ]
    if lines:
        yield Text("\n".join(lines))


def _notes(comparison: Comparison) -> Iterator[Text]:
    yield Text("\n".join([*comparison.notes, *_scenario_note(comparison)]))


def _left_out(comparison: Comparison) -> Iterator[Text]:
    lines = [
        f"  {each.offer.id}: {item.field}: {item.reason}"
        for each in comparison.offers
        for item in each.not_counted
        if item.field != "tax"  # the first note says it
    ]
    if lines:
        yield Text("\n".join(["Not counted:", *lines]))


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
