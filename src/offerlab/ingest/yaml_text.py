"""Text of a YAML file that offerlab's readers, and any other, read back alike.

Every value is written so that no reader can take it for something else: what looks
like a number of another base, a clock, a date or a word of YAML is put in quotes.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, overload

from offerlab.ingest.node import Items, Mapping, Scalar

if TYPE_CHECKING:
    import collections.abc as abc

    from offerlab.ingest.node import Node

Tree = str | list["Tree"] | dict[str, "Tree"]
"""Texts in blocks and lists: what a file says, without its places."""

_PLAIN = re.compile(
    r"-?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(_\d{3})+)(\.\d+)?"  # 150000, 150_000, 0.04
    r"|[1-9]\d*(\.\d+)? ?(%|[kKmMbB])"  # 10%, 150k
    r"|\d{4}-\d{2}-\d{2}"  # 2027-01-11
    r"|[A-Za-z$][\w.@/%'()+-]*( [\w.@/%'()+-]+)*",  # Machine Learning Engineer
    re.ASCII,
)
_NO_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_WIDEST = 86


@overload
def tree_of(node: Mapping) -> dict[str, Tree]: ...
@overload
def tree_of(node: Node) -> Tree: ...
def tree_of(node: Node) -> Tree:
    """What a file says at a node, without places; keys without a value are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [tree_of(each) for each in node.nodes]
    return {key.text: tree_of(value) for key, value in node if not _is_null(value)}


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def yaml_text(
    tree: dict[str, Tree], comments: abc.Mapping[str, str] | None = None
) -> str:
    """Text of a file in blocks.

    Parameters
    ----------
    tree : dict
    comments : mapping of str to str, optional
        Dotted key, items counted from 1, to what is said above it.

    Examples
    --------
    >>> print(yaml_text({"level": "03", "sign_on": [{"amount": "20k"}]}), end="")
    level: "03"
    sign_on:
    - amount: 20k
    """
    return "".join(f"{line}\n" for line in _block(tree, "", "", comments or {}))


def _block(
    tree: dict[str, Tree], prefix: str, indent: str, comments: abc.Mapping[str, str]
) -> abc.Iterator[str]:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        yield from _comment(comments.get(name), indent)
        if isinstance(value, str):
            yield f"{indent}{_scalar(key)}: {_scalar(value)}"
        elif not value:
            yield f"{indent}{_scalar(key)}: {'[]' if isinstance(value, list) else '{}'}"
        elif isinstance(value, dict):
            yield f"{indent}{_scalar(key)}:"
            yield from _block(value, f"{name}.", f"{indent}  ", comments)
        else:
            yield f"{indent}{_scalar(key)}:"
            yield from _items(value, f"{name}.", indent, comments)


def _items(
    items: list[Tree], prefix: str, indent: str, comments: abc.Mapping[str, str]
) -> abc.Iterator[str]:
    for number, item in enumerate(items, start=1):
        name = f"{prefix}{number}"
        yield from _comment(comments.get(name), indent)
        if isinstance(item, dict) and item:
            lines = list(_block(item, f"{name}.", f"{indent}  ", comments))
            marks = [line.lstrip()[:1] for line in lines]
            first = next(at for at, mark in enumerate(marks) if mark != "#")
            lines[first] = f"{indent}- {lines[first][len(indent) + 2 :]}"
            yield from lines
        else:
            yield f"{indent}- {_flow(item)}"


def _flow(tree: Tree) -> str:
    if isinstance(tree, str):
        return _scalar(tree)
    if isinstance(tree, list):
        return f"[{', '.join(map(_flow, tree))}]"
    pairs = (f"{_scalar(key)}: {_flow(value)}" for key, value in tree.items())
    return f"{{{', '.join(pairs)}}}"


def _comment(text: str | None, indent: str) -> abc.Iterator[str]:
    """Lines of a comment; nothing in it can end it."""
    shown = "".join(char if char.isprintable() else " " for char in text or "")
    for line in textwrap.wrap(shown, _WIDEST - len(indent), break_on_hyphens=False):
        yield f"{indent}# {line}"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_WORDS:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
