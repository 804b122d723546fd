"""The slots of a letter, each filled with a fact or left for the user to give.

Facts are texts as they will read in the letter, so that what the letter claims can be
traced to the slot that holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.core.ask import Ask
from offerlab.core.ask_stop import ask_stops, money_line
from offerlab.core.finding import Finding
from offerlab.core.problem import Severity
from offerlab.errors import AskError, TemplateError
from offerlab.ingest.amount import parse_date
from offerlab.ingest.fields import nearest
from offerlab.letters.evidence import evidence_facts
from offerlab.letters.facts import Fact, ask_facts, offer_facts
from offerlab.letters.gate import check_gate
from offerlab.letters.rival import choose_rival, disclose
from offerlab.letters.timing import timing_notes
from offerlab.letters.wording import letter_day, long_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from offerlab.core.assumption import Assumptions
    from offerlab.core.benchmark import Benchmark
    from offerlab.core.offer import Offer
    from offerlab.letters.template import Slot, Template
    from offerlab.negotiate.standard import Standard

MOST_NUMBERS = 2
"""Figures that one letter asks for: more read as a list to choose the cheapest from."""


@dataclass(frozen=True, slots=True)
class Words:
    """What only the user can say, in the user's own words.

    Attributes
    ----------
    signature, reason : str or None
    case : tuple of str
        What the user has done that fits.
    milestones : tuple of str
        What the user will take off the team's hands.
    facts : tuple of str
        Claims that the user attests.
    slots : mapping of str to str
        Other words of the letter.
    """

    signature: str | None = None
    reason: str | None = None
    case: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)

    @property
    def own(self) -> str:
        """All that the user wrote, to be checked as such."""
        texts = [self.reason, *self.case, *self.milestones, *self.slots.values()]
        return "\n".join(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about, and what the user attests.

    Attributes
    ----------
    offer : Offer
        The one that is answered.
    today : date
    ask : Ask
    words : Words
    others : tuple of Offer
        Other offers on file; only these can be cited.
    attested : bool
        The user really holds them.
    disclose : str
        How much of them is said: one of `rival.LEVELS`.
    hire_signal : bool
        They said that they want to hire.
    sign_by : date or None
        The user would sign by that day if the ask is met.
    use_benchmark : bool
        The configured profile is named as the user's own standard.
    plain : bool
        In the plain tone.
    allow : tuple of str
        Rules that the user lets this letter break.
    because : str or None
        Why.
    own : tuple of Standard
        The user's comps of the same role, level and place.
    """

    offer: Offer
    today: date
    ask: Ask = field(default_factory=Ask)
    words: Words = field(default_factory=Words)
    others: tuple[Offer, ...] = ()
    attested: bool = False
    disclose: str = "existence"
    hire_signal: bool = False
    sign_by: date | None = None
    use_benchmark: bool = False
    plain: bool = False
    allow: tuple[str, ...] = ()
    because: str | None = None
    own: tuple[Standard, ...] = ()


def letter_facts(
    template: Template,
    occasion: Occasion,
    benchmark: Benchmark,
    assumptions: Assumptions,
) -> tuple[dict[str, Fact], list[Finding]]:
    """Fill the slots that a template declares; None where a fact is missing.

    Also what the sender should know of them.

    Raises
    ------
    AskError
        If the letter comes too early or too late, or its ask is one that nobody should
        send.
    TemplateError
        If a day is over, or a slot given by hand is unknown or not the user's.
    """
    offer, ask, words, today = (
        occasion.offer, occasion.ask, occasion.words, occasion.today,
    )  # fmt: skip
    check_gate(template, occasion)
    line = money_line(offer, assumptions, benchmark)
    notes = timing_notes(template, occasion)
    known: dict[str, Fact] = {
        **offer_facts(offer, today, line),
        **_own_facts(occasion),
    }
    origins = {slot.origin for slot in template.slots.values()}
    if "ask" in origins:
        _check_ask(template, occasion, line)
        known |= ask_facts(offer, ask, assumptions, today, line)
    if "evidence" in origins:
        found, why = evidence_facts(
            offer,
            ask,
            benchmark,
            occasion.own,
            use_benchmark=occasion.use_benchmark,
        )
        known |= found
        notes += why
    if "other" in origins:
        rival = choose_rival(offer, occasion.others, today, attested=occasion.attested)
        said = disclose(offer, rival, occasion.disclose, today)
        known["rival"] = said.sentence
        notes += said.notes
    facts = {name: known.get(name) for name in template.slots}
    for name, value in words.slots.items():
        facts[name] = _by_hand(template, name, value, occasion)
    clean = {name: _clean(name, fact) for name, fact in facts.items()}
    return clean, [Finding("note", Severity.WARNING, each) for each in notes]


def _own_facts(occasion: Occasion) -> dict[str, Fact]:
    """What the sender says: words, name, the day of signing, the tone."""
    words, by = occasion.words, occasion.sign_by
    return {
        "signature": words.signature,
        "reason": _sentence(words.reason),
        "case": [_sentence(each) or "" for each in words.case] or None,
        "milestones": list(words.milestones) or None,
        "sign_by": letter_day(occasion.offer, by, occasion.today) if by else None,
        "warm": None if occasion.plain else "yes",
    }


def _check_ask(template: Template, occasion: Occasion, line: float) -> None:
    offer, ask = occasion.offer, occasion.ask
    fixed = template.base_is_fixed and "base-is-fixed" not in occasion.allow
    if fixed and ask.base is not None:
        raise AskError(
            f"the letter '{template.name}' is for when base is fixed, and you ask for"
            " base; name something else (--ask-sign-on, --ask-equity-value, ...), or"
            " send 'counter' or 'final-ask' (--allow base-is-fixed --because TEXT)"
        )
    if ask.numbers > MOST_NUMBERS:
        raise AskError(
            f"a letter asks for at most {MOST_NUMBERS} numbers, and this names"
            f" {ask.numbers}; keep those that matter most for the call"
        )
    rivals = occasion.others if occasion.attested else ()
    same = [each for each in rivals if each.currency == offer.currency]
    stops = ask_stops(ask, offer, same, line=line)
    for stop in stops:
        if not (stop.may_allow and stop.rule in occasion.allow):
            more = f" (--allow {stop.rule} --because TEXT)" if stop.may_allow else ""
            raise AskError(f"{stop}{more}")


def _sentence(text: str | None) -> str | None:
    """A sentence of the user's with a capital and a full stop."""
    if text is None or not text.strip():
        return None
    words = text.strip()
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?" else f"{words}."


def _by_hand(template: Template, name: str, value: str, occasion: Occasion) -> Fact:
    """A slot that the user fills; an empty value leaves an optional one out."""
    slot = template.slots.get(name)
    if slot is None:
        close = nearest(name, template.slots)
        hint = f"; did you mean '{close}'?" if close else ""
        raise TemplateError(f"the letter '{template.name}' has no slot '{name}'{hint}")
    if not value.strip():
        return None
    if slot.origin != "you":
        raise TemplateError(
            f"the slot '{name}' comes from the {slot.origin}; it cannot be set by hand"
        )
    if slot.is_date:
        return _day(slot, value, occasion)
    return value.split(";") if slot.is_list else value


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
    return letter_day(occasion.offer, day, occasion.today)


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
