"""What to do today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from offerlab.core.offer import Deadline, Offer
from offerlab.negotiate.advice import next_steps, working_days
from offerlab.negotiate.state import State
from tests.conftest import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable

WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def paper(read: Callable[[str], Offer]) -> Offer:
    offer = read(PRIVATE)
    return replace(offer, deadline=Deadline(date(2026, 12, 20)))


@pytest.mark.parametrize(
    ("today", "days"),
    [(25, 0), (26, 1), (27, 2), (28, 2), (29, 2), (30, 3)],
)
def test_working_days_leave_out_the_weekend(today: int, days: int) -> None:
    assert working_days(WEDNESDAY, date(2026, 11, today)) == days


@pytest.mark.parametrize(
    ("state", "letters"),
    [
        (State(), ["expectations"]),
        (State("signal"), ["acknowledge"]),
        (State("agreed"), ["accept"]),
        (State("accepted"), ["withdraw"]),
        (State("declined"), [None]),
        (State("answered", outcome="partial"), ["final-ask"]),
        (State("answered", outcome="base-fixed"), ["base-fixed"]),
        (State("answered", outcome="final"), [None]),
        (State("offer"), ["clarify", None]),
        (State("asked", asked_on=date(2026, 11, 24)), [None]),
        (State("asked", asked_on=date(2026, 11, 23)), ["nudge"]),
    ],
)
def test_steps_by_stage(paper: Offer, state: State, letters: list[str | None]) -> None:
    steps = next_steps(state, paper, 2, WEDNESDAY)
    assert [each.letter for each in steps] == letters


def test_the_deadline_comes_first(paper: Offer) -> None:
    soon = replace(paper, deadline=Deadline(date(2026, 11, 27)))
    assert next_steps(State("offer"), soon, 0, WEDNESDAY)[0].letter == "extension"
    over = replace(paper, deadline=Deadline(date(2026, 11, 24)))
    first = next_steps(State("offer"), over, 0, WEDNESDAY)[0]
    assert "still open" in first.do
    untold = replace(paper, deadline=None, basis="verbal")
    steps = next_steps(State("offer"), untold, 0, WEDNESDAY)
    assert "by when" in steps[0].do
    assert steps[1].letter == "acknowledge"


def test_one_nudge_and_then_the_phone(paper: Offer) -> None:
    asked = State(stage="asked", hire_signal=True, asked_on=date(2026, 11, 23))
    first = next_steps(asked, paper, 0, WEDNESDAY)
    assert [each.letter for each in first] == ["nudge"]
    again = next_steps(replace(asked, nudged=True), paper, 0, WEDNESDAY)
    assert [each.letter for each in again] == [None]
    assert again[0].do.startswith("Telephone")


def test_what_follows_a_no_is_about_what_was_asked() -> None:
    # After a no to stock, "I understand that the base is fixed" would be untrue.
    refused = State(stage="answered", hire_signal=True, outcome="refused")
    stock = replace(refused, asked=(("equity_value", 200_000.0),))
    base = replace(refused, asked=(("base", 160_000.0),))
    assert next_steps(stock, None, 0, WEDNESDAY)[-1].letter == "final-ask"
    assert next_steps(base, None, 0, WEDNESDAY)[-1].letter == "base-fixed"
