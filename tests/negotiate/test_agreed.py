"""What was agreed, held against the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from offerlab.core.offer import Offer, Promise
from offerlab.negotiate.agreed import missing_from_paper, with_promises
from offerlab.negotiate.state import Promised, State
from tests.conftest import PRIVATE

Read = Callable[[str], Offer]
PAPER = (
    PRIVATE.partition("equity:")[0]
    + """\
sign_on: {amount: 10_000, paid_month: 1}
relocation: 5k
equity: [{kind: iso, percent: 0.05, strike: 1, vesting: standard-startup-option}]
"""
)


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ({"base": 150_000.0}, []),
        ({"base": 152_000.0}, ["$152,000 base"]),
        ({"sign_on_1": 15_000.0}, ["$15,000 sign-on in year 1"]),
        ({"sign_on_2": 5_000.0}, ["$5,000 sign-on in year 2"]),
        ({"equity_percent": 0.05, "relocation": 5_000.0}, []),
        ({"equity_percent": 0.06}, ["0.06% of the company"]),
        ({"relocation": 6_000.0}, ["$6,000 for the move"]),
        ({"equity_value": 90_000.0}, []),  # the paper tells no money: not called less
    ],
)
def test_what_the_paper_holds_less_of(
    read: Read, asked: dict[str, float], missing: list[str]
) -> None:
    state = State(agreed=True, asked=tuple(asked.items()))
    assert missing_from_paper(read(PAPER), state) == missing
    # Nothing was agreed while they have not said yes to all of it.
    assert missing_from_paper(read(PAPER), replace(state, agreed=False)) == []


def test_promises_on_file_stand_beside_those_of_the_paper(read: Read) -> None:
    offer = replace(read(PAPER), promises=(Promise("a review in June", "Dana"),))
    state = State(
        promises=(
            Promised("A review in June", "Dana", "phone", "2026-11-20"),
            Promised("a mentor", "Wei", "e-mail", "no day"),
        )
    )
    texts = [each.text for each in with_promises(offer, state).promises]
    assert texts == ["a review in June", "a mentor"]
