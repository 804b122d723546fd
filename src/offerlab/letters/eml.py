"""A letter as an e-mail file that opens as a draft.

``X-Unsent: 1`` makes classic Outlook open it for editing. Date and message id are
left out on purpose: the mail program adds them when the letter is sent.

The headers are put together here, and not by `email.message`: it reads encoded words
(``=?utf-8?q?...?=``) out of a plain subject, and on Pythons before 3.11.10 and 3.12.5 a
line break inside such a word begins a header of its own.
"""

from __future__ import annotations

import quopri
import re
from email.header import Header
from typing import TYPE_CHECKING

from offerlab.errors import TemplateError

if TYPE_CHECKING:
    from offerlab.letters.letter import Letter

_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LONGEST_LINE = 76


def draft_bytes(letter: Letter, to: str | None = None) -> bytes:
    """Bytes of an RFC 5322 draft in plain text, UTF-8, quoted-printable.

    Parameters
    ----------
    letter : Letter
    to : str, optional
        Address of the recruiter, from the offer file.

    Raises
    ------
    TemplateError
        If the subject is not one line of text, the address is none, or the letter
        holds half a character.
    """
    if to and not _ADDRESS.fullmatch(to):
        raise TemplateError(f"'{to}' is not one e-mail address")
    try:
        body = quopri.encodestring(letter.body.encode(), quotetabs=True)
        lines = [
            f"Subject: {_header_text(letter.subject)}",
            *([f"To: {to}"] if to else []),
            "X-Unsent: 1",
            'Content-Type: text/plain; charset="utf-8"',
            "Content-Transfer-Encoding: quoted-printable",
            "MIME-Version: 1.0",
            "",
            "",
        ]
        head = "\r\n".join(lines).encode("ascii")
    except UnicodeError as error:
        raise TemplateError(f"the letter cannot be encoded ({error})") from error
    return head + body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _header_text(text: str) -> str:
    """One line of text as the value of a header, folded; nothing in it is read."""
    if any(not char.isprintable() for char in text):
        raise TemplateError("a line break or a control character is in the subject")
    # What looks like an encoded word is encoded itself, and shows as it was written.
    is_plain = text.isascii() and "=?" not in text
    charset = "us-ascii" if is_plain else "utf-8"
    header = Header(text, charset, _LONGEST_LINE, "Subject")
    return header.encode(linesep="\r\n")
