"""What an interview has asked and heard so far: kept where it is cut off, and resumed.

The answers are in ``FILE.draft`` as they were typed. The same questions are then
answered from there, until a question comes that the draft does not know.
"""

from __future__ import annotations

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

    from offerlab.ingest.node import Node

HEADER = "# Answers so far. 'offerlab new' with the same FILE goes on from here.\n"


class Transcript:
    """Questions and answers of an interview about `file`, in their order."""

    def __init__(self, file: Path) -> None:
        self.draft = file.with_name(f"{file.name}.draft")
        self._heard: list[tuple[str, str]] = []
        self._before = _read(self.draft)
        if self._before:
            click.echo(visible(f"Going on from {self.draft}.\n"))

    def ask(self, key: str, question: str) -> str:
        """Answer to a question: from the draft, else from the user."""
        if self._before and self._before[0][0] == key:
            answer = self._before.pop(0)[1]
            click.echo(visible(f"{question}: {answer}"))
        else:
            self._before.clear()  # another question: what follows is not its answer
            answer = click.prompt(question, default="", show_default=False).strip()
        self._heard.append((key, answer))
        return answer

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


def _read(draft: Path) -> list[tuple[str, str]]:
    """Questions and answers of a draft; none where there is none."""
    try:
        root = parse_yaml(read_text(draft), str(draft))
    except InputError:
        if draft.exists():
            raise
        return []
    answers = root.get("answers") if isinstance(root, Mapping) else None
    nodes = answers.nodes if isinstance(answers, Items) else ()
    return [_pair(node, draft) for node in nodes]


def _pair(node: Node, draft: Path) -> tuple[str, str]:
    if isinstance(node, Mapping):
        key, answer = node.get("of"), node.get("is")
        if isinstance(key, Scalar) and isinstance(answer, Scalar):
            return key.text, answer.text
    raise InputError(draft, "is not a draft of 'offerlab new'; move it away")
