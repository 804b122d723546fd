"""The percent that a plan asks for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from offerlab.negotiate.employer import employer_of
from offerlab.negotiate.percent import percent_ask
from tests.conftest import LINE, PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer


@pytest.mark.parametrize(
    ("change", "asked", "words"),
    [
        (("percent: 0.04", "percent: 0.03"), Decimal("0.04"), "offerlab's default"),
        (("percent: 0.04", "percent: 0.04"), None, ""),  # as much as it is: no ask
        (("series-b", "series-a"), None, "does not fit below series B"),
        (("San Francisco, CA", "London, UK"), None, "is of the US"),
    ],
)
def test_where_the_configured_percent_is_asked(
    read: Callable[[str], Offer],
    benchmark: Benchmark,
    change: tuple[str, str],
    asked: Decimal | None,
    words: str,
) -> None:
    offer = read(PRIVATE.replace(*change))
    percent, why = percent_ask(offer, employer_of(offer, LINE), benchmark)
    assert percent == asked
    assert words in " ".join(why)
    assert bool(why) == bool(words)


def test_a_job_of_some_months_is_asked_for_no_percent(
    read: Callable[[str], Offer], benchmark: Benchmark
) -> None:
    offer = read(PRIVATE.replace("series-b", "series-a") + "end_date: 2027-04-09\n")
    assert percent_ask(offer, employer_of(offer, LINE), benchmark) == (None, [])
