"""A letter read: each value with its words, what is asked, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.views.view import Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.ingest.letter.reading import Reading

LONGEST_QUOTE = 160
"""Characters of a quote in a table; JSON and the offer file have all of it."""


def read_view(file: str, reading: Reading) -> View:
    """View of what a letter says, what it leaves open, and what nothing was made of."""
    figures = {
        "file": file,
        "fields": {
            key: {"value": each.value, "quote": each.quote, "page": each.page}
            for key, each in reading.fields.items()
        },
        "questions": [each._asdict() for each in reading.questions],
        "unread": list(reading.unread),
    }
    table = Table(
        "What the letter says",
        words("key", "value", "in its words"),
        tuple(
            Row((key, _shown(each.value), _cut(each.quote)))
            for key, each in reading.fields.items()
        ),
    )
    return View(figures, (table, *_rest(reading)))


def against_view(old: str, new: str, before: Reading, after: Reading) -> View:
    """View of what changed from one letter to another, with both sentences."""
    changes = [*_changes(before, after)]
    table = Table(
        f"From {old} to {new}",
        words("key", "before", "after"),
        tuple(
            Row((c["key"], _shown(c["before"]), _shown(c["after"]))) for c in changes
        ),
    )
    said = [
        f"{c['key']}:\n  before: {_cut(c['quote_before']) or '-'}\n"
        f"  after: {_cut(c['quote_after']) or '-'}"
        for c in changes
    ]
    text = "\n".join(said) if changes else "Both letters say the same."
    parts = (table, Text(text)) if changes else (Text(text),)
    return View({"old": old, "new": new, "changes": changes}, parts)


def _changes(before: Reading, after: Reading) -> Iterator[dict[str, Any]]:
    for key in dict.fromkeys([*before.fields, *after.fields]):
        one, other = before.fields.get(key), after.fields.get(key)
        if (one and one.value) != (other and other.value):
            yield {
                "key": key,
                "before": one and one.value,
                "after": other and other.value,
                "quote_before": one.quote if one else "",
                "quote_after": other.quote if other else "",
            }


def _rest(reading: Reading) -> Iterator[Text]:
    if reading.questions:
        lines = [f"Ask ({each.field}): {each.question}" for each in reading.questions]
        yield Text("\n".join(lines))
    if reading.unread:
        lines = [f"  {_cut(each)}" for each in reading.unread]
        yield Text("\n".join(["Not read, look at these yourself:", *lines]))


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "/".join(map(_shown, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return f"{value:,.10g}"
    return str(value)


def _cut(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
