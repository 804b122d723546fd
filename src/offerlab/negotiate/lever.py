"""A lever as a reader names it, and how to ask for it without a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from offerlab.core.offer import Offer
    from offerlab.ingest.levers import Lever

_WORDS = {
    "sign_on": "sign-on",
    "equity_value": "stock, in money",
    "equity_percent": "percent of the company",
    "review": "dated review",
    "start": "first day",
}

_THINGS = {
    "equity_value": "the stock grant", "equity_percent": "the stock grant",
    "sign_on": "the sign-on", "start": "the first day", "level": "the level",
    "relocation": "the relocation payment", "guarantee": "a guaranteed bonus",
    "clawback": "the payback terms",
}  # fmt: skip


class LeverQuestion(NamedTuple):
    """A lever that carries no figure, and the question that asks for it."""

    lever: str
    question: str


def lever_words(lever: str) -> str:
    """A lever as a reader names it.

    Examples
    --------
    >>> lever_words("start"), lever_words("exercise_window")
    ('first day', 'exercise window')
    """
    return _WORDS.get(lever, lever.replace("_", " "))


def first_levers(levers: Iterable[Lever]) -> str:
    """The three that move first, in words."""
    return "; ".join([lever_words(each.lever) for each in levers if each.moves][:3])


def next_lever(levers: Iterable[Lever]) -> str:
    """The first lever that is not base, as a question and not as a number."""
    others = (each.lever for each in levers if each.moves and each.lever != "base")
    first = next(others, "start")
    thing = _THINGS.get(first, lever_words(first))
    return f"ask, as a question, whether there is room in {thing}; else accept"


def lever_questions(offer: Offer, levers: Iterable[Lever]) -> tuple[LeverQuestion, ...]:
    """What to ask of level, relocation, first day and the like, in their order."""
    asked = (
        LeverQuestion(each.lever, _question(offer, each.lever))
        for each in levers
        if each.moves
    )
    return tuple(each for each in asked if each.question)


def _question(offer: Offer, lever: str) -> str:
    level = f"Is level {offer.level} settled" if offer.level else "Is the level settled"
    window = "Could vested options stay open for longer after I leave?"
    return {
        "level": f"{level}, or could the interviews support the next one?",
        "relocation": "Is there room in the relocation payment?"
        if offer.relocation
        else "Does the company help with moving costs?",
        "start": "Is the first day flexible?",
        "review": "Could the letter name a salary review six months after the start?",
        "exercise_window": window if any(g.kind.is_option for g in offer.stock) else "",
    }.get(lever, "")
