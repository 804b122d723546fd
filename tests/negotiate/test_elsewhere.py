"""A gap in base, asked for in what the employer moves instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import SignOnAsk
from offerlab.ingest.levers import read_constants
from offerlab.negotiate.elsewhere import ask_elsewhere, round_once
from offerlab.negotiate.employer import employer_of
from tests.conftest import LINE, PRIVATE, PUBLIC

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
    employer = employer_of(offer, LINE)
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
    ask = ask_elsewhere(
        offer, employer_of(offer, LINE), 10_000, CONSTANTS, base_fixed=False
    )
    assert ask.equity_value is None
    assert ask.sign_on == (SignOnAsk(1, 15_000.0),)


def test_back_loaded_without_sign_on_asks_for_the_gap(
    read: Callable[[str], Offer],
) -> None:
    offer = read(PUBLIC)
    employer = employer_of(offer, LINE)
    assert employer.kind == "public-back-loaded"
    ask = ask_elsewhere(offer, employer, 8_000, CONSTANTS, base_fixed=True)
    assert ask.sign_on == (SignOnAsk(1, 8_000.0), SignOnAsk(2, 8_000.0))


BANDED = """\
offerlab: 1
company: {name: Meridian, stage: public, share_price: 100}
role: Software Engineer
location: Mountain View, CA
base_salary: 141_000
sign_on: {amount: 20_000}
equity: [{kind: rsu, value: 130_000, vesting: google-33-33-22-12}]
"""


@pytest.mark.parametrize(
    ("gap", "value", "sign_on"),
    [
        # 130,000 + 4 x 500 = 132,000, down to 130,000: no more stock, so sign-on, of
        # which 1,000 is the least.
        (500, None, 21_000),
        (5_000, 150_000, None),  # 130,000 + 4 x 5,000
        # At most 1.25 x 130,000 = 162,500, down to 160,000: 7,500 a year of the gap.
        (8_400, 160_000, None),  # 900 are left: not worth a sign-on
        (8_500, 160_000, 21_000),  # 1,000 are left, x 1.5, down to 1,000
        (20_000, 160_000, 38_000),  # 12,500 are left, x 1.5 = 18,750, down to 18,000
    ],
)
def test_a_gap_goes_along_the_levers(
    read: Callable[[str], Offer], gap: float, value: float | None, sign_on: float | None
) -> None:
    offer = read(BANDED)
    ask = ask_elsewhere(
        offer, employer_of(offer, LINE), gap, CONSTANTS, base_fixed=False
    )
    assert ask.equity_value == value
    assert [each.amount for each in ask.sign_on] == ([sign_on] if sign_on else [])


def test_a_late_company_is_asked_for_one_number(read: Callable[[str], Offer]) -> None:
    text = PRIVATE.replace("valuation: 150_000_000", "valuation: 800_000_000")
    offer = read(text)
    # 1.25 x $320,000 = $400,000 leaves 10,000 a year of the gap: not asked as well.
    ask = ask_elsewhere(
        offer, employer_of(offer, LINE), 30_000, CONSTANTS, base_fixed=False
    )
    assert (ask.equity_value, ask.sign_on) == (400_000, ())


def test_late_stock_is_made_up_within_a_quarter_of_each_year(
    read: Callable[[str], Offer],
) -> None:
    text = PUBLIC + "sign_on: [{amount: 40_000}, {amount: 30_000, paid_month: 13}]\n"
    offer = read(text)
    # A quarter over: 10,000 of year one, 7,500 of year two, down to 7,000.
    ask = ask_elsewhere(
        offer, employer_of(offer, LINE), 50_000, CONSTANTS, base_fixed=False
    )
    assert ask.sign_on == (SignOnAsk(1, 50_000), SignOnAsk(2, 37_000))
