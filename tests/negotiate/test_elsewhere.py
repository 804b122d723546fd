"""A gap in base, asked for in what the employer moves instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import SignOnAsk
from offerlab.ingest.levers import read_constants
from offerlab.negotiate.elsewhere import ask_elsewhere, round_once
from offerlab.negotiate.employer import employer_of
from tests.conftest import PRIVATE, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer

CONSTANTS = read_constants()


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        (999, 0),
        (18_999, 18_000),
        (20_000, 20_000),
        (24_999, 20_000),
        (162_500, 160_000),
    ],
)
def test_rounding(amount: float, rounded: float) -> None:
    assert round_once(amount) == rounded


def test_a_percent_of_a_late_company_is_asked_in_money(
    read: Callable[[str], Offer],
) -> None:
    text = PRIVATE.replace("valuation: 150_000_000", "valuation: 800_000_000")
    offer = read(text)
    employer = employer_of(offer)
    assert employer.kind == "late-private"
    # 0.04% of $800M is $320,000; a gap of 10,000 a year is 40,000 of it in all.
    ask = ask_elsewhere(offer, employer, 10_000, CONSTANTS, base_fixed=False)
    assert (ask.equity_value, ask.sign_on) == (360_000, ())


def test_stock_that_cannot_be_priced_leaves_sign_on(
    read: Callable[[str], Offer],
) -> None:
    text = PRIVATE.replace("  valuation: 150_000_000\n", "").replace(
        "stage: series-b", "stage: late"
    )
    offer = read(text)
    ask = ask_elsewhere(offer, employer_of(offer), 10_000, CONSTANTS, base_fixed=False)
    assert ask.equity_value is None
    assert ask.sign_on == (SignOnAsk(1, 15_000.0),)


def test_back_loaded_without_sign_on_asks_for_the_gap(
    read: Callable[[str], Offer],
) -> None:
    offer = read(PUBLIC)
    employer = employer_of(offer)
    assert employer.kind == "public-back-loaded"
    ask = ask_elsewhere(offer, employer, 8_000, CONSTANTS, base_fixed=True)
    assert ask.sign_on == (SignOnAsk(1, 8_000.0), SignOnAsk(2, 8_000.0))
