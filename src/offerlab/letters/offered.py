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
_NAME = r"(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)"
_THEN = r"(?:'s|’s)?(?: (?:has|have|had|also|just|already|too|recently|now))*"
_DEAL = (
    r"(?:offer|contract|package|deal|verbal yes|term sheet|paperwork|sign-on|sweeter|"
    r"(?:much |far |way )?(?:larger|bigger|higher|better) (?:grant|base|salary|number)|"
    r"\$\d|\d+k\b|\d\d\d\b(?![\w ]*[a-z]{3})|\d+% more)"
)
_OFFERED = re.compile(
    rf"\b{_NAME}{_THEN}"
    r" (?:offered|offer\b|offers me|made me|extended|came in|is at|bid)"
)
_GAVE = re.compile(
    rf"\b{_NAME}{_THEN}"
    r" (?:gave|sent|called|came back|put|wrote|countered|pays|promised|matched|made|"
    r"tabled|floated|proposed)"
    rf"\b[^.]{{0,30}}{_DEAL}"
)
_FROM = re.compile(
    r"\b(?:[Oo]ffers?|[Cc]ontracts?|[Tt]erm sheets?|[Pp]ackages?|[Vv]erbal yes|"
    rf"signed letters?) (?:from|by|at|with) {_NAME}"
)
_CHOSEN = re.compile(
    rf"\b(?:chosen|picked|selected|hired|wanted|accepted) by {_NAME}"
    rf"(?=[^.]{{0,30}}{_DEAL})"
)
_ANSWER = re.compile(rf"\b[Aa]nswer(?:ing)? {_NAME}")


def named_offers(text: str) -> list[str]:
    """Companies whose offers a text speaks of."""
    patterns = (_OFFERED, _GAVE, _FROM, _CHOSEN, _ANSWER)
    names = [found["name"] for each in patterns for found in each.finditer(text)]
    return [name for name in names if name.split()[0] not in _NOT_A_NAME]
