"""The call sheet: one page to have at hand while you speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.ask import (
    offered_percent,
    offered_shares,
    offered_sign_on,
    offered_value,
    paid_as,
)
from offerlab.core.money import format_percent, format_said
from offerlab.core.written_day import letter_day
from offerlab.negotiate.aim import step_of
from offerlab.negotiate.plan_view import ask_figures, ask_lines, range_questions
from offerlab.views.basis import offer_keys
from offerlab.views.view import Part, Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.ask import Ask
    from offerlab.core.offer import Offer
    from offerlab.ingest.negotiation_facts import RecruiterLine
    from offerlab.negotiate.lever import LeverQuestion

QUESTIONS = (
    "Is this the top of the range?",
    "Which parts of the offer can move?",
    "Who approves it, and by when?",
)
NEVER = (
    "what you earn or earned",
    "the figure at which you walk away, or that you would take the offer anyway",
    "an offer that you do not hold, or a day that nobody set",
    "what you need: rent, loans",
    "a threat, an apology, the law",
    "'I accept', before you have read the paper",
)
STEPS = 4
LEAST = 1000
"""Below it pay is by the hour or the day."""
_NO_MORE = "I understand. Which other part of the offer can move? Then stop and decide."


@dataclass(frozen=True, slots=True)
class Call:
    """What a call is about.

    Attributes
    ----------
    offer : Offer
    ask : Ask
    reason : str
        The user's own sentence.
    sign_by : date or None
        The user would sign by that day if the ask is met.
    today : date
    ladder : tuple of float
        Bases of the plan, the first ask and where to close; empty: none.
    also : sequence of LeverQuestion
        What to ask for where a figure does not move.
    lines : sequence of RecruiterLine
    """

    offer: Offer
    ask: Ask
    reason: str
    sign_by: date | None
    lines: Sequence[RecruiterLine]
    today: date
    ladder: tuple[float, ...] = ()
    also: Sequence[LeverQuestion] = ()


def call_view(call: Call) -> View:
    """View of a call sheet."""
    offer, ask = call.offer, call.ask
    opening = ask_sentence(call)
    rows = _steps(call)
    parts: list[Part] = [
        Text(
            f"Call with {offer.company.name}\n\n  Thanks: Thank you for the offer."
            f" {call.reason}\n  Ask: {opening}\n  Then be silent."
        ),
        Table("If they come to", words("figure", "say"), tuple(Row(r) for r in rows)),
        Text("Ask them:\n" + "\n".join(f"  {each}" for each in QUESTIONS)),
        *_other_levers(call),
        Table(
            "They say, you answer",
            words("they say", "it means", "answer", "letter after"),
            tuple(Row(tuple(each)) for each in call.lines),
        ),
        Text("Never say:\n" + "\n".join(f"  {each}" for each in NEVER)),
        Text(
            "Notes (who, what, when):\n\n\n\nAfterwards: offerlab negotiate reply, then"
            " the letter 'recap'."
        ),
    ]
    figures = {
        **offer_keys(offer),
        "ask": ask_figures(ask),
        "sentence": opening,
        "steps": [{"figure": figure, "say": say} for figure, say in rows],
        "ladder": call.ladder,
        "also_ask": call.also,
        "questions": QUESTIONS,
        "lines": call.lines,
        "never": NEVER,
    }
    return View(figures, tuple(parts))


def ask_sentence(call: Call) -> str:
    """The ask in one sentence."""
    asked = " and ".join(ask_lines(call.ask, call.offer))
    if not asked:
        return range_questions(call.offer, "")[0]
    sentence = f"Could you get to {asked}?"
    if call.sign_by is not None:
        sentence += f" With that, I would sign by {_day(call)}."
    return sentence


def _other_levers(call: Call) -> list[Part]:
    if not call.also:
        return []
    lines = "\n".join(f"  {each.question}" for each in call.also)
    return [Text(f"Where that does not move, ask for one of these:\n{lines}")]


def _steps(call: Call) -> list[tuple[str, str]]:
    """For each step between offer and ask what to say, the ask first."""
    spoken = _spoken(call.ask, call.offer)
    if spoken is None and call.ask:
        return _of_one_thing(call)
    if spoken is None:
        return [("a range", "Thank them, write it down, and answer another day.")]
    what, offered, asked = spoken
    rows = [(" and ".join(ask_lines(call.ask, call.offer)), _yes(call))]
    if len(call.ask.asked) > 1 or len(call.ask.sign_on) > 1:
        rows.append((
            f"{_figure(asked, what, call.offer)} alone",
            "Thank you, that helps a lot. And the rest of what I asked?",
        ))  # fmt: skip
    close = call.ladder[-1] if len(call.ladder) > 1 and what == "base" else None
    step = step_of(asked) if asked >= LEAST else 0.5  # by the hour
    figures: set[float] = {
        round((offered + (asked - offered) * place / STEPS) / step) * step
        for place in range(1, STEPS)
    }
    if close is not None:
        figures.add(close)
    middle = (offered + asked) / 2
    for figure in sorted(figures, reverse=True):
        if offered < figure < asked:
            say = _between(call, figure, close, near=figure >= middle)
            rows.append((_figure(figure, what, call.offer), say))
    rows.append((_figure(offered, what, call.offer), _NO_MORE))
    return rows


def _of_one_thing(call: Call) -> list[tuple[str, str]]:
    """Where no money is asked: all of it, a part, or nothing."""
    ask, offer = call.ask, call.offer
    rows = [(" and ".join(ask_lines(ask, offer)), _yes(call))]
    offered = None
    if ask.equity_percent is not None:
        percent = offered_percent(offer)
        offered = f"{format_percent(percent)} of the company" if percent else None
    elif ask.shares is not None:
        shares = offered_shares(offer)
        offered = f"{shares:,} shares, in all" if shares else None
    if ask.equity_percent is not None or ask.shares is not None:
        between = "a part of it" if offered is None else f"more than {offered}"
        rows.append((between, _between(call, 0.0, None, near=True)))
    rows.append((offered or "no change", _NO_MORE))
    return rows


def _yes(call: Call) -> str:
    """What to say where all of the ask is met."""
    if call.sign_by is None:
        return "Thank you; please put it in writing."
    return f"Thank you! Please put it in writing, and I will sign by {_day(call)}."


def _day(call: Call) -> str:
    """The day of signing as the offer's country writes it."""
    assert call.sign_by is not None
    return letter_day(call.offer, call.sign_by, call.today)


