"""Figures of each year of an offer and of all of them: the rows of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.views.basis import component_label
from offerlab.views.cell import Amount
from offerlab.views.view import Row, Table, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger
    from offerlab.model.totals import Totals
    from offerlab.views.view import Column


class YearRow(NamedTuple):
    """A figure of each year and of all of them, with what it is."""

    label: str
    values: Sequence[float | None]
    total: bool = False
    apart: bool = False


def table_of_years(
    title: str, currency: str, rows: Sequence[YearRow], *, detail: bool = False
) -> Table:
    """Table of labels with an amount for each year and one for all of them."""
    columns = _columns(len(rows[0].values) - 1)
    return Table(title, columns, tuple(map(_row, rows)), currency, detail=detail)


def year_rows(ledger: Ledger, totals: Totals) -> list[YearRow]:
    """Components by year, their total, and what stands beside it."""
    total = YearRow("total", _sums(totals), total=True)
    return [*_components(ledger, totals), total, *_beside(ledger, totals)]


def brief_tables(
    offers: Iterable[tuple[Offer, Ledger, Totals, float]],
) -> Iterator[Table]:
    """Offers below one another, in a table for each currency and number of years."""
    found: dict[tuple[str, int], list[Row]] = {}
    for offer, ledger, totals, worth in offers:
        group = found.setdefault((offer.currency, len(totals.years)), [])
        group += _brief_rows(offer, ledger, totals, worth)
    for (currency, years), rows in found.items():
        title = "By year of employment, before tax"
        yield Table(title, _columns(years), tuple(rows), currency)


def _brief_rows(
    offer: Offer, ledger: Ledger, totals: Totals, worth: float
) -> Iterator[Row]:
    """Total of an offer, what it is made of, and below it what is not part of it."""
    yield _row(YearRow(f"{offer.id}: total", _sums(totals), total=True))
    for each in _components(ledger, totals):
        yield _row(each._replace(label=f"  {each.label}"))
    yield Row(("present value", *(None for _ in totals.years), Amount(worth)))
    yield from map(_row, _beside(ledger, totals))


def _columns(years: int) -> tuple[Column, ...]:
    return (
        *words(""),
        *numbers(*(f"year {k + 1}" for k in range(years)), series=True),
        *numbers("total"),
    )


def _row(row: YearRow) -> Row:
    return Row((row.label, *map(Amount, row.values)), row.total, row.apart)


def _sums(totals: Totals) -> list[float]:
    return [*(year.total for year in totals.years), totals.total]


def _components(ledger: Ledger, totals: Totals) -> Iterator[YearRow]:
    for kind in totals.years[0].components:
        values = [year.components[kind] for year in totals.years]
        yield YearRow(component_label(kind, ledger), [*values, sum(values)])


def _beside(ledger: Ledger, totals: Totals) -> Iterator[YearRow]:
    """What is in no total: benefits, and private stock."""
    if ledger.beside:
        sums = [year.benefit_total for year in totals.years]
        yield YearRow("beside the total: benefits", [*sums, sum(sums)])
    if totals.has_illiquid:
        yield from _illiquid(totals)


def _illiquid(totals: Totals) -> Iterator[YearRow]:
    parts = [*(year.illiquid for year in totals.years), totals.illiquid]
    notional = [part.notional for part in parts]
    yield YearRow("illiquid: notional, gross of strike", notional)
    at_409a = [part.intrinsic for part in parts]
    yield YearRow("illiquid: intrinsic, at the 409A", at_409a)
    for name in totals.illiquid.scenario or ():
        values = [part.scenario[name] if part.scenario else None for part in parts]
        yield YearRow(f"illiquid: exit '{name}', before preferences", values)
