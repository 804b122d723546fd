"""A figure taken apart."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_whole
from offerlab.model.question import questions
from offerlab.views.cell import UNKNOWN, Amount
from offerlab.views.view import Part, Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from offerlab.core.offer import Offer
    from offerlab.model.explanation import Explanation
    from offerlab.model.ledger import Line


def explain_view(offer: Offer, found: Explanation, notes: Sequence[str]) -> View:
    """View of a figure: its formula, its inputs with `notes`, its lines."""
    figures = {
        "file": offer.file,
        "id": offer.id,
        "figure": found.figure,
        "value": found.value,
        "currency": offer.currency,
        "measure": found.measure,
        "formula": found.formula,
        "inputs": found.inputs,
        "lines": [_line_figures(found, line, part) for line, part in found.lines],
        "notes": notes,
    }
    parts: list[Part] = [Text("\n".join(_lines(offer, found, notes)))]
    if found.lines:
        parts.append(_lines_table(offer, found))
    return View(figures, tuple(parts))


def figures_view(offer: Offer, found: Mapping[str, float | None]) -> View:
    """View of the figures that can be explained, with their values."""
    figures = [{"figure": path, "value": value} for path, value in found.items()]
    rows = tuple(Row((path, Amount(value))) for path, value in found.items())
    table = Table(
        f"{offer.id}: figures to explain",
        (*words("figure"), *numbers("value")),
        rows,
        offer.currency,
    )
    more = Text("And walkaway[0].net to the last month; shares are counts.")
    return View(
        {
            "file": offer.file,
            "id": offer.id,
            "currency": offer.currency,
            "figures": figures,
        },
        (table, more),
    )


def _line_figures(found: Explanation, line: Line, part: float | None) -> dict[str, Any]:
    return {
        "date": line.date,
        "month": line.month,
        "component": line.component,
        "grant": line.grant,
        "shares": line.shares,
        "amount": line.amount,
        "notional": _private(found, line, "notional"),
        "intrinsic": _private(found, line, "intrinsic"),
        "certainty": line.certainty,
        "basis": line.basis,
        "part": part,
    }


def _private(found: Explanation, line: Line, path: str) -> float | None:
    """Worth of private stock, beside the part of it that the figure takes."""
    worth: float | None = None
    if line.is_illiquid:
        worth = found.ledger.worth(line, path)
    return worth


def _lines(offer: Offer, found: Explanation, notes: Sequence[str]) -> Iterator[str]:
    yield f"{offer.id}: {found.figure} = {_words(offer, found, found.value)}"
    yield from (f"  {sentence}" for sentence in found.formula)
    yield from ("", "It rests on:")
    for each in found.inputs:
        origin = f"{each.basis}; {each.source}" if each.source else each.basis
        yield f"  {each.name}: {each.value} [{origin}]"
    yield from (f"  {note}" for note in notes)
    if found.value is None:
        yield from ("", "Unknown until these are answered:")
        yield from (f"  {each.field}: {each.question}" for each in questions(offer))


def _lines_table(offer: Offer, found: Explanation) -> Table:
    columns = (
        *words("component", "certainty", "months"),
        *numbers("lines", "each", "together"),
    )
    rows = []
    for months, parts, first in _groups(found):
        alike = len({round(part or 0, 2) for part in parts}) == 1
        name = f"{first.component}{f', grant {first.grant}' if first.grant else ''}"
        each = _words(offer, found, parts[0]) if alike else "varies"
        together = _words(offer, found, _together(parts))
        rows.append(Row((name, first.certainty, months, len(parts), each, together)))
    return Table(f"Ledger lines: {len(found.lines)}", columns, tuple(rows))


def _groups(found: Explanation) -> list[tuple[str, list[float | None], Line]]:
    """Lines of one component, grant and certainty, with their span of months."""

    def kind(pair: tuple[Line, float | None]) -> tuple[str, int, str]:
        line = pair[0]
        return line.component, line.grant or 0, line.certainty

    groups = []
    for _, group in groupby(sorted(found.lines, key=kind), key=kind):
        pairs = list(group)
        months = [line.month for line, _ in pairs]
        span = str(months[0]) if len(months) == 1 else f"{months[0]}-{months[-1]}"
        groups.append((span, [part for _, part in pairs], pairs[0][0]))
    return groups


def _together(parts: list[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _words(offer: Offer, found: Explanation, value: float | None) -> str:
    if value is None:
        return UNKNOWN
    if found.measure == "chance":
        return f"{value:.4f}"
    if found.measure == "shares":
        return f"{value:,.0f} shares"
    return format_whole(value, offer.currency)
