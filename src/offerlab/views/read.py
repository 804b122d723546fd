"""A letter read: each value with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.views.view import Text, View

if TYPE_CHECKING:
    from offerlab.ingest.letter.reading import Reading


def read_view(file: str, reading: Reading) -> View:
    """View of what a letter says, what it leaves open, and what was not read."""
    figures = {
        "file": file,
        "fields": {
            key: {"value": each.value, "quote": each.quote, "page": each.page}
            for key, each in reading.fields.items()
        },
        "questions": [each._asdict() for each in reading.questions],
        "unread": list(reading.unread),
    }
    lines = [f"{key}: {each.value}\n    {' '.join(each.quote.split())}" for key, each in reading.fields.items()]
    return View(figures, (Text("\n".join(lines)),))
