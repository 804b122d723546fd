"""Assumptions: each with its value, unit, source, and what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.views.view import Column, Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.assumption import Assumption


def assumptions_view(asked: Sequence[Assumption], *, in_detail: bool) -> View:
    """View of assumptions: a list, or each with its source."""
    figures = {"changes": {each.key: each.changes for each in asked}}
    if in_detail:
        return View(figures, tuple(map(_detail, asked)))
    columns = (
        Column("key", words=True, whole=True),
        *words("value", "unit", "what it changes"),
    )
    rows = tuple(Row((each.key, each.words, each.unit, each.changes)) for each in asked)
    title = "Assumptions (--set KEY=VALUE changes one; with a KEY its source is shown)"
    return View(figures, (Table(title, columns, rows),))


def _detail(each: Assumption) -> Text:
    source = each.source
    if each.given:
        before = "not set" if each.default is None else f"{each.default}"
        source += f"; by default {before}"
    return Text(
        f"{each.key} = {each.with_unit}\n"
        f"  unit: {each.unit}\n"
        f"  changes: {each.changes}\n"
        f"  source: {source}"
    )
