"""A line of an offer file that is wrong, and what must be said of it."""

from __future__ import annotations

from collections.abc import Callable

from offerlab.core.problem import Problem
from tests.conftest import PUBLIC

Faults = Callable[[str], list[Problem]]


def refused(faults: Faults, line: str, offer: str = PUBLIC) -> list[tuple[str, str]]:
    """Field and words of each error when `line` replaces its key in an offer."""
    key = line.partition(":")[0]
    kept = [row for row in offer.splitlines() if not row.startswith(f"{key}:")]
    found = faults("\n".join([*kept, line]))
    return [
        (p.field, f"{p.message}; {p.remedy}") for p in found if p.severity == "error"
    ]


def assert_refused(faults: Faults, line: str, field: str, words: str) -> None:
    """One error, at a field, with these words in its message or remedy."""
    found = refused(faults, line)
    assert [name for name, said in found if words in said] == [field], found
