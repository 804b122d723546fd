"""Maps of columns that the user keeps under a name, for files that come again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from offerlab.errors import InputError
from offerlab.files import update_file
from offerlab.ingest.fields import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from offerlab.resources import Library

_NAME = re.compile(r"[\w][\w .-]{0,60}")


def _folder(library: Library) -> Path:
    if library.home is None:
        raise InputError("--use-map", "there is no folder of yours to keep maps in")
    return library.home / "maps"


def _path(name: str, library: Library) -> Path:
    if not _NAME.fullmatch(name):
        raise InputError(
            "--save-map", f"'{name}' is not a name; use letters and digits"
        )
    return _folder(library) / f"{name}.json"


def save_map(name: str, mapping: Mapping[str, str], library: Library) -> Path:
    """Keep a map under a name; an older one of that name is replaced.

    Raises
    ------
    InputError
        If the name cannot be one.
    """
    path = _path(name, library)
    update_file(path, json.dumps(dict(mapping), indent=2, ensure_ascii=False) + "\n")
    return path


def saved_map(name: str, library: Library) -> dict[str, str]:
    """Return the map that is kept under a name.

    Raises
    ------
    InputError
        If there is none, or it is damaged.
    """
    path = _path(name, library)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        names = [file.stem for file in sorted(_folder(library).glob("*.json"))]
        close = nearest(name, names)
        hint = f"; did you mean '{close}'?" if close else "; keep one with --save-map"
        raise InputError("--use-map", f"there is no map '{name}'{hint}") from error
    except (OSError, ValueError) as error:
        raise InputError(path, "is damaged; write it again with --save-map") from error
    if not isinstance(found, dict):
        raise InputError(path, "is damaged; write it again with --save-map")
    return {str(field): str(header) for field, header in found.items()}
