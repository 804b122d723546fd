from __future__ import annotations

from fractions import Fraction

import pytest

from offerlab.errors import AssumptionError, CurrencyError
from tests.conftest import assume


def test_what_was_asked_for_is_listed_and_nothing_else() -> None:
    assumptions = assume()
    assumptions.number("discount_rate")
    assert list(assumptions.used) == ["discount_rate"]


def test_one_offers_own_value_is_listed_under_its_id() -> None:
    assumptions = assume(settings=["Acme:share_growth_rate=0.2"])
    assert assumptions.for_offer("Acme").number("share_growth_rate") == 0.2
    assert assumptions.for_offer("Beta").number("share_growth_rate") == 0
    assert set(assumptions.used) == {"Acme:share_growth_rate", "share_growth_rate"}


def test_what_was_set_and_never_asked_for_is_known() -> None:
    assumptions = assume(settings=["rounds=2", "raise_rate=3%"])
    assert assumptions.number("raise_rate") == 0.03
    assert [item.key for item in assumptions.unused()] == ["rounds"]


def test_a_rate_goes_through_dollars() -> None:
    assumptions = assume(settings=["fx.EUR=1.08", "fx.GBP=1.35"])
    assert assumptions.rate("EUR", "USD") == 1.08
    assert assumptions.rate("GBP", "EUR") == pytest.approx(1.25)  # 1.35 / 1.08
    assert assumptions.rate("JPY", "JPY") == 1
    assert assumptions.exact_rate("GBP", "EUR") == Fraction(135, 108)
    assert assumptions.exact_rate("USD", "EUR") == Fraction(100, 108)
    assert assumptions.exact_rate("JPY", "JPY") == 1
    assert assumptions.convert(200.0, "GBP", "EUR") == pytest.approx(250)
    # Unknown stays unknown, and nothing is nothing in any currency.
    assert assumptions.convert(None, "JPY", "USD") is None
    assert assumptions.convert(0.0, "JPY", "USD") == 0
    with pytest.raises(CurrencyError, match=r"--set fx\.JPY=RATE"):
        assumptions.rate("JPY", "USD")


def test_a_choice_is_not_a_number() -> None:
    with pytest.raises(AssumptionError, match="not a number"):
        assume().number("refreshers")
