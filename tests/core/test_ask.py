from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import paid_as, said_base, spoken_base
from tests.conftest import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.offer import Offer


def test_pay_by_the_hour_is_spoken_so(read: Callable[[str], Offer]) -> None:
    hourly = PRIVATE.replace("150_000\nequity", "{amount: 55, per: hour}\nequity")
    offer = read(hourly)
    year = offer.base_salary / 55  # hours of a year
    assert paid_as(offer, 62 * year) == (62, "hour")
    assert said_base(offer, 62 * year) == "$62 an hour"
    assert spoken_base(offer, 57.74 * year) == pytest.approx(57.5 * year)


def test_pay_by_the_year_stays(read: Callable[[str], Offer]) -> None:
    offer = read(PRIVATE)
    assert paid_as(offer, 160_000) == (160_000, "year")
    assert said_base(offer, 160_000) == "$160,000 base"
    assert spoken_base(offer, 160_250) == 160_250
