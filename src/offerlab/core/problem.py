"""A fault in a user's file, as data: where it is, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


SOME = 3
"""Places of a warning that are named."""


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

    @property
    def place(self) -> str:
        """File, line and column, as far as they are known."""
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part)

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """One line for each error, and for each warning with all its places.

    Errors are fixed one by one; a warning that many grants or offers share is read
    once.
    """
    alike: dict[object, list[Problem]] = {}
    for problem in problems:
        is_error = problem.severity is Severity.ERROR
        key = id(problem) if is_error else (problem.message, problem.remedy)
        alike.setdefault(key, []).append(problem)
    for first, *others in alike.values():
        label = "Error" if first.severity is Severity.ERROR else "Warning"
        places = dict.fromkeys(each.place for each in (first, *others))
        fields = dict.fromkeys(each.field for each in (first, *others))
        shared = replace(first, field=_some(list(fields)))
        yield f"{label}: {_some(list(places))}: {shared.sentence}"


def _some(texts: Sequence[str]) -> str:
    """The first texts, and how many more there are."""
    more = len(texts) - SOME
    return ", ".join(texts[:SOME]) + (f" and {more} more" if more > 0 else "")


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
