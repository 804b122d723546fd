"""The command ``explain``: a figure taken apart."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from offerlab.cli.options import one_offer, reading, running, writing
from offerlab.ingest.catalogue import Catalogue
from offerlab.model.catalogue_note import offer_notes
from offerlab.model.explanation import Explanation
from offerlab.model.explanation import explain as explain_figure
from offerlab.model.question import questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from offerlab.cli.run import Run
    from offerlab.core.offer import Offer
    from offerlab.model.ledger import Line


@click.command()
@one_offer
@click.argument("figure")
@reading
@writing
@running
def explain(run: Run, figure: str) -> None:
    """Explain a figure: formula, inputs, lines.

    FIGURE is its path in the JSON of show, compare or walkaway: total,
    present_value, headlines.year_one, years[0].components.equity,
    illiquid.notional, walkaway[12].net, expected_net.

    \b
    Example:
      offerlab explain offer.yaml headlines.year_one
    """
    offer = run.one_offer()
    if offer is None:
        run.finish({}, None)
        return
    found = explain_figure(offer, run.assumptions, figure)
    notes = _vesting_notes(run, offer, found)
    payload = {**_as_json(offer, found), "notes": notes}
    run.finish(payload, lambda: _as_tables(offer, found, notes))


def _vesting_notes(run: Run, offer: Offer, found: Explanation) -> list[str]:
    """What the catalogue says of the schedules behind the figure."""
    numbers = {line.grant for line, _ in found.lines}
    grants = [grant for grant in offer.equity or () if grant.number in numbers]
    return offer_notes(offer, grants, Catalogue(run.library), run.today)


def _as_json(offer: Offer, found: Explanation) -> dict[str, Any]:
    return {
        "file": offer.file,
        "id": offer.id,
        "figure": found.figure,
        "value": found.value,
        "currency": offer.currency,
        "measure": found.measure,
        "formula": list(found.formula),
        "inputs": [
            {
                "name": each.name,
                "value": each.value,
                "basis": each.basis,
                "source": each.source,
            }
            for each in found.inputs
        ],
        "lines": [
            {
                "date": line.date,
                "month": line.month,
                "component": str(line.component),
                "grant": line.grant,
                "shares": line.shares,
                "amount": line.amount,
                "notional": line.notional,
                "intrinsic": line.intrinsic,
                "certainty": str(line.certainty),
                "basis": line.basis,
                "part": part,
            }
            for line, part in found.lines
        ],
    }


def _as_tables(
    offer: Offer, found: Explanation, notes: list[str]
) -> Sequence[RenderableType]:
    from offerlab.cli.table import make_table

    value = _number(offer, found, found.value)
    text = [f"{offer.id}: {found.figure} = {value}"]
    text += [f"  {words}" for words in found.formula]
    text += ["", "It rests on:"]
    for each in found.inputs:
        origin = f"{each.basis}; {each.source}" if each.source else each.basis
        text.append(f"  {each.name}: {each.value} [{origin}]")
    text += [f"  {note}" for note in notes]
    if found.value is None:
        text += ["", "It is unknown; open are:"]
        text += [f"  {each.field}: {each.question}" for each in questions(offer)]
    lines = make_table(
        f"\nLedger lines: {len(found.lines)}",
        ("component", "certainty", "months", "lines", "each", "together"),
        texts=3,
    )
    for months, parts, first in _groups(found):
        each_part = (
            "varies"
            if len({round(p or 0, 2) for p in parts}) > 1
            else (_number(offer, found, parts[0]))
        )
        lines.add_row(
            f"{first.component}{f', grant {first.grant}' if first.grant else ''}",
            str(first.certainty),
            months,
            str(len(parts)),
            each_part,
            _number(offer, found, _together(parts)),
        )
    return ["\n".join(text), lines] if found.lines else ["\n".join(text) + "\n"]


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


def _number(offer: Offer, found: Explanation, value: float | None) -> str:
    from offerlab.cli.basis import amount_or_unknown

    if found.measure == "chance" and value is not None:
        return f"{value:.4f}"
    if found.measure == "shares" and value is not None:
        return f"{value:,.0f} shares"
    return amount_or_unknown(value, offer.currency)
