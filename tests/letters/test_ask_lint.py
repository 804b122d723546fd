from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import Ask
from offerlab.core.offer import Offer
from offerlab.letters.ask_lint import lint_ask
from tests.conftest import PRIVATE, assume

if TYPE_CHECKING:
    from offerlab.core.benchmark import Benchmark

Read = Callable[[str], Offer]


@pytest.mark.parametrize(
    ("base", "percent", "rules"),
    [
        (152_000, "0.04", []),
        (160_000, "0.04", []),
        (160_500, "0.04", ["ask-above-benchmark"]),
        (152_000, "0.05", ["ask-above-benchmark"]),
        (190_000, "0.04", ["ask-far-above", "ask-above-benchmark"]),
    ],
)
def test_an_ask_gets_a_second_look(
    private_offer: Offer,
    benchmark: Benchmark,
    base: float,
    percent: str,
    rules: list[str],
) -> None:
    ask = Ask(base, Decimal(percent))
    found = list(lint_ask(private_offer, ask, benchmark, assume()))
    assert [each.rule for each in found] == rules
    assert {each.severity for each in found} <= {"warning"}


def test_a_percent_of_a_public_company_is_not_the_unit(
    public_offer: Offer, benchmark: Benchmark
) -> None:
    found = lint_ask(public_offer, Ask(None, Decimal("0.04")), benchmark, assume())
    assert [each.rule for each in found] == ["percent-not-the-unit"]


def test_a_band_in_dollars_says_nothing_of_euros(
    read: Read, benchmark: Benchmark
) -> None:
    offer = read(PRIVATE + "currency: EUR\n")
    assert list(lint_ask(offer, Ask(170_000), benchmark, assume())) == []
