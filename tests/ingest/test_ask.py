from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from offerlab.core.ask import Ask, BonusAsk, SignOnAsk
from offerlab.core.offer import Offer
from offerlab.errors import AskError
from offerlab.ingest.ask import AskWords, parse_money, read_ask
from tests.conftest import PRIVATE

Read = Callable[[str], Offer]


def test_every_part_of_an_ask_is_read(read: Read) -> None:
    words = AskWords(
        base="150k", bonus="15%", sign_on=("2=36k", "50,000"), equity_value="$0.2M",
        equity_percent="0.05%", shares="12,000", level=" L4 ", start="2027-02-01",
        relocation="7500", review="6 months",
    )  # fmt: skip
    assert read_ask(words, read(PRIVATE)) == Ask(
        base=150_000,
        equity_percent=Decimal("0.05"),
        target_bonus=BonusAsk(rate=0.15),
        sign_on=(SignOnAsk(1, 50_000), SignOnAsk(2, 36_000)),
        equity_value=200_000,
        shares=12_000,
        level="L4",
        start=date(2027, 2, 1),
        relocation=7_500,
        review=6,
    )


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("£78k", "GBP", 78_000),
        ("78k GBP", "GBP", 78_000),
        ("€ 90,000", "EUR", 90_000),
        ("CHF 120,000", "CHF", 120_000),
        ("C$110k", "CAD", 110_000),
        ("$110k", "CAD", 110_000),
        ("US$150k", "USD", 150_000),
        ("150000", "CHF", 150_000),
    ],
)
def test_money_is_in_the_offers_currency(
    text: str, currency: str, amount: float
) -> None:
    assert parse_money(text, currency) == amount


@pytest.mark.parametrize(
    ("text", "currency"),
    [("$78k", "GBP"), ("£78k", "USD"), ("A$90k", "CAD"), ("EUR 90k", "CHF")],
)
def test_another_currencys_mark_is_refused(text: str, currency: str) -> None:
    with pytest.raises(ValueError, match=f"not in {currency}, the offer's currency"):
        parse_money(text, currency)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (AskWords(base="lots"), "--ask-base: 'lots' is not an amount"),
        (AskWords(base="150"), "--ask-base: 150 is too little"),
        (AskWords(base="one hundred fifty thousand"), "not an amount"),
        (AskWords(sign_on=("1=50k", "40k")), "--ask-sign-on: 40k: year 1 is named"),
        (AskWords(sign_on=("9=50k",)), "the year is from 1 to 5"),
        (AskWords(equity_percent="40"), "--ask-equity-percent: 40 percent"),
        (AskWords(shares="-3"), "--ask-shares: -3 is not a number of shares"),
        (AskWords(level="{{ x }}"), "--ask-level: a level is one short word"),
        (AskWords(start="soon"), "--ask-start: 'soon' is not a date"),
        (AskWords(review="99"), "--ask-review: 99: a review is"),
    ],
)
def test_a_slip_is_told_with_its_option(
    read: Read, words: AskWords, sentence: str
) -> None:
    with pytest.raises(AskError) as told:
        read_ask(words, read(PRIVATE))
    assert sentence in str(told.value)


@pytest.mark.parametrize("text", ["62/hour", "$62 an hour", "62 per hr", "$62/hr"])
def test_a_base_by_the_hour_where_the_offer_is(read: Read, text: str) -> None:
    hourly = PRIVATE.replace("150_000\nequity", "{amount: 55, per: hour}\nequity")
    offer = read(hourly)
    ask = read_ask(AskWords(base=text), offer)
    # 62 by as many hours as the paper counts: 62/55 of its year.
    assert ask.base == pytest.approx(offer.base_salary * 62 / 55)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("62/hour", "write it by the year"),
        ("62", "pay by the hour is written 62/hour"),
    ],
)
def test_a_base_by_the_hour_of_a_yearly_offer_is_refused(
    read: Read, text: str, words: str
) -> None:
    with pytest.raises(AskError, match=words):
        read_ask(AskWords(base=text), read(PRIVATE))


def test_a_base_by_the_hour_in_another_currency_is_refused(read: Read) -> None:
    hourly = PRIVATE.replace("150_000\nequity", "{amount: 55, per: hour}\nequity")
    with pytest.raises(AskError, match="not in USD"):
        read_ask(AskWords(base="£62/hour"), read(hourly))
