"""The words that stand beside figures: their basis, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.money import format_whole
from offerlab.model.ledger import Certainty, Component, Ledger

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.model.not_counted import NotCounted

_LABELS = {
    Component.BASE_SALARY: "base salary",
    Component.TARGET_BONUS: "target bonus",
    Component.SIGN_ON: "sign-on",
    Component.RELOCATION: "relocation",
    Component.EQUITY: "equity",
    Component.REFRESHER: "refresher",
    Component.CASH_AWARD: "cash award",
    Component.EMPLOYER_MATCH: "employer match",
    Component.BENEFIT: "benefit",
}


def component_label(component: Component, ledger: Ledger) -> str:
    """Name of a component with the certainty of its lines: ``base (guaranteed)``."""
    kinds = {
        line.certainty
        for line in ledger.within()
        if line.component is component and not line.is_illiquid
    }
    words = "/".join(str(kind) for kind in Certainty if kind in kinds)
    return f"{_LABELS[component]} ({words})" if words else _LABELS[component]


def amount_or_unknown(amount: float | None, currency: str) -> str:
    """Whole amount, or the word unknown."""
    return "unknown" if amount is None else format_whole(amount, currency)


def assumption_lines(assumptions: Assumptions) -> list[str]:
    """One line for each assumption that a figure used."""
    return [
        f"  {name} = {item.with_unit} [{item.source}]"
        for name, item in sorted(assumptions.used.items())
    ]


def not_counted_lines(items: list[NotCounted]) -> list[str]:
    """One line for each thing that no figure counts."""
    return [f"  {item.field}: {item.reason}" for item in items]


def footers(items: list[NotCounted], assumptions: Assumptions) -> list[str]:
    """What stands below the figures of one offer: what is left out, what is assumed."""
    return [
        "Not counted:\n" + "\n".join(not_counted_lines(items)) + "\n",
        "Assumed:\n" + "\n".join(assumption_lines(assumptions)),
    ]
