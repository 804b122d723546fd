"""Who leads and by how much, at a discount rate of zero; each with its sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offerlab.ingest.offers import read_offers
from offerlab.model.comparison import compare
from tests.conftest import PRIVATE, PUBLIC, assume

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from offerlab.core.benchmark import Benchmark
    from offerlab.model.lead import Lead

CASH = PUBLIC.partition("equity:")[0]


@pytest.fixture
def lead(
    write: Callable[[str, str], Path], benchmark: Benchmark
) -> Callable[..., Lead | None]:
    """Verdict on some offer files, with some settings."""

    def find(*texts: str, settings: tuple[str, ...] = ()) -> Lead | None:
        files = [write(f"{k}.yaml", text) for k, text in enumerate(texts)]
        offers, _ = read_offers(files)
        own = assume(settings=["discount_rate=0", *settings])
        return compare(offers, benchmark, own).lead

    return find


def test_one_offer_alone_leads_nothing(lead: Callable[..., Lead | None]) -> None:
    assert lead(PUBLIC) is None


def test_the_gap_its_parts_and_what_would_turn_it(
    lead: Callable[..., Lead | None],
) -> None:
    # 4 × 145,000 + 1,000 × $100 = 680,000 against 4 × 150,000 = 600,000.
    found = lead(PRIVATE, PUBLIC)
    assert found is not None
    assert (found.leader, found.second) == ("Contoso", "Northwind Robotics")
    assert found.gap == pytest.approx(80_000)
    assert found.gap_share == pytest.approx(80_000 / 600_000)
    assert found.by_component == pytest.approx(
        {"base_salary": -20_000, "equity": 100_000}
    )
    assert not found.close
    # 20,000 options × $3.00 are 60,000 notional: they would have to be worth 4/3.
    assert found.break_even is not None
    assert found.break_even.id == "Northwind Robotics"
    assert found.break_even.notional_share == pytest.approx(80 / 60)


def test_the_break_even_is_of_the_second_alone(
    lead: Callable[..., Lead | None],
) -> None:
    # Private stock of the leader turns nothing.
    found = lead(PRIVATE, CASH)
    assert found is not None
    assert found.leader == "Northwind Robotics"
    assert found.gap == pytest.approx(20_000)
    assert found.break_even is None


@pytest.mark.parametrize(
    ("base", "gap", "close"),
    [
        (153_000, 12_000, False),  # 12,000 of 600,000 is 2%: not below it
        (152_999, 11_996, True),
        (150_000, 0, True),
        (190_000, 160_000, False),
    ],
)
def test_a_gap_below_two_percent_is_too_close_to_call(
    lead: Callable[..., Lead | None], base: int, gap: int, close: bool
) -> None:
    low, high = (CASH.replace("145_000", str(x)) for x in (150_000, base))
    found = lead(low, high)
    assert found is not None
    assert found.gap == pytest.approx(gap)
    assert found.close is close
    assert found.gap_share == pytest.approx(gap / 600_000)


def test_the_gap_is_in_the_currency_of_the_comparison(
    lead: Callable[..., Lead | None],
) -> None:
    # EUR 145,000 × 4 × 1.25 = $725,000 against $580,000.
    found = lead(CASH + "currency: EUR\n", CASH, settings=("fx.EUR=1.25",))
    assert found is not None
    assert found.gap == pytest.approx(145_000)
    assert found.by_component == pytest.approx({"base_salary": 145_000})
