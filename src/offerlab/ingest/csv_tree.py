"""A CSV of offers as the same trees that YAML gives: one row, one offer.

Headers are the YAML keys joined by dots, list items counted from 1:
``equity.1.kind``. A line number and the number of the cell stand for line and column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from offerlab.errors import InputError, Place
from offerlab.ingest.csv_rows import overfull, read_rows
from offerlab.ingest.node import Items, Mapping, Node, Scalar

MAX_DEPTH = 8


@dataclass(slots=True)
class _Branch:
    """A block under construction: the cells below one dotted prefix."""

    line: int
    column: int
    children: dict[str, _Branch | Scalar] = field(default_factory=dict)


def parse_csv(text: str, path: str) -> list[Mapping]:
    """Parse a table of offers, separated by commas, semicolons or tabs.

    Raises
    ------
    InputError
        If there is no row, a header is empty or repeats, a row has more cells
        than the header, or one header is both a value and a block.
    """
    header, rows = read_rows(text, path)
    _check_header(header, path)
    trees = [_row(header, row, line, path) for line, row in rows]
    if not trees:
        raise InputError(path, "has a header and no offer below it")
    return trees


def _check_header(header: list[str], path: str) -> None:
    seen: set[str] = set()
    for place, name in enumerate(header, start=1):
        if not name:
            raise InputError(Place(path, 1, place), "this header cell is empty")
        if name in seen:
            raise InputError(
                Place(path, 1, place), f"the header '{name}' appears twice"
            )
        seen.add(name)


def _row(header: list[str], row: list[str], line: int, path: str) -> Mapping:
    if fault := overfull(row, header):
        raise InputError(Place(path, line), fault)
    root = _Branch(line, 1)
    for place, (name, cell) in enumerate(zip(header, row, strict=False), start=1):
        if cell.strip():
            _plant(root, name, Scalar(cell.strip(), line, place), path)
    tree = _grown(root)
    if not isinstance(tree, Mapping):
        raise InputError(
            Place(path, 1), "the headers are numbers, not keys of an offer"
        )
    return tree


def _plant(root: _Branch, name: str, cell: Scalar, path: str) -> None:
    *parents, last = name.split(".")
    if len(parents) > MAX_DEPTH:
        raise InputError(Place(path, 1, cell.column), "this header has too many dots")
    branch = root
    for parent in parents:
        child = branch.children.setdefault(parent, _Branch(cell.line, cell.column))
        if isinstance(child, Scalar):
            raise InputError(
                Place(path, 1, cell.column), f"'{parent}' is both a value and a block"
            )
        branch = child
    if last in branch.children:
        raise InputError(
            Place(path, 1, cell.column), f"'{name}' is both a value and a block"
        )
    branch.children[last] = cell


def _grown(branch: _Branch) -> Node:
    nodes = {
        name: child if isinstance(child, Scalar) else _grown(child)
        for name, child in branch.children.items()
    }
    if nodes and set(nodes) == {str(place) for place in range(1, len(nodes) + 1)}:
        ordered = tuple(nodes[name] for name in sorted(nodes, key=int))
        return Items(ordered, branch.line, branch.column)
    pairs = tuple(
        (Scalar(name, node.line, node.column), node) for name, node in nodes.items()
    )
    return Mapping(pairs, branch.line, branch.column)


def split_list(cell: str) -> list[str]:
    """Items of a list in a cell: ``5/15/40/40``."""
    return [item.strip() for item in cell.split("/")]


def split_map(cell: str) -> list[tuple[str, str]] | None:
    """Pairs of a map in a cell, ``1:12/3:6``, or None if it is not one."""
    pairs = [re.fullmatch(r"(\d+):(\d+)", item) for item in split_list(cell)]
    if not all(pairs):
        return None
    return [(pair[1], pair[2]) for pair in pairs if pair]