def _between(call: Call, figure: float, close: float | None, *, near: bool) -> str:
    """What to say between offer and ask; `close` is where the plan would end."""
    if close is not None and figure >= close:
        return "Thank you, I can work with that. Please put it in writing."
    if near and call.sign_by is not None:
        asked = " and ".join(ask_lines(call.ask, call.offer))
        return f"Thank you, that is close. At {asked}, I would sign by {_day(call)}."
    if near:
        return "Thank you, that is close. Can another part of the offer do the rest?"
    return "Thank you for moving. What would it take to get closer?"


def _figure(amount: float, what: str, offer: Offer) -> str:
    return f"{format_said(amount, offer.currency)} {what}"


def _spoken(ask: Ask, offer: Offer) -> tuple[str, float, float] | None:
    """The first amount asked: its name, what is offered, what is asked."""
    if ask.base is not None:
        asked, per = paid_as(offer, ask.base)
        offered, _ = paid_as(offer, offer.base_salary)
        return "base" if per == "year" else f"per {per}", offered, asked
    if ask.equity_value is not None:
        return "of stock", offered_value(offer) or 0.0, ask.equity_value
    if ask.sign_on:
        year, amount = ask.sign_on[0]
        return f"sign-on in year {year}", offered_sign_on(offer, year), amount
    return None
