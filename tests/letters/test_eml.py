from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from offerlab.letters.eml import draft_bytes
from offerlab.letters.letter import Letter


def letter(subject: str = "Offer", body: str = "Grüße – 0.04%\n") -> Letter:
    return Letter("counter", subject, body, {}, ())


def test_a_draft_reads_back_and_is_not_dated() -> None:
    data = draft_bytes(letter("Müller"), "dana@example.com")
    message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    assert message["Subject"] == "Müller"
    assert message["To"] == "dana@example.com"
    assert message["X-Unsent"] == "1"
    assert message["Date"] is None
    assert message["Message-ID"] is None
    assert message.get_content().replace("\r\n", "\n") == "Grüße – 0.04%\n"
    assert data.isascii()
    assert max(len(line) for line in data.split(b"\r\n")) <= 78


def test_without_an_address_there_is_no_to() -> None:
    assert b"\nTo:" not in draft_bytes(letter())


def test_a_header_cannot_be_smuggled_in() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        draft_bytes(letter("x\nBcc: y@example.com"))
