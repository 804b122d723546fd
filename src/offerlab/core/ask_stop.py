"""Asks that nobody should send, with why, the unit to ask in and the question."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.core.ask import (
    offered_percent,
    offered_shares,
    offered_sign_on,
    offered_value,
    paid_as,
)
from offerlab.core.money import (
    format_large,
    format_money,
    format_percent,
    format_shares,
    format_whole,
)
from offerlab.errors import CurrencyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from offerlab.core.ask import Ask
    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer

MOST_TIMES = 5
"""An ask of so many times the offered percent is a slip of a digit: a convention."""

LARGEST_PERCENT = Decimal(2)
"""Above it a percent is a founder's: without an offered percent beside it, a slip."""

STEP = 100
"""Money finer than this reads as a calculation, and recruiters discount it."""

PERCENT_STEP = Decimal("0.001")
"""A percent of a company finer than a thousandth reads as a calculation."""


class Stop(NamedTuple):
    """Why an ask should not be sent.

    Attributes
    ----------
    rule : str
        Its name, as ``--allow`` takes it.
    message : str
        What is wrong.
    remedy : str
        The unit to ask in, and the question to send instead.
    may_allow : bool
        Whether the user may send it all the same, with a reason.
    """

    rule: str
    message: str
    remedy: str
    may_allow: bool = False

    def __str__(self) -> str:
        return f"{self.message}; {self.remedy}"


def ask_stops(
    ask: Ask,
    offer: Offer,
    rivals: Sequence[Offer] = (),
    *,
    line: float,
) -> list[Stop]:
    """Reasons not to send an ask; none for an ask fit to send.

    Parameters
    ----------
    rivals : sequence of Offer
        Attested offers in hand, alive, of other companies and in this currency.
    line : float
        Valuation above which grants are quoted in money, as `money_line` gives it.
    """
    unit = _unit_stop(ask, offer, line)
    return [
        *([unit] if unit else _percent_stops(ask, offer)),
        *_below_offer(ask, offer),
        *_below_rival(ask, offer, rivals),
        *_precision(ask, offer),
    ]


def money_line(offer: Offer, assumptions: Assumptions, benchmark: Benchmark) -> float:
    """Valuation above which grants are quoted in money, in the company's currency.

    Without a rate into dollars, the amount is read in that currency.
    """
    try:
        rate = assumptions.for_offer(offer.id).rate(offer.company.currency, "USD")
    except CurrencyError:
        return benchmark.dollars_above
    return benchmark.dollars_above / rate


def quoted_in_money(offer: Offer, line: float) -> bool:
    """Whether grants of this company are quoted in money and not in percent.

    So at a listed company, and above a valuation: see `money_line`.
    """
    company = offer.company
    large = company.valuation is not None and company.valuation > line
    return company.is_public or large


def _unit_stop(ask: Ask, offer: Offer, line: float) -> Stop | None:
    if ask.equity_percent is None or not quoted_in_money(offer, line):
        return None
    company = offer.company
    percent = format_percent(ask.equity_percent)
    comes = ""
    if company.valuation is not None:
        worth = float(ask.equity_percent) / 100 * company.valuation
        comes = (
            f": {percent} comes to {format_whole(worth, company.currency)} at its"
            f" {format_large(company.valuation, company.currency)}"
        )
    kind = "listed" if company.is_public else "valued that high"
    return Stop(
        "percent-unit",
        f"a percent of {company.name} reads as a slip{comes}; a company that is {kind}"
        " grants stock in money or shares",
        "ask in money with --ask-equity-value, or send the question: which range does"
        f" a grant for {_at_level(offer)} have, in {offer.currency} over the whole"
        " vesting schedule",
    )


def _at_level(offer: Offer) -> str:
    return f"level {offer.level}" if offer.level else "this level"


def _percent_stops(ask: Ask, offer: Offer) -> Iterator[Stop]:
    percent = ask.equity_percent
    if percent is None:
        return
    offered = offered_percent(offer)
    if offered is None:
        yield Stop(
            "percent-untold",
            "you ask for a percent, and the paper does not tell the percent offered",
            "send the question first: how many shares are there fully diluted, or"
            " which percent is the grant (the letter 'clarify')",
            may_allow=True,
        )
    elif offered and percent >= MOST_TIMES * offered:
        times = f"{percent / offered:.1f}".removesuffix(".0")
        yield Stop(
            "percent-slip",
            f"you ask for {format_percent(percent)} of the company, {times} times the"
            f" {format_percent(offered)} offered",
            "check the digits: 0.15 means 0.15 percent",
            may_allow=True,
        )
    elif percent > LARGEST_PERCENT:
        yield Stop(
            "percent-slip",
            f"you ask for {format_percent(percent)} of the company, a founder's share",
            "check the digits: 0.4 means 0.4 percent",
            may_allow=True,
        )


