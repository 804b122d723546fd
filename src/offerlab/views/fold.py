"""Lines that fit a screen of 24 × 80: what is left out of them is counted."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LINE = 80
"""Characters of a line of the page that a short view is made for."""

INDENT = "  "


def folded(head: str, items: Sequence[str], *, lines: int = 2) -> str:
    """Sentence of as many items as `lines` hold, and how many more there are.

    Examples
    --------
    >>> folded("Not counted", ["tax", "hours_per_week"])
    'Not counted: tax, hours_per_week.'
    >>> folded("Not counted", ["tax", "hours" * 16, "days"], lines=1)
    'Not counted: tax and 2 more (--verbose).'
    """
    for count in range(len(items), 0, -1):
        more = len(items) - count
        end = f" and {more} more (--verbose)." if more else "."
        said = f"{head}: {', '.join(items[:count])}{end}"
        if fits(said, lines):
            return said
    return f"{head}: {len(items)} of them (--verbose)."


def folded_by_owner(
    head: str, fields: Mapping[str, Sequence[str]], *, lines: int = 2
) -> str:
    """Sentence of fields with the offers that have them; where too long without."""
    whole = f"{head}: {'; '.join(by_owner(fields))}."
    if fits(whole, lines):
        return whole
    names = dict.fromkeys(field for own in fields.values() for field in own)
    return folded(f"{head} (--verbose: whose)", [*names], lines=lines)


def by_owner(fields: Mapping[str, Sequence[str]]) -> list[str]:
    """Fields by the offers that have them, each with those offers where not all do.

    Examples
    --------
    >>> by_owner({"A": ["tax", "pay"], "B": ["tax", "days", "hours"]})
    ['tax', 'pay (A)', 'days, hours (B)']
    """
    names: dict[str, list[str]] = {}
    for owner, own in fields.items():
        for field in own:
            names.setdefault(field, []).append(owner)
    groups: dict[str, list[str]] = {}
    for field, owners in names.items():
        whose = "" if len(owners) == len(fields) else f" ({', '.join(owners)})"
        groups.setdefault(whose, []).append(field)
    return [f"{', '.join(found)}{whose}" for whose, found in groups.items()]


def fits(text: str, lines: int = 1) -> bool:
    """Whether a text is no longer than so many lines of the page."""
    return len(wrap(text, LINE, subsequent_indent=INDENT)) <= lines


def run_on(before: str, after: str) -> str:
    """Two texts, on one line where the last line of the first has room."""
    first = after.partition("\n")[0]
    last = before.rpartition("\n")[2]
    alone = last.startswith(" ") or first.startswith(" ") or not last
    if alone or not fits(f"{last} {first}"):
        return f"{before}\n{after}"
    return f"{before} {after}"
