"""Companies whose offers a letter speaks of."""

from __future__ import annotations

import re

_NOT_A_NAME = frozenset(
    [
        "I",
        "You",
        "Your",
        "The",
        "This",
        "That",
        "We",
        "My",
        "Our",
        "He",
        "She",
        "They",
        "It",
        "A",
        "An",
        "In",
        "On",
        "At",
        "As",
        "But",
        "And",
        "So",
        "If",
        "Nobody",
        "Nothing",
        "Everyone",
        "What",
    ]
)
_OFFERED = re.compile(
    r"\b(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)(?:'s|’s)?"
    r"(?: (?:has|have|had|also|just|already|too|recently|now))*"
    r" (?:offered|offer\b|offers me|made me|extended|came in|is at|bid)"
)
_FROM = re.compile(
    r"\b[Oo]ffers? (?:from|by|at|with) (?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)"
)


def named_offers(text: str) -> list[str]:
    """Companies whose offers a text speaks of."""
    found = [*_OFFERED.finditer(text), *_FROM.finditer(text)]
    names = [each["name"] for each in found]
    return [name for name in names if name.split()[0] not in _NOT_A_NAME]
