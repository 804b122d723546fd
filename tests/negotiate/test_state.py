"""The state folded from events, and what it refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from offerlab.core.ask import Ask, SignOnAsk
from offerlab.errors import AskError
from offerlab.negotiate.journal import Event
from offerlab.negotiate.state import (
    State,
    asked_amounts,
    check_ask,
    check_letter,
    fold,
)

DAY = date(2026, 11, 25)


def at(*events: tuple[str, dict[str, Any]]) -> State:
    return fold([Event(kind, DAY, "words", more) for kind, more in events])


SIGNAL: tuple[str, dict[str, Any]] = ("signal", {})
OFFER: tuple[str, dict[str, Any]] = ("offer", {"version": 1})
ASKED: tuple[str, dict[str, Any]] = ("sent", {"letter": "counter", "ask": {"base": 1}})


def reply(outcome: str) -> tuple[str, dict[str, Any]]:
    return "reply", {"outcome": outcome}


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ([], "screen"),
        ([SIGNAL], "signal"),
        ([OFFER], "offer"),
        ([OFFER, ASKED], "asked"),
        ([OFFER, ASKED, reply("partial")], "answered"),
        ([OFFER, ASKED, reply("full")], "agreed"),
        ([OFFER, ASKED, reply("full"), ("offer", {"version": 2})], "agreed"),
        ([OFFER, ASKED, reply("withdrawn")], "withdrawn"),
        ([OFFER, ("sent", {"letter": "accept"})], "accepted"),
        ([OFFER, ("sent", {"letter": "decline"})], "declined"),
        ([OFFER, ("sent", {"letter": "withdraw"})], "withdrawn"),
        ([OFFER, ("sent", {"letter": "clarify"})], "offer"),
    ],
)
def test_stages(events: list[tuple[str, dict[str, Any]]], stage: str) -> None:
    assert at(*events).stage == stage


def test_what_is_remembered() -> None:
    state = at(
        OFFER, ASKED, reply("base-fixed"),
        ("promise", {"by": "Dana", "medium": "phone", "said_on": "2026-11-24"}),
    )  # fmt: skip
    assert state.base_fixed
    assert state.hire_signal
    assert state.asked_on is None
    assert state.promises == (("words", "Dana", "phone", "2026-11-24"),)
    assert at(OFFER, ASKED).asked_on == DAY


def test_before_the_hire_signal_nothing_that_raises_pay() -> None:
    with pytest.raises(AskError, match="'expectations' or 'timeline'"):
        check_letter(at(), "counter", raises_pay=True)
    check_letter(at(), "expectations", raises_pay=False)
    check_letter(at(SIGNAL), "counter", raises_pay=True)


@pytest.mark.parametrize("letter", ["counter", "final-ask", "nudge"])
def test_after_a_full_yes_nothing_is_asked(letter: str) -> None:
    with pytest.raises(AskError, match="break your word"):
        check_letter(at(OFFER, ASKED, reply("full")), letter, raises_pay=True)


@pytest.mark.parametrize("letter", ["accept", "decline", "recap", "differs"])
def test_after_a_full_yes_these_may_follow(letter: str) -> None:
    check_letter(at(OFFER, ASKED, reply("full")), letter, raises_pay=False)


def test_after_the_end_nothing_is_asked() -> None:
    with pytest.raises(AskError, match="you have accepted"):
        check_letter(
            at(OFFER, ("sent", {"letter": "accept"})), "counter", raises_pay=True
        )


def test_more_of_the_same_needs_a_reason() -> None:
    state = State(asked=(("base", 150_000.0),))
    check_ask(state, {"base": 150_000, "shares": 9}, None)
    check_ask(state, {"base": 160_000}, "the level went up")
    with pytest.raises(AskError, match="150,000 before and now for 160,000"):
        check_ask(state, {"base": 160_000}, " ")


def test_amounts_of_an_ask() -> None:
    ask = Ask(base=1.0, sign_on=(SignOnAsk(2, 5.0),), level="L4")
    assert asked_amounts(ask) == {"base": 1.0, "sign_on_2": 5.0}
