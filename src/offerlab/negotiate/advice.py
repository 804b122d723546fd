"""What to do today in a negotiation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from offerlab.core.offer import Offer
    from offerlab.negotiate.state import State

SILENCE = 2
"""Working days to wait before one nudge."""

SOON = 3
"""Days before a deadline from which it comes first."""

SATURDAY = 5


class Step(NamedTuple):
    """What to do, why, and the letter for it if there is one."""

    do: str
    why: str
    letter: str | None = None


_BY_STAGE = {
    "screen": Step(
        "Ask for the range of this level; name no number first.",
        "They have not said yet that they want to hire you.",
        "expectations",
    ),
    "signal": Step(
        "Read the figures back and ask for the offer in writing.",
        "They want to hire you, and no offer is on file.",
        "acknowledge",
    ),
    "agreed": Step(
        "Compare the paper with what was agreed, and accept in writing.",
        "They said yes to all you asked: nothing more is asked now.",
        "accept",
    ),
    "accepted": Step(
        "Withdraw from the other processes.", "You have accepted.", "withdraw"
    ),
    "declined": Step("Nothing.", "You have declined."),
    "withdrawn": Step(
        "Ask what changed, and whether the first offer is still open.",
        "The offer or the process was withdrawn.",
    ),
}
_BY_OUTCOME = {
    "partial": Step(
        "Accept, or ask once more for one thing, with a day by which you sign.",
        "They came part of the way.",
        "final-ask",
    ),
    "refused": Step(
        "Ask for one other thing, or decide.", "They refused the ask.", "base-fixed"
    ),
    "base-fixed": Step(
        "Ask for sign-on, one to two times the yearly gap; then stock, level, start.",
        "They said that base does not move.",
        "base-fixed",
    ),
    "final": Step("Accept or decline.", "They said that this is their last word."),
}


def working_days(since: date, today: date) -> int:
    """Working days after one day, up to and including another.

    Examples
    --------
    >>> from datetime import date
    >>> working_days(date(2026, 11, 27), date(2026, 11, 30))  # Friday to Monday
    1
    """
    days = range(1, (today - since).days + 1)
    return sum((since + timedelta(each)).weekday() < SATURDAY for each in days)


def next_steps(
    state: State, offer: Offer | None, questions: int, today: date
) -> list[Step]:
    """What to do today, what presses most at the front.

    Parameters
    ----------
    offer : Offer or None
        Its last version.
    questions : int
        How many are open.
    """
    over = state.stage in ("accepted", "declined", "withdrawn")
    found: list[Step] = []
    if offer is not None and not over:
        found += _of_deadline(offer, today)
    found += _of_silence(state, today)
    if state.stage in _BY_STAGE:
        found.append(_BY_STAGE[state.stage])
    elif state.stage == "answered" and state.outcome in _BY_OUTCOME:
        step = _BY_OUTCOME[state.outcome]
        if state.outcome == "refused" and not _asked_base(state):
            step = step._replace(letter="final-ask")  # they did not speak of base
        found.append(step)
    elif state.stage == "offer":
        found += _of_offer(offer, questions)
    elif state.stage == "asked" and not found:
        found.append(
            Step("Wait.", "Your ask is with them; silence is not an answer yet.")
        )
    return found


def _asked_base(state: State) -> bool:
    return any(name == "base" for name, _ in state.asked)


def _of_deadline(offer: Offer, today: date) -> Iterator[Step]:
    if offer.deadline is None:
        yield Step("Ask by when they need your answer.", "The offer names no deadline.")
        return
    left = (offer.deadline.date - today).days
    if left < 0:
        yield Step(
            "Ask whether the offer is still open.",
            f"Its deadline passed on {offer.deadline.date}.",
        )
    elif left <= SOON:
        yield Step(
            "Telephone, and ask for more time if you need it.",
            f"The deadline is {offer.deadline.date}: {left} day(s) left.",
            "extension",
        )


def _of_silence(state: State, today: date) -> Iterator[Step]:
    if state.asked_on is None:
        return
    days = working_days(state.asked_on, today)
    if days >= SILENCE and state.nudged:
        yield Step(
            "Telephone; a second nudge is not read either.",
            f"No answer to your nudge for {days} working days.",
        )
    elif days >= SILENCE:
        yield Step("Send one nudge.", f"No answer for {days} working days.", "nudge")


def _of_offer(offer: Offer | None, questions: int) -> Iterator[Step]:
    if offer is not None and offer.basis == "verbal":
        yield Step("Ask for it in writing.", "The offer is verbal.", "acknowledge")
    if questions:
        yield Step(
            "Ask what the paper leaves open, worth most first.",
            f"{questions} question(s) are open.",
            "clarify",
        )
    yield Step("Plan the ask: offerlab negotiate plan.", "An offer is on file.")
