"""The user's defaults: where they are kept, and what is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offerlab.core.config import KEYS
from offerlab.ingest.node import Mapping, Scalar
from offerlab.views.view import Column, Row, Table, Text, View, words

if TYPE_CHECKING:
    from pathlib import Path

    from offerlab.core.config import Config


def config_view(config: Config, kept: Path) -> View:
    """View of the defaults, and of the folder with what offerlab keeps for the user."""
    values = {key: _value(config, key) for key in KEYS}
    exists = config.file.is_file()
    figures = {
        "file": str(config.file),
        "exists": exists,
        "kept": str(kept),
        "defaults": values,
    }
    table = Table(
        "Your defaults" if exists else "Your defaults (none are set yet)",
        (Column("key", words=True, whole=True), *words("value", "what it is for")),
        tuple(Row((key, _words(values[key]), KEYS[key])) for key in KEYS),
    )
    how = (
        f"They are in {config.file}"
        if exists
        else "To set one, write a line such as 'signature: Sam Rivera' into"
        f" {config.file}"
    )
    return View(figures, (table, Text(f"{how}\nNegotiations and kept maps: {kept}")))


def _value(config: Config, key: str) -> object:
    if key != "fx":
        value = getattr(config, key)
        return None if value is None else str(value)
    node = config.fx[1] if config.fx else None
    if isinstance(node, Mapping):
        return {name.text: each.text for name, each in node if isinstance(each, Scalar)}
    return None


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {each}" for key, each in value.items())
    return "not set" if value is None else str(value)
