"""Text that shows what it holds: nothing in it moves a cursor or hides a word."""

from __future__ import annotations

import re

_ACTIVE = re.compile(r"[\\<\[|`]|&(?=#?\w+;)")


def visible(text: str) -> str:
    r"""Text with every control character, and half of a character, written out.

    Line breaks stay. Whatever comes from a file, a name or an option passes here on
    its way to a terminal, a page or a picture.

    Examples
    --------
    >>> visible("ML\x1b[31m, \u202eN")
    'ML\\x1b[31m, \\u202eN'
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\n" else repr(char)[1:-1]
        for char in text
    )


def inert(text: str) -> str:
    r"""Text as Markdown that shows it and does nothing: no HTML, image, link or code.

    Examples
    --------
    >>> inert('<img src=x> ![a](b) 3 < 4')
    '\\<img src=x> !\\[a](b) 3 \\< 4'
    """
    return _ACTIVE.sub(r"\\\g<0>", visible(text))
