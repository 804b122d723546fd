from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from offerlab.core.ask import Ask, BonusAsk, SignOnAsk
from offerlab.core.ask_stop import ask_stops, money_line, quoted_in_money
from offerlab.core.offer import Offer
from tests.conftest import LINE, PRIVATE, PUBLIC, assume

if TYPE_CHECKING:
    from offerlab.core.benchmark import Benchmark

Read = Callable[[str], Offer]

FULL = (
    PRIVATE.replace("0.04,", "0.10,")
    + "level: L3\ntarget_bonus: 10%\nsign_on: {amount: 20_000, paid_month: 13}\n"
)


def rules(ask: Ask, offer: Offer, *rivals: Offer) -> list[str]:
    return [each.rule for each in ask_stops(ask, offer, rivals, line=LINE)]


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (Ask(base=160_000), []),
        (Ask(base=149_000), ["ask-below-offer"]),
        (Ask(base=150_000), ["ask-as-offered"]),
        (Ask(base=150_000, equity_percent=Decimal("0.12")), []),
        (Ask(level="L3"), ["ask-as-offered"]),
        (Ask(level="L4"), []),
        (Ask(start=date(2027, 1, 11)), ["ask-as-offered"]),
        (Ask(target_bonus=BonusAsk(rate=0.15)), []),
        (Ask(target_bonus=BonusAsk(rate=0.05)), ["ask-below-offer"]),
        (Ask(sign_on=(SignOnAsk(2, 10_000),)), ["ask-below-offer"]),
        (Ask(sign_on=(SignOnAsk(1, 10_000),)), []),  # year one has none on paper
        (Ask(equity_percent=Decimal("0.09")), ["ask-below-offer"]),
        (Ask(shares=49_999), ["ask-below-offer"]),  # 0.10% of 50 million is 50,000
        (Ask(equity_percent=Decimal("0.49")), []),
        (Ask(equity_percent=Decimal("0.5")), ["percent-slip"]),  # five times
        (Ask(base=151_347.23), ["ask-precision"]),
        (Ask(equity_percent=Decimal("0.1473")), ["ask-precision"]),
    ],
)
def test_what_stops_an_ask(read: Read, ask: Ask, expected: list[str]) -> None:
    assert rules(ask, read(FULL)) == expected


def test_without_offered_equity_a_founders_percent_is_a_slip(read: Read) -> None:
    offer = read(PRIVATE[: PRIVATE.index("equity:")])
    assert rules(Ask(equity_percent=Decimal("0.5")), offer) == []
    assert rules(Ask(equity_percent=Decimal(4)), offer) == ["percent-slip"]


def test_a_percent_of_an_untold_total_is_a_question(read: Read) -> None:
    text = PRIVATE.replace("percent: 0.04", "shares: 18_000")
    offer = read("".join(
        line + "\n" for line in text.splitlines()
        if not any(w in line for w in ("valuation", "fully", "preferred"))
    ))  # fmt: skip
    (stop,) = ask_stops(Ask(equity_percent=Decimal("0.05")), offer, line=LINE)
    assert (stop.rule, stop.may_allow) == ("percent-untold", True)
    assert "fully diluted" in stop.remedy


def test_the_playbooks_percent_at_a_listed_company(read: Read) -> None:
    """0.04% of $2.1 trillion is 0.0004 x 2.1e12 = $840 million."""
    offer = read(PUBLIC.replace("stage: public", "stage: public, valuation: 2.1e12"))
    (stop,) = ask_stops(Ask(equity_percent=Decimal("0.04")), offer, line=LINE)
    assert stop.rule == "percent-unit"
    assert not stop.may_allow
    assert "$840,000,000 at its $2.1 trillion" in stop.message
    assert "--ask-equity-value" in stop.remedy
    assert "in USD over the whole vesting schedule" in stop.remedy


@pytest.mark.parametrize(
    ("valuation", "currency", "stops"),
    [
        ("500e6", "USD", 0),
        ("500.1e6", "USD", 1),
        ("450e6", "GBP", 1),  # × 1.27 = $571,500,000
        ("450e6", "USD", 0),
        ("20e9", "INR", 0),  # × 0.012 = $240,000,000
        ("42e9", "INR", 1),
        ("501e6", "EUR", 1),  # no rate: the line is read in euros
        ("499e6", "EUR", 0),
    ],
)
def test_the_line_of_500_million_is_in_dollars(
    read: Read, benchmark: Benchmark, valuation: str, currency: str, stops: int
) -> None:
    text = PRIVATE.replace("150_000_000", valuation)
    offer = read(text.replace("name: North", f"currency: {currency}\n  name: North"))
    own = assume(settings=["fx.GBP=1.27", "fx.INR=0.012"])
    line = money_line(offer, own, benchmark)
    ask = Ask(equity_percent=Decimal("0.05"))
    assert len(ask_stops(ask, offer, line=line)) == stops
    assert quoted_in_money(offer, line) is bool(stops)


def test_an_ask_is_never_below_what_one_holds(read: Read) -> None:
    offer, rival = read(PRIVATE), read(PUBLIC.replace("145_000", "158_000"))
    assert rules(Ask(base=155_000), offer, rival) == ["ask-below-rival"]
    assert rules(Ask(base=158_000), offer, rival) == []
    # 155,000 and a sign-on of 10,000 is more than 158,000 in the first year.
    both = Ask(base=155_000, sign_on=(SignOnAsk(1, 10_000),))
    assert rules(both, offer, rival) == []
    lower = read(PUBLIC)
    assert rules(Ask(base=152_000), offer, lower) == []


def test_an_ask_counts_its_numbers() -> None:
    ask = Ask(150_000, Decimal("0.04"), level="L4", review=6)
    assert ask.asked == ("base", "equity_percent", "level", "review")
    assert ask.numbers == 2
    assert not Ask()


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (Ask(base=163_250), "$163,000"),  # to the nearest 500, the even one of two
        (Ask(base=163_400), None),
        (Ask(base=163_443), "$163,500"),
        (Ask(equity_percent=Decimal("0.1234")), "0.12%"),
        (Ask(equity_percent=Decimal("0.123")), None),
    ],
)
def test_a_calculated_figure_gets_a_round_one_near_it(
    read: Read, ask: Ask, near: str | None
) -> None:
    stops = ask_stops(ask, read(FULL), line=LINE)
    assert [each.rule for each in stops] == (["ask-precision"] if near else [])
    assert (near or "") in " ".join(map(str, stops))


def test_a_bonus_that_the_paper_does_not_give_is_not_below_it(read: Read) -> None:
    assert rules(Ask(target_bonus=BonusAsk(rate=0.05)), read(PRIVATE)) == []
    assert rules(Ask(target_bonus=BonusAsk(amount=5_000)), read(FULL)) == []
