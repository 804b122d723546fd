"""The user's defaults: one YAML file of a few keys, in the user's own folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from offerlab.core.config import KEYS, Config
from offerlab.core.visible import visible
from offerlab.errors import InputError, Place
from offerlab.ingest.fields import nearest
from offerlab.ingest.node import Mapping, Scalar
from offerlab.ingest.text import read_text
from offerlab.ingest.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from offerlab.ingest.node import Node

MAX_NAME = 200


def read_config(file: Path) -> Config:
    """Read the defaults; without such a file there are none.

    Raises
    ------
    InputError
        For an unknown key (the nearest is offered), one that appears twice, or a value
        that cannot be, with its line.
    """
    if not file.is_file() and not file.is_symlink():
        return Config(file)
    root = parse_yaml(read_text(file), str(file))
    if isinstance(root, Scalar) and root.is_null:
        return Config(file)
    if not isinstance(root, Mapping):
        raise InputError(file, "is not a list of 'key: value' lines")
    found: dict[str, tuple[Scalar, Node]] = {}
    for key, node in root:
        _check_key(file, key, found)
        found[key.text] = (key, node)
    texts = {key: _text(file, *pair) for key, pair in found.items() if key != "fx"}
    return Config(
        file,
        texts.get("signature"),
        _currency(file, found, texts),
        _folder(file, found, texts, "market_data"),
        _folder(file, found, texts, "templates"),
        found.get("fx"),
    )


def _check_key(file: Path, key: Scalar, found: dict[str, tuple[Scalar, Node]]) -> None:
    name = visible(key.text)
    if key.text not in KEYS:
        close = nearest(key.text, KEYS)
        hint = f"did you mean '{close}'?" if close else f"known are {', '.join(KEYS)}"
        raise InputError(Place(file, key.line), f"'{name}' is not a default; {hint}")
    if key.text in found:
        raise InputError(Place(file, key.line), f"'{name}' appears twice; keep one")


def _text(file: Path, key: Scalar, node: Node) -> str:
    place = Place(file, node.line or key.line)
    if not isinstance(node, Scalar) or node.is_null or not node.text.strip():
        raise InputError(place, f"{key.text}: one value belongs here")
    text = node.text.strip()
    if len(text) > MAX_NAME or not text.isprintable():
        raise InputError(place, f"{key.text}: write one short line")
    return text


def _currency(
    file: Path, found: dict[str, tuple[Scalar, Node]], texts: dict[str, str]
) -> str | None:
    code = texts.get("currency")
    if code and not re.fullmatch("[A-Za-z]{3}", code):
        place = Place(file, found["currency"][0].line)
        raise InputError(
            place, f"currency: '{visible(code)}' is not a currency code; write USD"
        )
    return code.upper() if code else None


def _folder(
    file: Path,
    found: dict[str, tuple[Scalar, Node]],
    texts: dict[str, str],
    key: str,
) -> Path | None:
    """A folder as seen from the file that names it."""
    if key not in texts:
        return None
    folder = file.parent / Path(texts[key]).expanduser()
    if not folder.is_dir():
        place = Place(file, found[key][0].line)
        raise InputError(place, f"{key}: there is no folder {visible(str(folder))}")
    return folder
