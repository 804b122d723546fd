"""What an interview has asked and heard so far: kept where it is cut off, and resumed.

The answers are in ``FILE.draft`` as they were typed. The same questions are then
answered from there, until a question comes that the draft does not know. Going back
is the same without the last answer, and without showing it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from offerlab.core.visible import visible
from offerlab.errors import InputError, OutputError
from offerlab.files import update_file
from offerlab.ingest.node import Items, Mapping, Scalar
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_text import Tree, yaml_text
from offerlab.ingest.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from offerlab.cli.question import Question
    from offerlab.ingest.node import Node

HEADER = "# Answers so far. 'offerlab new' with the same FILE goes on from here.\n"


class Back(Exception):  # noqa: N818 - a step of the talk, no fault
    """The user wants the question before this one again."""


class Transcript:
    """Questions and answers of an interview about `file`, in their order.

    Attributes
    ----------
    is_silent : bool
        Whether answers are gone through again that the user has just seen.
    is_talk : bool
        Whether a person answers, at a terminal.
    """

    def __init__(self, file: Path) -> None:
        self.draft = file.with_name(f"{file.name}.draft")
        self.is_silent = False
        self.is_talk = sys.stdin.isatty()
        self._explained = ""
        self._heard: list[tuple[str, str]] = []
        self._before = _read(self.draft)
        if self._before:
            click.echo(visible(f"Going on from {self.draft}.\n"))

    def ask(self, question: Question) -> str:
        """Answer to a question: from the draft, else from the user.

        Raises
        ------
        Back
            If the user wants the question before it again.
        """
        if self._before and self._before[0][0] == question.key:
            answer = self._before.pop(0)[1]
            if not self.is_silent:
                click.echo(visible(f"{question.ask}: {answer}"))
        else:
            self._before.clear()  # another question: what follows is not its answer
            answer = self._prompt(question)
        self._heard.append((question.key, answer))
        return answer

    def refuse(self, sentence: str) -> None:
        """Say why the last answer is rejected; it is not kept."""
        self._heard.pop()
        if not self.is_silent:
            tell(sentence)

    def _prompt(self, question: Question) -> str:
        """An answer that is neither a call for help nor for the way back."""
        self.is_silent = False
        if question.about and question.key != self._explained:
            tell(question.about)
        self._explained = question.key
        while True:
            typed: str = click.prompt(question.ask, default="", show_default=False)
            answer = typed.strip()
            if answer == "?":
                tell(question.help)
            elif answer == "<":
                self._rewind(question.key)
            else:
                return answer

    def _rewind(self, key: str) -> None:
        """Start over, up to the question before the one of a key."""
        heard = list(self._heard)
        while heard and heard[-1][0] == key:
            heard.pop()  # rejected answers to it
        if not heard:
            click.echo("  This is the first question.")
            return
        last = heard[-1][0]
        while heard and heard[-1][0] == last:
            heard.pop()
        self._before, self._heard, self.is_silent = heard, [], True
        raise Back

    def keep(self) -> str:
        """Write the answers beside the file; say where they are, or all of them.

        Returns
        -------
        str
            A sentence; empty where nothing has been answered.
        """
        self._heard += self._before
        if not any(answer for _, answer in self._heard):
            return ""
        answers: list[Tree] = [{"of": key, "is": said} for key, said in self._heard]
        text = HEADER + yaml_text({"answers": answers})
        try:
            update_file(self.draft, text)
        except OutputError as error:
            click.echo(text, err=True)
            return f"the answers are above ({error})"
        return f"the answers are kept in {self.draft}"

    def forget(self) -> None:
        """Remove the draft: the file is written."""
        self.draft.unlink(missing_ok=True)


def tell(sentence: str) -> None:
    """An indented sentence above a question, folded to the screen."""
    click.echo()
    click.echo(click.wrap_text(visible(sentence), 78, "  ", "  "))


def _read(draft: Path) -> list[tuple[str, str]]:
    """Questions and answers of a draft; none where there is none."""
    try:
        root = parse_yaml(read_text(draft), str(draft))
    except InputError as error:
        if draft.exists():
            reason = f"move it away to begin anew, or fix it: it {error.reason}"
            raise InputError(error.place, reason) from None
        return []
    answers = root.get("answers") if isinstance(root, Mapping) else None
    if not isinstance(answers, Items):
        raise _no_draft(draft)
    return [_pair(node, draft) for node in answers.nodes]


def _pair(node: Node, draft: Path) -> tuple[str, str]:
    if isinstance(node, Mapping):
        key, answer = node.get("of"), node.get("is")
        if isinstance(key, Scalar) and isinstance(answer, Scalar):
            return key.text, answer.text
    raise _no_draft(draft)


def _no_draft(draft: Path) -> InputError:
    return InputError(
        draft, "move it away to begin anew: it is not a draft of 'offerlab new'"
    )
