"""The state of a negotiation, folded from its events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from offerlab.errors import AskError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.core.ask import Ask
    from offerlab.negotiate.journal import Event

OUTCOMES = ("full", "partial", "refused", "base-fixed", "final", "withdrawn")
"""What they may answer to an ask."""

AFTER_YES = ("accept", "decline", "recap", "differs", "withdraw")
"""Letters that may follow a full yes: no ask among them."""


_VAGUE = re.compile(
    r"\b(?:look(?:s|ed|ing)? (?:good|great|promising|positive|strong)|went well|"
    r"(?:good|great|positive|strong) (?:feedback|impression|vibes?|signs?|chances?)|"
    r"promising|likely|probably|soon|almost|nearly|next (?:round|step|stage)|"
    r"(?:will|to) (?:let me know|be in touch|get back))\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:yes|offer\w*|hir(?:e|ing)|want(?:s|ed)? (?:me|you)|join|approved|selected|"
    r"passed|extend\w*|chos\w+|pick\w*|accepted)\b",
    re.IGNORECASE,
)


def is_vague(words: str) -> bool:
    """Whether words are friendly and no yes.

    Examples
    --------
    >>> is_vague("things look good"), is_vague("looks good: the team said yes")
    (True, False)
    """
    return bool(_VAGUE.search(words)) and not _YES.search(words)


class Promised(NamedTuple):
    """What somebody said and the paper may not hold."""

    text: str
    by: str | None
    medium: str | None
    on: str | None


@dataclass(frozen=True, slots=True)
class State:
    """Where a negotiation is.

    Attributes
    ----------
    stage : str
        ``screen``, ``signal``, ``offer``, ``asked``, ``answered``, ``agreed``,
        ``accepted``, ``declined`` or ``withdrawn``.
    hire_signal : bool
        They said that they want to hire, or made an offer.
    versions : int
        Of the offer, on file.
    base_fixed : bool
    agreed : bool
        They said yes to all of an ask: nothing more is asked.
    asked_on : date or None
        Day of the last letter that waits for an answer.
    nudged : bool
        One nudge went out since.
    outcome : str or None
        Of the last reply.
    promises : tuple of Promised
    asked : mapping
        What the last ask was, by its keys.
    """

    stage: str = "screen"
    hire_signal: bool = False
    versions: int = 0
    base_fixed: bool = False
    agreed: bool = False
    asked_on: date | None = None
    nudged: bool = False
    outcome: str | None = None
    promises: tuple[Promised, ...] = ()
    asked: tuple[tuple[str, float], ...] = ()


def fold(events: Sequence[Event]) -> State:
    """State after all events."""
    values: dict[str, object] = {}
    promises: list[Promised] = []
    versions = 0
    for event in events:
        match event.kind:
            case "signal":
                values |= {"stage": "signal", "hire_signal": True}
            case "offer":
                versions = max(versions, int(event.get("version") or 0))
                agreed = values.get("agreed")
                values |= {"stage": "agreed" if agreed else "offer",
                           "hire_signal": True, "asked_on": None}  # fmt: skip
            case "sent":
                values |= _sent(event)
            case "reply":
                values |= _reply(event)
            case "promise":
                more = (event.get(name) for name in ("by", "medium", "said_on"))
                promises.append(Promised(event.text, *more))
    values |= {"promises": tuple(promises), "versions": versions}
    return State(**values)  # type: ignore[arg-type]


def _sent(event: Event) -> dict[str, object]:
    letter = event.get("letter")
    if letter in ("accept", "decline", "withdraw"):
        stages = {"accept": "accepted", "decline": "declined"}
        return {"stage": stages.get(letter, "withdrawn"), "asked_on": None}
    found: dict[str, object] = {"asked_on": event.on, "nudged": letter == "nudge"}
    if event.get("ask"):
        found |= {"stage": "asked", "asked": tuple(event.get("ask").items()),
                  "outcome": None}  # fmt: skip
    return found


def _reply(event: Event) -> dict[str, object]:
    outcome = event.get("outcome")
    found: dict[str, object] = {
        "asked_on": None, "nudged": False, "outcome": outcome,
    }  # fmt: skip
    if outcome == "full":
        return {**found, "stage": "agreed", "agreed": True}
    if outcome == "withdrawn":
        return {**found, "stage": "withdrawn"}
    if outcome == "base-fixed":
        found["base_fixed"] = True
    return {**found, "stage": "answered"}


def check_letter(state: State, letter: str, *, raises_pay: bool) -> None:
    """Refuse a letter that this negotiation has no room for.

    Raises
    ------
    AskError
        Before the hire signal, and as `check_open` does.
    """
    if raises_pay and not state.hire_signal:
        raise AskError(
            f"the letter '{letter}' asks for more, and no hire signal is on file; log"
            " it with 'negotiate signal'. Until then: 'expectations' or 'timeline'"
        )
    check_open(state, letter, raises_pay=raises_pay)


def check_open(state: State, letter: str, *, raises_pay: bool) -> None:
    """Refuse to ask on after a full yes, and after the end.

    Raises
    ------
    AskError
        With what to send instead.
    """
    if state.agreed and letter not in AFTER_YES and (raises_pay or letter == "nudge"):
        raise AskError(
            f"they said yes to all you asked, so '{letter}' would break your word; send"
            " 'accept', 'recap' or 'decline'"
        )
    if state.stage in ("accepted", "declined") and raises_pay:
        raise AskError(f"you have {state.stage} this offer; nothing more is asked")


def check_ask(state: State, ask: dict[str, float], because: str | None) -> None:
    """Refuse to ask for more than before, of the same thing, without a reason.

    Raises
    ------
    AskError
        If an item is higher than in the last ask.
    """
    before = dict(state.asked)
    for name, amount in ask.items():
        said = name.replace("_", " ")
        if name in before and amount > before[name] and not (because or "").strip():
            raise AskError(
                f"you asked for {said} {before[name]:,.10g} before and now for"
                f" {amount:,.10g}; say what is new with --because TEXT, or ask as"
                " before"
            )


def asked_amounts(ask: Ask) -> dict[str, float]:
    """Amounts of an ask by name, as the log keeps them; sign-on is a sum by year."""
    found: dict[str, float | None] = {
        "base": ask.base,
        "equity_value": ask.equity_value,
        "equity_percent": None
        if ask.equity_percent is None
        else float(ask.equity_percent),
        "shares": ask.shares,
        "relocation": ask.relocation,
        **{f"sign_on_{year}": amount for year, amount in ask.sign_on},
    }
    return {name: amount for name, amount in found.items() if amount is not None}
