"""The text of a letter: plain, e-mail, PDF or Word."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from offerlab.ingest.text import read_text


class Source(NamedTuple):
    """Text of a letter, and where each page after the first begins."""

    text: str
    pages: tuple[int, ...] = ()


def read_source(name: str) -> Source:
    """Text of a letter's file."""
    if name == "-":
        return Source(sys.stdin.read())
    return Source(read_text(Path(name)))
