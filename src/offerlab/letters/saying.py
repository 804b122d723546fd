"""How a kind of thing is said in a letter, as patterns in lower case."""

from __future__ import annotations

from typing import NamedTuple


class Saying(NamedTuple):
    """A kind of thing said: its name, why not to say it, and how it is said.

    `before_pay` holds what counts only where an amount of pay follows.
    """

    name: str
    why: str
    said: tuple[str, ...]
    before_pay: tuple[str, ...] = ()
