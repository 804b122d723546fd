"""YAML as a tree of text with places, read from the parser's events.

Nothing is constructed, so no tag can run code; anchors are refused, so no file can
grow when it is read.
"""

from __future__ import annotations

import yaml

from offerlab.errors import InputError, Place
from offerlab.ingest.node import Node, Scalar, TreeBuilder

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, path: str) -> Node:
    """Parse one YAML document.

    Raises
    ------
    InputError
        If it is not YAML, has a tag or an anchor, several documents, no content,
        or nests too deep. The message has line and column.
    """
    builder = TreeBuilder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            _take(event, builder, path)
            if builder.is_over:
                raise InputError(path, "holds too many values for such a file")
    except yaml.YAMLError as error:
        raise InputError(*_describe(error, text, path)) from error
    if builder.root is None:
        raise InputError(path, "is empty")
    return builder.root


def _take(event: yaml.Event, builder: TreeBuilder, path: str) -> None:
    mark = event.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    place = Place(path, line, column)
    if getattr(event, "anchor", None):
        raise InputError(place, "YAML anchors (& and *) are refused; write it out")
    if tag := getattr(event, "tag", None):
        raise InputError(place, f"the YAML tag {tag} is refused; remove it")
    if isinstance(event, yaml.ScalarEvent):
        quoted = event.style in ("'", '"', "|", ">")
        builder.add(Scalar(event.value, line, column, quoted))
    elif isinstance(event, yaml.CollectionStartEvent):
        is_list = isinstance(event, yaml.SequenceStartEvent)
        if not builder.start("items" if is_list else "mapping", line, column):
            raise InputError(place, "lists and blocks nest too deep")
    elif isinstance(event, yaml.CollectionEndEvent):
        builder.end()
    elif isinstance(event, yaml.DocumentStartEvent) and builder.root is not None:
        raise InputError(
            place, "a second document begins (---); put several offers under 'offers:'"
        )


def _describe(error: yaml.YAMLError, text: str, path: str) -> tuple[Place, str]:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be parsed"
    if mark is None:
        return Place(path), f"is not valid YAML: {problem}"
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    hint = "; indent with spaces, not tabs" if "\t" in indent else ""
    place = Place(path, mark.line + 1, mark.column + 1)
    return place, f"is not valid YAML here: {problem}{hint}"
