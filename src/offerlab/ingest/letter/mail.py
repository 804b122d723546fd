"""The text of an e-mail: its headers, and its plain part."""

from __future__ import annotations

import html
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any

from offerlab.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]{0,2000}>", re.DOTALL
)
_ENDS = re.compile(r"(?i)<(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>")


def mail_text(data: bytes, name: str) -> str:
    """Sender, date, subject and body; attachments are not read.

    Raises
    ------
    InputError
        If it has no text of its own.
    """
    message: Any = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain", "html"))
    attached = [part.get_filename() or "a file" for part in message.iter_attachments()]
    text = "" if body is None else str(body.get_content())
    if body is not None and body.get_content_type() == "text/html":
        text = html.unescape(_TAG.sub("", _ENDS.sub("\n", text)))
    if not text.strip():
        more = f"; save the attachment {attached[0]} and read that" if attached else ""
        raise InputError(name, f"is an e-mail without text{more}")
    return "\n".join([*_headers(message), "", text])


def _headers(message: Any) -> Iterator[str]:
    for key in ("From", "To", "Date", "Subject"):
        value = message.get(key)
        if value:
            yield f"{key}: {' '.join(str(value).split())}"
