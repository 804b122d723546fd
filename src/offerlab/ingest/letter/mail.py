"""The text of an e-mail: its headers, and its plain part.

The library's own reading of headers fails on many that are broken, and takes for ever
over long ones: here they are read as text.
"""

from __future__ import annotations

import html
import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from typing import TYPE_CHECKING

from offerlab.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

MAX_HEADER = 1_000
"""Characters of a header; the rest of a longer one is left out."""

_TAG = re.compile(r"<(?P<name>/?\w*)[^<>]*>")
_ENDS = re.compile(r"br|/(?:p|div|li|tr|h\d)", re.IGNORECASE)
_HIDDEN = ("script", "style")
_OF_NAMES = ("idna", "punycode")
"""Encodings of names of machines, which take for ever over a text."""
_ENDLESS = re.compile(r"&#x?[0-9a-fA-F]{8,};?")
"""The number of no character."""


def mail_text(data: bytes, name: str) -> str:
    """Sender, date, subject and body; attachments are not read.

    Raises
    ------
    InputError
        If it has no text of its own, or is broken.
    """
    try:
        message = message_from_bytes(data)
        parts = [*_parts(message)]
    except (RecursionError, MessageError, LookupError, ValueError) as error:
        raise InputError(name, "is a broken e-mail; save its text as .txt") from error
    shown = [part for part in parts if not _is_attached(part)]
    text = next(
        (
            text
            for kind in ("text/plain", "text/html")
            for part in shown
            if _kind(part) == kind and (text := _text(part)).strip()
        ),
        "",
    )
    if not text:
        attached = [_file_name(part) for part in parts if _is_attached(part)]
        more = f"; save the attachment {attached[0]} and read that" if attached else ""
        raise InputError(name, f"is an e-mail without text{more}")
    return "\n".join([*_headers(message), "", text])


def _parts(message: Message) -> Iterator[Message]:
    """Parts that hold no others; a mail that is attached is one."""
    if _kind(message).startswith("multipart/") and message.is_multipart():
        for part in message.get_payload():
            yield from _parts(part)  # type: ignore[arg-type]
    else:
        yield message


def _kind(part: Message) -> str:
    return _header(part, "Content-Type").partition(";")[0].strip().lower() or (
        "text/plain"
    )


def _is_attached(part: Message) -> bool:
    said = _header(part, "Content-Disposition").lower().startswith("attachment")
    return said or not _kind(part).startswith("text/")


def _file_name(part: Message) -> str:
    beside = f"{_header(part, 'Content-Disposition')};{_header(part, 'Content-Type')}"
    found = re.search(r"name=\"?([^\";]+)", beside)
    return found[1].strip() if found else "a file"


def _text(part: Message) -> str:
    """Text of a part; in no known encoding it is read as most mails are."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    found = re.search(r"charset=[\"']?([\w.:-]+)", _header(part, "Content-Type"), re.I)
    told = found[1] if found and found[1].lower() not in _OF_NAMES else "utf-8"
    try:
        text = data.decode(told, errors="replace")
    except (LookupError, ValueError):
        text = data.decode("utf-8", errors="replace")
    return _page_text(text) if _kind(part) == "text/html" else text


def _page_text(page: str) -> str:
    """Text of HTML as it is shown."""
    shown, hidden, at = [], "", 0
    for tag in _TAG.finditer(page):
        if not hidden:
            shown.append(page[at : tag.start()])
        at, name = tag.end(), tag["name"].lower()
        if hidden:
            hidden = "" if name == f"/{hidden}" else hidden
        elif name in _HIDDEN:
            hidden = name
        elif _ENDS.fullmatch(name):
            shown.append("\n")
    if not hidden:
        shown.append(page[at:])
    return html.unescape(_ENDLESS.sub("\ufffd", "".join(shown)))


def _headers(message: Message) -> Iterator[str]:
    for key in ("From", "To", "Date", "Subject"):
        value = _header(message, key)
        if value:
            yield f"{key}: {value}"


def _header(message: Message, key: str) -> str:
    """A header in one line, its encoded words read."""
    raw = str(message.get(key) or "")[:MAX_HEADER]
    with suppress(MessageError, LookupError, ValueError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.split())