class _Pair(NamedTuple):
    """One item asked for beside the same item of the offer."""

    what: str
    asked: Any
    offered: Any
    in_words: Callable[[Any], str]


def _pairs(ask: Ask, offer: Offer) -> list[_Pair]:
    """Items that an ask and the paper both tell."""

    def money(amount: float) -> str:
        return format_money(amount, offer.currency)

    def rate(share: float) -> str:
        return f"{share * 100:g}%"

    bonus, have = ask.target_bonus, offer.target_bonus
    moving = sum(each.amount for each in offer.relocation) or None
    percent, shares = offered_percent(offer), offered_shares(offer)
    told = [
        _Pair("base", ask.base, offer.base_salary, money),
        *(
            _Pair(f"sign-on in year {y}", amount, offered_sign_on(offer, y), money)
            for y, amount in ask.sign_on
        ),
        _Pair("of equity", ask.equity_value, offered_value(offer), money),
        _Pair("of the company", ask.equity_percent, percent, format_percent),
        _Pair("shares", ask.shares, shares, format_shares),
        _Pair("relocation", ask.relocation, moving, money),
        _Pair("level", ask.level, offer.level, str),
        _Pair("first day", ask.start, offer.start_date, str),
    ]
    if bonus is not None and have is not None:
        told.append(_Pair("target bonus", bonus.amount, have.amount, money))
        told.append(_Pair("target bonus", bonus.rate, have.rate, rate))
    return [each for each in told if None not in (each.asked, each.offered)]


def _below_offer(ask: Ask, offer: Offer) -> Iterator[Stop]:
    pairs = _pairs(ask, offer)
    for what, asked, offered, in_words in pairs:
        if what not in ("level", "first day") and asked < offered:
            yield Stop(
                "ask-below-offer",
                f"you ask for {in_words(asked)} {what}, less than the"
                f" {in_words(offered)} offered",
                "ask for more than the paper gives, or leave it out",
            )
    items = len(ask.asked) - bool(ask.sign_on) + len(ask.sign_on)
    if items == len(pairs) > 0 and all(each.asked == each.offered for each in pairs):
        yield Stop(
            "ask-as-offered",
            "you ask for just what is offered",
            "accept it, or ask for more",
        )


def _below_rival(ask: Ask, offer: Offer, rivals: Sequence[Offer]) -> Iterator[Stop]:
    """An ask that stays below what the candidate holds elsewhere, like for like."""
    if ask.base is None:
        return
    beside = sum(
        each.amount - offered_sign_on(offer, each.year) for each in ask.sign_on
    )
    have = offered_value(offer)
    if ask.equity_value is not None and have is not None:
        beside += (ask.equity_value - have) / 4
    better = [each for each in rivals if each.base_salary > offer.base_salary]
    for rival in better:
        if ask.base + max(beside, 0) < rival.base_salary:
            base = format_money(ask.base, offer.currency)
            held = format_money(rival.base_salary, rival.currency)
            yield Stop(
                "ask-below-rival",
                f"you ask for {base} base and hold {held} from {rival.company.name}",
                "ask for at least what you hold, or for something else",
                may_allow=True,
            )


def _precision(ask: Ask, offer: Offer) -> Iterator[Stop]:
    by_year = ask.base is None or paid_as(offer, ask.base)[1] == "year"
    amounts = [ask.base if by_year else None, ask.equity_value, ask.relocation]
    amounts += [each.amount for each in ask.sign_on]
    if ask.target_bonus is not None:
        amounts.append(ask.target_bonus.amount)
    for amount in amounts:
        if amount is not None and amount % STEP:
            near = format_money(round(amount / 500) * 500, offer.currency)
            yield Stop(
                "ask-precision",
                f"{format_money(amount, offer.currency)} reads as a calculation",
                f"ask for a round figure such as {near}",
                may_allow=True,
            )
    percent = ask.equity_percent
    if percent is not None and percent % PERCENT_STEP:
        near = format_percent(percent.quantize(Decimal("0.01")) or PERCENT_STEP)
        yield Stop(
            "ask-precision",
            f"{format_percent(percent)} reads as a calculation",
            f"ask for a round percent such as {near}",
            may_allow=True,
        )
