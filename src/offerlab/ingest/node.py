"""What a file says, with the place of every word: the tree that all readers share.

Scalars stay text. Whether ``150k`` is an amount or a name is for the reader of the
field to say, so that no value changes by itself (a bare ``NO`` stays ``NO``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NULLS = frozenset({"", "null", "~"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or number as written; `quoted` if the file puts it in quotes."""

    text: str
    line: int
    column: int
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether it is empty (``null``, ``~`` or an empty value)."""
        return not self.quoted and self.text.lower() in _NULLS


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order of the file; keys may repeat."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.pairs)

    def get(self, key: str) -> Node | None:
        """Last value of a key, or None."""
        found = [value for name, value in self.pairs if name.text == key]
        return found[-1] if found else None


Node = Scalar | Items | Mapping


@dataclass(slots=True)
class TreeBuilder:
    """Builds a tree from the flat events of a parser."""

    max_depth: int = 32
    max_nodes: int = 300_000
    root: Node | None = None
    _open: list[tuple[str, int, int, list[Node]]] = field(default_factory=list)
    _count: int = 0

    @property
    def is_over(self) -> bool:
        """Whether it holds more than any file of a person."""
        return self._count > self.max_nodes

    def start(self, kind: str, line: int, column: int) -> bool:
        """Open a list or a mapping; False if it nests too deep."""
        self._open.append((kind, line, column, []))
        return len(self._open) <= self.max_depth

    def end(self) -> None:
        """Close the innermost list or mapping."""
        kind, line, column, nodes = self._open.pop()
        if kind == "items":
            self.add(Items(tuple(nodes), line, column))
            return
        pairs = zip(nodes[::2], nodes[1::2], strict=True)
        named = tuple(
            (key if isinstance(key, Scalar) else Scalar("?", key.line, key.column), val)
            for key, val in pairs
        )
        self.add(Mapping(named, line, column))

    def add(self, node: Node) -> None:
        """Put a finished node where the parser stands."""
        self._count += 1
        if self._open:
            self._open[-1][3].append(node)
        else:
            self.root = node
