"""Doors of letters: an offer's in every format, two of them, and one's own."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from offerlab.cli.letter_answer import letter_answers
from offerlab.core.ask import Ask
from offerlab.errors import OfferlabError
from offerlab.ingest.catalogue import Catalogue
from offerlab.ingest.draft import Draft
from offerlab.ingest.letter.file import letter_file
from offerlab.ingest.letter.reading import Reading, read_letter
from offerlab.ingest.letter.source import read_source
from offerlab.ingest.offers import read_offers
from offerlab.ingest.text import read_text
from offerlab.letters.known import known_facts
from offerlab.letters.lint import lint_text
from offerlab.resources import shipped
from offerlab.views.read import against_view, read_view

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)


def read_an_offer(path: Path) -> None:
    """Read it, write the offer file, read that, and take it into an interview."""
    reading = _reading(path)
    read_view(path.name, reading)
    written = path.with_suffix(".yaml")
    written.write_bytes(letter_file(reading).encode())
    _, problems = read_offers([written])
    assert not any("YAML" in each.message for each in problems), "no YAML was written"
    Draft(Catalogue()).fill({e.key: e.answer for e in letter_answers(str(path))})


def read_two(path: Path) -> None:
    """Compare the halves of a file, as an older letter and a newer one."""
    text = path.read_bytes()
    halves = text[: len(text) // 2], text[len(text) // 2 :]
    readings = []
    for number, half in enumerate(halves):
        beside = path.with_suffix(f".{number}.txt")
        beside.write_bytes(half)
        readings.append(_reading(beside))
    against_view("old", "new", *readings)


def read_word(path: Path) -> None:
    """Read a Word file whose main part is this."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", path.read_bytes())
    letter = path.with_suffix(".docx")
    letter.write_bytes(packed.getvalue())
    read_an_offer(letter)


def lint(path: Path) -> None:
    """Check a letter of one's own against an offer."""
    offers, _ = read_offers([shipped("templates/offers/northwind.yaml")])
    known = known_facts(offers, Ask(base=160_000.0), [], today=TODAY)
    text = read_text(path)
    lint_text(text, known, TODAY)
    with suppress(OfferlabError):
        known_facts(offers, Ask(), text.split("\n")[:9], today=TODAY)


def _reading(path: Path) -> Reading:
    source = read_source(str(path))
    return read_letter(source.text, path.name, source.pages)
