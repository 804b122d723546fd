"""JSON as the same tree of text with places that YAML gives.

The standard library's reader keeps no positions and lets a repeated key override
the first, so the values are walked here, with its scanner for strings.
"""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from offerlab.errors import InputError, Place
from offerlab.ingest.node import Scalar, TreeBuilder

if TYPE_CHECKING:
    from offerlab.ingest.node import Node

_TOKEN = re.compile(
    r"\s*(?P<token>[\[\]{}:,]|\"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)"
)


def parse_json(text: str, path: str) -> Node:
    """Parse one JSON value.

    Raises
    ------
    InputError
        If it is not JSON (``NaN`` and ``Infinity`` are not) or nests too deep.
    """
    try:
        # Numbers stay text, so that one of a million digits costs nothing.
        decode_json(
            text, path, parse_constant=_refuse_constant, parse_int=str, parse_float=str
        )
    except _ConstantError as error:
        line = text[: text.index(str(error))].count("\n") + 1
        raise InputError(Place(path, line), f"{error} is not a number") from error
    return _tree(text, path)


def decode_json(text: str, path: str, **hooks: Any) -> Any:
    """Python values of a text, by the standard library's reader and its `hooks`.

    Raises
    ------
    InputError
        If it is not JSON or nests too deep.
    """
    try:
        return json.loads(text, **hooks)
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        raise InputError(place, f"is not valid JSON here: {error.msg}") from error
    except RecursionError as error:
        raise InputError(path, "lists and blocks nest too deep") from error


class _ConstantError(ValueError):
    """NaN or Infinity, which JSON does not have."""


def _refuse_constant(name: str) -> float:
    raise _ConstantError(name)


def _tree(text: str, path: str) -> Node:
    builder = TreeBuilder()
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    line, at = 1, 0
    while not builder.is_over and (match := _TOKEN.match(text, at)):
        begin, token = match.start("token"), match["token"]
        at = match.end()
        while line < len(starts) and starts[line] <= begin:
            line += 1
        column = begin - starts[line - 1] + 1
        if token == '"':
            value, at = _string(text, at, Place(path, line, column))
            builder.add(Scalar(value, line, column, quoted=True))
        elif token in "[{":
            if not builder.start("items" if token == "[" else "mapping", line, column):
                raise InputError(
                    Place(path, line, column), "lists and blocks nest too deep"
                )
        elif token in "]}":
            builder.end()
        elif token not in ":,":
            builder.add(Scalar(token, line, column))
    if builder.is_over:
        raise InputError(path, "holds too many values for such a file")
    if builder.root is None:
        raise InputError(path, "is empty")
    return builder.root


def _string(text: str, at: int, place: Place) -> tuple[str, int]:
    value, end = scanstring(text, at)
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise InputError(
            place, "this text contains an incomplete character (a lone surrogate)"
        )
    return value, end
