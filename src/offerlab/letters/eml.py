"""A letter as an e-mail file that opens as a draft.

``X-Unsent: 1`` makes classic Outlook open it for editing. Date and message id are
left out on purpose: the mail program adds them when the letter is sent.
"""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offerlab.letters.letter import Letter


def draft_bytes(letter: Letter, to: str | None = None) -> bytes:
    """Bytes of an RFC 5322 draft in plain text, UTF-8, quoted-printable.

    Parameters
    ----------
    letter : Letter
    to : str, optional
        Address of the recruiter, from the offer file.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["Subject"] = letter.subject
    if to:
        message["To"] = to
    message["X-Unsent"] = "1"
    message.set_content(letter.body, cte="quoted-printable")
    return message.as_bytes()
