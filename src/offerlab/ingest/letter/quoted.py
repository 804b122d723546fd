"""Older mail below an answer: kept in its place, and not read."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[ \t]*>[^\n]*")
_WROTE = re.compile(
    r"(?:^|(?<=\n))[ \t]{0,20}(?:>[ \t]{0,20})?On [^\n]{6,120}\n?[^\n]{0,80}\bwrote:[ \t]*(?=\n|$)"
)
_ORIGINAL = re.compile(
    r"(?:^|\n)[ \t]*-{2,}[ \t]*(?:Original|Forwarded) [Mm]essage[ \t]*-{2,}"
)
_FIGURE = re.compile(r"[$\u00a3\u20ac\u20b9]\s?\d|\d{2,3}(?:,\d{3}|k\b)")


def without_quoted(text: str) -> str:
    """The text with blanks in place of the older mail that it quotes.

    A mail that says nothing itself, because it passes another one on, is left whole.
    """
    own = _WROTE.sub(_blank, text)
    own = "\n".join(
        _blank_line(line) if _QUOTED.fullmatch(line) else line
        for line in own.split("\n")
    )
    original = _ORIGINAL.search(own)
    if original:
        begin = original.start()
        own = own[:begin] + re.sub(r"[^\n]", " ", own[begin:])
    return own if own == text or _FIGURE.search(own) else text


def _blank(found: re.Match[str]) -> str:
    return _blank_line(found.group())


def _blank_line(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
