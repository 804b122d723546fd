"""The problems of one file: all are counted, the first hundred are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from offerlab.core.problem import Problem, Severity

if TYPE_CHECKING:
    from offerlab.ingest.node import Node

MAX_PROBLEMS = 100
"""Problems of a file that are kept; the rest are counted."""


@dataclass(slots=True)
class ProblemLog:
    """Collects the problems of one file.

    Attributes
    ----------
    file : str
    problems : list of Problem
        The first hundred; an error comes before a warning where not all have room.
    errors, left_out : int
        All errors; problems that are not kept.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)
    errors: int = 0
    left_out: int = 0

    @property
    def is_full(self) -> bool:
        """Whether a further problem is only counted."""
        return len(self.problems) >= MAX_PROBLEMS

    def add(
        self,
        node: Node | None,
        field_name: str,
        message: str,
        remedy: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a problem at the place of `node`."""
        self.errors += severity is Severity.ERROR
        if self.is_full and not self._make_room(severity):
            self.left_out += 1
            return
        line = node.line if node else None
        column = node.column if node else None
        self.problems.append(
            Problem(self.file, line, column, field_name, severity, message, remedy)
        )

    def _make_room(self, severity: Severity) -> bool:
        """Let the last warning go for an error; False if there is none."""
        if severity is not Severity.ERROR or self.errors > MAX_PROBLEMS:
            return False  # a hundred errors came before: no warning is left
        for place in range(len(self.problems) - 1, -1, -1):
            if self.problems[place].severity is Severity.WARNING:
                del self.problems[place]
                self.left_out += 1
                return True
        return False

    def warn(
        self, node: Node | None, field_name: str, message: str, remedy: str = ""
    ) -> None:
        """Note a warning at the place of `node`."""
        self.add(node, field_name, message, remedy, Severity.WARNING)

    def shown(self) -> list[Problem]:
        """Return the problems that are kept, and one last that counts the rest."""
        if not self.left_out:
            return list(self.problems)
        hidden = self.errors - sum(
            problem.severity is Severity.ERROR for problem in self.problems
        )
        severity = Severity.ERROR if hidden else Severity.WARNING
        message = f"{self.left_out:,} more problems, {hidden:,} of them errors"
        rest = Problem(self.file, None, None, "", severity, message, "fix these first")
        return [*self.problems, rest]
