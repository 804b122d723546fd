"""A fact that the paper leaves open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A missing fact: its field, the question, and what the answer decides."""

    field: str
    question: str
    why: str
