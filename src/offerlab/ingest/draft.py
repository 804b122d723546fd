"""A draft of an offer file: answers in, valid YAML out.

Every answer is read by the same reader as a finished file, so that what the
interview takes is what the file may say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.problem import Severity
from offerlab.errors import InputError
from offerlab.ingest.fields import ProblemLog
from offerlab.ingest.node import Mapping
from offerlab.ingest.offer import FORMAT_VERSION, read_offer
from offerlab.ingest.offer_text import put
from offerlab.ingest.yaml_text import Tree, tree_of, yaml_text
from offerlab.ingest.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from offerlab.ingest.catalogue import Catalogue

HEADER = (
    "# Written by `offerlab new`. What you did not know is left out:\n"
    "# `offerlab check` lists it as questions for the recruiter.\n"
)


MAX_ANSWER = 2_000


class Draft:
    """Answers by dotted key, items of lists counted from 1.

    Parameters
    ----------
    catalogue : Catalogue
        Where names of vesting schedules are looked up.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._answers: dict[str, str] = {}

    def try_answer(self, key: str, answer: str) -> str | None:
        """Put an answer in; if it is not valid, leave it out and say why.

        Returns
        -------
        str or None
            What is wrong with it, in one sentence; None if it is valid.
        """
        answer = answer.strip()
        if any(not char.isprintable() for char in answer):
            return "a line break or an invisible character is in it"
        if len(answer) > MAX_ANSWER:
            return f"is longer than {MAX_ANSWER:,} characters"
        before = self._answers.get(key)
        self._answers[key] = answer
        try:
            wrong = self._fault(key)
        except InputError as error:
            wrong = error.reason
        if wrong is not None:
            self._answers.pop(key)
            if before is not None:
                self._answers[key] = before
        return wrong

    def answer(self, key: str) -> str | None:
        """Value of a key, or None."""
        return self._answers.get(key)

    def answers(self) -> list[tuple[str, str]]:
        """All values, by key, in the order of its first answer."""
        return list(self._answers.items())

    def fill(self, answers: dict[str, str]) -> None:
        """Put answers in that belong together, to be looked at one by one."""
        self._answers |= answers

    def _fault(self, key: str) -> str | None:
        """What is wrong with the answer to a key."""
        log = ProblemLog("draft")
        root = parse_yaml(self.text(), "draft")
        if isinstance(root, Mapping):
            read_offer(root, "draft", self.catalogue, log)
        for problem in log.problems:
            is_error = problem.severity is Severity.ERROR
            here = problem.field == key or problem.field.startswith(f"{key}.")
            if is_error and here and problem.message != "is missing":
                remedy = f"; {problem.remedy}" if problem.remedy else ""
                return f"{problem.message}{remedy}"
        return None

    def forget(self, prefix: str) -> None:
        """Take back every answer below a dotted key."""
        self._answers = {
            key: answer
            for key, answer in self._answers.items()
            if not f"{key}.".startswith(f"{prefix}.")
        }

    def text(self) -> str:
        """The draft as the text of an offer file."""
        tree: dict[str, Tree] = {"offerlab": FORMAT_VERSION}
        for key, answer in self._answers.items():
            put(tree, key.split("."), _value(answer))
        return HEADER + yaml_text(tree)


def _value(answer: str) -> Tree:
    """A block as its tree; anything else as it was said."""
    if answer.startswith(("{", "[")):
        return tree_of(parse_yaml(answer, "the answer"))
    return answer
