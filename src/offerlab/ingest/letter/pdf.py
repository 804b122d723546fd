"""The text of a PDF, by pypdfium2; by pypdf where letters were set one by one."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING, Any

from offerlab.errors import InputError
from offerlab.ingest.letter.page import page_lines
from offerlab.ingest.letter.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PAGES = 40
"""A letter with more pages is none."""
LEAST_LETTERS = 20
"""A file with fewer letters on all its pages is a picture."""
LONE = 0.2
"""Above this part of words of one letter the text is taken from pypdf."""
_MISSING = (
    "is a PDF, and the libraries that read one are missing; install them with"
    " pip install 'offerlab[letters]'"
)
_DYNAMIC = (
    "is a form that only the program it was made for can show; open it there and print"
    " it to a PDF"
)
_FOOT = re.compile(
    r"(?:page )?\d+(?: (?:of|/) \d+)?|-\s*\d+\s*-|(?:.{0,50}\W )?page \d+(?: (?:of|/) \d+)?(?: \W.{0,50})?",
    re.IGNORECASE,
)


def pdf_source(data: bytes, name: str) -> Source:
    """Text of a PDF and where its pages begin.

    Raises
    ------
    InputError
        If it is encrypted, broken, too long, or a picture without text.
    """
    pages = _pages(data, name)
    text = "\n".join(pages)
    words = text.split()
    lone = sum(len(word) == 1 and word.isalpha() for word in words)
    if words and lone > LONE * len(words):
        pages = _by_pypdf(data, name) or pages
    if "this message is not eventually replaced" in text:
        raise InputError(name, _DYNAMIC)
    if sum(char.isalpha() for page in pages for char in page) < LEAST_LETTERS:
        raise InputError(
            name,
            "is a picture without text; run text recognition over it first, or type the"
            " figures with 'offerlab new'",
        )
    kept = [*_without_repeats(pages)]
    begins, length = [], 0
    for page in kept[:-1]:
        length += len(page) + 1
        begins.append(length)
    return Source("\n".join(kept), tuple(begins))


def _pages(data: bytes, name: str) -> list[str]:
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError(name, _MISSING) from error
    document: Any = None
    try:
        document = pypdfium2.PdfDocument(data)
        _check_length(len(document), name)
        if document.get_formtype() == pypdfium2.raw.FORMTYPE_XFA_FULL:
            raise InputError(name, _DYNAMIC)
        return [_page_text(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        words = str(error).lower()
        if "password" in words or "security" in words:
            raise InputError(
                name, "is encrypted; save a copy without password"
            ) from error
        raise InputError(name, "is a broken PDF; save or download it again") from error
    finally:
        if document is not None:
            document.close()


def _page_text(document: Any, number: int) -> str:
    import pypdfium2

    text_page, filled_from = _with_answers(document, number)
    try:
        return "\n".join(page_lines(text_page, filled_from))
    except pypdfium2.PdfiumError:  # a letter without a place
        return "\n".join(str(text_page.get_text_range()).splitlines())


def _with_answers(document: Any, number: int) -> tuple[Any, int | None]:
    """A page's text, what was filled into its form or written onto it at its end."""
    from pypdfium2 import raw

    page = document[number]
    printed = page.get_textpage()
    if not raw.FPDFPage_GetAnnotCount(page):
        return printed, None
    text = str(printed.get_text_range())
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return printed, None
    whole = document[number].get_textpage()
    more = str(whole.get_text_range())
    return whole, len(text) if more.startswith(text) else None


def _check_length(count: int, name: str) -> None:
    if count > MAX_PAGES:
        raise InputError(name, f"has {count} pages; a letter has at most {MAX_PAGES}")


def _by_pypdf(data: bytes, name: str) -> list[str]:
    try:
        import pypdf
    except ImportError:
        return []
    # It warns of each fault of a file; the text it still gives is what counts.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _check_length(len(reader.pages), name)
        return [page.extract_text() for page in reader.pages]
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes it fail in any way
        return []


def _without_repeats(pages: list[str]) -> Iterator[str]:
    """Pages without the line that heads or ends each of them, and page numbers."""
    split = [page.strip("\n").split("\n") for page in pages]
    heads = [lines[0].strip() for lines in split if lines]
    again = {head for head in heads if len(pages) > 1 and heads.count(head) > 1}
    for number, lines in enumerate(split):
        kept = [
            line
            for place, line in enumerate(lines)
            if not _FOOT.fullmatch(line.strip())
            and not (number and place == 0 and line.strip() in again)
        ]
        yield "\n".join(kept)
