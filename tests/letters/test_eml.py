from __future__ import annotations

from email import message_from_bytes, policy
from email.header import decode_header
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offerlab.errors import TemplateError
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


@pytest.mark.parametrize(
    "text", ["x\nBcc: y@example.com", "x\rBcc: y", "x\u2028y", "\0"]
)
def test_a_header_cannot_be_smuggled_in(text: str) -> None:
    with pytest.raises(TemplateError, match="line break or a control character"):
        draft_bytes(letter(text))


ATTACKS = [
    "Engineer =?utf-8?q?=0ABcc:_evil@example.com?=",
    "Engineer =?utf-8?q?=0AContent-Type:_text/html=0A=0A<b>hi</b>?=",
    "=?utf-8?b?DQpCY2M6IGV2aWxAZXhhbXBsZS5jb20=?=",
    "=?iso-8859-1?Q?=0D=0ABcc:_e@x.yz?= offer: base and equity",
    "Bcc: evil@example.com",
    "a" * 900 + " =?utf-8?q?=0ABcc:_e@x.yz?= " + "b " * 400,
    "日本語の役職 =?utf-8?q?=0ABcc:_e@x.yz?=",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_encoded_words_of_a_fact_are_shown_and_not_read(text: str) -> None:
    data = draft_bytes(letter(text, text + "\n"), "dana@example.com")
    head, _, body = data.partition(b"\r\n\r\n")
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if line[:1] != b" "]
    assert names == [
        b"Subject", b"To", b"X-Unsent", b"Content-Type", b"Content-Transfer-Encoding",
        b"MIME-Version",
    ]  # fmt: skip
    message = message_from_bytes(data, policy=policy.compat32)
    words = decode_header(message["Subject"])
    shown = "".join(
        word.decode(charset or "ascii") if isinstance(word, bytes) else word
        for word, charset in words
    )
    assert "".join(shown.split()) == "".join(text.split())
    assert b"\n" not in body.replace(b"\r\n", b"")
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().replace("\r\n", "\n") == text + "\n"


@pytest.mark.parametrize(
    "to", ["a@b.c, d@e.f", "a@b.c\nBcc: x", "<a@b.c>", "a b@c.d", "=?q?=@c.d", "ä@c.d"]
)
def test_an_address_is_one_address(to: str) -> None:
    with pytest.raises(TemplateError, match="is not one e-mail address"):
        draft_bytes(letter(), to)


def test_half_a_character_is_one_sentence() -> None:
    with pytest.raises(TemplateError, match="cannot be encoded"):
        draft_bytes(letter(body="half \ud800\n"))


@given(st.text(), st.text())
def test_no_text_changes_the_form_of_a_draft(subject: str, body: str) -> None:
    try:
        data = draft_bytes(letter(subject, body))
    except TemplateError:
        return
    head, _, rest = data.partition(b"\r\n\r\n")
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert sum(line[:1] != b" " for line in head.split(b"\r\n")) == 5
    assert all(len(line) <= 78 for line in rest.split(b"\r\n"))
