"""Where a negotiation is, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.negotiate.state import Promised, State

STAGES = {
    "screen": "they have not said yet that they want to hire you",
    "signal": "they want to hire you, and no offer is on file",
    "offer": "an offer is on file, and nothing is asked",
    "asked": "your ask is with them",
    "answered": "they have answered",
    "agreed": "they said yes to all you asked",
    "accepted": "you have accepted",
    "declined": "you have declined",
    "withdrawn": "it was withdrawn",
}


def stage_view(company: str, state: State) -> View:
    """View of a state."""
    figures = {
        "company": company,
        "stage": state.stage,
        "hire_signal": state.hire_signal,
        "versions": state.versions,
        "base_fixed": state.base_fixed,
        "agreed": state.agreed,
        "asked_on": state.asked_on,
        "asked": dict(state.asked),
        "outcome": state.outcome,
        "promises": list(state.promises),
    }
    return View(figures, (Text("\n".join(_lines(company, state))),))


def _lines(company: str, state: State) -> Iterator[str]:
    yield f"{company}: {state.stage}: {STAGES[state.stage]}"
    yield f"  hire signal: {'yes' if state.hire_signal else 'not yet'}"
    yield f"  versions of the offer on file: {state.versions}"
    if state.asked:
        items = ", ".join(
            f"{name.replace('_', ' ')} {amount:,.10g}" for name, amount in state.asked
        )
        waiting = f", no answer since {state.asked_on}" if state.asked_on else ""
        yield f"  last ask: {items}{waiting}"
    if state.outcome:
        yield f"  their last answer: {state.outcome}"
    if state.base_fixed:
        yield "  base does not move"
    yield from (f"  promised: {_promise(each)}" for each in state.promises)


def _promise(promise: Promised) -> str:
    by = f" (by {promise.by})" if promise.by else ""
    return f"{promise.text}{by}"
