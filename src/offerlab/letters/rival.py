"""What a letter may say of another offer in hand: as little as serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.ask import offered_percent, offered_value
from offerlab.core.money import format_said
from offerlab.errors import AskError
from offerlab.letters.wording import letter_day
from offerlab.negotiate.held import yearly_package

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.offer import Offer

LEVELS = ("existence", "name", "numbers", "letter")
"""How much of a rival offer is disclosed, least first."""


class Disclosed(NamedTuple):
    """A rival offer in the words of a letter, and what was left out with why."""

    sentence: str
    notes: tuple[str, ...]


def choose_rival(
    offer: Offer, rivals: Sequence[Offer], today: date, *, attested: bool
) -> Offer:
    """The best rival that can be cited at all.

    Raises
    ------
    AskError
        With why none can: not attested, of the same company, or expired.
    """
    if not rivals:
        raise AskError("the letter cites another offer: give its file after the first")
    if not attested:
        raise AskError(
            "a rival offer is a claim: say --attest if you really hold"
            f" {rivals[0].company.name}'s"
        )
    alive = [rival for rival in rivals if why_not(offer, rival, today) is None]
    if not alive:
        raise AskError(f"{why_not(offer, rivals[0], today)}; leave it out")
    return max(alive, key=lambda rival: rival.base_salary)


def why_not(offer: Offer, rival: Offer, today: date) -> str | None:
    """Why a rival offer cannot be cited, or None."""
    if rival.company.name.casefold() == offer.company.name.casefold():
        return f"{rival.id} is an offer of {offer.company.name} itself"
    if rival.deadline is not None and rival.deadline.date < today:
        return f"the offer of {rival.company.name} expired on {rival.deadline.date}"
    return None


def _lower_throughout(offer: Offer, rival: Offer) -> bool:
    """Whether a rival is higher in nothing that the papers tell."""
    if rival.currency != offer.currency:
        return False
    theirs, mine = _paper_stock(rival), _paper_stock(offer)
    if theirs is None or (theirs > 0 and mine is None):
        return False
    return (
        rival.base_salary <= offer.base_salary
        and yearly_package(rival) <= yearly_package(offer)
        and theirs <= (mine or 0)
    )


def _paper_stock(offer: Offer) -> float | None:
    """Stock as the paper values it: money, or a percent of the valuation."""
    if offer.equity == ():
        return 0.0
    value, percent = offered_value(offer), offered_percent(offer)
    if value:
        return value
    if percent is None or offer.company.valuation is None:
        return None
    return float(percent) / 100 * offer.company.valuation


def disclose(offer: Offer, rival: Offer, level: str, today: date) -> Disclosed:
    """One sentence or two on a rival offer, at a level of disclosure.

    An offer that is lower in everything, in another currency, or of which nobody said
    whether it is in writing, is mentioned only as existing.
    """
    notes = []
    if level != "existence" and _lower_throughout(offer, rival):
        notes.append(
            f"{rival.id} is not higher in anything; naming it would weaken you, so only"
            " its existence is said"
        )
        level = "existence"
    if "basis" not in (rival.written or {}) and level != "existence":
        notes.append(f"{rival.id} does not say its basis; only its existence is named")
        level = "existence"
    better = rival.currency == offer.currency and rival.base_salary > offer.base_salary
    if level in ("numbers", "letter") and not better:
        notes.append(
            f"{rival.id} has no higher base in {offer.currency}; its figures are left"
            " out"
        )
        level = "name"
    if level == "existence":
        text = "I hold another offer"
    else:
        kind = "a verbal" if rival.basis == "verbal" else "a written"
        text = f"I also hold {kind} offer from {rival.company.name}"
    if level in ("numbers", "letter"):
        text += f" at {format_said(rival.base_salary, rival.currency)} base"
    if level == "letter":
        text += ", and I can share the letter"
    # The day is enough: a clock time in another firm's zone is their business.
    until = rival.deadline and letter_day(offer, rival.deadline.date, today)
    text += f". I owe them an answer by {until}." if until else "."
    return Disclosed(text, tuple(notes))
