"""A letter as a mailto link (RFC 6068), where it is short enough for one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from offerlab.letters.letter import Letter

MAX_CHARACTERS = 1900
"""Longer links are cut by some mail programs."""


def mailto_link(letter: Letter, to: str | None = None) -> str | None:
    """Link that opens the letter as a new message, or None if it would be too long."""
    body = quote(letter.body.rstrip("\n").replace("\n", "\r\n"), safe="")
    address = quote(to or "", safe="@")
    link = f"mailto:{address}?subject={quote(letter.subject, safe='')}&body={body}"
    return link if len(link) <= MAX_CHARACTERS else None
