"""The text of a letter: plain, pasted, e-mail, PDF or Word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from offerlab.errors import InputError
from offerlab.ingest.text import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 12 * 1024 * 1024
"""Larger files hold more than a letter."""


class Source(NamedTuple):
    """Text of a letter, and where each page after the first begins in it."""

    text: str
    pages: tuple[int, ...] = ()


def read_source(name: str, pasted: Callable[[], str] | None = None) -> Source:
    """Text of a letter's file; of ``-`` what `pasted` gives.

    Raises
    ------
    InputError
        If the file is of another kind, is broken, encrypted, or holds no text.
    """
    if name == "-" and pasted is not None:
        return Source(_clean(pasted(), name))
    path = Path(name)
    data = read_bytes(path, max_bytes=MAX_BYTES)
    suffix = path.suffix.lower()
    if data.startswith(b"%PDF") or suffix == ".pdf":
        from offerlab.ingest.letter.pdf import pdf_source

        return pdf_source(data, name)
    if data.startswith(b"PK\x03\x04") or suffix in (".docx", ".docm"):
        from offerlab.ingest.letter.word import word_text

        return Source(word_text(data, name))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            name, "is an old Word file, or one with a password; save it as .docx or PDF"
        )
    if suffix == ".eml":
        from offerlab.ingest.letter.mail import mail_text

        return Source(_clean(mail_text(data, name), name))
    return Source(_clean(_decode(data, name), name))


def _decode(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data[:4096]:
            raise InputError(name, "is not a text file") from None
        return data.decode("cp1252", errors="replace")


def _clean(text: str, name: str) -> str:
    if "\0" in text:
        raise InputError(name, "is not a text file")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(name, "is empty")
    return re.sub(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", text)
