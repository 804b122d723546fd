"""What a letter should not say, by the kind of thing said.

An error lies, leaks or binds; a warning weakens the letter. A rule is a few patterns of
how the thing is said, never a list of sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.problem import Severity
from offerlab.letters.claims import names_pay
from offerlab.letters.harms import HARMS
from offerlab.letters.trust import TRUST
from offerlab.letters.weaknesses import WEAKNESSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from offerlab.letters.saying import Saying


_BREAK = re.compile(r"\s*\n\s*\n\s*(?:[-*•]\s+)?|\s*\n\s*[-*•]\s+")
_WRAP = re.compile(r"\s*\n\s*")


class Rule(NamedTuple):
    """A rule: its name, how bad it is, why, and how the thing is said.

    What `before_pay` holds counts only where an amount of pay comes after it in the
    sentence: "I made 121,000" does, "I made 12,000 commits" does not.
    """

    name: str
    severity: Severity
    why: str
    patterns: tuple[re.Pattern[str], ...]
    before_pay: tuple[re.Pattern[str], ...]

    def broken_by(self, text: str) -> str | None:
        """Words of a text that break the rule, or None."""
        for pattern in self.patterns:
            found = pattern.search(text)
            if found:
                return found.group().strip()
        for pattern in self.before_pay:
            for found in pattern.finditer(text):
                if names_pay(text, found.end()):
                    return found.group().strip()
        return None


def _rules(sayings: Iterable[Saying], severity: Severity) -> Iterator[Rule]:
    for name, why, said, before_pay in sayings:
        yield Rule(name, severity, why, _compiled(said), _compiled(before_pay))


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in patterns)


RULES = (
    *_rules((*HARMS, *TRUST), Severity.ERROR),
    *_rules(WEAKNESSES, Severity.WARNING),
)
"""All rules, errors first."""


def broken_rules(text: str) -> Iterator[tuple[Rule, str]]:
    """Rules that a text breaks, each with the words that break it."""
    straight = unwrapped(text).replace("’", "'")
    for rule in RULES:
        words = rule.broken_by(straight)
        if words is not None:
            yield rule, words


def unwrapped(text: str) -> str:
    r"""A text whose lines are joined, and whose paragraphs and items end.

    A sentence that an editor wrapped is one sentence; a subject and the greeting below
    it are not.

    Examples
    --------
    >>> unwrapped("My walk-away\nnumber.\n\nBest,\n- one")
    'My walk-away number. . Best, . one'
    """
    return _WRAP.sub(" ", _BREAK.sub(" . ", text.strip()))


def rule_named(name: str) -> Rule:
    """One of the rules by its name."""
    return next(rule for rule in RULES if rule.name == name)
