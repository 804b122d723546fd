"""Leverage in bands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from offerlab.core.offer import Deadline
from offerlab.negotiate.held import Held
from offerlab.negotiate.leverage import leverage_of
from offerlab.negotiate.standard import Standard
from tests.conftest import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "near"), [(24, False), (25, True), (27, True), (28, False)]
)
def test_a_near_deadline_is_against_you(
    read: Callable[[str], Offer], day: int, near: bool
) -> None:
    offer = replace(read(PRIVATE), deadline=Deadline(date(2026, 11, day)))
    items = leverage_of(offer, [], None, TODAY).items
    assert any("telephone first" in each for each in items) is near


@pytest.mark.parametrize(
    ("base", "gap", "written", "band"),
    [
        (160_000, 0, True, "strong"),
        (160_000, 0, False, "usual"),
        (140_000, 5_000, True, "strong"),
        (150_000, 0, True, "small"),  # as high as the offer: no leverage
        (140_000, 0, True, "small"),
    ],
)
def test_only_a_higher_offer_counts(
    read: Callable[[str], Offer], base: float, gap: float, written: bool, band: str
) -> None:
    offer = read(PRIVATE)
    held = [Held(offer, base, gap, written)]
    assert leverage_of(offer, held, None, TODAY).band == band


@pytest.mark.parametrize(("middle", "band"), [(150_000, "small"), (150_500, "usual")])
def test_below_the_middle_of_the_evidence(
    read: Callable[[str], Offer], middle: float, band: str
) -> None:
    standard = Standard("comps", 140_000, middle, 170_000, "mine.csv", "2026", 9)
    assert leverage_of(read(PRIVATE), [], standard, TODAY).band == band
