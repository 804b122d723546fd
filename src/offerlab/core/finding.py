"""A rule that a letter breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offerlab.core.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a letter breaks, and the words that break it.

    Errors keep a letter from being written.
    """

    rule: str
    severity: Severity
    message: str
    text: str = ""
