"""When a letter may be written at all: not before they want you, not after the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offerlab.errors import AskError
from offerlab.letters.wording import long_date

if TYPE_CHECKING:
    from offerlab.letters.context import Occasion
    from offerlab.letters.template import Template

MOST_NAMES = 5
"""Words of a signature."""

_NAME = re.compile(r"[^\W\d_][\w.'’-]*", re.UNICODE)


def check_gate(template: Template, occasion: Occasion) -> None:
    """Refuse a letter that comes too early or too late, or that binds to too little.

    Raises
    ------
    AskError
        With what to send instead.
    """
    _check_signature(occasion.words.signature)
    if template.raises_pay and not occasion.hire_signal:
        raise AskError(
            f"the letter '{template.name}' asks for more; send it once they have said"
            " that they want to hire you, and say so with --hire-signal. Until then:"
            " 'expectations' or 'timeline'"
        )
    deadline = occasion.offer.deadline
    speaks_of_it = template.binds or "deadline" in template.slots
    over = deadline is not None and deadline.date < occasion.today
    if deadline and over and speaks_of_it and "past-deadline" not in occasion.allow:
        raise AskError(
            f"the deadline was {long_date(deadline.date)}; ask first whether the offer"
            " is still open, or say --allow past-deadline --because TEXT"
        )
    if template.binds:
        _check_binding(occasion)


def _check_binding(occasion: Occasion) -> None:
    offer, allow = occasion.offer, occasion.allow
    if offer.equity is None and "unknown-equity" not in allow:
        raise AskError(
            "the equity is not stated yet: accepting would accept none; send 'clarify'"
            " first, or say --allow unknown-equity --because TEXT"
        )
    if offer.basis == "verbal" and "verbal" not in allow:
        raise AskError(
            "the offer is verbal; ask for it in writing first ('acknowledge'), or say"
            " --allow verbal --because TEXT"
        )


def _check_signature(name: str | None) -> None:
    """Refuse a signature that is not a name."""
    if name is None or not name.strip():
        return
    words = name.split()
    named = all(_NAME.fullmatch(word.rstrip(",")) for word in words)
    sentence = any(word.endswith(".") and len(word) > 3 for word in words[:-1])
    if len(words) > MOST_NAMES or not named or sentence:
        raise AskError(f"--signature is a name of at most {MOST_NAMES} words: '{name}'")
