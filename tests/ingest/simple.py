"""Trees without places, to compare them with plain lists."""

from __future__ import annotations

from offerlab.ingest.node import Items, Node, Scalar


def simple(node: Node) -> object:
    """Texts, lists, and lists of pairs."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [simple(item) for item in node.nodes]
    return [(key.text, simple(value)) for key, value in node]
