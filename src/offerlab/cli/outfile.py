"""Files that offerlab writes: never half, never over another, for the owner only."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from offerlab.errors import OutputError

OWNER_ONLY = 0o600


def check_free(path: Path, *, force: bool) -> Path:
    """Where a file for `path` will stand: links are followed.

    Raises
    ------
    OutputError
        If nothing can be written there, or something is there and `force` is not
        given.
    """
    try:
        place = Path(os.path.realpath(path))
        if place.is_dir():
            raise OutputError(path, "this is a folder; name a file")
        if place.exists() and not place.is_file():
            raise OutputError(path, "is not an ordinary file")
        if (place.exists() or path.is_symlink()) and not force:
            raise OutputError(path, "exists already; --force writes over it")
        if not place.parent.is_dir():
            raise OutputError(path, f"there is no folder {path.parent}")
    except OSError as error:
        raise OutputError(path, f"cannot be written ({error.strerror})") from error
    return place


def write_file(path: Path, content: bytes | str, *, force: bool = False) -> Path:
    """Write a file beside its place and move it there, readable by its owner only.

    Raises
    ------
    OutputError
        If it exists and `force` is not given, or cannot be written.
    """
    place = check_free(path, force=force)
    data = content.encode() if isinstance(content, str) else content
    try:
        handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".offerlab.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).chmod(OWNER_ONLY)
            Path(beside).replace(place)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(path, f"cannot be written ({error.strerror})") from error
    return path
