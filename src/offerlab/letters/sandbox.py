"""Where templates run: they can fill slots and repeat a list, and nothing else.

A template may come from anywhere. No loader: it can neither include nor import a
file. No calls, no multiplication and no loops in loops: it cannot run on. Few
filters: it cannot blow a text up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

if TYPE_CHECKING:
    from jinja2.runtime import Context

FILTERS = (
    "capitalize",
    "first",
    "join",
    "last",
    "length",
    "lower",
    "title",
    "trim",
    "upper",
)


class LetterSandbox(SandboxedEnvironment):
    """A sandbox in which every template ends soon."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,  # plain text: nothing to escape
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse what can make a short text endless."""
        raise SecurityError(f"'{operator}' is not for letters")

    def check(self, source: str) -> None:
        """Refuse loops in loops, recursion, calls and macros.

        Raises
        ------
        SecurityError
            If the template could run on.
        """
        tree = self.parse(source)
        for loop in tree.find_all(nodes.For):
            inner = [each for each in loop.find_all(nodes.For) if each is not loop]
            if inner or loop.recursive:
                raise SecurityError("a loop in a loop is not for letters")
        if any(tree.find_all((nodes.Macro, nodes.Call, nodes.CallBlock))):
            raise SecurityError("a call or a macro is not for letters")
