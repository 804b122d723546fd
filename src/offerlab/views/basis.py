"""What goes with the figures of any offer: which it is, what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.core.problem import Problem, Severity
from offerlab.model.ledger import Certainty, Ledger
from offerlab.views.fold import folded, folded_by_owner
from offerlab.views.view import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from offerlab.core.assumption import Assumption, Assumptions
    from offerlab.core.offer import Offer
    from offerlab.model.component import Component
    from offerlab.model.not_counted import NotCounted

UNTOLD, UNCOUNTED = "Not stated, counted as 0", "Not counted"


def offer_keys(offer: Offer) -> dict[str, str]:
    """Which offer it is: the head of every object of one."""
    return {
        "file": offer.file,
        "id": offer.id,
        "company": offer.company.name,
        "currency": offer.currency,
    }


def offer_warning(offer: Offer, message: str) -> Problem:
    """Warning about an offer as a whole."""
    return Problem(offer.file, None, None, "", Severity.WARNING, message)


def assumption_figures(name: str, assumption: Assumption) -> dict[str, Any]:
    """Object of one assumption; `name` carries the offer's id if it is its own."""
    return {
        "key": name,
        "value": assumption.value,
        "unit": assumption.unit,
        "source": assumption.source,
        "default": assumption.default,
    }


def certain_label(label: str, components: Collection[Component], ledger: Ledger) -> str:
    """Name of some components with how sure they are: ``base (guaranteed)``."""
    kinds = {
        line.certainty
        for line in ledger.within()
        if line.component in components and not line.is_illiquid
    }
    words = "/".join(str(kind) for kind in Certainty if kind in kinds)
    return f"{label} ({words})" if words else label


def not_counted_text(items: Sequence[NotCounted]) -> Text:
    """One line for each thing that no figure counts; in short their fields."""
    lines = [f"  {item.named}: {item.reason}" for item in items]
    if not lines:
        return Text("")
    untold = [item.named for item in items if item.is_untold]
    others = [item.named for item in items if not item.is_untold]
    short = [folded(UNTOLD, untold)] if untold else []
    short += [folded(UNCOUNTED, others)] if others else []
    return Text("\n".join(["Not counted:", *lines]), "\n".join(short))


def left_out_text(by_offer: Mapping[str, Sequence[NotCounted]]) -> Text:
    """What no figure of several offers counts, by offer; another note is about tax."""
    items = {
        offer_id: [item for item in found if item.field != "tax"]
        for offer_id, found in by_offer.items()
    }
    lines = [
        f"  {k}: {x.named}: {x.reason}" for k, found in items.items() for x in found
    ]
    if not lines:
        return Text("")
    untold = _fields(items, told=False)
    others = _fields(items, told=True)
    short = [folded_by_owner(UNTOLD, untold)] if any(untold.values()) else []
    if any(others.values()):
        short.append(folded_by_owner(UNCOUNTED, others, lines=1))
    return Text("\n".join(["Not counted:", *lines]), "\n".join(short))


def _fields(
    items: Mapping[str, Sequence[NotCounted]], *, told: bool
) -> dict[str, list[str]]:
    """Fields that are not counted, by offer; those the paper speaks of or others."""
    return {
        offer_id: [item.named for item in found if item.is_untold is not told]
        for offer_id, found in items.items()
    }


def assumed_text(assumptions: Assumptions, before: str = "") -> Text:
    """One line for each assumption that a figure used; in short those of the user.

    `before` is a sentence that the short line begins with.
    """
    used = sorted(assumptions.used.items())
    lines = [f"  {name} = {item.with_unit} [{item.source}]" for name, item in used]
    given = [f"{name} {item.words}" for name, item in used if item.given]
    count = len(used) - len(given)
    if count:
        given.append(f"{count} default{'s' if count > 1 else ''}")
    short = f"Assumed: {', '.join(given)} (--verbose lists them)."
    short = " ".join(each for each in (before, short if used else "") if each)
    return Text("\n".join(["Assumed:", *lines]), short)
