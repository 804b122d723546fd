"""What an offer letter answers before an interview asks."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from offerlab.ingest.yaml_text import Tree

_PLAIN = re.compile(r'"([\w.%-]+)"')


class LetterAnswer(NamedTuple):
    """A key of the offer file, its answer, and the letter's words for it."""

    key: str
    answer: str
    words: str | None


def letter_answers(name: str) -> list[LetterAnswer]:
    """What the letter of a file says, in the order of the offer file.

    Raises
    ------
    InputError
        If it cannot be read, or is not an offer letter.
    """
    from offerlab.ingest.letter.file import letter_values, letter_words
    from offerlab.ingest.letter.reading import read_letter
    from offerlab.ingest.letter.source import read_source

    source = read_source(name, sys.stdin.read)
    reading = read_letter(source.text, name, source.pages)
    return [
        LetterAnswer(key, _flow(value), letter_words(reading, key))
        for key, value in letter_values(reading).items()
    ]


def _flow(value: Tree) -> str:
    """A value in one line, as it may be typed."""
    if isinstance(value, str):
        return value
    return _PLAIN.sub(r"\1", json.dumps(value, ensure_ascii=False))
