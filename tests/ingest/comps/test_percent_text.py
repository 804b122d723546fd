from __future__ import annotations

import pytest

from offerlab.ingest.comps.pay_text import NO_PAY, UNCLEAR, Pay
from offerlab.ingest.comps.percent_text import read_percent


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0.50%", 0.5, 0.5),
        ("0.04", 0.04, 0.04),
        (".25 %", 0.25, 0.25),
        ("0,15%", 0.15, 0.15),
        ("0.1% - 0.5%", 0.1, 0.5),
        ("0.1\u20130.5%", 0.1, 0.5),
        ("between 0.1 and 0.5 percent", 0.1, 0.5),
        ("25 bps", 0.25, 0.25),
        ("up to 1%", None, 1.0),
        ("0.5%+", 0.5, None),
        ("at least 0.5%", 0.5, None),
        ("0.3% equity", 0.3, 0.3),
        ("1% (fully diluted)", 1.0, 1.0),
    ],
)
def test_a_percent_is_read(text: str, low: float | None, high: float | None) -> None:
    found = read_percent(text)
    assert isinstance(found, Pay)
    assert (found.low, found.high, found.currency) == (low, high, "%")


@pytest.mark.parametrize("text", ["", "-", "n/a", "0%", "no equity", "0.0"])
def test_nothing_is_no_percent(text: str) -> None:
    assert read_percent(text) == NO_PAY


@pytest.mark.parametrize(
    "text", ["$5,000", "150k", "120%", "0.5% - 0.1%", "5,000 options", "0.1% / 0.2%"]
)
def test_what_is_no_percent_is_not_understood(text: str) -> None:
    assert read_percent(text) == UNCLEAR
