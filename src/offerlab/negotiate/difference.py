"""What differs between two versions of an offer, term by term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from offerlab.views.jsonable import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offerlab.core.offer import Offer

_OURS = {"file", "id", "written", "said", "notes", "ratings", "promises"}
"""Fields that are not terms of the paper."""


class Difference(NamedTuple):
    """One term: its dotted name, and what each version says; None: nothing."""

    term: str
    before: Any
    after: Any


def differences(before: Offer, after: Offer) -> list[Difference]:
    """Terms that two versions state differently, in the order of an offer file."""
    old, new = (dict(_terms("", _record(each))) for each in (before, after))
    return [
        Difference(name, old.get(name), new.get(name))
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    ]


def _record(offer: Offer) -> dict[str, Any]:
    return {key: value for key, value in plain(offer).items() if key not in _OURS}


def _terms(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _terms(f"{name}.{key}" if name else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _terms(f"{name}.{number}", inner)
    elif value is not None:
        yield name, value
