"""The slots of a letter, each filled with a fact or left for the user to give.

Facts are texts as they will stand in the letter, so that a number in the letter can
be traced to the slot that holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.core.ask import Ask
from offerlab.core.ask_stop import ask_stops
from offerlab.errors import AskError, TemplateError
from offerlab.ingest.amount import parse_date
from offerlab.ingest.fields import nearest
from offerlab.letters.facts import (
    Fact,
    ask_facts,
    benchmark_facts,
    long_date,
    market_facts,
    offer_facts,
    other_facts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.letters.template import Slot, Template
    from offerlab.market.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Words:
    """What only the user can say, in the user's own words."""

    signature: str | None = None
    reason: str | None = None
    milestones: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about.

    Attributes
    ----------
    offer : Offer
        The one that is answered.
    today : date
    ask : Ask
    words : Words
    others : tuple of Offer
        Other offers on file; only these can be cited.
    evidence : tuple of Evidence
        Where the offer's base stands on the market.
    """

    offer: Offer
    today: date
    ask: Ask = field(default_factory=Ask)
    words: Words = field(default_factory=Words)
    others: tuple[Offer, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def letter_facts(
    template: Template,
    occasion: Occasion,
    benchmark: Benchmark,
    assumptions: Assumptions,
) -> dict[str, Fact]:
    """Fill the slots that a template declares; None where a fact is missing.

    Raises
    ------
    AskError
        If the ask is one that nobody should send.
    TemplateError
        If a day is over, or a slot given by hand is unknown or not the user's.
    """
    offer, ask, words = occasion.offer, occasion.ask, occasion.words
    if any(slot.origin == "ask" for slot in template.slots.values()):
        _check_ask(offer, ask)
    known = {
        **offer_facts(offer, benchmark, assumptions),
        **other_facts(offer, occasion.others, assumptions),
        **ask_facts(offer, ask.base, ask.equity_percent, assumptions),
        **benchmark_facts(offer, benchmark),
        **market_facts(offer, occasion.evidence),
        "signature": words.signature,
        "reason": words.reason,
        "milestones": list(words.milestones) or None,
    }
    facts = {name: known.get(name) for name in template.slots}
    for name, value in words.slots.items():
        facts[name] = _by_hand(template, name, value, occasion)
    return {name: _clean(name, fact) for name, fact in facts.items()}


def _check_ask(offer: Offer, ask: Ask) -> None:
    stops = ask_stops(ask, offer)
    if stops:
        raise AskError(str(stops[0]))


def _by_hand(template: Template, name: str, value: str, occasion: Occasion) -> Fact:
    """A slot that the user fills; an empty value leaves an optional one out."""
    slot = template.slots.get(name)
    if slot is None:
        close = nearest(name, template.slots)
        hint = f"; did you mean '{close}'?" if close else ""
        raise TemplateError(f"the letter '{template.name}' has no slot '{name}'{hint}")
    if not value.strip():
        return None
    if slot.origin != "you" and (slot.number or not slot.optional):
        raise TemplateError(
            f"the slot '{name}' comes from the {slot.origin}; it cannot be set by hand"
        )
    if slot.is_date:
        return _day(slot, value, occasion)
    return [value] if slot.is_list else value


def _day(slot: Slot, value: str, occasion: Occasion) -> str:
    try:
        day = parse_date(value.strip())
    except ValueError as error:
        raise TemplateError(f"the slot '{slot.name}': {error}") from error
    if day <= occasion.today:
        raise TemplateError(f"the slot '{slot.name}': {long_date(day)} is over")
    deadline = occasion.offer.deadline
    if deadline is not None and day <= deadline.date:
        raise TemplateError(
            f"the slot '{slot.name}': {long_date(day)} is not after the deadline of"
            f" {long_date(deadline.date)}"
        )
    return long_date(day)


def _clean(name: str, fact: Fact) -> Fact:
    """Return a fact fit for one line of a letter."""
    if fact is None:
        return None
    lines = fact if isinstance(fact, list) else [fact]
    for line in lines:
        if any(not char.isprintable() for char in line):
            raise TemplateError(f"a line break or a control character is in '{name}'")
    stripped = [line.strip() for line in lines if line.strip()]
    if not stripped:
        return None
    return stripped if isinstance(fact, list) else stripped[0]
