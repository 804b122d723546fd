"""Figures of each year of an offer and of all of them: the rows of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.model.component import COMPONENTS, GROUPS
from offerlab.views.basis import certain_label
from offerlab.views.cell import Amount
from offerlab.views.view import Row, Table, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Ledger
    from offerlab.model.totals import Totals
    from offerlab.views.view import Column

_NOTIONAL = "illiquid: notional, gross of strike"
_INTRINSIC = "illiquid: intrinsic, at the 409A"
_BRIEF = {
    _NOTIONAL: "private stock, notional",
    _INTRINSIC: "private stock, at the 409A",
}
"""Labels that leave room for the figures."""


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
    """Total of an offer, what it is made of, and below it what is not part of it.

    Private stock of which nothing is known has no row: see `private_in_short`.
    """
    yield _row(YearRow(f"{offer.id}: total", _sums(totals), total=True))
    for each in _groups(ledger, totals):
        yield _row(each._replace(label=f"  {each.label}"))
    yield Row(("present value", *(None for _ in totals.years), Amount(worth)))
    for each in filter(_is_known, _beside(ledger, totals)):
        yield _row(each._replace(label=_BRIEF.get(each.label, each.label)))


def private_in_short(offers: Iterable[tuple[Offer, Totals]]) -> str:
    """What private stock is not, and what of it is unknown, of which offers."""
    said = "Private stock (illiquid) is not cash and in no total"
    unknown: dict[str, list[str]] = {}
    for offer, totals in offers:
        rows = list(_illiquid(totals)) if totals.has_illiquid else []
        for row in rows:
            if not _is_known(row):
                unknown.setdefault(_in_words(row), []).append(offer.id)
    parts = [f"{what} ({', '.join(ids)})" for what, ids in unknown.items()]
    return f"{said}. Unknown: {'; '.join(parts)}." if parts else f"{said}."


def _in_words(row: YearRow) -> str:
    return _BRIEF.get(row.label, row.label).partition(", ")[2]


def _is_known(row: YearRow) -> bool:
    return any(value is not None for value in row.values)


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
        label = certain_label(COMPONENTS[kind].label, (kind,), ledger)
        yield YearRow(label, [*values, sum(values)])


def _groups(ledger: Ledger, totals: Totals) -> Iterator[YearRow]:
    """Components as `compare` groups them, each with its certainty."""
    kinds = totals.years[0].components
    for label, group in GROUPS.items():
        own = [kind for kind in group if kind in kinds]
        if len(own) == 1:
            label = COMPONENTS[own[0]].label
        values = [sum(year.components[kind] for kind in own) for year in totals.years]
        if own:
            name = certain_label(label, own, ledger)
            yield YearRow(name, [*values, sum(values)])


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
    yield YearRow(_NOTIONAL, notional)
    at_409a = [part.intrinsic for part in parts]
    yield YearRow(_INTRINSIC, at_409a)
    for name in totals.illiquid.scenario or ():
        values = [part.scenario[name] if part.scenario else None for part in parts]
        yield YearRow(f"illiquid: exit '{name}', before preferences", values)
