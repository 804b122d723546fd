from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from offerlab.errors import InputError
from offerlab.ingest.letter.source import read_source
from tests.conftest import DATA

if TYPE_CHECKING:
    from pathlib import Path

RENDERED = DATA / "offer_letters" / "rendered"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(tmp_path: Path, body: str, **more: str) -> str:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        xml = f"<w:document {W}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", xml)
        for name, text in more.items():
            archive.writestr(f"word/{name}.bin", text)
    return str(path)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_word_keeps_controls_and_leaves_deleted_text_out(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('Your salary is ')}"
        f"<w:sdt><w:sdtContent>{run('$150,000')}</w:sdtContent></w:sdt>"
        f"<w:del>{run('$140,000')}</w:del>{run(' a year.')}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('Base')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('$150,000')}</w:p></w:tc></w:tr></w:tbl>"
    )
    text = read_source(word(tmp_path, body)).text
    assert text == "Your salary is $150,000 a year.\n\nBase    $150,000"


def test_pages_of_a_pdf_are_known() -> None:
    source = read_source(str(RENDERED / "13.pdf"))
    assert len(source.pages) == 1
    assert source.text[source.pages[0] :].lstrip().startswith("8. At-Will.")


def test_an_e_mail_has_its_headers_and_its_plain_part(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"From: Rena <rena@example.com>\r\nSubject: Your =?utf-8?q?offer?=\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>nothing</p>\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nBase: $150k\r\n--b--\r\n"
    )
    text = read_source(str(path)).text
    assert "From: Rena <rena@example.com>" in text
    assert "Subject: Your offer" in text
    assert "Base: $150k" in text
    assert "nothing" not in text


def test_pasted_text_is_read() -> None:
    assert read_source("-", lambda: "Dear\r\nAda").text == "Dear\nAda"


def broken(tmp_path: Path, name: str, data: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7 nothing more", "is a broken PDF"),
        ("a.docx", b"PK\x03\x04 nothing more", "is a broken Word file"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "is an old Word file"),
        ("a.txt", b"abc\0def", "is not a text file"),
        ("a.txt", b"  \n", "is empty"),
        ("a.eml", b"From: a\r\nContent-Type: image/png\r\n\r\nx", "without text"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        read_source(broken(tmp_path, name, data))


def test_a_picture_an_encrypted_and_a_long_pdf_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a picture without text"):
        read_source(str(RENDERED / "16.pdf"))
    import pypdf

    for name, pages, key, words in (
        ("locked.pdf", 1, "secret", "is encrypted"),
        ("long.pdf", 41, "", "has 41 pages"),
    ):
        writer = pypdf.PdfWriter()
        for _ in range(pages):
            writer.add_blank_page(200, 200)
        if key:
            writer.encrypt(key)
        out = io.BytesIO()
        writer.write(out)
        with pytest.raises(InputError, match=words):
            read_source(broken(tmp_path, name, out.getvalue()))


def test_macros_and_entities_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has macros"):
        read_source(word(tmp_path, f"<w:p>{run('x')}</w:p>", vbaProject="x"))
    path = tmp_path / "b.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>')
    with pytest.raises(InputError, match="not a Word file"):
        read_source(str(path))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other.xml", "<x/>")
    with pytest.raises(InputError, match="not a Word file"):
        read_source(str(path))


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (21 * 1024 * 1024))
    with pytest.raises(InputError, match="too large"):
        read_source(str(path))
