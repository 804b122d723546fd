"""The dates and shares of vesting terms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_shares
from offerlab.core.ocf_reader import LONGEST_NAME
from offerlab.views.cell import Count
from offerlab.views.grant import exact_shares
from offerlab.views.view import Part, Row, Table, Text, View, numbers, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.terms import VestingTerms
    from offerlab.core.timetable import Tranche


def ocf_view(
    file: str, terms: VestingTerms, quantity: Fraction, tranches: Sequence[Tranche]
) -> View:
    """View of the tranches of `quantity` shares under the terms of a file."""
    total = tranches[-1].cumulative if tranches else 0
    left = quantity - Fraction(total or 0)
    figures = {
        "file": file,
        "terms": terms.id,
        "name": terms.name,
        "allocation_type": terms.allocation,
        "quantity": quantity,
        "tranches": [_tranche_figures(each) for each in tranches],
        "total_vested": total,
        "not_vested": left,
    }
    parts: list[Part] = [_table(terms, tranches)]
    if left:
        parts.append(
            Text(
                f"{format_shares(left)} shares are not vested by these terms: a"
                " condition waits for an event or a start date, another way was taken,"
                " or the portions add up to less than the grant."
            )
        )
    return View(figures, tuple(parts))


def _tranche_figures(tranche: Tranche) -> dict[str, Any]:
    return {
        "date": tranche.date,
        "shares": tranche.shares,
        "cumulative": tranche.cumulative,
        **exact_shares(tranche.shares),
    }


def _table(terms: VestingTerms, tranches: Sequence[Tranche]) -> Table:
    return Table(
        f"{terms.name[:LONGEST_NAME]}: {terms.allocation}",
        (*words("date"), *numbers("shares", "running total")),
        tuple(
            Row((each.date, Count(each.shares), Count(each.cumulative)))
            for each in tranches
        ),
    )
