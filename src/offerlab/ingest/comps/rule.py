"""Rows that a kind leaves out because of one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


YES = frozenset({"y", "yes", "true", "1", "1.0", "t"})
NO = frozenset({"n", "no", "false", "0", "0.0", "f"})


def _is_not_certified(text: str) -> bool:
    return text.strip().lower() != "certified"


def _is_not_approved(text: str) -> bool:
    # An approval of labor certification expires unused after half a year.
    return text.strip().lower() not in ("certified", "certified-expired")


def _is_yes(text: str) -> bool:
    return text.strip().lower() in YES


def _is_no(text: str) -> bool:
    return text.strip().lower() in NO


def _is_part(text: str) -> bool:
    word = text.strip().lower()
    return word in ("p", "pt") or word.startswith("part")


RULES: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("status", "the status is not Certified", _is_not_certified),
    ("approved", "the status is not Certified", _is_not_approved),
    ("withdrawn", "the status is not Certified (withdrawn)", _is_yes),
    ("full_time", "part time", _is_no),
    ("part_time", "part time", _is_yes),
    ("part_or_full", "part time", _is_part),
)
"""Field of a kind, the reason, and which cells are left out."""
