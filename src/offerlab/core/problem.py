"""A fault in a user's file, as data: where it is, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"  # the offer cannot be used
    WARNING = "warning"  # the offer is used; a second look pays


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, with its place and a way out.

    Attributes
    ----------
    file : str
        As the user named it.
    line, column : int or None
        From 1; None when the fault is about the file as a whole. In a CSV file
        the column is the number of the cell.
    field : str
        Dotted key, items counted from 1 (``equity.1.percent``); may be empty.
    severity : Severity
    message, remedy : str
        What is wrong; what to do about it.
    """

    file: str
    line: int | None
    column: int | None
    field: str
    severity: Severity
    message: str
    remedy: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, with the field and without the place."""
        field = f"{self.field}: " if self.field else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{field}{self.message}{remedy}"

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (self.file, self.line, self.column) if part
        )
        return f"{place}: {self.sentence}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
