"""The call sheet: one page to have at hand while you speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offerlab.core.ask import offered_sign_on, offered_value
from offerlab.core.money import format_money
from offerlab.negotiate.plan_view import ask_figures, ask_lines
from offerlab.views.basis import offer_keys
from offerlab.views.view import Part, Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.ask import Ask
    from offerlab.core.offer import Offer
    from offerlab.ingest.negotiation_facts import RecruiterLine

QUESTIONS = (
    "Is this the top of the range for the level?",
    "What of it can move?",
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
    lines : sequence of RecruiterLine
    """

    offer: Offer
    ask: Ask
    reason: str
    sign_by: date | None
    lines: Sequence[RecruiterLine]


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
        "questions": QUESTIONS,
        "lines": call.lines,
        "never": NEVER,
    }
    return View(figures, tuple(parts))


def ask_sentence(call: Call) -> str:
    """The ask in one sentence."""
    asked = " and ".join(ask_lines(call.ask, call.offer))
    if not asked:
        return "Which range do you have for this level, and what of it can move?"
    sentence = f"Could you get to {asked}?"
    if call.sign_by is not None:
        sentence += f" With that I sign by {call.sign_by:%B} {call.sign_by.day}."
    return sentence


def _steps(call: Call) -> list[tuple[str, str]]:
    """For each step between offer and ask what to say, the ask first."""
    spoken = _spoken(call.ask, call.offer)
    if spoken is None:
        return [("a range", "Thank them, write it down, and answer another day.")]
    what, offered, asked = spoken
    commit = call.sign_by is not None
    yes = "Thank you; I sign." if commit else "Thank you; please put it in writing."
    rows = [(_figure(asked, what, call.offer), yes)]
    for place in range(STEPS - 1, 0, -1):
        figure = offered + (asked - offered) * place / STEPS
        rounded = round(figure / 500) * 500
        if not offered < rounded < asked:
            continue
        near = place * 2 >= STEPS
        words_ = (
            "Thank you, that is close. Can another part of the offer do the rest?"
            if near
            else "Thank you for moving. What would the rest take, or which other part"
            " can move?"
        )
        rows.append((_figure(rounded, what, call.offer), words_))
    other = (
        "I understand. Which other part of the offer can move? Then stop and decide."
    )
    rows.append((_figure(offered, what, call.offer), other))
    return rows


def _figure(amount: float, what: str, offer: Offer) -> str:
    return f"{format_money(amount, offer.currency)} {what}"


def _spoken(ask: Ask, offer: Offer) -> tuple[str, float, float] | None:
    """The first amount asked: its name, what is offered, what is asked."""
    if ask.base is not None:
        return "base", offer.base_salary, ask.base
    if ask.equity_value is not None:
        return "of stock", offered_value(offer) or 0.0, ask.equity_value
    if ask.sign_on:
        year, amount = ask.sign_on[0]
        return f"sign-on in year {year}", offered_sign_on(offer, year), amount
    return None
