"""What an ask may lean on, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.money import format_money
from offerlab.negotiate.standard import standard_words
from offerlab.views.basis import offer_keys
from offerlab.views.view import Part, Text, View

if TYPE_CHECKING:
    from offerlab.negotiate.plan import Situation


def evidence_view(situation: Situation) -> View:
    """View of the evidence of a situation."""
    offer, code = situation.offer, situation.offer.currency
    used = [standard_words(each, code) for each in situation.standards]
    used += [
        f"{each.offer.id}: {format_money(round(each.base), code)} base, in hand"
        for each in situation.held
    ]
    nothing = (
        "nothing yet: look for the range in the posting and for the company's own range"
        " for the level, and ask people of the same role, level and place"
    )
    parts: list[Part] = [
        Text(f"{offer.id}: what an ask may lean on\n" + _listed(used or [nothing]))
    ]
    if situation.notes:
        parts.append(Text("Of what you gave:\n" + _listed(situation.notes)))
    figures = {
        **offer_keys(offer),
        "evidence": evidence_rows(situation),
        "notes": situation.notes,
    }
    return View(figures, tuple(parts))


def evidence_rows(
    situation: Situation, most: int | None = None
) -> list[dict[str, Any]]:
    """Standards, at most so many of them, and the offers in hand, for JSON."""
    rows: list[dict[str, Any]] = [
        {
            "kind": each.kind, "source": each.source, "as_of": each.as_of,
            "count": each.rows, "p25": each.low, "p50": each.middle,
            "p75": each.high,
        }
        for each in situation.standards[:most]
    ]  # fmt: skip
    rows += [
        {"kind": "rival", "source": each.offer.id, "base": each.base}
        for each in situation.held
    ]
    return rows


def _listed(lines: list[str] | tuple[str, ...]) -> str:
    return "\n".join(f"  {each}" for each in lines)
