"""Two versions of an offer beside each other, and what was promised beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offerlab.views.view import Part, Row, Table, Text, View, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offerlab.core.offer import Promise
    from offerlab.negotiate.difference import Difference
    from offerlab.negotiate.state import Promised

NOTHING = "(nothing)"


def difference_text(
    changed: Sequence[Difference], before: int, after: int
) -> list[Part]:
    """Table of what differs; nothing where there is no earlier version."""
    if not before:
        return []
    if not changed:
        return [Text(f"Versions {before} and {after} say the same.")]
    rows = [Row((each.term, _cell(each.before), _cell(each.after))) for each in changed]
    title = f"Version {before} and version {after}"
    return [Table(title, words("term", f"v{before}", f"v{after}"), tuple(rows))]


def _cell(value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{value:,.10g}"
    return str(value)


def difference_view(
    company: str,
    versions: tuple[tuple[int, str], tuple[int, str]],
    changed: Sequence[Difference],
    promises: Sequence[Promised | Promise],
) -> View:
    """View of two versions: the terms that differ, then what was promised."""
    (before, was), (after, now) = versions
    parts: list[Part] = [Text(f"{company}: version {before} ({was}), {after} ({now})")]
    parts += difference_text(changed, before, after)
    if promises:
        lines = "\n".join(f"  {promise_words(each)}" for each in promises)
        parts.append(
            Text(f"Promised; look for each in version {after}, word by word:\n{lines}")
        )
    figures = {
        "company": company,
        "before": {"version": before, "medium": was},
        "after": {"version": after, "medium": now},
        "differences": changed,
        "promises": [each._asdict() for each in promises],
    }
    return View(figures, tuple(parts))


def promise_words(promise: Promised | Promise) -> str:
    """A promise with who gave it, how and when."""
    day = getattr(promise, "on", None) or getattr(promise, "date", None)
    about = [promise.by, promise.medium, str(day) if day else None]
    told = ", ".join(each for each in about if each)
    return f"{promise.text} ({told or 'nobody noted by whom, how or when'})"
